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

package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Points that are to be clustered.
 *
 * @param size how many there are
 * @param dimension of the space
 * @param values point by point; shared, not to be changed
 */
public record Points(int size, int dimension, double[] values) {

	/** Squares of larger ones, and their sums, may be infinite. */
	private static final double LARGEST = 1e100;

	public Points {
		Checks.atLeast("number of points", size, 0);
		Checks.atLeast("dimension of the points", dimension, 1);
		Checks.given("values of the points", values);
		if (values.length != (long) size * dimension) throw new RewardAnalysisException(
			"%d points of %d values need %d values, not %d.", size, dimension, (long) size * dimension,
			values.length);
	}

	/**
	 * @throws RewardAnalysisException if one is no number, or so large that distances aren't
	 */
	void checkFinite() {
		for (int i = 0; i < values.length; i++)
			if (!(Math.abs(values[i]) <= LARGEST)) throw new RewardAnalysisException(
				"Coordinate %d of point %d is %s; leave out points that aren't finite.", i % dimension, i / dimension,
				values[i]);
	}

	/** A coordinate of a point. */
	public double get(final int point, final int axis) {
		return values[point * dimension + axis];
	}
}
