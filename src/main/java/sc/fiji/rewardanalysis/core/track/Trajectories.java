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
