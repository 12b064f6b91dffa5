package sc.fiji.rewardanalysis.validation;

import java.nio.file.Path;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSearch;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * Makes the pictures of the optimiser in {@code docs/images}: a Bayesian search of 40
 * evaluations on a simulated image. Usage: {@code OptimizerPictures docs/images [all]}.
 */
public final class OptimizerPictures {

	private static final Set<StudyPlots.Kind> SHOWN = Set.of(StudyPlots.Kind.HISTORY,
		StudyPlots.Kind.SLICES, StudyPlots.Kind.PARALLEL);

	private OptimizerPictures() {}

	public static void main(final String... args) {
		final var simulated = LogStarStudy.image(256, Double.parseDouble(args.length > 2 ? args[2] : "0.6"), 1).image();
		final AtomFindingTask task = new AtomFindingTask(simulated, Area.image((int) simulated.dimension(
			0), (int) simulated.dimension(1)), AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"),
				LogStarStudy.PIXEL), Progress.NONE);
		final AtomFindingSearch.Result result = task.search().run(SearchEngine.BAYESIAN, new StopRule(40,
			false), 1, Progress.NONE);
		final Evaluation picked = task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow();
		final StudyPlots plots = StudyPlots.of(result.study(), result.report());
		for (final StudyPlots.Kind kind : StudyPlots.Kind.values())
			if (args.length > 1 || SHOWN.contains(kind)) Pictures.write(Path.of(args[0]).resolve("optimizer-" +
				kind.file()), plots.image(kind, picked));
	}
}
