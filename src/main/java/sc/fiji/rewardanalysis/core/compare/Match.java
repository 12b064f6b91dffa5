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

import java.util.Arrays;
import java.util.Objects;

/**
 * How well found points agree with the truth.
 *
 * @param truePositives counted pairs
 * @param falsePositives counted found points without a partner
 * @param falseNegatives counted true points without a partner
 * @param rmsd root of the mean squared distance of the counted pairs, px; NaN
 *          without a pair
 * @param biasX mean of found − true x over the counted pairs, px; NaN without a
 *          pair
 * @param biasY likewise along y
 * @param partner for each found point the index of its true point, or −1; pairs
 *          outside the counted area are in here too
 */
public record Match(int truePositives, int falsePositives, int falseNegatives, double rmsd,
	double biasX, double biasY, int[] partner)
{

	public Match {
		partner = partner.clone();
	}

	/** A copy. */
	@Override
	public int[] partner() {
		return partner.clone();
	}

	/**
	 * Share of the found points that are true. Where nothing is counted as found: 1
	 * if there was nothing to find either, else 0, so that silence earns nothing.
	 */
	public double precision() {
		return share(truePositives, truePositives + falsePositives, falseNegatives);
	}

	/**
	 * Share of the true points that were found. Where there was nothing to find: 1
	 * if nothing was found either, else 0.
	 */
	public double recall() {
		return share(truePositives, truePositives + falseNegatives, falsePositives);
	}

	/**
	 * Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); 1 if nothing
	 * was there and nothing was found.
	 */
	public double f1() {
		final int all = 2 * truePositives + falsePositives + falseNegatives;
		return all == 0 ? 1 : 2.0 * truePositives / all;
	}

	private static double share(final int part, final int whole, final int opposite) {
		if (whole > 0) return (double) part / whole;
		return opposite == 0 ? 1 : 0;
	}

	// A record compares an array by identity.
	@Override
	public boolean equals(final Object other) {
		return other instanceof Match m && truePositives == m.truePositives &&
			falsePositives == m.falsePositives && falseNegatives == m.falseNegatives && Double
				.compare(rmsd, m.rmsd) == 0 && Double.compare(biasX, m.biasX) == 0 && Double.compare(
					biasY, m.biasY) == 0 && Arrays.equals(partner, m.partner);
	}

	@Override
	public int hashCode() {
		return Objects.hash(truePositives, falsePositives, falseNegatives, rmsd, Arrays.hashCode(
			partner));
	}
}
