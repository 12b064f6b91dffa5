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

package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Values on a grid of pixels. The array is not copied: whoever makes one hands it over.
 *
 * @param values row by row, {@code values[y * width + x]}
 * @param width px
 * @param height px
 */
public record Raster(float[] values, int width, int height) {

	/** @throws RewardAnalysisException if there are more or fewer values than pixels */
	public Raster {
		Checks.atLeast("width", width, 1);
		Checks.atLeast("height", height, 1);
		if (values.length != (long) width * height) throw new RewardAnalysisException(
			"There are %d values for %d x %d px.", values.length, width, height);
	}

	/** The value of a pixel within. */
	public float at(final int x, final int y) {
		return values[y * width + x];
	}

	/**
	 * Which pixel of a row of {@code n} is seen at {@code i} if the row is mirrored at both ends,
	 * without repeating the last pixel: … 2 1 0 1 2 … As often as need be.
	 */
	static int mirrored(final int i, final int n) {
		if (n == 1) return 0;
		final int period = 2 * (n - 1), at = Math.floorMod(i, period);
		return at < n ? at : period - at;
	}
}
