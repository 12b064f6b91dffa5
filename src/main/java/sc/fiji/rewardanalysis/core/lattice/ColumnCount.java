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

package sc.fiji.rewardanalysis.core.lattice;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How many columns an area of a perfect crystal shows.
 * <p>
 * The mean over all positions of the lattice is exactly density × area. One image
 * has one position, though, and its border cuts whole rows on or off: a 256² image
 * of YBCO at 0.015 nm/px expects 194.9 columns and may truly hold 15 fewer or
 * more. {@code low} and {@code high} are the smallest and the largest count over
 * up to 4096 positions of the lattice: evenly spread phases at the orientations
 * where a densely packed row runs along the image's edge (there the count swings
 * most), and evenly spread phases at evenly spread rotations. Areas so large that
 * fewer than 1000 positions can be counted in a fraction of a second get a band of
 * at least ±4 standard deviations of those that were. The same arguments always
 * give the same numbers.
 *
 * @param expected columnDensity × area, the mean count
 * @param low the smallest count a perfect crystal may show
 * @param high the largest count a perfect crystal may show
 */
public record ColumnCount(double expected, int low, int high) {

	private static final int MOST_SAMPLES = 4096, FEWEST_SAMPLES = 12, ENOUGH_SAMPLES = 1000;

	/** Steps (a row clipped, or a column looked up in a mask) per call. */
	private static final double STEPS = 4e6;

	/** A widened band's half width, standard deviations. */
	private static final double WIDE = 4;

	/** Irrational steps that fill the square, the cube evenly (Roberts' R2 and R3). */
	private static final double G2 = 1.32471795724474602596, G3 = 1.22074408460575947536;

	/** @throws RewardAnalysisException if a number is negative or the band isn't in order */
	public ColumnCount {
		Checks.atLeast("expected number of columns", expected, 0);
		if (low < 0 || low > high) throw new RewardAnalysisException(
			"The band of column counts is [%d, %d]; it must be in order and not negative.", low,
			high);
	}

	/**
	 * @param area where detections are counted, already without the margin at the
	 *          border that is left out
	 */
	public static ColumnCount of(final Lattice lattice, final double pixelSizeNm,
		final Area area)
	{
		Checks.given("lattice", lattice);
		Checks.positive("pixel size (nm)", pixelSizeNm);
		final double expected = lattice.columnDensity() * area.size() * pixelSizeNm * pixelSizeNm;
		if (expected > Integer.MAX_VALUE / 2) throw new RewardAnalysisException(
			"The area would hold %.3g columns; check the pixel size, %s nm.", expected, Double
				.toString(pixelSizeNm));
		if (area.size() == 0) return new ColumnCount(0, 0, 0);
		final int samples = (int) Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, STEPS / steps(
			lattice, pixelSizeNm, area)));
		final List<Double> aligned = alignedRotations(lattice);
		final Swing edges = new Swing(expected), along = new Swing(expected), free = new Swing(
			expected);
		for (int n = 0; n < samples; n++) {
			// Half of the samples at 0° and 90°, a quarter at other low-index rows, a quarter free.
			final int turn = n / 4;
			switch (n % 4) {
				case 0 -> edges.add(count(lattice, pixelSizeNm, area, 0, turn));
				case 1 -> edges.add(count(lattice, pixelSizeNm, area, 90, turn));
				case 2 -> along.add(count(lattice, pixelSizeNm, area, aligned.get(turn % aligned
					.size()), turn));
				default -> free.add(count(lattice, pixelSizeNm, area, 360 * fraction(turn / G3),
					turn));
			}
		}
		double low = Math.min(edges.min, Math.min(along.min, free.min));
		double high = Math.max(edges.max, Math.max(along.max, free.max));
		if (samples < ENOUGH_SAMPLES) {
			final double sd = Math.max(edges.deviation(), Math.max(along.deviation(), free
				.deviation()));
			low = Math.min(low, Math.floor(expected - WIDE * sd));
			high = Math.max(high, Math.ceil(expected + WIDE * sd));
		}
		return new ColumnCount(expected, (int) Math.max(0, low), (int) high);
	}

	/** What counting one position costs. */
	private static double steps(final Lattice lattice, final double pixelSize, final Area area) {
		final double w = (area.maxX() - area.minX()) * pixelSize;
		final double h = (area.maxY() - area.minY()) * pixelSize;
		if (!area.isRectangle()) return 1 + w * h * lattice.columnDensity();
		final double rowSpacing = lattice.cellArea() / lattice.a();
		return lattice.columnsPerCell() * (2 + Math.hypot(w, h) / rowSpacing);
	}

	/** The rotations which lay a row of low index along the image's x or y axis. */
	private static List<Double> alignedRotations(final Lattice lattice) {
		final int[][] indices = { { 0, 1 }, { 1, 1 }, { 1, -1 }, { 1, 2 }, { 1, -2 }, { 2, 1 },
			{ 2, -1 } };
		final double[] b = lattice.vectorB();
		final List<Double> rotations = new ArrayList<>();
		for (final int[] hk : indices) {
			final double direction = Math.toDegrees(Math.atan2(hk[1] * b[1], hk[0] * lattice.a() +
				hk[1] * b[0]));
			rotations.add(-direction);
			rotations.add(90 - direction);
		}
		return rotations;
	}

	private static long count(final Lattice lattice, final double pixelSize, final Area area,
		final double rotation, final int n)
	{
		final double[] b = lattice.vectorB();
		final double p = fraction(0.5 + n / G2), q = fraction(0.5 + n / (G2 * G2));
		final double angle = Math.toRadians(rotation);
		final double x = (p * lattice.a() + q * b[0]) / pixelSize, y = q * b[1] / pixelSize;
		final PlacedLattice placed = lattice.placedInPixels(pixelSize, rotation, x * Math.cos(
			angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle));
		if (area.isRectangle()) return placed.count(area.minX(), area.minY(), area.maxX(), area
			.maxY());
		final long[] inside = { 0 };
		placed.forEachColumn(area.minX(), area.minY(), area.maxX(), area.maxY(), (site, i, j, cx,
			cy) -> {
			if (area.contains(cx, cy)) inside[0]++;
		});
		return inside[0];
	}

	private static double fraction(final double value) {
		return value - Math.floor(value);
	}

	/** Extremes and spread around the expected count. */
	private static final class Swing {

		private final double expected;
		private long min = Long.MAX_VALUE, max = Long.MIN_VALUE;
		private double squares;
		private int n;

		private Swing(final double expected) {
			this.expected = expected;
		}

		private void add(final long count) {
			min = Math.min(min, count);
			max = Math.max(max, count);
			squares += (count - expected) * (count - expected);
			n++;
		}

		private double deviation() {
			return Math.sqrt(squares / n);
		}
	}
}
