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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.DistanceTransform;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.GaussianBlur;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * Where an image shows a sample, and where vacuum.
 * <p>
 * Contrast is the square of the image's detail at the size of columns, averaged over exactly
 * one cell, less what noise adds; in a perfect crystal it is constant. Where it is below
 * {@value #FAINT} of its typical value there is no sample. The edge lies where it has risen
 * to half of what it is inside nearby: there, what is counted too much on one side of the
 * edge is counted too little on the other. Holes and islands of a few cells are closed and
 * dropped; larger holes stay.
 */
final class SampleMask {

	/** Of the typical contrast. */
	private static final double FAINT = 0.03;

	/** How much of the noise's contrast remains somewhere, for want of pixels in a cell. */
	private static final double NOISY = 1.2;

	/** Below this share of the analysed area, vacuum is an accident of the estimate. */
	private static final double LEAST_VACUUM = 0.004;

	private static final int MOST_PIXELS = 1 << 22, FINENESS = 9;
	private static final double HOLE = 9, ISLAND = 6;

	/** From vacuum, in cells: so far its edge is looked for. */
	private static final double REACH = 2;

	private final int width, height, bin, columns, rows;
	private final LatticeVectors cell;
	private final double spacing;

	/** What noise adds to the contrast. */
	private double added;
	private final Progress progress;
	private final double[] contrast;
	private final boolean[] valid;

	private <T extends RealType<T>> SampleMask(final RandomAccessibleInterval<T> image,
		final Area area, final LatticeVectors translations, final double columnSpacing,
		final Progress progress)
	{
		this.progress = progress;
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
		bin = (int) Math.max(1, Math.max(Math.floor(columnSpacing / FINENESS), Math.ceil(Math.sqrt((double) width *
			height / MOST_PIXELS))));
		columns = (width + bin - 1) / bin;
		rows = (height + bin - 1) / bin;
		cell = translations.times(1.0 / bin);
		spacing = columnSpacing / bin;
		contrast = new double[columns * rows];
		valid = new boolean[columns * rows];
		read(image, area);
	}

	/**
	 * @param translations of the lattice, px
	 * @param spacing of columns, px: the root of their area
	 * @param noise of a pixel, as a standard deviation
	 * @return the sample; all of the area if there is no vacuum
	 */
	static <T extends RealType<T>> Mask of(final RandomAccessibleInterval<T> image,
		final Area area, final LatticeVectors translations, final double spacing, final double noise,
		final Progress progress)
	{
		final SampleMask mask = new SampleMask(image, area, translations, spacing, progress);
		final Mask whole = Mask.of(area, mask.width, mask.height);
		mask.detail(noise);
		final double[] level = mask.level();
		if (level == null) return whole;
		final Mask sample = mask.tidied(mask.enlarged(level), translations.area()).and(whole);
		return sample.area() > (1 - LEAST_VACUUM) * whole.area() ? whole : sample;
	}

	/** Means of blocks of pixels; what is no number is like the mean of all. */
	private <T extends RealType<T>> void read(final RandomAccessibleInterval<T> image,
		final Area area)
	{
		final int[] counts = new int[contrast.length];
		final RandomAccess<T> access = image.randomAccess();
		double sum = 0;
		long n = 0;
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			access.setPosition(image.min(0), 0);
			access.setPosition(image.min(1) + y, 1);
			for (int x = 0; x < width; x++) {
				final double value = access.get().getRealDouble();
				if (Double.isFinite(value) && area.contains(x, y)) {
					final int i = y / bin * columns + x / bin;
					contrast[i] += value;
					counts[i]++;
					sum += value;
					n++;
				}
				access.fwd(0);
			}
		}
		for (int i = 0; i < contrast.length; i++) {
			valid[i] = counts[i] > 0;
			contrast[i] = valid[i] ? contrast[i] / counts[i] - sum / n : 0;
		}
	}

	/** The squared detail, averaged over a cell, without the noise. */
	private void detail(final double noise) {
		final double fine = Math.max(0.3, 0.09 * spacing), coarse = Math.max(2 * fine, 0.4 * spacing);
		final double[] smooth = contrast.clone();
		new GaussianBlur(columns, rows, fine).apply(contrast, progress.silent());
		new GaussianBlur(columns, rows, coarse).apply(smooth, progress.silent());
		for (int i = 0; i < contrast.length; i++) {
			final double d = valid[i] ? contrast[i] - smooth[i] : 0;
			contrast[i] = d * d;
		}
		average(cell.ax(), cell.ay());
		average(cell.bx(), cell.by());
		new GaussianBlur(columns, rows, Math.max(0.5, 0.1 * spacing)).apply(contrast, progress.silent());
		// Of white noise, what lies between the two blurs' bands.
		final double variance = noise * noise / (bin * bin), share = 1 / (4 * Math.PI) * (1 / (fine *
			fine) + 1 / (coarse * coarse) - 4 / (fine * fine + coarse * coarse));
		added = variance * share;
		for (int i = 0; i < contrast.length; i++)
			contrast[i] = Math.max(0, contrast[i] - added);
	}

	/** The mean along a vector, half of it to either side, as far as there are pixels. */
	private void average(final double dx, final double dy) {
		final int steps = (int) Math.max(1, Math.ceil(Math.hypot(dx, dy)));
		final int[] xs = new int[steps], ys = new int[steps];
		for (int s = 0; s < steps; s++) {
			xs[s] = (int) Math.rint(((s + 0.5) / steps - 0.5) * dx);
			ys[s] = (int) Math.rint(((s + 0.5) / steps - 0.5) * dy);
		}
		final double[] from = contrast.clone();
		final List<Integer> lines = IntStream.range(0, rows).boxed().toList();
		Parallelization.getTaskExecutor().forEach(lines, y -> {
			progress.checkCanceled();
			for (int x = 0; x < columns; x++) {
				double sum = 0;
				int n = 0;
				for (int s = 0; s < steps; s++) {
					final int u = x + xs[s], v = y + ys[s];
					if (u < 0 || u >= columns || v < 0 || v >= rows || !valid[v * columns + u]) continue;
					sum += from[v * columns + u];
					n++;
				}
				contrast[y * columns + x] = n == 0 ? 0 : sum / n;
			}
		});
	}

	private double percentile(final double share) {
		final double[] sorted = IntStream.range(0, contrast.length).filter(i -> valid[i]).mapToDouble(
			i -> contrast[i]).sorted().toArray();
		return sorted[(int) (share * (sorted.length - 1))];
	}

	/** Above 0 where there is sample; null if there is no vacuum. */
	private double[] level() {
		final double typical = percentile(0.8), faint = Math.max(FAINT * typical, NOISY * added);
		if (faint > 0.4 * typical) return null;
		final Mask vacuum = without(new Mask(columns, rows, faint(faint)), HOLE * cell.area());
		if (vacuum.area() < LEAST_VACUUM * contrast.length) return null;
		final double rest = IntStream.range(0, contrast.length).filter(i -> vacuum.pixels()[i])
			.mapToDouble(i -> contrast[i]).average().orElse(0);
		final double[] near = nearby(Math.min(0.5 * typical, 3 * faint), typical);
		final int[] away = DistanceTransform.squared(vacuum.pixels(), columns, rows);
		final double reach = REACH * REACH * cell.area();
		final double[] level = new double[contrast.length];
		for (int i = 0; i < level.length; i++)
			// Away from vacuum, thin and tilted parts are sample too.
			level[i] = away[i] > reach ? 1 : (contrast[i] - rest) / Math.max(faint, 0.5 * (near[i] - rest)) -
				1;
		return level;
	}

	private boolean[] faint(final double limit) {
		final boolean[] faint = new boolean[contrast.length];
		for (int i = 0; i < faint.length; i++)
			faint[i] = !valid[i] || contrast[i] < limit;
		return faint;
	}

	/** What the contrast is inside the sample, spread over its surroundings. */
	private double[] nearby(final double least, final double typical) {
		final double[] inside = new double[contrast.length], weight = new double[contrast.length];
		for (int i = 0; i < contrast.length; i++)
			if (valid[i] && contrast[i] > least) {
				// More of what is well inside than of the edge.
				weight[i] = contrast[i] * contrast[i];
				inside[i] = contrast[i] * weight[i];
			}
		final GaussianBlur wide = new GaussianBlur(columns, rows, 2.5 * Math.sqrt(cell.area()));
		wide.apply(inside, progress.silent());
		wide.apply(weight, progress.silent());
		for (int i = 0; i < inside.length; i++)
			inside[i] = weight[i] > 1e-9 * typical * typical ? inside[i] / weight[i] : typical;
		return inside;
	}

	/** Whether the level is above 0, between the blocks' centres linearly. */
	private Mask enlarged(final double[] level) {
		final boolean[] pixels = new boolean[width * height];
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			final double v = clamped((y + 0.5) / bin - 0.5, rows);
			final int j = (int) Math.min(v, Math.max(0, rows - 2)), below = Math.min(rows - 1, j + 1);
			for (int x = 0; x < width; x++) {
				final double u = clamped((x + 0.5) / bin - 0.5, columns);
				final int i = (int) Math.min(u, Math.max(0, columns - 2)), right = Math.min(columns - 1, i +
					1);
				final double p = u - i, q = v - j;
				pixels[y * width + x] = (1 - q) * ((1 - p) * level[j * columns + i] + p * level[j * columns +
					right]) + q * ((1 - p) * level[below * columns + i] + p * level[below * columns +
						right]) > 0;
			}
		}
		return new Mask(width, height, pixels);
	}

	private static double clamped(final double at, final int length) {
		return Math.max(0, Math.min(length - 1.0, at));
	}

	/** @param cellArea px² */
	private Mask tidied(final Mask mask, final double cellArea) {
		return without(without(mask, ISLAND * cellArea).complement(), HOLE * cellArea).complement();
	}

	private Mask without(final Mask mask, final double smallest) {
		progress.checkCanceled();
		final Labels labels = Labels.of(mask, Connectivity.FOUR);
		final long[] areas = new long[labels.count() + 1];
		for (final int label : labels.pixels())
			areas[label]++;
		final boolean[] kept = new boolean[mask.pixels().length];
		for (int i = 0; i < kept.length; i++)
			kept[i] = mask.pixels()[i] && areas[labels.pixels()[i]] >= smallest;
		return new Mask(mask.width(), mask.height(), kept);
	}
}
