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

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * The cell of a grain in numbers, each with its standard error, which follows from the
 * covariance of the translations to first order. Of the pixel size's own error it knows
 * nothing: a pixel size wrong by 1 % is a strain of 1 %.
 * <p>
 * With T the fitted translations and T₀ those of the crystal, its first one along x, F = T
 * T₀⁻¹ = R U. The strain is U − 1, along the axes of the crystal: xx along a. The
 * rotation is that of R.
 */
public record CellMeasures(Value a, Value b, Value angle, Value rotation, Value strainXX,
	Value strainYY, Value strainXY)
{

	private static final double STEP = 1e-6;

	/**
	 * A number.
	 *
	 * @param value lengths in px, angles in degrees, strains as a ratio; NaN if it isn't known
	 * @param error its standard error
	 */
	public record Value(double value, double error) {

		/** In another unit. */
		public Value times(final double factor) {
			return new Value(factor * value, factor * error);
		}
	}

	/**
	 * Of a fit.
	 *
	 * @param lattice the crystal; null if it isn't known
	 * @param pixelSize nm
	 */
	public static CellMeasures of(final AffineFit fit, final Lattice lattice, final double pixelSize) {
		final LatticeVectors t = fit.vectors();
		final double[] p = { t.ax(), t.bx(), t.ay(), t.by() };
		final int[] index = { 1, 2, 4, 5 };
		final double[] values = values(p, lattice, pixelSize);
		final double[][] slopes = new double[4][];
		for (int k = 0; k < 4; k++) {
			final double step = STEP * t.lengthA();
			final double[] up = p.clone(), down = p.clone();
			up[k] += step;
			down[k] -= step;
			final double[] high = values(up, lattice, pixelSize), low = values(down, lattice, pixelSize);
			slopes[k] = new double[values.length];
			for (int v = 0; v < values.length; v++)
				slopes[k][v] = (high[v] - low[v]) / (2 * step);
		}
		final Value[] all = new Value[values.length];
		for (int v = 0; v < all.length; v++) {
			double variance = 0;
			for (int k = 0; k < 4; k++)
				for (int l = 0; l < 4; l++)
					variance += slopes[k][v] * slopes[l][v] * fit.covariance()[index[k]][index[l]];
			all[v] = new Value(values[v], Math.sqrt(Math.max(0, variance)));
		}
		return new CellMeasures(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
	}

	private static double[] values(final double[] p, final Lattice lattice, final double pixelSize) {
		final LatticeVectors t = new LatticeVectors(p[0], p[2], p[1], p[3]);
		if (lattice == null) return new double[] { t.lengthA(), t.lengthB(), t.angle(), t.direction(),
			Double.NaN, Double.NaN, Double.NaN };
		final LatticeVectors ideal = ideal(lattice, pixelSize, t);
		final double[] f = gradient(t, ideal);
		final double turn = rotation(t, ideal), c = Math.cos(turn), s = Math.sin(turn);
		// U = R^T F
		return new double[] { t.lengthA(), t.lengthB(), t.angle(), Math.toDegrees(turn), c * f[0] + s *
			f[2] - 1, -s * f[1] + c * f[3] - 1, 0.5 * (c * f[1] + s * f[3] - s * f[0] + c * f[2]) };
	}

	/** The crystal's cell, px; as a mirror image if the fitted one is. */
	static LatticeVectors ideal(final Lattice lattice, final double pixelSize,
		final LatticeVectors fitted)
	{
		final double[] b = lattice.vectorB();
		return new LatticeVectors(lattice.a() / pixelSize, 0, b[0] / pixelSize, Math.copySign(b[1] /
			pixelSize, fitted.determinant()));
	}

	/** F = T T₀⁻¹ as (xx, xy, yx, yy). */
	static double[] gradient(final LatticeVectors t, final LatticeVectors ideal) {
		final double xa = ideal.fractionA(1, 0), xb = ideal.fractionB(1, 0), ya = ideal.fractionA(0, 1), yb =
			ideal.fractionB(0, 1);
		return new double[] { t.x(xa, xb), t.x(ya, yb), t.y(xa, xb), t.y(ya, yb) };
	}

	/** Of R, radians from +x towards +y. */
	static double rotation(final LatticeVectors t, final LatticeVectors ideal) {
		final double[] f = gradient(t, ideal);
		return Math.atan2(f[2] - f[1], f[0] + f[3]);
	}
}
