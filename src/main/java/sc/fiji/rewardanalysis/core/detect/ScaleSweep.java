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

package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Comparison.Candidates;
import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * Goes through the scales of one tile: filters its planes and finds the maxima of those
 * whose neighbours are there.
 * <p>
 * Threads share lines of one plane after the other where planes are large. Where they
 * are small, waiting for each other so often would cost as much as the work: there each
 * thread filters planes, or looks for the maxima of a scale, by itself.
 */
final class ScaleSweep {

	/** What planes may occupy that are worked on at a time. */
	private static final long SMALL = 32L << 20;

	private final PlaneCache cache;
	private final Tile tile;
	private final Supplier<PlaneFilter> filter;
	private final MaximaFinder finder;
	private final int width, height;
	private final double[] sigmas;
	private final double floor;
	private final Progress progress;
	private final String message;

	private final Plane[] planes;
	private final List<List<Maximum>> maxima;
	private final AtomicInteger done = new AtomicInteger();

	/**
	 * @param tile which part of the image
	 * @param filter asked only if a plane is missing
	 * @param image the tile itself
	 * @param message what the user reads meanwhile
	 */
	ScaleSweep(final PlaneCache cache, final Tile tile, final Supplier<PlaneFilter> filter,
		final MaximaFinder finder, final ImageTile image, final double[] sigmas, final double floor,
		final Progress progress, final String message)
	{
		this.cache = cache;
		this.tile = tile;
		this.filter = filter;
		this.finder = finder;
		this.sigmas = sigmas;
		this.floor = floor;
		this.progress = progress;
		this.message = message;
		width = image.width;
		height = image.height;
		planes = new Plane[sigmas.length];
		maxima = new ArrayList<>(Collections.nCopies(sigmas.length, null));
	}

	/**
	 * The maxima of each scale.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<List<Maximum>> run() {
		for (int s = 0; s < sigmas.length; s++)
			maxima.set(s, cache.maxima(key(s)));
		try {
			final int batch = batch();
			// The planes of a batch, and the maxima for which the one before was too short.
			for (int from = 0; from < sigmas.length + batch; from += batch)
				advance(from, Math.min(sigmas.length, from + batch), batch);
		}
		finally {
			release(0, sigmas.length);
		}
		return maxima;
	}

	/** How many planes to filter at a time: one if its lines are shared. */
	private int batch() {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		if (executor.equals(TaskExecutors.singleThreaded())) return 1;
		// The thread that asks helps the others.
		final int threads = executor.getParallelism() + 1, batch = Math.min(2 * threads,
			sigmas.length);
		// Two batches and one plane are alive; each thread needs two more to filter with.
		final long bytes = (2L * batch + 1 + 2 * threads) * width * height * Float.BYTES;
		return bytes <= SMALL ? batch : 1;
	}

	private PlaneCache.Triple key(final int s) {
		return new PlaneCache.Triple(tile, s == 0 ? Double.NaN : sigmas[s - 1], sigmas[s], s +
			1 == sigmas.length ? Double.NaN : sigmas[s + 1], floor);
	}

	private boolean isNeeded(final int s) {
		for (int i = Math.max(0, s - 1); i <= Math.min(sigmas.length - 1, s + 1); i++)
			if (maxima.get(i) == null) return true;
		return false;
	}

	private void advance(final int from, final int to, final int batch) {
		progress.checkCanceled();
		final List<Integer> missing = new ArrayList<>(), ready = new ArrayList<>();
		// The widest kernel first: the other threads then share the rest.
		for (int s = to - 1; s >= from; s--)
			if (isNeeded(s)) {
				planes[s] = cache.plane(tile, sigmas[s]);
				if (planes[s] == null) missing.add(s);
			}
		final int complete = from >= sigmas.length ? sigmas.length : from - 1;
		for (int s = Math.max(0, from - 1 - batch); s < complete; s++)
			if (maxima.get(s) == null) ready.add(s);
		compute(missing, ready);
		release(0, complete - 1);
	}

	private void compute(final List<Integer> missing, final List<Integer> ready) {
		final PlaneFilter planeFilter = missing.isEmpty() ? null : filter.get();
		final List<Runnable> tasks = new ArrayList<>();
		for (final int s : missing)
			tasks.add(() -> planes[s] = planeFilter.apply(sigmas[s], progress));
		for (final int s : ready)
			tasks.add(() -> {
				maxima.set(s, find(s));
				progress.update((double) done.incrementAndGet() / sigmas.length, message);
			});
		// Two are one of either kind: their lines are shared.
		if (tasks.size() <= 2) tasks.forEach(Runnable::run);
		else Bands.apart(tasks, tasks.size());
		missing.forEach(s -> cache.put(tile, sigmas[s], planes[s]));
		ready.forEach(s -> cache.put(key(s), maxima.get(s)));
	}

	private List<Maximum> find(final int s) {
		final Candidates[] known = cache.flat(tile, sigmas[s], floor);
		final Candidates[] flat = known != null ? known : new Candidates[finder.bands()];
		final List<Maximum> found = finder.find(s, planes, flat, progress);
		if (known == null) cache.put(tile, sigmas[s], floor, flat);
		return found;
	}

	private void release(final int from, final int to) {
		for (int s = from; s < to; s++) {
			final Plane plane = planes[s];
			planes[s] = null;
			// Scales may be equal, and so their planes.
			if (plane != null && !Arrays.asList(planes).contains(plane)) cache.release(tile, sigmas[s],
				plane);
		}
	}
}
