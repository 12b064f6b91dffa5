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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;

/**
 * Derives from a crystal and a pixel size what can be expected in an area.
 */
public final class ExpectedPhysics {

	/**
	 * Default of DS, as a fraction of the smallest ideal sum of four
	 * nearest-neighbour distances: a false atom halfway between two true ones
	 * shortens that sum by a third and more, thermal and scan noise by a few percent.
	 */
	public static final double DS_FRACTION = 0.8;

	/**
	 * Default of the relative uncertainty of the pixel size: scan calibrations and scan
	 * distortions of a few percent are common, and 2 % more length are 4 % more columns.
	 */
	public static final double PIXEL_TOLERANCE = 0.02;

	/** Columns that are closer can't be told apart, px. */
	public static final double NEAREST = 3;

	/** Neighbours whose distances are summed and compared. */
	private static final int NEIGHBOURS = 4;

	private ExpectedPhysics() {}

	/**
	 * Counts where columns can be found, against the band of possible counts.
	 *
	 * @param lattice the crystal
	 * @param pixelSize nm per px
	 * @param area the analysed area
	 * @param dsFraction DS relative to the smallest ideal sum, 0 to 1
	 * @param pixelTolerance by which fraction the pixel size may be wrong; the band of
	 *          possible counts is as much wider
	 */
	public static AtomPhysics of(final Lattice lattice, final double pixelSize, final Area area,
		final double dsFraction, final double pixelTolerance)
	{
		Checks.within("pixel_tolerance", pixelTolerance, 0, 0.5);
		final double nearest = nearestDistance(lattice, pixelSize, dsFraction);
		// A column's radius ends half way to its neighbour.
		final Area counted = area.inset(nearest / 2), judged = area.inset(nearest);
		if (counted.size() <= 0 || judged.size() <= 0) throw new RewardAnalysisException(
			"The analysed area is smaller than one column of %s, which are %.1f px apart at %s nm per " +
				"pixel; choose a larger area or check the pixel size.", lattice.name(), nearest,
			pixelSize);
		return physics(lattice, pixelSize, pixelTolerance, counted, judged, dsFraction);
	}

	/**
	 * The paper's rules: everything counts and is judged up to the border. The band is
	 * that of the whole area.
	 */
	public static AtomPhysics ofPaper(final Lattice lattice, final double pixelSize,
		final Area area, final double dsFraction, final double pixelTolerance)
	{
		Checks.within("pixel_tolerance", pixelTolerance, 0, 0.5);
		nearestDistance(lattice, pixelSize, dsFraction);
		return physics(lattice, pixelSize, pixelTolerance, area, area, dsFraction);
	}

	/** The number of columns that the lattice's density gives for an area. */
	public static double expected(final Lattice lattice, final double pixelSize,
		final Area area)
	{
		return lattice.columnDensity() * area.size() * pixelSize * pixelSize;
	}

	private static AtomPhysics physics(final Lattice lattice, final double pixelSize,
		final double pixelTolerance, final Area counted, final Area judged,
		final double dsFraction)
	{
		final ColumnCount count = ColumnCount.of(lattice, pixelSize, counted);
		final double stretch = Math.pow(1 + pixelTolerance, 2);
		return new AtomPhysics(pixelSize, counted, count.expected(), (int) Math.floor(count.low() /
			stretch), (int) Math.ceil(count.high() * stretch), judged, expected(lattice, pixelSize,
				judged), dsFraction * lattice.smallestNeighbourSum(NEIGHBOURS), coveringRadius(lattice),
			siteDistances(lattice));
	}

	/** The distance of nearest columns, px, if they can be told apart. */
	private static double nearestDistance(final Lattice lattice, final double pixelSize,
		final double dsFraction)
	{
		Checks.given("lattice", lattice);
		Checks.positive("pixel_size", pixelSize);
		Checks.within("ds_fraction", dsFraction, 0, 1);
		final double nearest = lattice.nearestDistance() / pixelSize;
		if (nearest < NEAREST) throw new RewardAnalysisException(
			"Columns of %s are only %.2f px apart at %s nm per pixel; at least 3 px are needed. Check " +
				"the pixel size and its unit, or the lattice.", lattice.name(), nearest, pixelSize);
		return nearest;
	}

	private static double[][] siteDistances(final Lattice lattice) {
		final double[][] distances = new double[lattice.columnsPerCell()][];
		for (int s = 0; s < distances.length; s++)
			distances[s] = lattice.neighbourDistances(s, NEIGHBOURS);
		return distances;
	}

	/**
	 * The largest distance of a point of the cell to its nearest column, nm, on a grid of
	 * 60 x 60 points: too small by a hundredth at most.
	 */
	private static double coveringRadius(final Lattice lattice) {
		final int steps = 60;
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		double largest = 0;
		for (int i = 0; i < steps; i++)
			for (int j = 0; j < steps; j++) {
				final double u = (i + 0.5) / steps, v = (j + 0.5) / steps;
				largest = Math.max(largest, nearest(lattice, u * a[0] + v * b[0], u * a[1] + v * b[1], a,
					b));
			}
		return largest;
	}

	private static double nearest(final Lattice lattice, final double x, final double y,
		final double[] a, final double[] b)
	{
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = -2; i <= 2; i++)
			for (int j = -2; j <= 2; j++)
				for (final var site : lattice.sites()) {
					final double u = i + site.u(), v = j + site.v();
					smallest = Math.min(smallest, Math.hypot(u * a[0] + v * b[0] - x, u * a[1] + v * b[1] -
						y));
				}
		return smallest;
	}
}
