package sc.fiji.rewardanalysis.core.optimize;

/**
 * Fills the space evenly with a randomly shifted Sobol sequence, whatever comes out:
 * the first points of every other engine, and a baseline to beat.
 */
public final class SobolEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "sobol";

	/** How many points a {@link BayesianEngine} begins with. */
	public static int initialPoints(final SearchSpace space) {
		return Math.max(6, 2 * (space.dimension() + 1));
	}

	@Override
	public Proposal propose(final Study study) {
		final ShiftedSobol sequence = new ShiftedSobol(study.space().dimension(), Seeds.of(study
			.seed()));
		return new Proposal(sequence.at(study.askedFrom(ORIGIN)), ORIGIN, Double.NaN);
	}
}
