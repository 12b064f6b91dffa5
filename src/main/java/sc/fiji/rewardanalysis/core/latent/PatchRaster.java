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
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.feature.Patches;

/** Cuts patches out of an image. */
final class PatchRaster {

	/** Values of all patches: 1 GB. */
	private static final long MOST_VALUES = 1L << 28;

	private PatchRaster() {}

	/** A place of the raster. */
	private record Place(int column, int row, double x, double y) implements Position {}

	static <T extends RealType<T>> PatchSet of(final RandomAccessibleInterval<T> image,
		final Area area, final PatchOptions options, final Progress progress)
	{
		if (options.isAroundAtoms()) throw new RewardAnalysisException(
			"A raster needs a stride of at least 1 px.");
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final int window = options.window();
		if (window > Math.min(width, height)) throw new RewardAnalysisException(
			"A patch of %d px is larger than the image or selection (%d x %d px); choose smaller patches or select more.",
			window, width, height);
		final int columns = (width - window) / options.stride() + 1;
		final int rows = (height - window) / options.stride() + 1;
		checkMemory((long) columns * rows, options);
		final double half = 0.5 * (window - 1);
		final List<Place> all = new ArrayList<>();
		for (int row = 0; row < rows; row++)
			for (int column = 0; column < columns; column++)
				all.add(new Place(column, row, column * options.stride() + half, row * options.stride() +
					half));
		final PatchWindow sampling = options.sampling();
		final List<Place> kept;
		final float[][] values;
		if (sampling.step() == 1) {
			final int[] excluded = excluded(image, area, width, height, progress);
			kept = all.stream().filter(place -> isWhole(place, excluded, width, options)).toList();
			if (kept.isEmpty()) throw none(window);
			values = copied(image, kept, options, progress);
		}
		else {
			final Patches patches = sampled(image, area, all, options, progress);
			kept = Arrays.stream(patches.indices()).mapToObj(all::get).toList();
			values = read(patches, progress);
		}
		options.scale().apply(values);
		return trimmed(sampling.points(), values, kept, options);
	}

	/** The same in words of a raster. */
	private static <T extends RealType<T>> Patches sampled(final RandomAccessibleInterval<T> image,
		final Area area, final List<Place> places, final PatchOptions options, final Progress progress)
	{
		try {
			return Patches.of(image, area, places, options.sampling(), PatchNormalization.NONE, progress);
		}
		catch (final RewardAnalysisException exc) {
			throw new RewardAnalysisException(exc,
				"Fewer than 2 patches of %d px, with some px around them to smooth and interpolate, lie wholly inside the selection and free of pixels that are NaN or infinite; choose smaller patches, a smaller stride or a larger area.",
				options.window());
		}
	}

	static <T extends RealType<T>> PatchSet around(final RandomAccessibleInterval<T> image,
		final Area area, final List<? extends Position> atoms, final PatchOptions options,
		final Progress progress)
	{
		if (!options.isAroundAtoms()) throw new RewardAnalysisException(
			"Patches around atoms have no stride; give 0.");
		final PatchWindow sampling = options.sampling();
		checkMemory(atoms.size(), options);
		final Patches patches = Patches.of(image, area, atoms, sampling, PatchNormalization.NONE,
			progress);
		final float[][] values = read(patches, progress);
		options.scale().apply(values);
		final int[] indices = patches.indices();
		return new PatchSet(sampling.points(), values, Arrays.stream(indices).mapToDouble(i -> atoms.get(i)
			.x()).toArray(), Arrays.stream(indices).mapToDouble(i -> atoms.get(i).y()).toArray(), 0, 0,
			indices, options);
	}

	private static void checkMemory(final long count, final PatchOptions options) {
		final long dimension = options.sampling().dimension();
		if (count * dimension > MOST_VALUES) throw new RewardAnalysisException(
			"%d patches of %d values need %.1f GB; %s.", count, dimension, count * dimension *
				(double) Float.BYTES / (1 << 30), options.isAroundAtoms() ? "select a part of the image"
					: "choose a larger stride or select a part of the image");
	}

	private static RewardAnalysisException none(final int window) {
		return new RewardAnalysisException(
			"No patch of %d px lies wholly inside the selection and free of pixels that are NaN or infinite; choose smaller patches or a larger area.",
			window);
	}

	/** Pixels that don't count, summed over all rows above and columns to the left. */
	private static <T extends RealType<T>> int[] excluded(final RandomAccessibleInterval<T> image,
		final Area area, final int width, final int height, final Progress progress)
	{
		final int stride = width + 1;
		final int[] sums = new int[Math.multiplyExact(stride, height + 1)];
		final RandomAccess<T> access = image.randomAccess();
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			access.setPosition(image.min(0), 0);
			access.setPosition(image.min(1) + y, 1);
			int row = 0;
			for (int x = 0; x < width; x++) {
				if (!Float.isFinite(access.get().getRealFloat()) || !area.contains(x, y)) row++;
				sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
				access.fwd(0);
			}
		}
		return sums;
	}

	private static boolean isWhole(final Place place, final int[] excluded, final int width,
		final PatchOptions options)
	{
		final int x = place.column * options.stride(), y = place.row * options.stride();
		final int above = y * (width + 1), below = (y + options.window()) * (width + 1);
		final int right = x + options.window();
		return excluded[below + right] - excluded[below + x] - excluded[above + right] + excluded[above +
			x] == 0;
	}

	private static <T extends RealType<T>> float[][] copied(final RandomAccessibleInterval<T> image,
		final List<Place> places, final PatchOptions options, final Progress progress)
	{
		final int size = options.window();
		final float[][] values = new float[places.size()][size * size];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, values.length).boxed().toList(),
			i -> {
				progress.checkCanceled();
				final RandomAccess<T> access = image.randomAccess();
				final Place place = places.get(i);
				for (int row = 0; row < size; row++) {
					access.setPosition(image.min(0) + place.column * (long) options.stride(), 0);
					access.setPosition(image.min(1) + place.row * (long) options.stride() + row, 1);
					for (int column = 0; column < size; column++) {
						values[i][row * size + column] = access.get().getRealFloat();
						access.fwd(0);
					}
				}
			});
		return values;
	}

	private static float[][] read(final Patches patches, final Progress progress) {
		final float[][] values = new float[patches.size()][patches.dimension()];
		final int block = 256;
		for (int from = 0; from < values.length; from += block) {
			progress.checkCanceled();
			final int to = Math.min(values.length, from + block);
			final float[] all = new float[(to - from) * patches.dimension()];
			patches.read(from, to, all);
			for (int i = from; i < to; i++)
				System.arraycopy(all, (i - from) * patches.dimension(), values[i], 0, patches.dimension());
		}
		return values;
	}

	/** Without the rows and columns at the raster's border that have no patch. */
	private static PatchSet trimmed(final int points, final float[][] values, final List<Place> kept,
		final PatchOptions options)
	{
		final int left = kept.stream().mapToInt(Place::column).min().orElseThrow();
		final int right = kept.stream().mapToInt(Place::column).max().orElseThrow();
		final int top = kept.stream().mapToInt(Place::row).min().orElseThrow();
		final int bottom = kept.stream().mapToInt(Place::row).max().orElseThrow();
		final int columns = right - left + 1;
		return new PatchSet(points, values, kept.stream().mapToDouble(Place::x).toArray(), kept.stream()
			.mapToDouble(Place::y).toArray(), columns, bottom - top + 1, kept.stream().mapToInt(
				place -> (place.row - top) * columns + place.column - left).toArray(), options);
	}
}
