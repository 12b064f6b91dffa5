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

package sc.fiji.rewardanalysis.core.refine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Gaussian fits of all columns of an image, in passes.
 * <p>
 * A column's pixels are those nearer to it than to any other, within {@value #REACH}
 * of its σ. From the second pass on the tails of the neighbours' peaks, as fitted in
 * the pass before, are subtracted, and the noise's variance is that at the fitted
 * peak. So a pass depends on the one before alone, and the result neither on the
 * order of the columns nor on the threads. Columns are fitted again until neither
 * they nor their neighbours move.
 */
final class ColumnFits<T extends RealType<T>> {

	/** Of its pixels, in σ: what lies beyond holds 6 % of the information on the position. */
	private static final double REACH = 3;

	/** How far a neighbour's tail is subtracted, in its σ. */
	static final double TAIL = 6;

	/** A fitted width may differ from the blob's by these factors. */
	private static final double NARROWEST = 1.0 / 3, WIDEST = 2;

	/** What a column may fail of because of its width. */
	private static final Set<RefinementStatus> WITH_WIDTH = EnumSet.of(RefinementStatus.DIVERGED,
		RefinementStatus.WANDERED, RefinementStatus.WIDTH, RefinementStatus.UNCERTAIN);

	private static final int PASSES = 30;

	/** A column has settled if its peak changes by less than this fraction of its width and height. */
	private static final double SETTLED = 1e-4;

	/** More than this after the last pass, and there is no result. */
	private static final double UNSETTLED = 0.02;

	private static final int CHUNK = 16;

	private final RandomAccessibleInterval<T> image;
	private final List<Blob> blobs;
	private final FitOptions options;
	private final NoiseModel noise;
	private final Progress progress;
	private final Neighbours neighbours;

	/** Results of the last pass; null of columns that have none. */
	private PeakFit.Result[] fits;
	private final RefinementStatus[] status;
	private final double[] change;

	/** Columns whose own width failed once: from then on it is the blob's. */
	private final boolean[] held;

	/** Where the windows lie: the centres and radii after the first pass. */
	private final double[] centreX, centreY, radius;

	ColumnFits(final RandomAccessibleInterval<T> image, final List<Blob> blobs,
		final FitOptions options, final NoiseModel noise, final Progress progress)
	{
		this.image = image;
		this.blobs = blobs;
		this.options = options;
		this.noise = noise;
		this.progress = progress;
		final int n = blobs.size();
		neighbours = new Neighbours(blobs, REACH * WIDEST, TAIL, progress);
		fits = new PeakFit.Result[n];
		held = new boolean[n];
		status = new RefinementStatus[n];
		change = new double[n];
		centreX = blobs.stream().mapToDouble(Blob::x).toArray();
		centreY = blobs.stream().mapToDouble(Blob::y).toArray();
		radius = blobs.stream().mapToDouble(b -> REACH * b.sigma()).toArray();
	}

	List<RefinedAtom> run() {
		int[] open = IntStream.range(0, blobs.size()).toArray();
		for (int pass = 0; pass < PASSES && open.length > 0; pass++) {
			pass(open, pass);
			if (pass == 0) open = settleWindows();
			else open = open();
		}
		final List<RefinedAtom> atoms = new ArrayList<>(blobs.size());
		for (int i = 0; i < blobs.size(); i++)
			atoms.add(atom(i));
		return atoms;
	}

	/** From here on windows stay, for a fit whose pixels change may swing forever. */
	private int[] settleWindows() {
		for (int i = 0; i < fits.length; i++)
			if (fits[i] != null) {
				centreX[i] = fits[i].peak().x();
				centreY[i] = fits[i].peak().y();
				radius[i] = REACH * fits[i].peak().sigmaMajor();
			}
		return IntStream.range(0, fits.length).toArray();
	}

	/** The columns that changed or have a neighbour that did. What failed twice stays so. */
	private int[] open() {
		return IntStream.range(0, fits.length).filter(i -> fits[i] != null && (change[i] > SETTLED ||
			options.subtractNeighbours() && IntStream.of(neighbours.of(i)).anyMatch(
				j -> change[j] > SETTLED))).toArray();
	}

	private void pass(final int[] open, final int pass) {
		final PeakFit.Result[] before = fits;
		final PeakFit.Result[] after = fits.clone();
		for (int i = 0; i < change.length; i++)
			change[i] = 0;
		final AtomicInteger done = new AtomicInteger();
		final String message = "Fitting columns, pass " + (pass + 1);
		final double from = pass / (pass + 1.0), to = (pass + 1) / (pass + 2.0);
		final List<Integer> chunks = IntStream.range(0, (open.length + CHUNK - 1) / CHUNK).boxed()
			.toList();
		Parallelization.getTaskExecutor().forEach(chunks, chunk -> {
			final Worker worker = new Worker(before, after, pass == 0);
			final int last = Math.min(open.length, (chunk + 1) * CHUNK);
			for (int k = chunk * CHUNK; k < last; k++) {
				progress.checkCanceled();
				worker.accept(open[k]);
			}
			progress.update(from + (to - from) * done.incrementAndGet() / chunks.size(), message);
		});
		fits = after;
	}

	/** Fits one column after the other. */
	private final class Worker implements IntConsumer {

		private final PeakFit.Result[] before, after;
		private final Window window = new Window();
		private final boolean first;
		private final PeakFit fit = new PeakFit(options.elliptic(), noise, progress);
		private final PeakFit heldFit = PeakFit.ofHeldWidth(noise, progress);
		private final RandomAccess<T> access = image.randomAccess();

		Worker(final PeakFit.Result[] before, final PeakFit.Result[] after, final boolean first) {
			this.first = first;
			this.before = before;
			this.after = after;
		}

		@Override
		public void accept(final int i) {
			after[i] = null;
			status[i] = attempt(i, held[i] ? heldFit : fit);
			// Not in the first pass: with the tails gone the width may succeed.
			if (!first && !held[i] && WITH_WIDTH.contains(status[i])) {
				held[i] = true;
				status[i] = attempt(i, heldFit);
			}
			change[i] = ColumnFits.change(before[i], after[i]);
		}

		private RefinementStatus attempt(final int i, final PeakFit fit) {
			fill(i);
			if (window.size < fit.parameters() + 3) return RefinementStatus.PIXELS;
			subtract(i);
			final Peak start = before[i] == null || fit == heldFit && !held(before[i].peak(), i) ? guess(i)
				: before[i].peak();
			if (start == null) return RefinementStatus.FLAT;
			final PeakFit.Result result = fit.fit(window, start);
			final RefinementStatus verdict = verdict(blobs.get(i), result);
			if (verdict == RefinementStatus.OK) after[i] = result;
			return verdict == RefinementStatus.OK && fit == heldFit ? RefinementStatus.HELD : verdict;
		}

		private boolean held(final Peak peak, final int i) {
			return peak.xx() == inverse(blobs.get(i)) && peak.yy() == peak.xx();
		}

		private void fill(final int i) {
			window.clear();
			final double cx = centreX[i], cy = centreY[i], r = radius[i];
			final int[] others = neighbours.of(i);
			final int x0 = (int) Math.max(0, Math.ceil(cx - r)), x1 = (int) Math.min(image.dimension(0) -
				1, Math.floor(cx + r));
			final int y0 = (int) Math.max(0, Math.ceil(cy - r)), y1 = (int) Math.min(image.dimension(1) -
				1, Math.floor(cy + r));
			for (int y = y0; y <= y1; y++) {
				access.setPosition(y, 1);
				for (int x = x0; x <= x1; x++) {
					final double d2 = (x - cx) * (x - cx) + (y - cy) * (y - cy);
					if (d2 > r * r || !isNearest(x, y, d2, others)) continue;
					access.setPosition(x, 0);
					final double value = access.get().getRealDouble();
					if (Double.isFinite(value)) window.add(x, y, value);
				}
			}
		}

		private boolean isNearest(final int x, final int y, final double d2, final int[] others) {
			for (final int j : others) {
				final double dx = x - centreX[j], dy = y - centreY[j];
				if (dx * dx + dy * dy < d2) return false;
			}
			return true;
		}

		private void subtract(final int i) {
			if (!options.subtractNeighbours()) return;
			for (final int j : neighbours.of(i))
				if (before[j] != null) window.addTail(before[j].peak(), TAIL * before[j].peak()
					.sigmaMajor());
		}

		/** Height and background that fit best if place and width are the blob's. */
		private Peak guess(final int i) {
			final Blob blob = blobs.get(i);
			final double inverse = inverse(blob);
			final Peak unit = new Peak(0, 1, blob.x(), blob.y(), inverse, 0, inverse);
			double h = 0, v = 0, hh = 0, hv = 0;
			for (int k = 0; k < window.size; k++) {
				final double height = unit.height(window.x[k], window.y[k]), value = window.value[k] -
					window.tail[k];
				h += height;
				v += value;
				hh += height * height;
				hv += height * value;
			}
			final double amplitude = (window.size * hv - h * v) / (window.size * hh - h * h);
			if (!(amplitude > 0)) return null;
			return new Peak((v - amplitude * h) / window.size, amplitude, blob.x(), blob.y(), inverse, 0,
				inverse);
		}
	}

	/** xx and yy of a round peak as wide as the blob. */
	private static double inverse(final Blob blob) {
		return 1 / (blob.sigma() * blob.sigma());
	}

	/** What a fit must be to be believed. */
	private static RefinementStatus verdict(final Blob blob, final PeakFit.Result result) {
		if (!result.converged()) return RefinementStatus.DIVERGED;
		final Peak peak = result.peak();
		if (!(peak.amplitude() > 0)) return RefinementStatus.FLAT;
		final double sigma = blob.sigma();
		// A detection is a pixel; noise and neighbours shift it by less than the blob's σ.
		if (!(Math.hypot(peak.x() - blob.x(), peak.y() - blob.y()) <= Math.max(1, sigma)))
			return RefinementStatus.WANDERED;
		if (!(peak.sigmaMajor() <= WIDEST * sigma && peak.sigmaMinor() >= NARROWEST * sigma))
			return RefinementStatus.WIDTH;
		return Math.max(result.errorX(), result.errorY()) <= sigma / 2 ? RefinementStatus.OK
			: RefinementStatus.UNCERTAIN;
	}

	/** Of a peak from one pass to the next, relative to its width and height. */
	private static double change(final PeakFit.Result before, final PeakFit.Result after) {
		if (before == null && after == null) return 0;
		if (before == null || after == null) return 1;
		final Peak p = before.peak(), q = after.peak();
		final double sigma = q.sigmaMajor();
		final double place = Math.max(Math.abs(p.x() - q.x()), Math.abs(p.y() - q.y())) / sigma;
		final double width = Math.abs(p.sigmaMajor() - sigma) / sigma;
		return Math.max(Math.max(place, width), Math.abs(p.amplitude() - q.amplitude()) / q
			.amplitude());
	}

	private RefinedAtom atom(final int i) {
		final Blob blob = blobs.get(i);
		if (fits[i] == null) return RefinedAtom.kept(blob, status[i]);
		if (change[i] > UNSETTLED) return RefinedAtom.kept(blob, RefinementStatus.DIVERGED);
		final Peak peak = fits[i].peak();
		return new RefinedAtom(RefinedAtom.moved(blob, peak.x(), peak.y()), held[i] ? Double.NaN : peak
			.sigmaMajor(), held[i] ? Double.NaN : peak.sigmaMinor(), options.elliptic() && !held[i] ? peak
				.angle() : Double.NaN, peak.amplitude(), peak.background(), fits[i].errorX(), fits[i]
					.errorY(), status[i]);
	}
}
