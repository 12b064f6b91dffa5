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

/**
 * Two translations that carry a crystal onto itself, in an image's px (or, of its spectrum, in
 * cycles per px).
 *
 * @param ax the first one
 * @param ay likewise
 * @param bx the second one
 * @param by likewise
 */
public record LatticeVectors(double ax, double ay, double bx, double by) {

	/** Of the matrix of both as columns, px²; below 0 if the second is anticlockwise of the first. */
	public double determinant() {
		return ax * by - bx * ay;
	}

	/** Of the cell, px². */
	public double area() {
		return Math.abs(determinant());
	}

	/** Length of the first one, px. */
	public double lengthA() {
		return Math.hypot(ax, ay);
	}

	/** Length of the second one, px. */
	public double lengthB() {
		return Math.hypot(bx, by);
	}

	/** Between both, 0 to 180 degrees. */
	public double angle() {
		return Math.toDegrees(Math.atan2(Math.abs(determinant()), ax * bx + ay * by));
	}

	/** Of the first one, degrees from +x towards +y: clockwise on the screen. */
	public double direction() {
		return Math.toDegrees(Math.atan2(ay, ax));
	}

	/** The x of i times the first and j times the second one. */
	public double x(final double i, final double j) {
		return i * ax + j * bx;
	}

	/** The y of i times the first and j times the second one. */
	public double y(final double i, final double j) {
		return i * ay + j * by;
	}

	/** How many of the first one a difference has, px. */
	public double fractionA(final double x, final double y) {
		return (by * x - bx * y) / determinant();
	}

	/** How many of the second one. */
	public double fractionB(final double x, final double y) {
		return (ax * y - ay * x) / determinant();
	}

	/**
	 * The two shortest independent vectors of the same lattice (Lagrange's reduction), the
	 * shorter one first and to the right, the angle between them 60 to 90 degrees.
	 */
	public LatticeVectors reduced() {
		double px = ax, py = ay, qx = bx, qy = by;
		// A basis that is reduced up to rounding is kept.
		while (true) {
			if (px * px + py * py > (qx * qx + qy * qy) * (1 + 1e-12)) {
				double keep = px;
				px = qx;
				qx = keep;
				keep = py;
				py = qy;
				qy = keep;
			}
			final double ratio = (px * qx + py * qy) / (px * px + py * py);
			final double times = Math.abs(ratio) <= 0.5 + 1e-9 ? 0 : Math.rint(ratio);
			if (times == 0 || !(px * px + py * py > 0)) break;
			qx -= times * px;
			qy -= times * py;
		}
		if (px < 0 || px == 0 && py < 0) {
			px = -px;
			py = -py;
		}
		if (px * qx + py * qy < 0) {
			qx = -qx;
			qy = -qy;
		}
		return new LatticeVectors(px, py, qx, qy);
	}

	/** The basis of the reciprocal lattice: a·a* = b·b* = 1, a·b* = b·a* = 0. */
	public LatticeVectors reciprocal() {
		final double d = determinant();
		return new LatticeVectors(by / d, -bx / d, -ay / d, ax / d);
	}

	/** All vectors times a number. */
	public LatticeVectors times(final double factor) {
		return new LatticeVectors(ax * factor, ay * factor, bx * factor, by * factor);
	}

	/** The four places one translation away. */
	public double[][] steps() {
		return new double[][] { { ax, ay }, { -ax, -ay }, { bx, by }, { -bx, -by } };
	}

	/** Whether both are translations of the other too, up to a distance. */
	public boolean resembles(final LatticeVectors o, final double distance) {
		return near(ax, ay, o.ax, o.ay, distance) && near(bx, by, o.bx, o.by, distance) || near(ax, ay,
			o.bx, o.by, distance) && near(bx, by, o.ax, o.ay, distance);
	}

	/** Whether a step, px, is a sum of whole numbers of both up to a share of its length. */
	public boolean isTranslation(final double x, final double y, final double share) {
		final double a = Math.rint(fractionA(x, y)), b = Math.rint(fractionB(x, y));
		return Math.hypot(x - x(a, b), y - y(a, b)) <= share * Math.hypot(x, y);
	}

	private static boolean near(final double x, final double y, final double u, final double v,
		final double distance)
	{
		return Math.min(Math.hypot(x - u, y - v), Math.hypot(x + u, y + v)) <= distance;
	}
}
