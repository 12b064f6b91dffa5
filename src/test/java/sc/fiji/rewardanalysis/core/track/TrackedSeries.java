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

package sc.fiji.rewardanalysis.core.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.SimulatedSeries;
import sc.fiji.rewardanalysis.SimulatedSeries.Found;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * A simulated series, followed, and how well that agrees with the truth.
 *
 * @param links pairs of points next to each other on a track
 * @param right of these the ones that are one column with no frame left out in which it was found
 * @param possible such pairs that there truly are with gaps that are allowed
 * @param worstDrift largest error of the drift since the first frame, px
 * @param worstEstimate largest error of an estimated drift between frames, px
 */
public record TrackedSeries(Trajectories trajectories, List<FrameDrift> drifts, int links,
	int right, int possible, double worstDrift, double worstEstimate)
{

	public static TrackedSeries of(final SimulatedSeries series, final boolean withImages,
		final int maxGap)
	{
		final TrackSettings settings = TrackSettings.of(series.settings().spacing(), maxGap);
		final DriftFollower follower = new DriftFollower(settings);
		final List<List<Found>> frames = new ArrayList<>();
		final List<FrameDrift> drifts = new ArrayList<>();
		for (int f = 0; f < series.settings().frames(); f++) {
			frames.add(series.found(f));
			drifts.add(follower.next(f, new FramePoints(frames.get(f), series.area(), withImages ? Landscape
				.of(series.image(f), settings.spacing(), Progress.NONE) : null), Progress.NONE));
		}
		return of(series, frames, drifts, Linker.link(frames, drifts, series.area(), settings,
			Progress.NONE), maxGap);
	}

	private static TrackedSeries of(final SimulatedSeries series, final List<List<Found>> frames,
		final List<FrameDrift> drifts, final Trajectories trajectories, final int maxGap)
	{
		int links = 0, right = 0;
		for (final Trajectory track : trajectories.tracks())
			for (int i = 1; i < track.points().size(); i++) {
				final TrackPoint a = track.points().get(i - 1), b = track.points().get(i);
				final int column = frames.get(a.frame()).get(a.column()).column();
				links++;
				if (column >= 0 && column == frames.get(b.frame()).get(b.column()).column()) right++;
			}
		double worst = 0, worstEstimate = 0;
		for (int f = 0; f < frames.size(); f++) {
			if (series.settings().noiseOnly().contains(f)) continue;
			final FrameLinks frame = trajectories.frames().get(f);
			worst = Math.max(worst, Math.hypot(frame.totalX() - series.totalX(f), frame.totalY() - series
				.totalY(f)));
			final FrameDrift d = drifts.get(f);
			if (d.reference() >= 0) worstEstimate = Math.max(worstEstimate, Math.hypot(d.drift().dx() - series
				.totalX(f) + series.totalX(d.reference()), d.drift().dy() - series.totalY(f) + series.totalY(d
					.reference())));
		}
		return new TrackedSeries(trajectories, drifts, links, right, possible(frames, maxGap), worst,
			worstEstimate);
	}

	private static int possible(final List<List<Found>> frames, final int maxGap) {
		final Map<Integer, Integer> last = new HashMap<>();
		int possible = 0;
		for (int f = 0; f < frames.size(); f++)
			for (final Found p : frames.get(f)) {
				if (p.column() < 0) continue;
				final Integer before = last.put(p.column(), f);
				if (before != null && f - before - 1 <= maxGap) possible++;
			}
		return possible;
	}

	public double precision() {
		return (double) right / links;
	}

	public double recall() {
		return (double) right / possible;
	}
}
