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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A crystal as it is seen along a zone axis: its columns on the plane across the beam.
 * <p>
 * All lattice vectors are projected; they make a lattice of the plane whose cell has the area V /
 * |t|, V the crystal's cell and t the shortest lattice vector along the beam. If its columns
 * repeat by less than that, as those of a supercell do, the cell is the smaller one, spanned by
 * the two shortest translations. Two cells that crystallographers prefer are kept: the
 * crystal's own if it projects onto a rectangle with a copy of each column in its centre, and the
 * rectangle instead of a rhomb. The origin is that of the crystal's cell. The zone axis points
 * at the viewer; y points down, as in an image.
 *
 * @param crystal what is projected
 * @param zone along which
 * @param period length of the shortest lattice vector along the beam, nm
 * @param a length of the cell's first vector, nm
 * @param b of the second one
 * @param angle between them, degrees
 * @param columns of the cell, the strongest first
 */
public record CrystalProjection(Crystal crystal, ZoneAxis zone, double period, double a, double b,
	double angle, List<AtomColumn> columns)
{

	/**
	 * Atoms that are nearer to each other in projection, nm, are one column: less than the 0.04 nm
	 * that the best microscopes resolve.
	 */
	public static final double MERGED = 0.03;

	/** {@link #isVisible} of what scatters a twentieth of the brightest column, as a default. */
	public static final double LEAST_BRIGHTNESS = 0.05;

	/** Positions are as exact as this, nm: coordinates in files have three digits and more. */
	private static final double EXACT = 0.002;

	/** Below this, nm, nothing is resolved; a {@link Lattice} has no shorter vectors. */
	private static final double SHORTEST = 0.06;

	/** Elements up to fluorine are not seen beside elements from calcium on. */
	private static final int LIGHT = 9, HEAVY = 20;

	public CrystalProjection {
		Checks.given("crystal", crystal);
		Checks.given("zone axis", zone);
		columns = List.copyOf(columns);
	}

	/** Projects a crystal. */
	public static CrystalProjection of(final Crystal crystal, final ZoneAxis zone, final Progress progress) {
		final double[][] g = crystal.metric();
		final int[] t = { zone.u(), zone.v(), zone.w() };
		final int[][] pq = zone.complement();
		final double tt = product(g, t, t), pt = product(g, pq[0], t), qt = product(g, pq[1], t);
		// With y down, what is right-handed seen from above is left-handed: p and q swap places.
		final ProjectedPlane own = ProjectedPlane.of(product(g, pq[1], pq[1]) - qt * qt / tt, product(g, pq[1],
			pq[0]) - qt * pt / tt, product(g, pq[0], pq[0]) - pt * pt / tt).reduced();
		resolved(crystal, zone, own);
		final List<double[]> places = crystal.atoms().stream().map(atom -> {
			final double[] r = { atom.x(), atom.y(), atom.z() };
			return own.inCell(determinant(pq[0], r, t), determinant(r, pq[1], t));
		}).toList();
		final List<AtomColumn> columns = new ColumnMerging(own, MERGED).of(crystal.atoms(), places, progress);
		final Repeat repeat = Repeat.of(own, columns, EXACT, progress);
		resolved(crystal, zone, repeat.plane());
		final List<AtomColumn> sorted = new ArrayList<>(repeat.columns());
		sorted.sort(Comparator.comparingDouble((AtomColumn c) -> -c.scattering()).thenComparingDouble(AtomColumn::v)
			.thenComparingDouble(AtomColumn::u));
		return new CrystalProjection(crystal, zone, Math.sqrt(tt), rounded(repeat.plane().a()), rounded(repeat
			.plane().b()), repeat.plane().angle(), sorted);
	}

	/** Without the noise of roots of squares: 0.3905, not 0.39050000000000001. */
	private static double rounded(final double nm) {
		return Math.rint(nm * 1e10) / 1e10;
	}

	private static void resolved(final Crystal crystal, final ZoneAxis zone, final ProjectedPlane plane) {
		if (Math.min(plane.a(), plane.b()) < SHORTEST) throw new RewardAnalysisException(
			"Along %s the columns of %s repeat every %.3f nm, which no microscope resolves; give a zone axis of lower indices.",
			zone.toString(), crystal.name(), Math.min(plane.a(), plane.b()));
	}

	private static double product(final double[][] g, final int[] r, final int[] s) {
		double sum = 0;
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				sum += g[i][j] * r[i] * s[j];
		return sum;
	}

	/** Share of one of the two vectors of the plane in a position: Cramer's rule, the determinant of all being 1. */
	private static double determinant(final int[] p, final double[] r, final int[] t) {
		return p[0] * (r[1] * t[2] - r[2] * t[1]) - p[1] * (r[0] * t[2] - r[2] * t[0]) + p[2] * (r[0] * t[1] - r[
			1] * t[0]);
	}

	private static double determinant(final double[] r, final int[] q, final int[] t) {
		return r[0] * (q[1] * t[2] - q[2] * t[1]) - r[1] * (q[0] * t[2] - q[2] * t[0]) + r[2] * (q[0] * t[1] - q[
			1] * t[0]);
	}

	/** Area of the projected cell, nm². */
	public double cellArea() {
		return a * b * Math.sin(Math.toRadians(angle));
	}

	/** How bright a column is, in proportion to the brightest: of Z² summed along the beam. */
	public double brightness(final AtomColumn column) {
		return column.scattering() / columns.get(0).scattering();
	}

	/**
	 * Whether a HAADF image shows a column: it must be as bright as that, in proportion to the
	 * brightest, and not be of nothing but light elements (up to fluorine) if another column that is as bright
	 * has one from calcium on.
	 */
	public boolean isVisible(final AtomColumn column, final double leastBrightness) {
		final boolean hidden = column.heaviest() <= LIGHT && columns.stream().anyMatch(c -> c.heaviest() >= HEAVY &&
			brightness(c) >= leastBrightness);
		return !hidden && brightness(column) >= leastBrightness;
	}

	/** The columns that are seen. */
	public List<AtomColumn> visible(final double leastBrightness) {
		Checks.within("least_brightness", leastBrightness, 0, 1);
		return columns.stream().filter(c -> isVisible(c, leastBrightness)).toList();
	}

	/** Formula and zone, such as {@code SrTiO3-110}. */
	public String name() {
		return crystal.name() + "-" + zone.digits();
	}

	/**
	 * The projected cell with some of its columns.
	 *
	 * @param shown at least one of {@link #columns()}
	 */
	public Lattice lattice(final List<AtomColumn> shown) {
		final String kinds = shown.stream().map(AtomColumn::species).distinct().collect(Collectors.joining(", "));
		return new Lattice(name(), String.format(Locale.ROOT, "%s along %s: %d column%s of %s", crystal.name(), zone,
			shown.size(), shown.size() == 1 ? "" : "s", kinds), crystal.source(), a, b, angle, shown.stream().map(c -> new Site(c.species(), c
				.atomicNumber(), c.u(), c.v())).toList());
	}
}
