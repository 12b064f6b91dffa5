package sc.fiji.rewardanalysis.ui.pareto;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/**
 * What the window asks of a finished search, of one image or of a stack. What takes a
 * {@link Progress} is called on a background thread, throws a
 * {@link java.util.concurrent.CancellationException} once cancelled and a
 * {@link sc.fiji.rewardanalysis.core.RewardAnalysisException} the user reads.
 */
public interface Solutions {

	/** The image that the atoms are drawn on. */
	ImagePlus image();

	/** The study, which has ended. */
	Study study();

	/** How it went. */
	SearchReport report();

	/** What each rule would pick; without those that can't. */
	Map<Pick, Evaluation> picks();

	/** One row an evaluation, in the study's order: {@code evaluation, origin}, parameters, rewards. */
	CsvTable evaluations();

	/** Why atoms can't be edited, a sentence; empty if they can. */
	String whyNotEditable();

	/**
	 * Finds a solution's atoms.
	 *
	 * @param early is given them as detected, if to refine them takes its time
	 */
	Found find(Evaluation evaluation, Consumer<Found> early, Progress progress);

	/** A solution with its edited atoms, judged anew. */
	Found edited(EditedAtoms atoms, Progress progress);

	/** Whether atoms are as detected only because the search was cancelled; to find them refines. */
	boolean lacksRefinement(Found found);

	/** Where the run's files are; null if there are none. */
	Path folder();

	/** Draws a solution's atoms on the image. */
	void show(Found found);

	/** Writes the files of a run with this solution as the picked one. */
	void save(Found found, Path folder, Progress progress);

	/** Makes it the run's solution: shows its table, and renews the run's files if there are any. */
	void accept(Found found, Progress progress);
}
