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

package sc.fiji.rewardanalysis.core.region;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.DistanceTransform;

/**
 * Growing and shrinking masks by a disc: the pixels with dx² + dy² ≤ r², as
 * scikit-image's {@code disk(r)} has them. Takes the same time whatever r is. The
 * border neither grows nor shrinks a mask: for {@link #dilate} what lies outside the
 * image is background, for {@link #erode} foreground.
 */
public final class Morphology {

	private Morphology() {}

	/**
	 * All pixels at most {@code radius} from one that belongs to the mask.
	 *
	 * @param radius px, 0 or more
	 */
	public static Mask dilate(final Mask mask, final double radius) {
		Checks.given("mask", mask);
		Checks.within("radius of the dilation (px)", radius, 0, 1e4);
		if (radius < 1) return mask;
		final boolean[] grown = new boolean[mask.pixels().length];
		final int[] d = DistanceTransform.squared(mask.pixels(), mask.width(), mask.height(),
			(int) radius);
		final int most = (int) Math.floor(radius * radius);
		for (int i = 0; i < grown.length; i++)
			grown[i] = d[i] <= most;
		return new Mask(mask.width(), mask.height(), grown);
	}

	/** {@link #dilate} within an area of the same size: nothing outside belongs to the result. */
	public static Mask dilate(final Mask mask, final double radius, final Mask analysed) {
		return dilate(mask, radius).and(analysed);
	}

	/**
	 * All pixels from which every pixel at most {@code radius} away belongs to the mask.
	 *
	 * @param radius px, 0 or more
	 */
	public static Mask erode(final Mask mask, final double radius) {
		return dilate(mask.complement(), radius).complement();
	}

	/** {@link #erode}, then {@link #dilate}: what is narrower than the disc goes. */
	public static Mask open(final Mask mask, final double radius) {
		return dilate(erode(mask, radius), radius);
	}
}
