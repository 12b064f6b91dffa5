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

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A crystal as the microscope sees it along one zone axis: the projected cell and
 * its visible columns.
 * <p>
 * The first cell vector points along +x, the second is {@code angle} further
 * towards +y. Immutable.
 *
 * @param name formula and zone without spaces, such as {@code SrTiO3-001}
 * @param description what is seen, in a sentence
 * @param source where the numbers come from
 * @param a length of the first cell vector, nm
 * @param b length of the second cell vector, nm
 * @param angle between them, degrees, 20 to 160
 * @param sites one for each visible column of the cell
 */
public record Lattice(String name, String description, String source, double a, double b,
	double angle, List<Site> sites)
{

	/** Two columns closer than this, nm, are one: no microscope splits them. */
	private static final double SPLIT = 0.02;

	/** Of a cell: more have no crystals, and each is compared with all others. */
	public static final int MOST_SITES = 2000;

	/**
	 * @throws RewardAnalysisException if a text is missing, a length or the angle isn't that of a
	 *          cell, or there are no sites, or two at one place
	 */
	public Lattice {
		Checks.given("name of the lattice", name);
		if (name.isBlank()) throw new RewardAnalysisException(
			"The lattice has no name; give it one, such as SrTiO3-001.");
		Checks.given("description of " + name, description);
		Checks.given("source of " + name, source);
		length(name, "a", a);
		length(name, "b", b);
		Checks.within("cell angle of " + name + " (degrees)", angle, 20, 160);
		sites = List.copyOf(Checks.given("list of sites of " + name, sites));
		if (sites.isEmpty()) throw new RewardAnalysisException(
			"The lattice %s has no sites; list every visible column of its cell.", name);
		if (sites.size() > MOST_SITES) throw new RewardAnalysisException(
			"The lattice %s has %d sites; all are compared with each other, so give a cell of at most %d.", name,
			sites.size(), MOST_SITES);
		for (int s = 0; s < sites.size(); s++) {
			final double nearest = distances(a, b, angle, sites, s, 1)[0];
			if (nearest < SPLIT) throw new RewardAnalysisException(
				"A column of %s lies %s nm from the site %s (%s, %s); list columns which " +
					"coincide in projection once.", name, Double.toString(nearest), sites.get(s)
						.species(), Double.toString(sites.get(s).u()), Double.toString(sites.get(s).v()));
		}
	}

	/** How many visible columns one projected cell holds. */
	public int columnsPerCell() {
		return sites.size();
	}

	/** Area of the projected cell, nm²: a · b · sin(angle). */
	public double cellArea() {
		return a * b * Math.sin(Math.toRadians(angle));
	}

	/** Visible columns per nm². */
	public double columnDensity() {
		return columnsPerCell() / cellArea();
	}

	/** The first cell vector, nm: (a, 0). */
	public double[] vectorA() {
		return new double[] { a, 0 };
	}

	/** The second cell vector, nm: (b cos(angle), b sin(angle)). */
	public double[] vectorB() {
		return vectorB(b, angle);
	}

	/**
	 * Distances from a site to its {@code k} nearest columns of the endless ideal
	 * lattice, nm, ascending.
	 *
	 * @param site index into {@link #sites()}
	 */
	public double[] neighbourDistances(final int site, final int k) {
		Checks.within("site", site, 0, sites.size() - 1);
		Checks.atLeast("number of neighbours", k, 1);
		return distances(a, b, angle, sites, site, k);
	}

	/** Sum of the distances to the {@code k} nearest columns, nm. */
	public double neighbourSum(final int site, final int k) {
		return Arrays.stream(neighbourDistances(site, k)).sum();
	}

	/**
	 * The smallest {@link #neighbourSum} of any site, nm: no column of the perfect
	 * lattice has its neighbours closer.
	 */
	public double smallestNeighbourSum(final int k) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int s = 0; s < sites.size(); s++)
			smallest = Math.min(smallest, neighbourSum(s, k));
		return smallest;
	}

	/** The shortest distance between any two columns, nm. */
	public double nearestDistance() {
		return smallestNeighbourSum(1);
	}

	/** This lattice in a plane measured in nm. */
	public PlacedLattice placed(final double rotationDeg, final double offsetX,
		final double offsetY)
	{
		return new PlacedLattice(this, rotationDeg, offsetX, offsetY, 1);
	}

	/** This lattice in an image, whose plane is measured in px. */
	public PlacedLattice placedInPixels(final double pixelSizeNm, final double rotationDeg,
		final double offsetX, final double offsetY)
	{
		Checks.positive("pixel size (nm)", pixelSizeNm);
		return new PlacedLattice(this, rotationDeg, offsetX, offsetY, 1 / pixelSizeNm);
	}

	/**
	 * Visits every column of the rectangle [minX, maxX) × [minY, maxY), all in nm,
	 * of this lattice turned by {@code rotationDeg} and moved to the offset.
	 */
	public void forEachColumn(final double minX, final double minY, final double maxX,
		final double maxY, final double rotationDeg, final double offsetX, final double offsetY,
		final ColumnVisitor visitor)
	{
		placed(rotationDeg, offsetX, offsetY).forEachColumn(minX, minY, maxX, maxY, visitor);
	}

	private static double[] vectorB(final double b, final double angle) {
		// cos 90° is 6e-17 in floating point; a rectangular cell is exactly rectangular.
		final double cos = angle == 90 ? 0 : Math.cos(Math.toRadians(angle));
		return new double[] { b * cos, b * Math.sin(Math.toRadians(angle)) };
	}

	private static void length(final String name, final String axis, final double nm) {
		if (!(nm >= 0.05 && nm <= 100)) throw new RewardAnalysisException(
			"Cell length %s of %s is %s nm; it must lie between 0.05 and 100 nm (mind Angstrom: " +
				"10 A are 1 nm).", axis, name, Double.toString(nm));
	}

	/** Grows the searched block of cells until nothing nearer can lie outside. */
	private static double[] distances(final double a, final double b, final double angle,
		final List<Site> sites, final int site, final int k)
	{
		final double[] vb = vectorB(b, angle);
		final Site from = sites.get(site);
		// u and v differ by less than 1 within a cell, so n shells cover (n - 1) cell heights.
		final double height = Math.min(a, b) * Math.sin(Math.toRadians(angle));
		for (int n = 2;; n++) {
			// Those of them that there are but for the site itself.
			if ((2 * n + 1L) * (2 * n + 1L) * sites.size() <= k) continue;
			final double[] nearest = new double[k];
			Arrays.fill(nearest, Double.POSITIVE_INFINITY);
			for (int i = -n; i <= n; i++)
				for (int j = -n; j <= n; j++)
					for (int s = 0; s < sites.size(); s++) {
						if (i == 0 && j == 0 && s == site) continue;
						final double du = i + sites.get(s).u() - from.u();
						final double dv = j + sites.get(s).v() - from.v();
						// Most are farther away than the k nearest up to now, which the rows of the cell say.
						if (Math.abs(dv * vb[1]) < nearest[k - 1]) insert(nearest, Math.hypot(du * a + dv * vb[0], dv * vb[1]));
					}
			if (nearest[k - 1] <= (n - 1) * height + 1e-9) return nearest;
		}
	}

	/** Keeps the least, ascending. */
	private static void insert(final double[] least, final double value) {
		int at = least.length - 1;
		if (!(value < least[at])) return;
		for (; at > 0 && least[at - 1] > value; at--)
			least[at] = least[at - 1];
		least[at] = value;
	}
}
