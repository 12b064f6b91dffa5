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

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * All columns of a series, followed. Immutable.
 *
 * @param tracks in the order in which they begin
 * @param frames one entry a frame, in order
 */
public record Trajectories(List<Trajectory> tracks, List<FrameLinks> frames) {

	public Trajectories {
		tracks = List.copyOf(Checks.given("list of tracks", tracks));
		frames = List.copyOf(Checks.given("list of frames", frames));
	}

	/** For each frame and column the number of its track; 0 if it is on none. */
	public int[][] trackNumbers() {
		final int[][] numbers = frames.stream().map(f -> new int[f.columns()]).toArray(int[][]::new);
		for (final Trajectory track : tracks)
			for (final TrackPoint p : track.points())
				numbers[p.frame()][p.column()] = track.id();
		return numbers;
	}
}
