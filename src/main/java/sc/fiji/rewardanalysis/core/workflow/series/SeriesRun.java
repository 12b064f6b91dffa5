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

package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.track.DriftFollower;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.track.FramePoints;
import sc.fiji.rewardanalysis.core.track.Landscape;
import sc.fiji.rewardanalysis.core.track.Linker;

/**
 * Analyses a series frame by frame: each one is searched from what was found in the last good
 * one, its positions are refined, its drift is found, and in the end its columns are linked to
 * those of the others. One frame's pixels are in memory at a time.
 * <p>
 * A frame that can't be analysed, and one that doesn't show the crystal of those before, leaves
 * nothing to the next.
 */
public final class SeriesRun {

	private final SeriesSource source;
	private final SeriesSettings settings;

	public SeriesRun(final SeriesSource source, final SeriesSettings settings) {
		this.source = Checks.given("series", source);
		this.settings = Checks.given("settings", settings);
		Checks.atLeast("number of frames", source.size(), 1);
	}

	public SeriesSource source() {
		return source;
	}

	public SeriesSettings settings() {
		return settings;
	}

	/**
	 * Analyses the series. Cancelled, what is done is kept.
	 *
	 * @param log of frames that are done; it doesn't close it
	 * @param listener told of each frame, on this thread
	 * @throws CancellationException if cancelled before a frame was done
	 */
	public SeriesResult run(final SeriesLog log, final Progress progress,
		final Consumer<SeriesFrame> listener)
	{
		final List<SeriesFrame> frames = new ArrayList<>();
		try {
			frames(log, frames, progress.part(0, 0.95), listener);
		}
		catch (final CancellationException exc) {
			if (frames.isEmpty()) throw exc;
		}
		final List<FrameDrift> drifts = new ArrayList<>();
		frames.forEach(f -> drifts.add(f.drift()));
		return new SeriesResult(settings, source.area(), source.size(), frames, Linker.link(frames
			.stream().map(SeriesFrame::atoms).toList(), drifts, source.area(), settings.track(), progress
				.again().part(0.95, 1)));
	}

	private void frames(final SeriesLog log, final List<SeriesFrame> frames,
		final Progress progress, final Consumer<SeriesFrame> listener)
	{
		final Map<Integer, SeriesFrame> known = new TreeMap<>();
		log.known().forEach(f -> known.put(f.index(), f));
		final FrameSearch search = new FrameSearch(settings, source.area());
		final DriftFollower follower = new DriftFollower(settings.track());
		final double n = source.size();
		boolean isKnown = true;
		for (int i = 0; i < n; i++) {
			progress.checkCanceled();
			final String name = "Frame " + (i + 1) + " of " + source.size();
			progress.update(i / n, name);
			final SeriesFrame before = known.get(i);
			final Progress part = progress.part(i / n, (i + 1) / n).about(name);
			// What follows a frame that is another one now depends on it.
			isKnown &= before != null;
			SeriesFrame frame = isKnown ? again(before, follower, part) : null;
			isKnown = frame != null;
			if (!isKnown) {
				frame = frame(i, search, follower, part);
				log.done(frame);
			}
			if (frame.isLinked()) search.follow(frame.earlier());
			frames.add(frame);
			listener.accept(frame);
		}
	}

	/** A frame that was done before; null if it is another one now. */
	private SeriesFrame again(final SeriesFrame before, final DriftFollower follower,
		final Progress progress)
	{
		final SeriesSource.Frame read;
		try {
			read = source.read(before.index());
		}
		catch (final RewardAnalysisException exc) {
			return before.hash().isEmpty() ? before : null;
		}
		if (!read.hash().equals(before.hash())) return null;
		if (before.isDone()) follower.keep(before.drift(), points(before.atoms(), read, progress));
		return before;
	}

	private FramePoints points(final List<SeriesAtom> atoms, final SeriesSource.Frame read,
		final Progress progress)
	{
		return new FramePoints(atoms, source.area(), Landscape.of(read.pixels(), settings.track()
			.spacing(), progress));
	}

	private SeriesFrame frame(final int i, final FrameSearch search, final DriftFollower follower,
		final Progress progress)
	{
		final long start = System.nanoTime();
		String hash = "";
		try {
			final SeriesSource.Frame read = source.read(i);
			hash = read.hash();
			final FrameSearch.Found found = search.search(read.pixels(), i, progress.part(0, 0.8));
			final RefinedAtoms refined = Refiner.refine(read.pixels(), found.solution().preparation()
				.contrast(), found.solution().atoms().atoms(), settings.refine(), settings.fit(), progress.part(
					0.8, 0.9));
			final List<SeriesAtom> atoms = SeriesAtom.of(found.solution(), refined);
			final FrameDrift drift = follower.next(i, points(atoms, read, progress), progress.part(0.9, 1));
			return new SeriesFrame(i, hash, "", found.search(), found.figures(), atoms, drift, found
				.earlier(), seconds(start));
		}
		catch (final RewardAnalysisException exc) {
			return SeriesFrame.failed(i, hash, exc.getMessage(), seconds(start));
		}
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) * 1e-9;
	}
}
