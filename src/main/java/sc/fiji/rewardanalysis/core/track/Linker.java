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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.track.DisplacementVotes.Place;

/**
 * Links the columns of a series into tracks. Each frame is assigned one to one to the tracks,
 * where the drift takes them: as many pairs within the tolerance as there can be, and of all such
 * assignments the one with the least sum of squared distances ({@link Matching}). As in Jaqaman et
 * al. 2008, Nature Methods 5, 695, linking of neighbouring frames comes first and gaps are closed with
 * what is left over, so that a track that was lost takes nothing from one that wasn't.
 * <p>
 * The drift that counts in the end is the common displacement of the linked columns: their mean
 * without outliers. A frame whose drift was not found is passed over; columns on both sides of it
 * are linked across it if the gap is allowed.
 */
public final class Linker {

	private static final Area EVERYWHERE = Area.image(1, 1);

	private final TrackSettings settings;
	private final Area area;
	private final List<Open> all = new ArrayList<>();
	private final List<FrameLinks> links = new ArrayList<>();

	/** The drift since the first frame, by frame; null where it isn't known. */
	private final Place[] totals;
	private int lastLinked = -1;

	/** Tracks that ended before aren't continued: the drift to them isn't known. */
	private int firstOfChain;

	/** A track while it grows. */
	private static final class Open {

		private final List<TrackPoint> points = new ArrayList<>();

		TrackPoint last() {
			return points.get(points.size() - 1);
		}
	}

	private Linker(final TrackSettings settings, final Area area, final int frames) {
		this.settings = settings;
		this.area = area;
		totals = new Place[frames];
	}

	/**
	 * @param frames the columns of each frame, px; a frame that wasn't analysed has none
	 * @param drifts by frame; null for one that wasn't analysed
	 * @param area the field of view, px
	 */
	public static Trajectories link(final List<? extends List<? extends Position>> frames,
		final List<FrameDrift> drifts, final Area area, final TrackSettings settings,
		final Progress progress)
	{
		Checks.given("area", area);
		if (frames.size() != drifts.size()) throw new RewardAnalysisException(
			"There are %d frames and %d drifts; give one for each.", frames.size(), drifts.size());
		final Linker linker = new Linker(Checks.given("settings", settings), area, frames.size());
		for (int f = 0; f < frames.size(); f++) {
			progress.checkCanceled();
			progress.update((double) f / frames.size(), "linking columns");
			linker.add(f, frames, drifts.get(f));
		}
		return linker.finished();
	}

	private Trajectories finished() {
		// Numbers depend on the places alone, not on the order of columns in a frame.
		all.sort(Comparator.comparingInt((final Open t) -> t.points.get(0).frame()).thenComparingDouble(
			t -> t.points.get(0).y()).thenComparingDouble(t -> t.points.get(0).x()));
		return new Trajectories(IntStream.range(0, all.size()).mapToObj(i -> new Trajectory(i + 1, all.get(
			i).points)).toList(), links);
	}

	private void add(final int f, final List<? extends List<? extends Position>> frames,
		final FrameDrift drift)
	{
		final List<? extends Position> columns = frames.get(f);
		if (drift == null || !drift.drift().isFound()) {
			final Place so = lastLinked < 0 ? new Place(0, 0) : totals[lastLinked];
			links.add(new FrameLinks(f, columns.size(), 0, 0, 0, 0, Double.NaN, Double.NaN, so.x(), so.y(),
				Double.NaN, false));
			return;
		}
		if (drift.reference() < 0) {
			totals[f] = new Place(0, 0);
			begin(f, columns);
			return;
		}
		if (totals[drift.reference()] == null) beginAnew(drift.reference(), frames.get(drift.reference()));
		link(f, columns, drift);
	}

	/** A frame that was passed over turns out to be the first of what follows. */
	private void beginAnew(final int f, final List<? extends Position> columns) {
		totals[f] = lastLinked < 0 ? new Place(0, 0) : totals[lastLinked];
		final List<FrameLinks> later = new ArrayList<>(links.subList(f + 1, links.size()));
		links.subList(f, links.size()).clear();
		begin(f, columns);
		links.addAll(later);
	}

	private void begin(final int f, final List<? extends Position> columns) {
		for (int i = 0; i < columns.size(); i++)
			grow(null, f, i, columns.get(i));
		links.add(new FrameLinks(f, columns.size(), 0, columns.size(), 0, 0, Double.NaN, Double.NaN,
			totals[f].x(), totals[f].y(), Double.NaN, true));
		lastLinked = f;
		firstOfChain = f;
	}

	/** @param track null to begin one */
	private void grow(final Open track, final int f, final int column, final Position p) {
		final Open grown = track == null ? new Open() : track;
		if (track == null) all.add(grown);
		grown.points.add(new TrackPoint(f, column, p.x(), p.y(), p.x() - totals[f].x(), p.y() - totals[f]
			.y()));
	}

	private void link(final int f, final List<? extends Position> columns, final FrameDrift drift) {
		final int reference = drift.reference();
		final Place expected = new Place(totals[reference].x() + drift.drift().dx(), totals[reference]
			.y() + drift.drift().dy());
		final Open[] owner = new Open[columns.size()];
		final List<Open> seen = open(t -> t.last().frame() == reference);
		assign(seen, columns, owner, expected);
		final List<Open> missing = open(t -> t.last().frame() < reference && t.last()
			.frame() >= firstOfChain && f - t.last().frame() - 1 <= settings.maxGap());
		assign(missing, columns, owner, expected);
		final Place common = common(columns, owner, expected);
		totals[f] = common;
		count(f, columns, owner, seen, common);
		for (int i = 0; i < owner.length; i++)
			grow(owner[i], f, i, columns.get(i));
		lastLinked = f;
	}

	private List<Open> open(final Predicate<Open> which) {
		return all.stream().filter(which).toList();
	}

	/** Gives tracks the columns that nobody owns yet. */
	private void assign(final List<Open> tracks, final List<? extends Position> columns,
		final Open[] owner, final Place total)
	{
		final int[] free = IntStream.range(0, owner.length).filter(i -> owner[i] == null).toArray();
		if (tracks.isEmpty() || free.length == 0) return;
		final List<Place> predicted = tracks.stream().map(t -> predicted(t, total)).toList();
		final List<Position> offered = new ArrayList<>();
		for (final int i : free)
			offered.add(columns.get(i));
		final int[] partner = Matching.match(predicted, offered, settings.tolerance(), EVERYWHERE)
			.partner();
		for (int t = 0; t < partner.length; t++)
			if (partner[t] >= 0) owner[free[partner[t]]] = tracks.get(t);
	}

	/** Where a track is with some total drift. */
	private static Place predicted(final Open track, final Place total) {
		return new Place(track.last().fixedX() + total.x(), track.last().fixedY() + total.y());
	}

	/** The total drift with which linked columns stay where they were, on average. */
	private static Place common(final List<? extends Position> columns, final Open[] owner,
		final Place expected)
	{
		final int[] linked = IntStream.range(0, owner.length).filter(i -> owner[i] != null).toArray();
		if (linked.length == 0) return expected;
		return new Place(DriftEstimator.mean(IntStream.of(linked).mapToDouble(i -> columns.get(i).x() -
			owner[i].last().fixedX()).toArray()), DriftEstimator.mean(IntStream.of(linked).mapToDouble(
				i -> columns.get(i).y() - owner[i].last().fixedY()).toArray()));
	}

	/** Before the tracks grow. */
	private void count(final int f, final List<? extends Position> columns, final Open[] owner,
		final List<Open> seen, final Place total)
	{
		int linked = 0, kept = 0;
		double squares = 0;
		final int reference = seen.isEmpty() ? lastLinked : seen.get(0).last().frame();
		for (int i = 0; i < owner.length; i++) {
			if (owner[i] == null) continue;
			linked++;
			if (owner[i].last().frame() == reference) kept++;
			final Place p = predicted(owner[i], total);
			squares += Math.pow(columns.get(i).x() - p.x(), 2) + Math.pow(columns.get(i).y() - p.y(), 2);
		}
		final Set<Open> owners = new HashSet<>(Arrays.stream(owner).filter(Objects::nonNull).toList());
		final int left = (int) seen.stream().filter(t -> !owners.contains(t) && !area.contains(predicted(t,
			total))).count();
		final Place before = totals[reference];
		links.add(new FrameLinks(f, columns.size(), linked, columns.size() - linked, seen.size() - kept,
			left, total.x() - before.x(), total.y() - before.y(), total.x(), total.y(), linked == 0
				? Double.NaN : Math.sqrt(squares / linked), true));
	}
}
