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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Square pieces of an image, on a raster or around atoms. Only whole ones: a patch that reaches
 * over the edge of the image or of the selected area, or that holds a pixel that isn't finite,
 * is left out. Values lie in 0 to 1 (see {@link PatchScale}). Arrays are shared, not to be
 * changed.
 *
 * @param size points along a side
 * @param patches each size · size values, row by row
 * @param x centre of each patch, px of the image that was cut; between two pixels if its side
 *          is even
 * @param y likewise
 * @param columns of the raster; 0 around atoms
 * @param rows of the raster; 0 around atoms
 * @param cells of each patch its place in the raster, row · columns + column, ascending; around
 *          atoms which of the given atoms it belongs to
 * @param options how they were cut
 */
public record PatchSet(int size, float[][] patches, double[] x, double[] y, int columns, int rows,
	int[] cells, PatchOptions options)
{

	public PatchSet {
		Checks.given("patches", patches);
		Checks.given("options of patches", options);
		Checks.atLeast("size of patches", size, 1);
		if (patches.length == 0) throw new RewardAnalysisException("There are no patches; give some.");
		if (x.length != patches.length || y.length != patches.length || cells.length != patches.length)
			throw new RewardAnalysisException("There are %d patches with %d, %d and %d places.",
				patches.length, x.length, y.length, cells.length);
		for (final float[] patch : patches)
			if (patch.length != size * size) throw new RewardAnalysisException(
				"A patch has %d values; patches of %d x %d have %d.", patch.length, size, size, size * size);
		if (columns > 0 && patches.length > (long) columns * rows) throw new RewardAnalysisException(
			"There are %d patches in a raster of %d x %d.", patches.length, columns, rows);
	}

	/**
	 * Patches of a whole raster, or around atoms if there are no columns.
	 *
	 * @param size of a side, points and px
	 */
	public PatchSet(final int size, final float[][] patches, final double[] x, final double[] y,
		final int columns, final int rows)
	{
		this(size, patches, x, y, columns, rows, IntStream.range(0, patches.length).toArray(),
			new PatchOptions(Math.max(PatchOptions.SMALLEST, size), columns == 0 ? 0 : stride(x, y, columns),
				PatchScale.ALL));
	}

	private static int stride(final double[] x, final double[] y, final int columns) {
		final double step = columns > 1 ? x[1] - x[0] : y.length > 1 ? y[1] - y[0] : 1;
		return (int) Math.max(1, Math.rint(step));
	}

	/**
	 * Cuts an image into patches on a raster whose first patch begins at the first pixel. Rows
	 * and columns without a whole patch don't count.
	 *
	 * @param image two-dimensional
	 * @param area where patches may lie, in the image's coordinates
	 * @param options with a stride
	 * @throws RewardAnalysisException if no patch fits, the image is constant there, or patches
	 *           need too much memory
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> PatchSet raster(final RandomAccessibleInterval<T> image,
		final Area area, final PatchOptions options, final Progress progress)
	{
		return PatchRaster.of(image, area, options, progress);
	}

	/**
	 * Cuts out patches centred on atoms, to a fraction of a pixel, in the order of the atoms
	 * (interpolation and border as {@link sc.fiji.rewardanalysis.core.feature.Patches}).
	 *
	 * @param image two-dimensional
	 * @param area where patches may lie, in the image's coordinates
	 * @param atoms px
	 * @param options without a stride
	 * @throws RewardAnalysisException if fewer than two atoms have a whole patch, the image is
	 *           constant there, or patches need too much memory
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> PatchSet around(final RandomAccessibleInterval<T> image,
		final Area area, final List<? extends Position> atoms, final PatchOptions options,
		final Progress progress)
	{
		return PatchRaster.around(image, area, atoms, options, progress);
	}

	/** How many patches there are. */
	public int count() {
		return patches.length;
	}

	/** Whether they lie on a raster. */
	public boolean isRaster() {
		return columns > 0;
	}

	/** Whether every place of the raster has a patch. */
	public boolean isWhole() {
		return isRaster() && patches.length == columns * rows;
	}

	/** Centre of the raster's first column, px; NaN around atoms. */
	public double left() {
		return isRaster() ? x[0] - cells[0] % columns * (double) options.stride() : Double.NaN;
	}

	/** Centre of the raster's first row, px; NaN around atoms. */
	public double top() {
		return isRaster() ? y[0] - cells[0] / columns * (double) options.stride() : Double.NaN;
	}

	/** Values of all patches, bytes. */
	public long bytes() {
		return (long) patches.length * size * size * Float.BYTES;
	}

	/**
	 * A number of each patch as an image.
	 *
	 * @param values one for each patch
	 * @return row by row; NaN where there is no patch
	 * @throws RewardAnalysisException if patches don't lie on a raster
	 */
	public float[] image(final float[] values) {
		if (!isRaster()) throw new RewardAnalysisException(
			"Patches around atoms make no image; use a raster.");
		if (values.length != count()) throw new RewardAnalysisException(
			"There are %d values and %d patches.", values.length, count());
		final float[] image = new float[columns * rows];
		Arrays.fill(image, Float.NaN);
		for (int i = 0; i < values.length; i++)
			image[cells[i]] = values[i];
		return image;
	}
}
