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

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;

/**
 * What a network shall answer: 1 where a column's centre is near, 0 elsewhere. So its answer is the
 * probability that there is a centre within {@link #RADIUS} px.
 */
public final class ColumnTarget {

	/**
	 * Of the disc at each column, px of the network. Discs of columns 8 px apart don't touch.
	 */
	public static final double RADIUS = 2.5;

	private ColumnTarget() {}

	/**
	 * Draws a disc at each position: 1 up to half a pixel within its rim, 0 from half a pixel
	 * outside, and in between as far as the pixel's centre is inside. Pixel centres are integers.
	 * Where discs meet the larger value counts; what lies outside the image shines in.
	 *
	 * @return {@code [y * width + x]}, 0 to 1
	 */
	public static float[] draw(final List<? extends Position> columns, final int width,
		final int height)
	{
		Checks.atLeast("target width", width, 1);
		Checks.atLeast("target height", height, 1);
		final float[] target = new float[width * height];
		final double reach = RADIUS + 0.5;
		for (final Position p : columns) {
			final int x1 = (int) Math.min(width - 1, Math.floor(p.x() + reach));
			final int y1 = (int) Math.min(height - 1, Math.floor(p.y() + reach));
			for (int y = (int) Math.max(0, Math.ceil(p.y() - reach)); y <= y1; y++)
				for (int x = (int) Math.max(0, Math.ceil(p.x() - reach)); x <= x1; x++) {
					final float value = (float) Math.max(0, Math.min(1, reach - Math.hypot(x - p.x(), y - p
						.y())));
					target[y * width + x] = Math.max(target[y * width + x], value);
				}
		}
		return target;
	}
}
