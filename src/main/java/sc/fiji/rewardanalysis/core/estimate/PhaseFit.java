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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Makes a reciprocal lattice exact by the phases of its waves (geometric phase analysis:
 * Hÿtch, Snoeck and Kilaas 1998, Ultramicroscopy 74, 131).
 * <p>
 * In overlapping tiles under Hann windows, the phase of each peak's wave is measured against
 * that of the lattice as it is known so far. A slope of the phases across the image is what
 * the lattice is wrong by; one slope for all peaks is fitted by least squares. The residuals
 * of the tiles – noise and distortion of the scan alike – give the covariance: tile by tile,
 * because the peaks of a tile move together, and widened for the overlap of tiles. What the
 * tiles of one row have in common is added, for lines of a scan move as a whole.
 */
final class PhaseFit {

	private static final int MOST_PEAKS = 16, PASSES = 6;

	/** Neighbouring Hann windows, half overlapping, share 1/6: (1 + 2/6)² of the variance, 1 + 2/6 of rows'. */
	private static final double OVERLAP = 16 / 9.0, ALONG = 4 / 3.0;

	/** A tile holds so many of the longer translation, at least. */
	private static final double CELLS = 3.5;

	private final List<IndexedPeak> peaks;
	private final TileWaves waves;
	private LatticeVectors basis;
	private RealMatrix covariance;
	private double[][] moved;

	private PhaseFit(final Pixels pixels, final PeakIndexing.Grain grain,
		final Progress progress)
	{
		basis = grain.reciprocal();
		peaks = grain.peaks().subList(0, Math.min(MOST_PEAKS, grain.peaks().size()));
		final int shorter = Math.min(pixels.width(), pixels.height());
		final int side = (int) Math.min(shorter / 2.0, Math.max(shorter / 5.0, CELLS * grain
			.translations().lengthB()));
		waves = new TileWaves(pixels, side, peaks.stream().map(p -> new double[] { basis.x(p.h(), p.k()),
			basis.y(p.h(), p.k()) }).toList(), progress);
	}

	static PhaseFit of(final Pixels pixels, final PeakIndexing.Grain grain,
		final Progress progress)
	{
		final PhaseFit fit = new PhaseFit(pixels, grain, progress);
		for (int pass = 0; pass < PASSES; pass++)
			fit.improve(pass < 2);
		return fit;
	}

	private double gx(final int p) {
		return basis.x(peaks.get(p).h(), peaks.get(p).k());
	}

	private double gy(final int p) {
		return basis.y(peaks.get(p).h(), peaks.get(p).k());
	}

	/** Of each tile, against the lattice as it is now and against the mean of all: −π to π. */
	private double[] phases(final int p) {
		final int tiles = waves.tiles();
		final double[] cos = new double[tiles], sin = new double[tiles], phases = new double[tiles];
		double c = 0, s = 0;
		for (int t = 0; t < tiles; t++) {
			final double turn = -2 * Math.PI * (gx(p) * waves.centreX(t) + gy(p) * waves.centreY(t));
			cos[t] = waves.re(p, t) * Math.cos(turn) - waves.im(p, t) * Math.sin(turn);
			sin[t] = waves.re(p, t) * Math.sin(turn) + waves.im(p, t) * Math.cos(turn);
			// In the manner of a mean weighted by the power.
			c += cos[t] * Math.hypot(cos[t], sin[t]);
			s += sin[t] * Math.hypot(cos[t], sin[t]);
		}
		for (int t = 0; t < tiles; t++)
			phases[t] = Math.atan2(sin[t] * c - cos[t] * s, cos[t] * c + sin[t] * s);
		return phases;
	}

	/** @param near whether only the waves of low frequency count, whose phases wrap last */
	private void improve(final boolean near) {
		final int tiles = waves.tiles(), n = peaks.size();
		double least = Double.POSITIVE_INFINITY;
		for (final IndexedPeak p : peaks)
			least = Math.min(least, p.peak().frequency());
		// Two directions are needed in any case.
		final double most = near ? Math.max(1.6 * least, secondDirection()) : Double.POSITIVE_INFINITY;
		final RealMatrix normal = new Array2DRowRealMatrix(4, 4);
		final double[] right = new double[4];
		final double[][][] rows = new double[n][tiles][];
		final double[][] phases = new double[n][], weights = new double[n][tiles];
		for (int p = 0; p < n; p++) {
			if (peaks.get(p).peak().frequency() > most * 1.0001) continue;
			phases[p] = phases(p);
			weights(p, weights[p]);
			center(p, phases[p], weights[p], rows[p]);
			for (int t = 0; t < tiles; t++)
				for (int i = 0; i < 4; i++) {
					right[i] += weights[p][t] * rows[p][t][i] * phases[p][t];
					for (int j = 0; j < 4; j++)
						normal.addToEntry(i, j, weights[p][t] * rows[p][t][i] * rows[p][t][j]);
				}
		}
		final RealMatrix inverse = new LUDecomposition(normal).getSolver().getInverse();
		final double[] d = inverse.operate(right);
		basis = new LatticeVectors(basis.ax() + d[0], basis.ay() + d[1], basis.bx() + d[2], basis.by() +
			d[3]);
		residuals(phases, weights, rows, d, inverse);
	}

	/** The lowest frequency with which there are two directions. */
	private double secondDirection() {
		final SpectrumPeak first = peaks.stream().map(IndexedPeak::peak).min((p, q) -> Double.compare(p
			.frequency(), q.frequency())).orElseThrow();
		return peaks.stream().map(IndexedPeak::peak).filter(p -> Math.abs(p.x() * first.y() - p.y() * first
			.x()) > 0.2 * p.frequency() * first.frequency()).mapToDouble(SpectrumPeak::frequency).min()
			.orElse(Double.POSITIVE_INFINITY);
	}

	/** By the wave's power, but no tile counts much more than a typical one. */
	private void weights(final int p, final double[] weights) {
		final double[] powers = new double[weights.length];
		for (int t = 0; t < weights.length; t++)
			powers[t] = waves.power(p, t);
		final double[] sorted = powers.clone();
		Arrays.sort(sorted);
		final double typical = sorted[(int) (0.8 * (sorted.length - 1))];
		// A phase of a wave of amplitude A is exact to noise / A, and never below distortions.
		final double scale = peaks.get(p).peak().power() / (peaks.get(0).peak().power() + peaks.get(p)
			.peak().power());
		for (int t = 0; t < weights.length; t++)
			weights[t] = scale * Math.min(1, powers[t] / typical);
	}

	/** Takes the weighted mean, which is the wave's own phase, from both sides. */
	private void center(final int p, final double[] phases, final double[] weights,
		final double[][] rows)
	{
		final IndexedPeak peak = peaks.get(p);
		double sum = 0, mx = 0, my = 0, mp = 0;
		for (int t = 0; t < phases.length; t++) {
			sum += weights[t];
			mx += weights[t] * waves.centreX(t);
			my += weights[t] * waves.centreY(t);
			mp += weights[t] * phases[t];
		}
		for (int t = 0; t < phases.length; t++) {
			final double x = 2 * Math.PI * (waves.centreX(t) - mx / sum), y = 2 * Math.PI * (waves.centreY(t) - my /
				sum);
			rows[t] = new double[] { peak.h() * x, peak.h() * y, peak.k() * x, peak.k() * y };
			phases[t] -= mp / sum;
		}
	}

	/** What is left, of each tile: the covariance, and how far the tile has moved. */
	private void residuals(final double[][] phases, final double[][] weights,
		final double[][][] rows, final double[] d, final RealMatrix inverse)
	{
		final int tiles = waves.tiles();
		final RealMatrix meat = new Array2DRowRealMatrix(4, 4);
		final double[][] ofRow = new double[waves.down()][4];
		moved = new double[tiles][2];
		double total = 0, squares = 0;
		for (int t = 0; t < tiles; t++) {
			final double[] score = new double[4];
			double xx = 0, xy = 0, yy = 0, rx = 0, ry = 0, weight = 0;
			for (int p = 0; p < phases.length; p++) {
				if (phases[p] == null) continue;
				double r = phases[p][t];
				for (int i = 0; i < 4; i++)
					r -= rows[p][t][i] * d[i];
				final double w = weights[p][t], x = -2 * Math.PI * gx(p), y = -2 * Math.PI * gy(p);
				for (int i = 0; i < 4; i++)
					score[i] += w * r * rows[p][t][i];
				xx += w * x * x;
				xy += w * x * y;
				yy += w * y * y;
				rx += w * x * r;
				ry += w * y * r;
				weight += w;
			}
			add(meat, score);
			for (int i = 0; i < 4; i++)
				ofRow[t / (tiles / ofRow.length)][i] += score[i];
			final double det = xx * yy - xy * xy;
			if (det > 0) moved[t] = new double[] { (yy * rx - xy * ry) / det, (xx * ry - xy * rx) / det };
			total += weight * weight;
			squares += weight;
		}
		// Few tiles count if the lattice is seen in few.
		final double counting = squares * squares / total;
		final RealMatrix apart = meat.scalarMultiply(OVERLAP * counting / Math.max(1, counting - 3));
		covariance = inverse.multiply(apart.add(positive(together(ofRow).subtract(apart)))).multiply(
			inverse);
	}

	/** As if only rows of tiles were independent of each other. */
	private static RealMatrix together(final double[][] ofRow) {
		final RealMatrix meat = new Array2DRowRealMatrix(4, 4);
		for (final double[] score : ofRow)
			add(meat, score);
		// Half of the rows overlap the others, and two of the rest a mean and a slope take away.
		final double rows = Math.max(3, 0.5 * (ofRow.length + 1));
		return meat.scalarMultiply(ALONG * rows / (rows - 2));
	}

	private static void add(final RealMatrix to, final double[] score) {
		for (int i = 0; i < score.length; i++)
			for (int j = 0; j < score.length; j++)
				to.addToEntry(i, j, score[i] * score[j]);
	}

	/** The part of a symmetric matrix that can be a covariance. */
	private static RealMatrix positive(final RealMatrix matrix) {
		final EigenDecomposition parts = new EigenDecomposition(matrix);
		final RealMatrix d = parts.getD();
		for (int i = 0; i < d.getRowDimension(); i++)
			d.setEntry(i, i, Math.max(0, d.getEntry(i, i)));
		return parts.getV().multiply(d).multiply(parts.getVT());
	}

	/** The image's translations. */
	LatticeVectors translations() {
		return basis.reciprocal().reduced();
	}

	/** The reciprocal lattice, in the peaks' indices. */
	LatticeVectors reciprocal() {
		return basis;
	}

	/** A quantity that follows from the translations, with its error. */
	Measured measured(final ToDoubleFunction<LatticeVectors> quantity) {
		final double[] g = { basis.ax(), basis.ay(), basis.bx(), basis.by() };
		final double[] slope = new double[4];
		final double step = 1e-6 * Math.hypot(basis.lengthA(), basis.lengthB());
		for (int i = 0; i < 4; i++) {
			final double[] up = g.clone(), down = g.clone();
			up[i] += step;
			down[i] -= step;
			slope[i] = (quantity.applyAsDouble(alike(up)) - quantity.applyAsDouble(alike(down))) / (2 *
				step);
		}
		double variance = 0;
		for (int i = 0; i < 4; i++)
			for (int j = 0; j < 4; j++)
				variance += slope[i] * covariance.getEntry(i, j) * slope[j];
		return new Measured(quantity.applyAsDouble(translations()), Math.sqrt(Math.max(0, variance)));
	}

	/** The translations of nearly the same reciprocal lattice, by the same reduction. */
	private LatticeVectors alike(final double[] g) {
		final LatticeVectors direct = basis.reciprocal(), reduced = direct.reduced();
		final double m = Math.rint(direct.fractionA(reduced.ax(), reduced.ay())), n = Math.rint(direct.fractionB(
			reduced.ax(), reduced.ay()));
		final double k = Math.rint(direct.fractionA(reduced.bx(), reduced.by())), l = Math.rint(direct.fractionB(
			reduced.bx(), reduced.by()));
		final LatticeVectors other = new LatticeVectors(g[0], g[1], g[2], g[3]).reciprocal();
		return new LatticeVectors(other.x(m, n), other.y(m, n), other.x(k, l), other.y(k, l));
	}

	/** Root mean square of how far tiles lie from the lattice, px: distortion of the scan. */
	double distortion() {
		double sum = 0, weight = 0;
		for (int t = 0; t < moved.length; t++) {
			final double w = waves.power(0, t);
			sum += w * (moved[t][0] * moved[t][0] + moved[t][1] * moved[t][1]);
			weight += w;
		}
		return Math.sqrt(sum / weight);
	}

	/** How far the lattice has moved at a place, px, between tiles linearly: right, down. */
	double[] movedAt(final double x, final double y) {
		return waves.at(moved, x, y);
	}
}
