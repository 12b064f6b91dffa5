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
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * A bilateral filter of values at patches, on a raster or around atoms: each value becomes the
 * mean of those within 3 σ, weighted by Gaussians of the distance and of the difference of values
 * (Tomasi &amp; Manduchi 1998, Proc. ICCV, 839). Nothing is made up where there is no patch: at
 * the border weights are those of the patches that there are.
 */
final class LatentSmoothing {

	private static final double CUT = 3;

	/** Patches of a task. */
	private static final int BLOCK = 256;

	private LatentSmoothing() {}

	private record Point(double x, double y) implements Position {}

	/**
	 * @param values by patch
	 * @param sigma of distances, in spacings of patches; 0 for no smoothing
	 * @param colour of differences, as a share of the values' range, above 0
	 * @return from 0, the least value, to 1, the largest one, before smoothing; 0 of constants
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static float[] of(final PatchSet patches, final float[] values, final double sigma,
		final double colour, final Progress progress)
	{
		Checks.atLeast("smoothing", sigma, 0);
		Checks.positive("smoothing's range of values", colour);
		final float[] scaled = scaled(values);
		if (sigma == 0) return scaled;
		final double width = sigma * spacing(patches);
		final List<Point> points = points(patches);
		final PointGrid grid = new PointGrid(points, CUT * width);
		final float[] smooth = new float[values.length];
		final List<Integer> blocks = IntStream.range(0, (values.length + BLOCK - 1) / BLOCK).boxed()
			.toList();
		final double near = -0.5 / (width * width), alike = -0.5 / (colour * colour);
		Parallelization.getTaskExecutor().forEach(blocks, b -> {
			progress.checkCanceled();
			for (int i = b * BLOCK; i < Math.min(values.length, (b + 1) * BLOCK); i++)
				smooth[i] = mean(points, grid, scaled, i, CUT * width, near, alike);
		});
		return smooth;
	}

	private static float mean(final List<Point> points, final PointGrid grid, final float[] values,
		final int i, final double reach, final double near, final double alike)
	{
		final Point p = points.get(i);
		final double[] sums = new double[2];
		grid.forEachNear(p, reach, j -> {
			final Point q = points.get(j);
			final double dx = q.x - p.x, dy = q.y - p.y, squared = dx * dx + dy * dy;
			if (squared > reach * reach) return;
			final double d = values[j] - values[i], weight = Math.exp(near * squared + alike * d * d);
			sums[0] += weight;
			sums[1] += weight * values[j];
		});
		return (float) (sums[1] / sums[0]);
	}

	private static float[] scaled(final float[] values) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : values) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		final float[] scaled = new float[values.length];
		if (high > low) for (int i = 0; i < scaled.length; i++)
			scaled[i] = (float) ((values[i] - (double) low) / ((double) high - low));
		return scaled;
	}

	private static List<Point> points(final PatchSet patches) {
		return IntStream.range(0, patches.count()).mapToObj(i -> new Point(patches.x()[i], patches
			.y()[i])).toList();
	}

	/** The stride; around atoms the median distance to the nearest other patch, px. */
	static double spacing(final PatchSet patches) {
		if (!patches.options().isAroundAtoms()) return patches.options().stride();
		final List<Point> points = points(patches);
		if (points.size() < 2) return patches.options().window();
		final double width = extent(patches.x()), height = extent(patches.y());
		final double cell = Math.max(1, Math.max(Math.sqrt(width * height / points.size()), Math.max(width,
			height) / points.size()));
		final PointGrid grid = new PointGrid(points, cell);
		final double[] distances = IntStream.range(0, points.size()).mapToDouble(i -> nearest(points,
			grid, i, cell)).sorted().toArray();
		return Math.max(1e-3, distances[distances.length / 2]);
	}

	private static double extent(final double[] values) {
		return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
	}

	private static double nearest(final List<Point> points, final PointGrid grid, final int i,
		final double cell)
	{
		final Point p = points.get(i);
		final double[] least = { Double.POSITIVE_INFINITY };
		// There is another one, so it ends.
		for (double reach = cell; !(least[0] <= reach); reach *= 2)
			grid.forEachNear(p, reach, j -> {
				if (j != i) least[0] = Math.min(least[0], Math.hypot(points.get(j).x - p.x, points.get(j).y -
					p.y));
			});
		return least[0];
	}
}
