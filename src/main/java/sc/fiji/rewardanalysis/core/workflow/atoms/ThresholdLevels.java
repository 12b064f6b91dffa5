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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * The finitely many thresholds that differ: level k has the k strongest candidates.
 * Immutable.
 */
public final class ThresholdLevels {

	/** Responses whose relative difference is smaller are equal but for rounding. */
	private static final double RESOLUTION = 1e-9;

	private final Range range;
	private final double[] responses;
	private final int first;

	/** @param candidates by falling response, all of those above the range's lower end */
	public ThresholdLevels(final List<Blob> candidates, final Range range) {
		this.range = range;
		responses = candidates.stream().mapToDouble(Blob::response).toArray();
		int k = 0;
		while (k < responses.length && responses[k] > range.high())
			k++;
		first = k;
	}

	/** The level of the highest threshold. */
	public int first() {
		return first;
	}

	/** The level of the lowest threshold. */
	public int last() {
		return responses.length;
	}

	/** The lowest threshold of a level, inclusive. */
	private double low(final int k) {
		return k == responses.length ? range.low() : Math.max(range.low(), responses[k]);
	}

	/** The highest threshold of a level; exclusive if it is a response. */
	private double high(final int k) {
		return k == 0 ? range.high() : Math.min(range.high(), responses[k - 1]);
	}

	/**
	 * The level's share of the range, on the scale on which thresholds are searched; 0 if
	 * no threshold has this level.
	 */
	public double share(final int k) {
		if (k < first) return 0;
		if (range.low() == range.high()) return k == responses.length ? 1 : 0;
		final double low = low(k), high = high(k);
		if (!(high - low > RESOLUTION * high)) return 0;
		return range.low() > 0 ? Math.log(high / low) / Math.log(range.high() / range.low()) : (high -
			low) / (range.high() - range.low());
	}

	/** The threshold in the middle of a level. */
	public double threshold(final int k) {
		if (range.low() == range.high()) return range.low();
		return range.low() > 0 ? Math.sqrt(low(k) * high(k)) : (low(k) + high(k)) / 2;
	}
}
