package sc.fiji.rewardanalysis.ui.noise;

import java.nio.file.Path;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;

/** What a {@link NoiseWindow} asks a command for. */
public interface NoiseStudyView {

	/** Whose study it is. */
	ImagePlus image();

	/** What came out. */
	NoiseResult result();

	/** The macro line that repeats it. */
	String macro();

	/** Where its files are; null for nowhere. */
	Path folder();

	/** Some lines about it. */
	String summary();

	/** Medians and quartiles, a row a level and method. */
	CsvTable table();

	/**
	 * Writes its files; not on the event thread.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if that fails
	 */
	void save(Path folder, Progress progress);
}
