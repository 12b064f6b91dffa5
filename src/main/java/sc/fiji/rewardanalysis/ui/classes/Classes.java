package sc.fiji.rewardanalysis.ui.classes;

import java.nio.file.Path;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;

/** What a {@link ClassesWindow} asks a command for. */
public interface Classes {

	/** Whose atoms they are. */
	ImagePlus image();

	/** nm per px; NaN if unknown. */
	double pixelSize();

	/** Where the run's files are; null for nowhere. */
	Path folder();

	/** The macro line that repeats the run; it carries no names. */
	String macro();

	/** Some lines about a classification. */
	String summary(AtomClassification found);

	/** Shows it on the image and in the table, if these are there; on the event thread. */
	void show(AtomClassification found);

	/**
	 * Writes its files; not on the event thread.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if that fails
	 */
	void save(AtomClassification found, Path folder, Progress progress);
}
