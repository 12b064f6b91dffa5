package sc.fiji.rewardanalysis.core.latent;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Weight of the Kullback–Leibler divergence, epoch by epoch: from {@code start} to
 * {@code end} along a line, then {@code end}.
 *
 * @param start at the first epoch, at least 0
 * @param end from epoch {@code epochs} on, at least 0
 * @param epochs how many the way takes; 0: {@code end} from the first one on
 */
public record KlRamp(double start, double end, int epochs) {

	/** The evidence lower bound itself: weight 1 always. */
	public static final KlRamp NONE = new KlRamp(1, 1, 0);

	public KlRamp {
		Checks.atLeast("The KL weight at the start", start, 0);
		Checks.atLeast("The KL weight at the end", end, 0);
		Checks.atLeast("The number of epochs of the KL ramp", epochs, 0);
	}

	/** The weight in an epoch, the first one being 0. */
	public double at(final int epoch) {
		return epoch >= epochs ? end : start + (end - start) * epoch / epochs;
	}
}
