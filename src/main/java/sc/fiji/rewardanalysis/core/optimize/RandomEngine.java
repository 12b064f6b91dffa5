package sc.fiji.rewardanalysis.core.optimize;

/** Tries uniformly random points: the baseline that every engine must beat. */
public final class RandomEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "random";

	@Override
	public Proposal propose(final Study study) {
		final double[] point = Seeds.of(study.seed(), study.nextId()).doubles(study.space()
			.dimension()).toArray();
		return new Proposal(point, ORIGIN, Double.NaN);
	}
}
