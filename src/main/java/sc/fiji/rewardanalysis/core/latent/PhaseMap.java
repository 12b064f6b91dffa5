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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.region.NearestAtoms;
import sc.fiji.rewardanalysis.core.region.PerimeterMethod;

/**
 * Phases in the image: a patch of a raster stands for the square of a stride's side around its
 * centre, a patch around an atom for the pixels that are nearer to that atom than to others, up to
 * half a window or the distance of neighbours, whichever is larger.
 * <p>
 * Boundaries are measured by Crofton's formula in four directions ({@link
 * PerimeterMethod#CROFTON}), of a raster on the raster itself, so that its steps don't count.
 * What runs along the border of what is analysed isn't a boundary.
 *
 * @param width of the image, px
 * @param height of the image, px
 * @param owners of each pixel, row by row, the patch that stands for it; −1 for none
 * @param labels of each pixel its phase from 1, 0 for none; shared, not to be changed
 * @param boundaries by phase, length of its boundaries with others, px of the image
 * @param areas by phase, px² of the image
 */
public record PhaseMap(int width, int height, int[] owners, int[] labels, double[] boundaries,
	double[] areas)
{

	public PhaseMap {
		Checks.given("phases", labels);
	}

	/**
	 * Paints phases.
	 *
	 * @param width of the image that was cut into patches, px
	 * @param height likewise
	 * @param area what was analysed of it
	 * @param labels by patch, from 0
	 * @param classes how many phases there are
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static PhaseMap of(final PatchSet patches, final int width, final int height,
		final Area area, final int[] labels, final int classes, final Progress progress)
	{
		final int[] owners = owners(patches, width, height, area, progress);
		final int[] painted = new int[owners.length];
		for (int i = 0; i < owners.length; i++)
			painted[i] = owners[i] < 0 ? 0 : labels[owners[i]] + 1;
		progress.checkCanceled();
		if (!patches.isRaster()) return new PhaseMap(width, height, owners, painted, lengths(painted, width,
			height, classes), areas(painted, classes));
		final int[] raster = new int[patches.columns() * patches.rows()];
		for (int i = 0; i < labels.length; i++)
			raster[patches.cells()[i]] = labels[i] + 1;
		final double stride = patches.options().stride();
		return new PhaseMap(width, height, owners, painted, scaled(lengths(raster, patches.columns(),
			patches.rows(), classes), stride), scaled(areas(raster, classes), stride * stride));
	}

	/** How many phases there are. */
	public int classes() {
		return boundaries.length;
	}

	/** Length of all boundaries, each counted once, px of the image. */
	public double boundary() {
		return 0.5 * Arrays.stream(boundaries).sum();
	}

	/**
	 * A value of each patch where it stands, row by row; NaN where there is none.
	 *
	 * @param values by patch
	 */
	public float[] image(final float[] values) {
		final float[] image = new float[owners.length];
		for (int i = 0; i < image.length; i++)
			image[i] = owners[i] < 0 ? Float.NaN : values[owners[i]];
		return image;
	}

	private record Point(double x, double y) implements Position {}

	private static int[] owners(final PatchSet patches, final int width, final int height,
		final Area area, final Progress progress)
	{
		if (patches.isRaster()) return squares(patches, width, height);
		final List<Point> atoms = new ArrayList<>();
		for (int i = 0; i < patches.count(); i++)
			atoms.add(new Point(patches.x()[i], patches.y()[i]));
		return NearestAtoms.of(atoms, width, height, area, Math.max(0.5 * patches.options().window(),
			LatentSmoothing.spacing(patches)), progress).labels();
	}

	/** A square's edge belongs to the one on its left or above. */
	private static int[] squares(final PatchSet patches, final int width, final int height) {
		final int[] patch = new int[patches.columns() * patches.rows()];
		Arrays.fill(patch, -1);
		for (int i = 0; i < patches.count(); i++)
			patch[patches.cells()[i]] = i;
		final double stride = patches.options().stride(), left = patches.left(), top = patches.top();
		final int[] owners = new int[Math.multiplyExact(width, height)];
		for (int y = 0, i = 0; y < height; y++) {
			final int row = (int) Math.ceil((y - top) / stride - 0.5);
			for (int x = 0; x < width; x++, i++) {
				final int column = (int) Math.ceil((x - left) / stride - 0.5);
				owners[i] = row < 0 || row >= patches.rows() || column < 0 || column >= patches.columns() ? -1
					: patch[row * patches.columns() + column];
			}
		}
		return owners;
	}

	private static double[] lengths(final int[] labels, final int width, final int height,
		final int classes)
	{
		final Mask known = mask(labels, width, height, label -> label > 0);
		return IntStream.rangeClosed(1, classes).mapToDouble(k -> PerimeterMethod.CROFTON.of(mask(labels,
			width, height, label -> label == k), known)).toArray();
	}

	private static Mask mask(final int[] labels, final int width, final int height,
		final IntPredicate which)
	{
		final boolean[] pixels = new boolean[labels.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = which.test(labels[i]);
		return new Mask(width, height, pixels);
	}

	private static double[] areas(final int[] labels, final int classes) {
		final double[] areas = new double[classes];
		for (final int label : labels)
			if (label > 0) areas[label - 1]++;
		return areas;
	}

	private static double[] scaled(final double[] values, final double factor) {
		return Arrays.stream(values).map(v -> v * factor).toArray();
	}
}
