package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Bayesian optimisation of two objectives: learns each from what was tried with a
 * {@link GaussianProcess}, and tries next where the hypervolume of the front is
 * expected to grow the most ({@link ExpectedHypervolumeImprovement}).
 * <p>
 * It begins with max(8, 2(d + 1)) points of a {@link SobolEngine}, not counting the
 * user's, and stays there until something is feasible and both objectives were
 * measured twice. What could not be measured is left out of that objective's model;
 * what is infeasible but was measured is not. As soon as anything was infeasible,
 * feasibility is learnt as well and the expected improvement multiplied by its
 * probability.
 */
public final class BayesianEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "bayes";

	private final Engine initial = new SobolEngine();

	@Override
	public Proposal propose(final Study study) {
		if (study.objectives().size() != 2) throw new RewardAnalysisException(
			"Bayesian optimisation takes 2 objectives here, not %d; use another engine.", study
				.objectives().size());
		final List<Evaluation> evaluations = study.evaluations();
		if (!isReady(study, evaluations)) return initial.propose(study);

		final SearchSpace space = study.space();
		final SplittableRandom random = Seeds.of(study.seed(), study.nextId());
		final GaussianProcess[] models = { model(study, evaluations, 0), model(study, evaluations, 1) };
		final Optional<GaussianProcess> feasibility = feasibility(study, evaluations);
		final List<Evaluation> front = study.front();
		final Acquisition gain = acquisition(study, models, feasibility, front);
		final List<double[]> centres = front.stream().map(Evaluation::unit).toList();
		final List<double[]> taken = taken(study, evaluations);
		final Optional<double[]> best = new AcquisitionSearch(space, gain, taken).best(centres, random);
		if (best.isPresent()) return new Proposal(best.get(), ORIGIN, Math.exp(gain.at(best.get())));
		// Nothing can be gained any more, for instance because a solution has no error at all. Then
		// find out how far equally good settings reach: the gain over an empty front is what a
		// setting is worth by itself.
		final Acquisition worth = acquisition(study, models, feasibility, List.of());
		return new Proposal(new AcquisitionSearch(space, worth, taken).leastKnownOfTheBest(centres,
			random), ORIGIN, 0);
	}

	private static Acquisition acquisition(final Study study, final GaussianProcess[] models,
		final Optional<GaussianProcess> feasibility, final List<Evaluation> front)
	{
		return new Acquisition(study.space(), models[0], models[1], feasibility,
			new ExpectedHypervolumeImprovement(front.stream().map(Evaluation::objectives).toArray(
				double[][]::new), study.reference(), study.objectives().get(0).link(), study.objectives()
					.get(1).link()));
	}

	private static List<double[]> taken(final Study study, final List<Evaluation> evaluations) {
		final List<double[]> taken = new ArrayList<>();
		evaluations.forEach(e -> taken.add(study.space().snapped(e.unit())));
		study.pending().forEach(t -> taken.add(study.space().snapped(t.unit())));
		return taken;
	}

	private static boolean isReady(final Study study, final List<Evaluation> evaluations) {
		final int wanted = Math.max(8, 2 * (study.space().dimension() + 1));
		return study.askedFrom(SobolEngine.ORIGIN) >= wanted && evaluations.stream().anyMatch(
			Evaluation::feasible) && measured(evaluations, 0).size() > 1 && measured(evaluations, 1)
				.size() > 1;
	}

	private static List<Evaluation> measured(final List<Evaluation> evaluations, final int j) {
		return evaluations.stream().filter(e -> Double.isFinite(e.objectives()[j])).toList();
	}

	private static GaussianProcess model(final Study study, final List<Evaluation> evaluations,
		final int j)
	{
		final Link link = study.objectives().get(j).link();
		return model(study, measured(evaluations, j), e -> link.latent(e.signals()[j]));
	}

	private static Optional<GaussianProcess> feasibility(final Study study,
		final List<Evaluation> evaluations)
	{
		if (evaluations.stream().allMatch(Evaluation::feasible)) return Optional.empty();
		return Optional.of(model(study, evaluations, e -> e.feasible() ? 1 : 0));
	}

	private static GaussianProcess model(final Study study, final List<Evaluation> data,
		final ToDoubleFunction<Evaluation> latent)
	{
		final double[][] x = data.stream().map(e -> study.space().snapped(e.unit())).toArray(
			double[][]::new);
		final double[] y = data.stream().mapToDouble(latent).toArray();
		return GaussianProcess.of(x, y, GaussianProcess.fit(x, y, study.space().categorical(), Seeds
			.of(study.seed(), study.nextId())));
	}
}
