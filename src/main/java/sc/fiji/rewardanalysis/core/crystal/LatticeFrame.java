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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * The cell of one grain in the image, with its sites: T = (t₁ t₂) in px, T⁻¹, and the sites
 * as fractions of the cell. Immutable.
 */
public final class LatticeFrame {

	/** Lengths that differ by less may be either of the two. */
	private static final double SAME_LENGTH = 0.08;

	/** Cells whose angle is by so much, degrees, nearer to the lattice's are the only ones. */
	private static final double WRONG_ANGLE = 5;

	private final LatticeVectors t;
	private final double determinant;
	private final double[] u, v;

	private LatticeFrame(final LatticeVectors t, final double[] u, final double[] v) {
		this.t = t;
		this.u = u;
		this.v = v;
		determinant = t.ax() * t.by() - t.bx() * t.ay();
	}

	/**
	 * All ways in which the lattice may lie on translations whose signs, and order if they
	 * are of one length, mean nothing.
	 */
	public static List<LatticeFrame> all(final LatticeVectors vectors, final Lattice lattice) {
		final List<LatticeFrame> all = new ArrayList<>();
		final List<Site> sites = lattice.sites();
		for (final Way way : ways(vectors, lattice)) {
			final double[] u = sites.stream().mapToDouble(s -> way.a * (way.swap ? s.v() : s.u())).toArray();
			final double[] v = sites.stream().mapToDouble(s -> way.b * (way.swap ? s.u() : s.v())).toArray();
			all.add(new LatticeFrame(vectors, u, v));
		}
		return all;
	}

	/** Which translation is the cell's first, and the signs of both. */
	private record Way(boolean swap, double a, double b) {

		/** The translations that are those of the lattice's own cell. */
		LatticeVectors applied(final LatticeVectors t) {
			return swap ? new LatticeVectors(b * t.bx(), b * t.by(), a * t.ax(), a * t.ay())
				: new LatticeVectors(a * t.ax(), a * t.ay(), b * t.bx(), b * t.by());
		}
	}

	private static List<Way> ways(final LatticeVectors vectors, final Lattice lattice) {
		final double ratio = lattice.a() / lattice.b();
		final boolean swaps = Math.abs(ratio - 1) < SAME_LENGTH;
		final boolean turned = Math.abs(Math.hypot(vectors.ax(), vectors.ay()) / Math.hypot(vectors.bx(),
			vectors.by()) / ratio - 1) > 2 * SAME_LENGTH;
		final List<Way> ways = new ArrayList<>();
		for (int k = 0; k < (swaps ? 8 : 4); k++)
			ways.add(new Way(swaps ? k >= 4 : turned, (k & 1) == 0 ? 1 : -1, (k & 2) == 0 ? 1 : -1));
		return ways;
	}

	/**
	 * The same ways, with the lattice's own cell and sites and translations to match: those
	 * first whose cell has the lattice's angle, isn't a mirror image and is turned least.
	 */
	static List<LatticeFrame> oriented(final LatticeVectors vectors, final Lattice lattice) {
		final Motif motif = Motif.of(lattice);
		final List<LatticeVectors> all = ways(vectors, lattice).stream().map(w -> w.applied(vectors))
			.toList();
		final ToDoubleFunction<LatticeVectors> off = t -> Math.abs(t.angle() - lattice.angle());
		final double least = all.stream().mapToDouble(off).min().orElseThrow();
		return all.stream().filter(t -> off.applyAsDouble(t) < least + WRONG_ANGLE).sorted(Comparator
			.comparing((LatticeVectors t) -> t.determinant() < 0).thenComparingDouble(t -> Math.abs(t
				.direction()))).map(t -> of(t, motif)).toList();
	}

	/** A cell with its sites. */
	static LatticeFrame of(final LatticeVectors vectors, final Motif motif) {
		return new LatticeFrame(vectors, motif.u(), motif.v());
	}

	/** The cell's translations, px. */
	LatticeVectors vectors() {
		return t;
	}

	/** How many sites a cell has. */
	public int sites() {
		return u.length;
	}

	/** px². */
	public double cellArea() {
		return Math.abs(determinant);
	}

	/** Length of the first translation, px. */
	public double lengthA() {
		return Math.hypot(t.ax(), t.ay());
	}

	/** Length of the second translation, px. */
	public double lengthB() {
		return Math.hypot(t.bx(), t.by());
	}

	/** The first coordinate of T⁻¹ (x, y). */
	public double fractionA(final double x, final double y) {
		return (t.by() * x - t.bx() * y) / determinant;
	}

	/** The second coordinate of T⁻¹ (x, y). */
	public double fractionB(final double x, final double y) {
		return (t.ax() * y - t.ay() * x) / determinant;
	}

	/** The x of T (a, b). */
	public double x(final double a, final double b) {
		return a * t.ax() + b * t.bx();
	}

	/** The y of T (a, b). */
	public double y(final double a, final double b) {
		return a * t.ay() + b * t.by();
	}

	public double siteA(final int site) {
		return u[site];
	}

	public double siteB(final int site) {
		return v[site];
	}

	/**
	 * How far a point is from the nearest site: the difference, px.
	 *
	 * @param x of the point, px, from the lattice's origin
	 * @param into x and y of the difference
	 * @return the site
	 */
	public int nearest(final double x, final double y, final double[] into) {
		final double a = fractionA(x, y), b = fractionB(x, y);
		int best = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int s = 0; s < u.length; s++) {
			double da = a - u[s], db = b - v[s];
			da -= Math.rint(da);
			db -= Math.rint(db);
			final double dx = x(da, db), dy = y(da, db), square = dx * dx + dy * dy;
			if (square >= least) continue;
			least = square;
			best = s;
			into[0] = dx;
			into[1] = dy;
		}
		return best;
	}
}
