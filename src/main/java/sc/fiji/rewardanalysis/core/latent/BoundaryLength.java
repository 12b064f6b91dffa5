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

package sc.fiji.rewardanalysis.core.latent;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How long the discontinuities of latent maps are, by the published measure, in sides of
 * patches' cells.
 */
public final class BoundaryLength {

	/** Widths of the authors' filter: the map's standard deviation, and 5 px. */
	private static final BilateralFilter FILTER = BilateralFilter.of(0, 5);

	private BoundaryLength() {}

	/**
	 * The published measure: of each map, scaled to 0 … 1 and filtered, the sum of Scharr
	 * magnitudes; the mean of all maps. A constant map has none.
	 *
	 * @param maps each row by row, finite
	 * @throws RewardAnalysisException if a map isn't whole
	 */
	public static double scharr(final float[][] maps, final int width, final int height,
		final Progress progress)
	{
		double sum = 0;
		for (final float[] map : maps)
			sum += scharr(map, width, height, progress);
		return sum / maps.length;
	}

	private static double scharr(final float[] map, final int width, final int height,
		final Progress progress)
	{
		float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
		for (final float value : map) {
			if (!Float.isFinite(value)) throw new RewardAnalysisException(
				"The published boundary length needs a whole raster of patches; select a rectangle, or choose the differentiable form.");
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		if (!(most > least)) return 0;
		final double[] scaled = new double[map.length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = ((double) map[i] - least) / ((double) most - least);
		return Arrays.stream(Scharr.magnitude(FILTER.apply(scaled, width, height, progress), width,
			height)).sum();
	}
}
