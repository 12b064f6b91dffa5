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

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;

/** Masks to test with. */
final class Masks {

	private Masks() {}

	static Mask of(final int width, final int height, final BiPredicate<Integer, Integer> inside) {
		final boolean[] pixels = new boolean[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = inside.test(i % width, i / width);
		return new Mask(width, height, pixels);
	}

	static Mask full(final int width, final int height) {
		return of(width, height, (x, y) -> true);
	}

	static Mask disc(final int size, final double x, final double y, final double radius) {
		return of(size, size, (px, py) -> Math.hypot(px - x, py - y) <= radius);
	}

	static Mask random(final int width, final int height, final double share, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return of(width, height, (x, y) -> random.nextDouble() < share);
	}

	/** The rows, # for true. */
	static Mask drawn(final String... rows) {
		return of(rows[0].length(), rows.length, (x, y) -> rows[y].charAt(x) == '#');
	}

	static boolean same(final Mask a, final Mask b) {
		return Arrays.equals(a.pixels(), b.pixels());
	}
}
