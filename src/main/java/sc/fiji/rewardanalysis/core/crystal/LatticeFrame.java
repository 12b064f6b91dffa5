package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * The cell of one grain in the image, with its sites: T = (t₁ t₂) in px, T⁻¹, and the sites
 * as fractions of the cell. Immutable.
 */
public final class LatticeFrame {

	/** Lengths that differ by less may be either of the two. */
	private static final double SAME_LENGTH = 0.08;

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
		final double ratio = lattice.a() / lattice.b();
		final boolean swaps = Math.abs(ratio - 1) < SAME_LENGTH;
		final boolean turned = Math.abs(Math.hypot(vectors.ax(), vectors.ay()) / Math.hypot(vectors.bx(),
			vectors.by()) / ratio - 1) > 2 * SAME_LENGTH;
		for (int k = 0; k < (swaps ? 8 : 4); k++) {
			final boolean swap = swaps ? k >= 4 : turned;
			final double su = (k & 1) == 0 ? 1 : -1, sv = (k & 2) == 0 ? 1 : -1;
			final List<Site> sites = lattice.sites();
			final double[] u = sites.stream().mapToDouble(s -> su * (swap ? s.v() : s.u())).toArray();
			final double[] v = sites.stream().mapToDouble(s -> sv * (swap ? s.u() : s.v())).toArray();
			all.add(new LatticeFrame(vectors, u, v));
		}
		return all;
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
