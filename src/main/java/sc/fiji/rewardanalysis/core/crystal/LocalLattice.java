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

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Fits the lattice of one grain to the atoms around a point. The origin p is where votes are
 * densest ({@link PhaseVotes}); of the densest places that counts where Σ w is largest, with
 * w = (1 − |r|² / τ²)² if |r| &lt; τ, else 0 (Tukey's bisquare), r being the difference of an
 * atom from its nearest site. Then r ≈ δ + G x is fitted with the same weights, twice: δ
 * moves the origin, G is the distortion that the translations don't have, such as of drift
 * and strain. Not thread-safe: one for each thread.
 */
public final class LocalLattice {

	private static final int PLACES = 4, PASSES = 2;

	/** Weight below which no distortion is fitted, but the mean is taken. */
	private static final double FEWEST = 12;

	private final LatticeFrame frame;
	private final PhaseVotes votes;
	private final double tolerance;
	private final double[] difference = new double[2];

	/** Origin, px, distortion, and the share of atoms that fit. */
	private double px, py, support;
	private final double[] g = new double[4];

	/** @param tolerance τ, px */
	public LocalLattice(final LatticeFrame frame, final double tolerance) {
		this.frame = frame;
		this.tolerance = tolerance;
		votes = new PhaseVotes(frame, tolerance);
	}

	/**
	 * Fits.
	 *
	 * @param x of the atoms around, px from the point
	 * @param n how many, at least one
	 */
	public void fit(final double[] x, final double[] y, final int n) {
		px = py = 0;
		support = -1;
		Arrays.fill(g, 0);
		double bestX = 0, bestY = 0;
		for (final double[] place : votes.densest(x, y, n, PLACES)) {
			px = place[0];
			py = place[1];
			Arrays.fill(g, 0);
			final double sum = pass(x, y, n, false);
			if (sum <= support) continue;
			support = sum;
			bestX = px;
			bestY = py;
		}
		px = bestX;
		py = bestY;
		for (int i = 0; i < PASSES; i++)
			support = pass(x, y, n, true) / n;
	}

	/** One step of weighted least squares; the weights' sum before it. */
	private double pass(final double[] x, final double[] y, final int n, final boolean distorts) {
		double s = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
		double rx = 0, ry = 0, rxx = 0, rxy = 0, ryx = 0, ryy = 0;
		for (int i = 0; i < n; i++) {
			frame.nearest(x[i] - px - g[0] * x[i] - g[1] * y[i], y[i] - py - g[2] * x[i] - g[3] * y[i],
				difference);
			final double dx = difference[0], dy = difference[1];
			final double part = 1 - (dx * dx + dy * dy) / (tolerance * tolerance);
			if (part <= 0) continue;
			final double w = part * part;
			s += w;
			sx += w * x[i];
			sy += w * y[i];
			sxx += w * x[i] * x[i];
			sxy += w * x[i] * y[i];
			syy += w * y[i] * y[i];
			rx += w * dx;
			ry += w * dy;
			rxx += w * dx * x[i];
			rxy += w * dx * y[i];
			ryx += w * dy * x[i];
			ryy += w * dy * y[i];
		}
		if (s == 0) return 0;
		final double mx = sx / s, my = sy / s;
		final double cxx = sxx - mx * sx, cxy = sxy - mx * sy, cyy = syy - my * sy;
		final double det = cxx * cyy - cxy * cxy;
		if (!distorts || s < FEWEST || !(det > 0.01 * cxx * cyy)) {
			px += rx / s;
			py += ry / s;
			return s;
		}
		final double ax = rxx - mx * rx, ay = rxy - my * rx, bx = ryx - mx * ry, by = ryy - my * ry;
		final double gxx = (ax * cyy - ay * cxy) / det, gxy = (ay * cxx - ax * cxy) / det;
		final double gyx = (bx * cyy - by * cxy) / det, gyy = (by * cxx - bx * cxy) / det;
		px += rx / s - gxx * mx - gxy * my;
		py += ry / s - gyx * mx - gyy * my;
		g[0] += gxx;
		g[1] += gxy;
		g[2] += gyx;
		g[3] += gyy;
		return s;
	}

	/** Σ w / n: how well the atoms around fit, 0 to 1. */
	public double support() {
		return support;
	}

	/** How far a place, px from the point, is from the nearest site, px. */
	public double displacement(final double x, final double y) {
		frame.nearest(x - px - g[0] * x - g[1] * y, y - py - g[2] * x - g[3] * y, difference);
		return Math.hypot(difference[0], difference[1]);
	}

	/**
	 * The translations here: (I − G)⁻¹ T, since a place x is in the lattice's own coordinates at
	 * x − G x.
	 */
	LatticeVectors vectors() {
		final LatticeVectors t = frame.vectors();
		return new LatticeVectors(undistortedX(t.ax(), t.ay()), undistortedY(t.ax(), t.ay()),
			undistortedX(t.bx(), t.by()), undistortedY(t.bx(), t.by()));
	}

	/** The x of the origin, px from the point. */
	double originX() {
		return undistortedX(px, py);
	}

	/** The y of the origin, px from the point. */
	double originY() {
		return undistortedY(px, py);
	}

	private double determinant() {
		return (1 - g[0]) * (1 - g[3]) - g[1] * g[2];
	}

	private double undistortedX(final double x, final double y) {
		return ((1 - g[3]) * x + g[1] * y) / determinant();
	}

	private double undistortedY(final double x, final double y) {
		return (g[2] * x + (1 - g[0]) * y) / determinant();
	}
}
