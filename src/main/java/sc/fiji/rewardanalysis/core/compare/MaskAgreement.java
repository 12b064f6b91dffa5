package sc.fiji.rewardanalysis.core.compare;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * How well a found mask covers the true one, pixel by pixel.
 *
 * @param hits pixels of both
 * @param falseAlarms pixels of the found mask only
 * @param misses pixels of the true mask only
 */
public record MaskAgreement(long hits, long falseAlarms, long misses) {

	/**
	 * Compares two masks of the same size.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if their sizes differ
	 */
	public static MaskAgreement of(final Mask found, final Mask truth) {
		Checks.given("found mask", found);
		found.checkSameSize(truth);
		long hits = 0, alarms = 0, misses = 0;
		for (int i = 0; i < found.pixels().length; i++) {
			final boolean f = found.pixels()[i], t = truth.pixels()[i];
			if (f && t) hits++;
			else if (f) alarms++;
			else if (t) misses++;
		}
		return new MaskAgreement(hits, alarms, misses);
	}

	/** Intersection over union (Jaccard's index), 0 to 1; 1 if both are empty. */
	public double iou() {
		return quotient(hits, hits + falseAlarms + misses);
	}

	/** Dice's coefficient, 0 to 1: the F1 score; 1 if both are empty. */
	public double dice() {
		return quotient(2 * hits, 2 * hits + falseAlarms + misses);
	}

	/** Share of the found pixels that are true; 1 if none is found. */
	public double precision() {
		return quotient(hits, hits + falseAlarms);
	}

	/** Share of the true pixels that are found; 1 if there is none. */
	public double recall() {
		return quotient(hits, hits + misses);
	}

	private static double quotient(final long part, final long whole) {
		return whole == 0 ? 1 : (double) part / whole;
	}
}
