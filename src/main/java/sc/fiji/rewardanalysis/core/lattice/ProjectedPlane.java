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

/**
 * A lattice in the plane: two translations as fractions of two others, and the latter's metric.
 * Immutable.
 *
 * @param ax first translation's share of the first vector of the metric
 * @param ay its share of the second one
 * @param bx likewise of the second translation
 * @param by likewise
 * @param aa scalar product of the metric's first vector with itself, nm²
 * @param ab of the two
 * @param bb of the second with itself
 */
record ProjectedPlane(double ax, double ay, double bx, double by, double aa, double ab, double bb) {

	/** Below this, relative, lengths and products count as equal, nm² of nm². */
	private static final double EQUAL = 1e-4;

	/** An angle this near to 90 or 120 degrees is one. */
	private static final double STRAIGHT = 1e-3;

	/** The lattice of the metric itself. */
	static ProjectedPlane of(final double aa, final double ab, final double bb) {
		return new ProjectedPlane(1, 0, 0, 1, aa, ab, bb);
	}

	private double product(final double x, final double y, final double p, final double q) {
		return x * p * aa + (x * q + y * p) * ab + y * q * bb;
	}

	/** Squared length of the first translation, nm². */
	private double lengthA() {
		return product(ax, ay, ax, ay);
	}

	private double lengthB() {
		return product(bx, by, bx, by);
	}

	private double product() {
		return product(ax, ay, bx, by);
	}

	/** Length of a vector that is given as fractions of the cell, nm. */
	double length(final double u, final double v) {
		final double x = u * ax + v * bx, y = u * ay + v * by;
		return Math.sqrt(Math.max(0, product(x, y, x, y)));
	}

	/** The shortest of a difference of two places, as fractions of the cell, and its copies; the cell must be reduced. */
	double[] image(final double u, final double v) {
		final double x = u - Math.rint(u), y = v - Math.rint(v);
		double[] best = { x, y };
		double least = length(x, y);
		for (int i = -1; i <= 1; i++)
			for (int j = -1; j <= 1; j++) {
				final double length = length(x + i, y + j);
				if (length >= least) continue;
				least = length;
				best = new double[] { x + i, y + j };
			}
		return best;
	}

	/** Whether two places, their difference given as fractions of the cell, are as near as that, nm; the copies count. */
	boolean isWithin(final double u, final double v, final double nm) {
		return mayBeWithin(u, v, nm) && length(u - Math.rint(u), v - Math.rint(v)) <= nm;
	}

	/** Whether that is worth a closer look: of two places that are near each other, the fractions are small. */
	boolean mayBeWithin(final double u, final double v, final double nm) {
		return isSmall(u, lengthA(), nm) && isSmall(v, lengthB(), nm);
	}

	/** The cell being reduced, an axis is at most 60 degrees away from the other's normal. */
	private static boolean isSmall(final double fraction, final double squared, final double nm) {
		final double x = fraction - Math.rint(fraction);
		return x * x * squared <= 4 * nm * nm;
	}

	/** Fractions of the cell as fractions of the metric's vectors. */
	double[] outside(final double[] place) {
		return new double[] { place[0] * ax + place[1] * bx, place[0] * ay + place[1] * by };
	}

	double a() {
		return Math.sqrt(lengthA());
	}

	double b() {
		return Math.sqrt(lengthB());
	}

	/** Degrees; exactly 90 or 120 if it is meant. */
	double angle() {
		final double angle = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, product() / Math.sqrt(lengthA() *
			lengthB())))));
		for (final double straight : new double[] { 90, 120 })
			if (Math.abs(angle - straight) < STRAIGHT) return straight;
		return angle;
	}

	/** Area of the cell, nm². */
	double area() {
		return Math.sqrt(Math.max(0, lengthA() * lengthB() - product() * product()));
	}

	/** A point that is given as fractions of the metric's vectors, as fractions of the cell, each from 0 up to 1. */
	double[] inCell(final double x, final double y) {
		final double d = ax * by - ay * bx;
		return new double[] { fraction((x * by - y * bx) / d), fraction((y * ax - x * ay) / d) };
	}

	/** From 0 up to but not including 1, to a millionth, so that the nearly equal are equal. */
	static double fraction(final double x) {
		final double rounded = Math.rint((x - Math.floor(x)) * 1e6) / 1e6;
		return rounded >= 1 ? 0 : rounded + 0.0;
	}

	boolean isRectangular() {
		return angle() == 90;
	}

	/** The same lattice by its two shortest translations, the shorter first, 90 to 120 degrees apart. */
	ProjectedPlane reduced() {
		double px = ax, py = ay, qx = bx, qy = by;
		for (;;) {
			if (product(px, py, px, py) > product(qx, qy, qx, qy)) {
				final double x = px, y = py;
				px = qx;
				py = qy;
				qx = x;
				qy = y;
			}
			final double times = Math.rint(product(px, py, qx, qy) / product(px, py, px, py));
			final double x = qx - times * px, y = qy - times * py;
			// Rounding must not send it in circles.
			if (times == 0 || product(x, y, x, y) >= product(qx, qy, qx, qy) * (1 - 1e-12)) break;
			qx = x;
			qy = y;
		}
		if (product(px, py, qx, qy) > EQUAL * product(px, py, px, py)) {
			qx = -qx;
			qy = -qy;
		}
		return with(px, py, qx, qy);
	}

	/**
	 * These two, of the same hand as the metric's vectors: a mirrored lattice would be another one. A
	 * right angle bears the reversal of one of them; of an oblique pair the longer comes first then.
	 */
	private ProjectedPlane with(final double px, final double py, final double qx, final double qy) {
		final ProjectedPlane pair = new ProjectedPlane(px, py, qx, qy, aa, ab, bb);
		if (px * qy - py * qx > 0) return pair;
		return pair.isRectangular() ? new ProjectedPlane(px, py, -qx, -qy, aa, ab, bb) : new ProjectedPlane(qx, qy,
			px, py, aa, ab, bb);
	}

	/** A lattice that holds further translations, given as fractions of the metric's vectors. */
	ProjectedPlane with(final List<double[]> more) {
		final List<double[]> all = new ArrayList<>();
		for (final double[] m : more)
			for (int i = -2; i <= 2; i++)
				for (int j = -2; j <= 2; j++)
					all.add(new double[] { m[0] + i * ax + j * bx, m[1] + i * ay + j * by });
		all.add(new double[] { ax, ay });
		all.add(new double[] { bx, by });
		all.sort((s, t) -> Double.compare(product(s[0], s[1], s[0], s[1]), product(t[0], t[1], t[0], t[1])));
		final double[] p = all.get(0);
		final double least = area() * 1e-3 / (more.size() + 1);
		for (final double[] q : all) {
			final ProjectedPlane pair = new ProjectedPlane(p[0], p[1], q[0], q[1], aa, ab, bb);
			if (pair.area() > least) return pair.reduced();
		}
		return this;
	}

	/**
	 * The rectangular cell with a column in its centre that a reduced cell stands for, if there is
	 * one: of rhombs, but not of squares and hexagons, which are cells of their own.
	 */
	ProjectedPlane conventional() {
		final double a2 = lengthA(), b2 = lengthB(), half = product();
		final boolean rhombic = Math.abs(a2 - b2) < EQUAL * b2;
		final boolean leaning = Math.abs(Math.abs(2 * half) - a2) < EQUAL * a2;
		if (rhombic == leaning || isRectangular()) return this;
		final double sign = Math.signum(half);
		final ProjectedPlane rectangle = rhombic ? new ProjectedPlane(ax + bx, ay + by, bx - ax, by - ay, aa, ab,
			bb) : new ProjectedPlane(ax, ay, 2 * bx - sign * ax, 2 * by - sign * ay, aa, ab, bb);
		return rectangle.reduced();
	}
}
