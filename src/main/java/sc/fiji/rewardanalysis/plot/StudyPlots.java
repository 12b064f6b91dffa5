package sc.fiji.rewardanalysis.plot;

import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Importance;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;

/**
 * The charts that explain a finished study. What they share is worked out when a chart
 * first needs it, which takes a moment. Thread-safe as long as the study doesn't change.
 */
public final class StudyPlots {

	/** Most columns of slices that are readable side by side. */
	private static final int SLICES = 6;

	private final Study study;
	private final boolean sampled;
	private final double best;
	private Surrogate surrogate;
	private Importance importance;

	/** What there is to see. */
	public enum Kind {

			/** How the hypervolume grew. */
			HISTORY("History", "hypervolume.png", 900, 520),

			/** How much each parameter matters. */
			IMPORTANCE("Importance", "importance.png", 900, 460),

			/** Objectives along each parameter. */
			SLICES("Slices", "slices.png", 1000, 620),

			/** Objectives over two parameters. */
			CONTOURS("Contours", "contours.png", 1100, 520),

			/** Every evaluation as a line. */
			PARALLEL("Parallel", "parallel.png", 1000, 560);

		private final String title, file;
		private final int width, height;

		Kind(final String title, final String file, final int width, final int height) {
			this.title = title;
			this.file = file;
			this.width = width;
			this.height = height;
		}

		/** A word for it. */
		public String title() {
			return title;
		}

		/** The name of its file. */
		public String file() {
			return file;
		}

		/** px of its file. */
		public int width() {
			return width;
		}

		/** px of its file. */
		public int height() {
			return height;
		}
	}

	/**
	 * @param study finished
	 * @param sampled whether its evaluations were chosen one after the other all over the
	 *          space. Those of an exact search were not; from them no model can be learnt
	 * @param best the hypervolume of the best front that is known; NaN if only the
	 *          study's is
	 */
	public StudyPlots(final Study study, final boolean sampled, final double best) {
		this.study = study;
		this.sampled = sampled;
		this.best = best;
	}

	/**
	 * Why there is nothing to see, a sentence; empty if there is.
	 *
	 * @param picked the solution that is looked at; null for none
	 */
	public Optional<String> lacks(final Kind kind, final Evaluation picked) {
		if (kind != Kind.PARALLEL && !sampled) return Optional.of(
			"The exact search evaluates the front alone, which tells nothing of the rest; search with engine=bayesian to see this.");
		if (study.evaluations().size() < 2) return Optional.of(
			"There are too few evaluations to show; evaluate more.");
		if (kind == Kind.HISTORY || kind == Kind.PARALLEL) return Optional.empty();
		if (kind != Kind.IMPORTANCE && picked == null) return Optional.of(
			"No solution is picked: none was feasible.");
		if (kind == Kind.CONTOURS && used(picked).size() < 2) return Optional.of(
			"There is a single parameter; see its slice.");
		return Surrogate.lacks(study);
	}

	/**
	 * The chart.
	 *
	 * @param picked the solution to mark and to cut through; null for none
	 * @throws RewardAnalysisException if there is nothing to see, see {@link #lacks}
	 */
	public JFreeChart chart(final Kind kind, final Evaluation picked) {
		lacks(kind, picked).ifPresent(why -> {
			throw new RewardAnalysisException("%s", why);
		});
		return switch (kind) {
			case HISTORY -> HypervolumePlot.chart(study, picked, best);
			case IMPORTANCE -> ImportancePlot.chart(study, importance());
			case SLICES -> SlicePlot.chart(study, surrogate(), picked, importance().ranking().stream()
				.limit(SLICES).toList());
			case CONTOURS -> contours(picked);
			case PARALLEL -> ParallelPlot.chart(study, picked);
		};
	}

	private JFreeChart contours(final Evaluation picked) {
		final List<Integer> two = importance().ranking().stream().filter(used(picked)::contains).limit(2)
			.sorted().toList();
		return ContourPlot.chart(study, surrogate(), picked, two.get(0), two.get(1));
	}

	/** The axes that matter to a solution. */
	private List<Integer> used(final Evaluation picked) {
		final List<Parameter> axes = study.space().axes();
		return java.util.stream.IntStream.range(0, axes.size()).filter(i -> picked.configuration().names()
			.contains(axes.get(i).name())).boxed().toList();
	}

	private synchronized Surrogate surrogate() {
		if (surrogate == null) surrogate = Surrogate.of(study);
		return surrogate;
	}

	private synchronized Importance importance() {
		if (importance == null) importance = Importance.of(surrogate());
		return importance;
	}
}
