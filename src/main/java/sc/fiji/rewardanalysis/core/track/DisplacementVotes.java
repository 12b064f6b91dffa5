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
import java.util.Comparator;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;

/**
 * The displacements that bring many columns of one frame onto columns of another: peaks of a
 * histogram to which every pair of columns contributes its difference. In a crystal these are
 * the drift and what is a translation of the lattice away from it.
 */
final class DisplacementVotes {

	/** Side of a cell in units of the column distance. */
	private static final double CELL = 0.2;

	/** Peaks with less than this share of the highest one's votes are none. */
	private static final double SHARE = 0.5;

	/** Less of the field of view in common is too little. */
	private static final double LEAST_OVERLAP = 0.25;

	private static final int MOST = 400;

	private final Area area;
	private final double left, top, cell;
	private final int side;
	private final int[] votes;
	private final double[] sumX, sumY;

	/** A displacement, px. */
	record Place(double x, double y) implements Position {}

	private record Peak(Place place, double share) {}

	private DisplacementVotes(final Area area, final Position expected, final double reach,
		final double spacing)
	{
		this.area = area;
		cell = CELL * spacing;
		left = expected.x() - reach;
		top = expected.y() - reach;
		side = 1 + (int) Math.ceil(2 * reach / cell);
		votes = new int[side * side];
		sumX = new double[side * side];
		sumY = new double[side * side];
	}

	/** The candidates, those with the most votes first. */
	static List<Place> peaks(final FramePoints from, final FramePoints to, final Position expected,
		final TrackSettings settings)
	{
		final DisplacementVotes histogram = new DisplacementVotes(from.area(), expected, settings
			.reach(), settings.spacing());
		final PointGrid grid = new PointGrid(to.columns(), settings.spacing());
		for (final Position a : from.columns())
			grid.forEachNear(new Place(a.x() + expected.x(), a.y() + expected.y()), settings.reach(), i -> {
				final Position b = to.columns().get(i);
				histogram.add(b.x() - a.x(), b.y() - a.y());
			});
		return histogram.peaks();
	}

	private void add(final double dx, final double dy) {
		final int i = (int) Math.floor((dx - left) / cell), j = (int) Math.floor((dy - top) / cell);
		if (i < 0 || j < 0 || i >= side || j >= side) return;
		votes[j * side + i]++;
		sumX[j * side + i] += dx;
		sumY[j * side + i] += dy;
	}

	private List<Place> peaks() {
		final int[] blocks = new int[side * side];
		for (int j = 1; j < side - 1; j++)
			for (int i = 1; i < side - 1; i++)
				for (int k = 0; k < 9; k++)
					blocks[j * side + i] += votes[neighbour(i, j, k)];
		final List<Peak> peaks = new ArrayList<>();
		double highest = 0;
		for (int j = 2; j < side - 2; j++)
			for (int i = 2; i < side - 2; i++) {
				if (!isPeak(blocks, i, j)) continue;
				final Peak peak = peak(blocks[j * side + i], i, j);
				if (peak.share == 0) continue;
				peaks.add(peak);
				highest = Math.max(highest, peak.share);
			}
		final double least = SHARE * highest;
		return peaks.stream().filter(p -> p.share >= least).sorted(Comparator.comparingDouble((
			final Peak p) -> -p.share)).limit(MOST).map(Peak::place).toList();
	}

	private int neighbour(final int i, final int j, final int k) {
		return (j + k / 3 - 1) * side + i + k % 3 - 1;
	}

	/** Of equals the first. */
	private boolean isPeak(final int[] blocks, final int i, final int j) {
		final int height = blocks[j * side + i];
		if (height == 0) return false;
		for (int k = 0; k < 9; k++) {
			final int other = blocks[neighbour(i, j, k)];
			if (k < 4 ? other >= height : other > height) return false;
		}
		return true;
	}

	/** The votes' centre, and how many there are for what both frames see. */
	private Peak peak(final int count, final int i, final int j) {
		double x = 0, y = 0;
		for (int k = 0; k < 9; k++) {
			x += sumX[neighbour(i, j, k)] / count;
			y += sumY[neighbour(i, j, k)] / count;
		}
		final double overlap = (1 - Math.abs(x) / (area.maxX() - area.minX())) * (1 - Math.abs(y) / (area
			.maxY() - area.minY()));
		final boolean isEnough = Math.abs(x) < area.maxX() - area.minX() && overlap >= LEAST_OVERLAP;
		return new Peak(new Place(x, y), isEnough ? count / overlap : 0);
	}
}
