/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
