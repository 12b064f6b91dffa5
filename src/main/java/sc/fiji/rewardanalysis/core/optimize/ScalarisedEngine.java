package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Bayesian optimisation of any number of objectives with a single model: ParEGO (Knowles
 * 2006, IEEE Trans. Evol. Comput. 10:50, doi:10.1109/TEVC.2005.851274). For each proposal
 * the objectives are weighted at random and put together to one ({@link Tchebycheff}),
 * which a {@link GaussianProcess} learns from all evaluations that could be measured; it
 * tries next where the expected improvement times the probability to be feasible is
 * greatest.
 * <p>
 * It begins like a {@link BayesianEngine}. While nothing is feasible it looks for where
 * something may be. Pending trials count as if what is expected of them had been
 * measured.
 */
public final class ScalarisedEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "scalarised";

	/** Points near which to look closer: the best by the scalarisation. */
	private static final int CENTRES = 5;

	private final Engine initial = new SobolEngine();
	private final Models models = new Models(NoisePrior.LITTLE);

	/** An evaluation and the scalarisation of its objectives. */
	private record Valued(Evaluation evaluation, double value) {}

	@Override
	public Proposal propose(final Study study) {
		final List<Evaluation> measured = study.evaluations().stream().filter(
			ScalarisedEngine::isMeasured).toList();
		if (measured.size() < 2 || !BayesianEngine.isCovered(study)) return initial.propose(study);
		final SplittableRandom random = Seeds.of(study.seed(), study.nextId());
		final Tchebycheff scalar = Tchebycheff.of(study, measured, random);
		final List<Valued> valued = measured.stream().map(e -> new Valued(e, scalar.of(e.objectives())))
			.toList();
		final List<double[]> taken = Stream.concat(study.evaluations().stream().map(Evaluation::unit),
			study.pending().stream().map(Trial::unit)).map(study.space()::snapped).toList();
		final Optional<double[]> point = new AcquisitionSearch(study.space(), acquisition(study, valued,
			random), taken).best(centres(valued), random);
		return point.map(p -> new Proposal(p, ORIGIN, Double.NaN)).orElseGet(() -> initial.propose(
			study));
	}

	private Acquisition acquisition(final Study study, final List<Valued> valued,
		final SplittableRandom random)
	{
		final SearchSpace space = study.space();
		final double[][] pending = study.pending().stream().map(t -> space.snapped(t.unit())).toArray(
			double[][]::new);
		final Feasibility feasibility = models.feasibility(study).believing(pending);
		final OptionalDouble best = valued.stream().filter(v -> v.evaluation.feasible()).mapToDouble(
			Valued::value).min();
		if (best.isEmpty()) return feasibility;
		final double[][] x = valued.stream().map(v -> space.snapped(v.evaluation.unit())).toArray(
			double[][]::new);
		final double[] y = valued.stream().mapToDouble(Valued::value).toArray();
		// The maximum of several objectives has kinks, which noise makes up for.
		final GaussianProcess model = GaussianProcess.of(x, y, GaussianProcess.fit(x, y, space
			.categorical(), NoisePrior.SOME, random));
		return new ExpectedImprovement(model.believing(pending), best.getAsDouble(), feasibility);
	}

	private static boolean isMeasured(final Evaluation e) {
		return e.observation().feasible() && Arrays.stream(e.objectives()).allMatch(Double::isFinite);
	}

	/** Feasible ones first. */
	private static List<double[]> centres(final List<Valued> valued) {
		return valued.stream().sorted(Comparator.comparing((Valued v) -> !v.evaluation.feasible())
			.thenComparingDouble(Valued::value)).limit(CENTRES).map(v -> v.evaluation.unit()).toList();
	}
}
