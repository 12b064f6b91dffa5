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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.SimulatedSeries;
import sc.fiji.rewardanalysis.SimulatedSeries.Found;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class TrackingTest {

	private static final Area AREA = Area.image(200, 200);
	private static final TrackSettings SETTINGS = TrackSettings.of(20, 2);

	private record Point(double x, double y) implements Position {}

	private static SimulatedSeries series(final Set<Integer> jumps, final Set<Integer> noiseOnly,
		final double missing, final double alarms, final long seed)
	{
		return new SimulatedSeries(new SimulatedSeries.Settings(Lattices.get("YBa2Cu3O7-100"), 0.015, 256,
			12, 0.2, 0.1, 0.05, jumps, noiseOnly, 0.02, 0.03, missing, alarms, 0.03, 0.1, seed));
	}

	@Test
	void withoutErrorsEveryLinkIsRight() {
		final SimulatedSeries series = series(Set.of(), Set.of(), 0, 0, 2);
		final TrackedSeries tracked = TrackedSeries.of(series, true, 2);
		assertEquals(1, tracked.precision());
		assertEquals(1, tracked.recall());
		assertTrue(tracked.worstDrift() < 0.02 * series.settings().spacing(), "" + tracked.worstDrift());
	}

	@Test
	void jumpsNoiseMissingAndFalseColumnsAreBorne() {
		for (int seed = 1; seed <= 3; seed++) {
			final SimulatedSeries series = series(Set.of(4, 9), Set.of(6), 0.05, 0.05, seed);
			final TrackedSeries tracked = TrackedSeries.of(series, true, 2);
			assertTrue(tracked.precision() > 0.97, "precision " + tracked.precision());
			assertTrue(tracked.recall() > 0.98, "recall " + tracked.recall());
			assertTrue(tracked.worstDrift() < 0.05 * series.settings().spacing(), "" + tracked.worstDrift());
			final FrameLinks noise = tracked.trajectories().frames().get(6);
			assertFalse(noise.isLinked());
			assertEquals(0, noise.linked());
		}
	}

	@Test
	void theAdatomThatMovesIsOneTrack() {
		final SimulatedSeries series = series(Set.of(), Set.of(), 0, 0, 5);
		final TrackedSeries tracked = TrackedSeries.of(series, true, 2);
		final Trajectory adatom = tracked.trajectories().tracks().stream().filter(t -> series.found(t
			.first()).get(t.points().get(0).column()).column() == SimulatedSeries.ADATOM).findFirst()
			.orElseThrow();
		assertEquals(12, adatom.points().size());
		// A circle whose radius is 15 % of the column distance, in positions with a noise of 3 %.
		assertEquals(0.15 * series.settings().spacing(), adatom.rms(), 0.05 * series.settings().spacing());
	}

	@Test
	void noColumnIsUsedTwiceAndNoTrackTakesTwoOfAFrame() {
		final Trajectories t = TrackedSeries.of(series(Set.of(4), Set.of(6), 0.1, 0.2, 7), true, 2)
			.trajectories();
		final Set<List<Integer>> used = new HashSet<>();
		for (final Trajectory track : t.tracks()) {
			final Set<Integer> frames = new HashSet<>();
			for (final TrackPoint p : track.points()) {
				assertTrue(used.add(List.of(p.frame(), p.column())));
				assertTrue(frames.add(p.frame()));
			}
		}
		for (final FrameLinks f : t.frames()) {
			assertEquals(f.isLinked() ? f.columns() : 0, f.linked() + f.fresh());
			assertTrue(f.left() <= f.lost());
		}
	}

	@Test
	void theOrderOfColumnsIsNoMatter() {
		final SimulatedSeries series = series(Set.of(4), Set.of(), 0.05, 0.05, 3);
		final List<List<Found>> frames = new ArrayList<>(), shuffled = new ArrayList<>();
		for (int f = 0; f < 12; f++) {
			frames.add(series.found(f));
			final List<Found> other = new ArrayList<>(series.found(f));
			Collections.shuffle(other, new Random(f));
			shuffled.add(other);
		}
		assertEquals(tracks(series, frames), tracks(series, shuffled));
		assertEquals(tracks(series, frames), tracks(series, frames));
	}

	private static Set<String> tracks(final SimulatedSeries series, final List<List<Found>> frames) {
		final TrackSettings settings = TrackSettings.of(series.settings().spacing(), 2);
		final DriftFollower follower = new DriftFollower(settings);
		final List<FrameDrift> drifts = new ArrayList<>();
		for (int f = 0; f < frames.size(); f++)
			drifts.add(follower.next(f, new FramePoints(frames.get(f), series.area(), null), Progress.NONE));
		final Set<String> tracks = new TreeSet<>();
		for (final Trajectory t : Linker.link(frames, drifts, series.area(), settings, Progress.NONE)
			.tracks())
			tracks.add(t.id() + " " + t.points().stream().map(p -> p.frame() + ": " + p.x() + ", " + p.y())
				.toList());
		return tracks;
	}

	@Test
	void aPerfectCrystalIsAmbiguousAndTakesTheNearestDrift() {
		final List<Point> before = grid(0, 0), after = grid(25, 3);
		final Drift drift = new DriftEstimator(SETTINGS).between(new FramePoints(before, AREA, null),
			new FramePoints(after, AREA, null), new Point(0, 0), Progress.NONE);
		assertTrue(drift.isAmbiguous());
		assertEquals(5, drift.dx(), 1e-9);
		assertEquals(3, drift.dy(), 1e-9);
		final Drift known = new DriftEstimator(SETTINGS).between(new FramePoints(before, AREA, null),
			new FramePoints(after, AREA, null), new Point(22, 0), Progress.NONE);
		assertEquals(25, known.dx(), 1e-9);
	}

	/** A lattice of 20 px that fills the image. */
	private static List<Point> grid(final double x, final double y) {
		final List<Point> points = new ArrayList<>();
		for (int i = -3; i < 13; i++)
			for (int j = -3; j < 13; j++)
				if (AREA.contains(20 * i + x, 20 * j + y)) points.add(new Point(20 * i + x, 20 * j + y));
		return points;
	}

	@Test
	void aParticleWithBordersIsNotAmbiguous() {
		final List<Point> before = new ArrayList<>(), after = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			for (int j = 0; j < 6; j++) {
				before.add(new Point(30 + 20 * i, 40 + 20 * j));
				after.add(new Point(62.3 + 20 * i, 33.1 + 20 * j));
			}
		final Drift drift = new DriftEstimator(SETTINGS).between(new FramePoints(before, AREA, null),
			new FramePoints(after, AREA, null), new Point(0, 0), Progress.NONE);
		assertFalse(drift.isAmbiguous(), "margin " + drift.margin());
		assertEquals(32.3, drift.dx(), 1e-9);
		assertEquals(-6.9, drift.dy(), 1e-9);
		assertEquals(1, drift.agreement());
	}

	@Test
	void gapsAreClosedUpToTheirLimit() {
		for (int gap = 0; gap <= 3; gap++) {
			final List<List<Point>> frames = new ArrayList<>();
			final List<FrameDrift> drifts = new ArrayList<>();
			for (int f = 0; f < gap + 2; f++) {
				final List<Point> columns = grid(0.5 * f, 0);
				if (f > 0 && f <= gap) columns.remove(40);
				frames.add(columns);
				drifts.add(new FrameDrift(f, f - 1, new Drift(f == 0 ? 0 : 0.5, 0, 1, Double.NaN, true)));
			}
			final Trajectories t = Linker.link(frames, drifts, AREA, SETTINGS, Progress.NONE);
			assertEquals(100 + (gap > 2 ? 1 : 0), t.tracks().size(), "gap of " + gap);
			assertEquals(gap > 2 ? 0 : gap, t.tracks().stream().mapToInt(Trajectory::missing).max().orElse(
				-1));
			assertEquals(0.5 * (gap + 1), t.frames().get(gap + 1).totalX(), 1e-9);
		}
	}

	@Test
	void aNoisyFirstFrameIsLeftBehind() {
		final SimulatedSeries series = series(Set.of(), Set.of(0), 0, 0, 4);
		final TrackedSeries tracked = TrackedSeries.of(series, true, 2);
		final List<FrameLinks> frames = tracked.trajectories().frames();
		assertFalse(frames.get(1).isLinked() && frames.get(1).linked() > 0);
		for (int f = 3; f < 12; f++)
			assertTrue(frames.get(f).linked() > 0.8 * frames.get(f).columns(), "frame " + f);
	}

	@Test
	void displacementsAreThoseFromTheMeanPlace() {
		final Trajectory t = new Trajectory(1, List.of(new TrackPoint(0, 0, 9, 9, 1, 1), new TrackPoint(1,
			0, 9, 9, 3, 1), new TrackPoint(3, 0, 9, 9, 2, 4)));
		assertEquals(2, t.meanX());
		assertEquals(2, t.meanY());
		assertEquals(Math.sqrt(2), t.displacements()[0], 1e-12);
		assertEquals(2, t.displacements()[2], 1e-12);
		assertEquals(Math.sqrt((2 + 2 + 4) / 3.0), t.rms(), 1e-12);
		assertEquals(2, t.steps()[1], 1e-12);
		assertEquals(1, t.missing());
	}

	@Test
	void whatCannotBeIsRefused() {
		assertThrows(RewardAnalysisException.class, () -> new TrackSettings(0, 1, 1, 1));
		assertThrows(RewardAnalysisException.class, () -> new TrackSettings(20, 8, -1, 100));
		assertThrows(RewardAnalysisException.class, () -> new Trajectory(1, List.of()));
		assertThrows(RewardAnalysisException.class, () -> Linker.link(List.of(List.of()), List.of(), AREA,
			SETTINGS, Progress.NONE));
	}
}
