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
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which atom is nearest to each pixel: the exact discrete Voronoi diagram.
 * <p>
 * A pixel of the analysed area goes to the atom nearest to its centre, of several at
 * the same distance to the first one; to none ({@value #NONE}) if that is further
 * away than the largest distance, inclusive. Made once, a mask of any selection is
 * then a matter of one look a pixel. Immutable.
 */
public final class NearestAtoms implements AtomMasks {

	/** Of pixels that belong to no atom. */
	public static final int NONE = -1;

	/** Side of the squares that are a task each, and of those that aren't divided further, px. */
	private static final int BLOCK = 256, TILE = 8;

	private final int width, height;
	private final double[] x, y;
	private final int[] labels;

	private NearestAtoms(final int width, final int height,
		final List<? extends Position> atoms)
	{
		this.width = width;
		this.height = height;
		x = atoms.stream().mapToDouble(Position::x).toArray();
		y = atoms.stream().mapToDouble(Position::y).toArray();
		labels = new int[Math.multiplyExact(width, height)];
	}

	/**
	 * Finds the nearest atoms, on the threads of {@link Parallelization}.
	 *
	 * @param atoms px, also beyond the image
	 * @param area what is analysed; pixels outside belong to no atom
	 * @param maxDistance px, above 0; infinite for no limit
	 * @throws RewardAnalysisException if a position isn't finite
	 * @throws java.util.concurrent.CancellationException if it was cancelled
	 */
	public static NearestAtoms of(final List<? extends Position> atoms, final int width,
		final int height, final Area area, final double maxDistance, final Progress progress)
	{
		Checks.given("atoms", atoms);
		Checks.given("analysed area", area);
		if (!(maxDistance > 0)) throw new RewardAnalysisException(
			"The largest distance to an atom is %s px; it must be above 0.", Double.toString(
				maxDistance));
		for (final Position p : atoms)
			if (!Double.isFinite(p.x() + p.y())) throw new RewardAnalysisException(
				"An atom lies at (%s, %s); positions must be finite.", Double.toString(p.x()), Double
					.toString(p.y()));
		final NearestAtoms nearest = new NearestAtoms(width, height, atoms);
		nearest.fill(maxDistance, progress);
		if (!area.isRectangle() || area.size() < (double) width * height) nearest.clear(area);
		return nearest;
	}

	private void fill(final double maxDistance, final Progress progress) {
		Arrays.fill(labels, NONE);
		final int columns = (width - 1) / BLOCK + 1, blocks = columns * ((height - 1) / BLOCK + 1);
		final int[] all = IntStream.range(0, x.length).toArray();
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, blocks).boxed().toList(), k -> {
			if (!progress.isCanceled()) new Block(maxDistance).fill(k % columns * BLOCK, k / columns *
				BLOCK, BLOCK, all, all.length);
		});
		progress.checkCanceled();
	}

	private void clear(final Area area) {
		for (int i = 0; i < labels.length; i++)
			if (!area.contains(i % width, i / width)) labels[i] = NONE;
	}

	/** Width of the image, px. */
	public int width() {
		return width;
	}

	/** Height of the image, px. */
	public int height() {
		return height;
	}

	@Override
	public int size() {
		return x.length;
	}

	/** Row by row the index of the nearest atom or {@link #NONE}; shared, not to be changed. */
	public int[] labels() {
		return labels;
	}

	@Override
	public Mask of(final boolean[] selected) {
		checkLength(selected.length);
		final boolean[] pixels = new boolean[labels.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = labels[i] >= 0 && selected[labels[i]];
		return new Mask(width, height, pixels);
	}

	/**
	 * The nearest atom's value in each pixel, row by row; NaN where there is no atom.
	 *
	 * @param values atom by atom
	 */
	public float[] map(final double[] values) {
		checkLength(values.length);
		final float[] map = new float[labels.length];
		for (int i = 0; i < map.length; i++)
			map[i] = labels[i] >= 0 ? (float) values[labels[i]] : Float.NaN;
		return map;
	}

	/**
	 * A square, divided into four again and again. Only those of the whole square's
	 * candidates are a quarter's that may be nearest to one of its pixels; they stay in
	 * ascending order.
	 */
	private final class Block {

		private final double limit;
		private final double[] best = new double[TILE * TILE];
		private double[] distance = new double[0];

		private Block(final double limit) {
			this.limit = limit;
		}

		private void fill(final int left, final int top, final int side, final int[] candidates,
			final int count)
		{
			if (left >= width || top >= height) return;
			final int[] near = new int[count];
			final int n = near(left, top, side, candidates, count, near);
			if (n == 0) return;
			if (side <= TILE) {
				paint(left, top, near, n);
				return;
			}
			final int half = side / 2;
			fill(left, top, half, near, n);
			fill(left + half, top, half, near, n);
			fill(left, top + half, half, near, n);
			fill(left + half, top + half, half, near, n);
		}

		/**
		 * With r from the square's centre to its furthest pixel and d to the nearest atom:
		 * none beyond d + 2r is nearer to any pixel than that one, none beyond the limit + r
		 * is near enough.
		 */
		private int near(final int left, final int top, final int side, final int[] candidates,
			final int count, final int[] near)
		{
			if (distance.length < count) distance = new double[count];
			final double cx = left + (side - 1) / 2.0, cy = top + (side - 1) / 2.0;
			double least = Double.POSITIVE_INFINITY;
			for (int k = 0; k < count; k++) {
				final double dx = x[candidates[k]] - cx, dy = y[candidates[k]] - cy;
				distance[k] = Math.sqrt(dx * dx + dy * dy);
				least = Math.min(least, distance[k]);
			}
			final double r = (side - 1) / Math.sqrt(2);
			// A hair more, for the rounding of the square roots.
			final double bound = (1 + 1e-9) * Math.min(least + 2 * r, limit + r) + 1e-6;
			int n = 0;
			for (int k = 0; k < count; k++)
				if (distance[k] <= bound) near[n++] = candidates[k];
			return n;
		}

		private void paint(final int left, final int top, final int[] near, final int count) {
			final int columns = Math.min(TILE, width - left), rows = Math.min(TILE, height - top);
			Arrays.fill(best, limit * limit);
			for (int k = 0; k < count; k++) {
				final double ax = x[near[k]], ay = y[near[k]];
				for (int row = 0; row < rows; row++) {
					final double dy = top + row - ay, dy2 = dy * dy;
					final int offset = (top + row) * width + left;
					for (int column = 0; column < columns; column++) {
						final double dx = left + column - ax, d = dx * dx + dy2;
						final double before = best[row * TILE + column];
						if (d < before || d == before && labels[offset + column] == NONE) {
							best[row * TILE + column] = d;
							labels[offset + column] = near[k];
						}
					}
				}
			}
		}
	}
}
