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

import sc.fiji.rewardanalysis.core.Checks;

/**
 * The connected regions of a mask, numbered from 1 in the order of their first
 * pixels, row by row, as scikit-image's {@code label} does. Immutable.
 */
public final class Labels {

	private final int width, height, count;
	private final Connectivity connectivity;
	private final int[] pixels;

	private Labels(final int width, final int height, final int count,
		final Connectivity connectivity, final int[] pixels)
	{
		this.width = width;
		this.height = height;
		this.count = count;
		this.connectivity = connectivity;
		this.pixels = pixels;
	}

	/** Finds the regions, in two passes with union and find (Rosenfeld &amp; Pfaltz 1966). */
	public static Labels of(final Mask mask, final Connectivity connectivity) {
		Checks.given("mask", mask);
		Checks.given("connectivity", connectivity);
		final int[] pixels = new int[mask.pixels().length];
		final Union union = new Union();
		final int w = mask.width();
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < w; x++) {
				final int i = y * w + x;
				if (mask.pixels()[i]) pixels[i] = label(pixels, i, x, y, w, connectivity, union);
			}
		final int count = union.number();
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] != 0) pixels[i] = union.parent[pixels[i]];
		return new Labels(w, mask.height(), count, connectivity, pixels);
	}

	/** The number of a pixel, from those of its neighbours that came before it. */
	private static int label(final int[] pixels, final int i, final int x, final int y,
		final int width, final Connectivity connectivity, final Union union)
	{
		int label = x > 0 ? pixels[i - 1] : 0;
		if (y == 0) return label != 0 ? label : union.add();
		final int up = pixels[i - width];
		// What is above touches the pixels left and right of it already.
		if (up != 0) return label == 0 || label == up || connectivity == Connectivity.EIGHT ? up : union
			.join(label, up);
		if (connectivity == Connectivity.EIGHT) {
			if (label == 0 && x > 0) label = pixels[i - width - 1];
			final int right = x < width - 1 ? pixels[i - width + 1] : 0;
			if (right != 0) label = label == 0 || label == right ? right : union.join(label, right);
		}
		return label != 0 ? label : union.add();
	}

	/** The whole mask as one region, connected or not. */
	static Labels whole(final Mask mask) {
		final int[] pixels = new int[mask.pixels().length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = mask.pixels()[i] ? 1 : 0;
		return new Labels(mask.width(), mask.height(), 1, Connectivity.EIGHT, pixels);
	}

	/** Number of regions. */
	public int count() {
		return count;
	}

	/** Width of the image, px. */
	public int width() {
		return width;
	}

	/** Height of the image, px. */
	public int height() {
		return height;
	}

	/** What made them neighbours. */
	public Connectivity connectivity() {
		return connectivity;
	}

	/** Row by row the number of the pixel's region, 0 for none; shared, not to be changed. */
	public int[] pixels() {
		return pixels;
	}

	/** The pixels of one region. */
	public Mask mask(final int label) {
		final boolean[] own = new boolean[pixels.length];
		for (int i = 0; i < own.length; i++)
			own[i] = pixels[i] == label;
		return new Mask(width, height, own);
	}

	/** Sets of provisional numbers; the smallest one of each stands for it. */
	private static final class Union {

		private int[] parent = new int[256];
		private int size = 1;

		private int add() {
			if (size == parent.length) parent = Arrays.copyOf(parent, 2 * size);
			parent[size] = size;
			return size++;
		}

		private int root(final int label) {
			int root = label;
			while (parent[root] != root)
				root = parent[root] = parent[parent[root]];
			return root;
		}

		private int join(final int a, final int b) {
			final int ra = root(a), rb = root(b), least = Math.min(ra, rb);
			parent[Math.max(ra, rb)] = least;
			return least;
		}

		/** Replaces each number by that of its set, counted from 1. */
		private int number() {
			int n = 0;
			for (int k = 1; k < size; k++)
				parent[k] = parent[k] == k ? ++n : parent[parent[k]];
			return n;
		}
	}
}
