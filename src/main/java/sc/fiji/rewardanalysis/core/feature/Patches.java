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

package sc.fiji.rewardanalysis.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.Memberships;
import sc.fiji.rewardanalysis.core.clustering.Samples;

/**
 * The image around each atom: squares of {@link PatchWindow} that are centred on the atoms
 * to a fraction of a pixel, row by row.
 * <p>
 * They are interpolated by cubic convolution (Keys 1981). Bilinear interpolation blurs an
 * atom the more, the farther it is from a pixel's centre: patches of equal atoms would
 * differ by their place in the pixel grid, and a mixture would find classes of that. Of
 * white noise, halfway between two pixels, the variance that remains is 0.64 on each axis
 * (bilinear: 0.5), so smooth a noisy image before.
 * <p>
 * Edge: an atom is left out if a pixel that its patch depends on (two more than the window
 * on each side, and where the image is smoothed the kernel's radius) lies outside the image
 * or the area, or is NaN or infinite. Nothing is made up beyond the border.
 * <p>
 * Patches are cut out when they are read, so the image is all that is in memory. Immutable
 * and thread-safe; each reading gives the same values bit for bit.
 */
public final class Patches implements Samples {

	/** So many values may be worth a copy: 64 MB. */
	private static final long SMALL = 16L << 20;

	/** Patches that a thread reads at a time. */
	private static final int BLOCK = 256;

	/** Fewer can't be compared. */
	private static final int FEWEST = 2;

	private final PatchImage image;
	private final PatchWindow window;
	private final PatchNormalization normalization;
	private final int given;

	/** The atoms that have a patch: which of the given ones, and where. */
	private final int[] indices;
	private final double[] x, y;

	private Patches(final PatchImage image, final PatchWindow window,
		final PatchNormalization normalization, final int given, final int[] indices,
		final double[] x, final double[] y)
	{
		this.image = image;
		this.window = window;
		this.normalization = normalization;
		this.given = given;
		this.indices = indices;
		this.x = x;
		this.y = y;
	}

	/**
	 * @param image two-dimensional; (0, 0) is its first pixel
	 * @param area where patches may lie, in the image's coordinates
	 * @param atoms px
	 * @param window what to take of each
	 * @param normalization what to do to each
	 * @throws RewardAnalysisException if the window is larger than the image, or fewer than
	 *           two atoms remain
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> Patches of(final RandomAccessibleInterval<T> image,
		final Area area, final List<? extends Position> atoms, final PatchWindow window,
		final PatchNormalization normalization, final Progress progress)
	{
		Checks.given("image", image);
		Checks.given("area", area);
		Checks.given("atoms", atoms);
		Checks.given("window", window);
		Checks.given("normalization of patches", normalization);
		if (atoms.size() < FEWEST) throw new RewardAnalysisException(
			"There %s; patches need at least %d, so find atoms first or choose a larger area.", atoms
				.isEmpty() ? "are no atoms" : "is 1 atom", FEWEST);
		final double shorter = Math.min(image.dimension(0), image.dimension(1));
		if (window.size() > shorter) throw new RewardAnalysisException(
			"The window of %.4g px is larger than the image or selection (%d x %d px); choose a smaller window or select more.",
			window.size(), image.dimension(0), image.dimension(1));
		final PatchImage copy = new PatchImage(image, area, window, progress);
		final int[] kept = IntStream.range(0, atoms.size()).filter(i -> copy.holds(window, atoms.get(i)
			.x(), atoms.get(i).y())).toArray();
		if (kept.length < FEWEST) throw tooFew(atoms.size(), kept.length, window, copy.invalid);
		return new Patches(copy, window, normalization, atoms.size(), kept, Arrays.stream(kept)
			.mapToDouble(i -> atoms.get(i).x()).toArray(), Arrays.stream(kept).mapToDouble(i -> atoms.get(
				i).y()).toArray());
	}

	private static RewardAnalysisException tooFew(final int given, final int kept,
		final PatchWindow window, final int invalid)
	{
		return new RewardAnalysisException(
			"%s of %d atoms has a window of %.1f px wholly inside the area%s; choose a smaller window or a larger area.",
			kept == 0 ? "None" : "Only 1", given, window.size(), invalid == 0 ? "" : String.format(
				Locale.ROOT, " and free of its %d pixels that are NaN or infinite", invalid));
	}

	@Override
	public int size() {
		return indices.length;
	}

	@Override
	public int dimension() {
		return window.dimension();
	}

	@Override
	public void read(final int from, final int to, final float[] into) {
		final PatchCut cut = new PatchCut(image, window);
		for (int i = from; i < to; i++) {
			final float[] patch = cut.at(x[i], y[i]);
			normalization.apply(patch);
			System.arraycopy(patch, 0, into, (i - from) * patch.length, patch.length);
		}
	}

	/** What is taken of each atom. */
	public PatchWindow window() {
		return window;
	}

	/** What is done to each patch. */
	public PatchNormalization normalization() {
		return normalization;
	}

	/** For each patch, in order, which of the given atoms it belongs to. */
	public int[] indices() {
		return indices.clone();
	}

	/** How many atoms have no patch. */
	public int leftOut() {
		return given - indices.length;
	}

	/** One patch, row by row. */
	public float[] patch(final int index) {
		Checks.within("index of the patch", index, 0, size() - 1);
		final float[] patch = new float[dimension()];
		read(index, index + 1, patch);
		return patch;
	}

	/**
	 * Some of these patches, such as those of one species.
	 *
	 * @param patches which of them; {@link #indices} still refers to the atoms given at first
	 * @throws RewardAnalysisException if there are fewer than two
	 */
	public Patches subset(final int[] patches) {
		if (patches.length < FEWEST) throw new RewardAnalysisException(
			"The chosen class has %s with a patch; choose a class with at least %d.",
			patches.length == 0 ? "no atom" : "1 atom", FEWEST);
		return new Patches(image, window, normalization, given, Arrays.stream(patches).map(
			i -> indices[i]).toArray(), Arrays.stream(patches).mapToDouble(i -> x[i]).toArray(), Arrays
				.stream(patches).mapToDouble(i -> y[i]).toArray());
	}

	/** The same patches of the same image, normalised in another way. */
	public Patches with(final PatchNormalization other) {
		return new Patches(image, window, Checks.given("normalization of patches", other), given,
			indices, x, y);
	}

	/**
	 * The same values, faster to read again: a copy in memory if that takes less than 64 MB,
	 * otherwise these patches.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public Samples cached(final Progress progress) {
		if ((long) size() * dimension() >= SMALL) return this;
		final float[] values = new float[size() * dimension()];
		forEachBlock((block, from, to, patches) -> System.arraycopy(patches, 0, values, from *
			dimension(), (to - from) * dimension()), progress);
		return new FloatMatrix(size(), dimension(), values);
	}

	/**
	 * The mean patch of each class, each patch weighted with how probably it belongs there.
	 *
	 * @param memberships one for each patch
	 * @return for each class a patch, row by row; 0 everywhere if nothing belongs there
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public float[][] means(final Memberships memberships, final Progress progress) {
		if (memberships.size() != size()) throw new RewardAnalysisException(
			"There are memberships of %d atoms and patches of %d; classify the atoms of these patches.",
			memberships.size(), size());
		return means(memberships.components(), memberships::probability, progress);
	}

	/**
	 * The mean patch of each class.
	 *
	 * @param labels of each patch its class, from 0; a negative one belongs to none
	 * @param classes how many there are
	 * @return as for {@link #means(Memberships, Progress)}
	 */
	public float[][] means(final int[] labels, final int classes, final Progress progress) {
		if (labels.length != size()) throw new RewardAnalysisException(
			"There are labels of %d atoms and patches of %d; classify the atoms of these patches.",
			labels.length, size());
		return means(classes, (patch, c) -> labels[patch] == c ? 1 : 0, progress);
	}

	private interface Weight {

		double of(int patch, int component);
	}

	private float[][] means(final int classes, final Weight weight, final Progress progress) {
		final int d = dimension();
		// By block, to be added in the same order whatever the threads; the last value is the weight.
		final double[][] sums = new double[blocks()][];
		forEachBlock((block, from, to, patches) -> {
			final double[] sum = new double[classes * (d + 1)];
			for (int i = from; i < to; i++)
				for (int c = 0; c < classes; c++) {
					final double w = weight.of(i, c);
					if (w == 0) continue;
					for (int k = 0; k < d; k++)
						sum[c * (d + 1) + k] += w * patches[(i - from) * d + k];
					sum[c * (d + 1) + d] += w;
				}
			sums[block] = sum;
		}, progress);
		for (int b = 1; b < sums.length; b++)
			for (int k = 0; k < sums[0].length; k++)
				sums[0][k] += sums[b][k];
		final float[][] means = new float[classes][d];
		for (int c = 0; c < classes; c++)
			for (int k = 0; k < d && sums[0][c * (d + 1) + d] > 0; k++)
				means[c][k] = (float) (sums[0][c * (d + 1) + k] / sums[0][c * (d + 1) + d]);
		return means;
	}

	private interface Block {

		void take(int block, int from, int to, float[] patches);
	}

	private int blocks() {
		return (size() + BLOCK - 1) / BLOCK;
	}

	private void forEachBlock(final Block task, final Progress progress) {
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, blocks()).boxed().toList(), b -> {
			progress.checkCanceled();
			final int from = b * BLOCK, to = Math.min(size(), from + BLOCK);
			final float[] patches = new float[(to - from) * dimension()];
			read(from, to, patches);
			task.take(b, from, to, patches);
		});
	}
}
