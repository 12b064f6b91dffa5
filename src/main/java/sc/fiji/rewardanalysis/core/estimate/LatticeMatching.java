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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Compares an image's translations with those of crystals.
 * <p>
 * The best of the crystal's bases is taken, turned or mirrored. What maps it onto the
 * measured one has two principal stretches; their mean is the pixel size, half their
 * ratio's logarithm the misfit of the shape. Because many cells are square, the brightness
 * counts too: the powers of the waves against the structure factors of the crystal's
 * columns (Z<sup>1.7</sup>), with the columns' width left free.
 */
final class LatticeMatching {

	/** What is usual: of a calibration, of a scan's distortion, of logarithms of powers. */
	private static final double SCALE = 0.025, SHAPE = 0.02, BRIGHTNESS = 0.8;

	/** Costs of other columns than are seen, and no more for any one reason. */
	private static final double COLUMNS = 0.7, MOST = 60;

	/** Cost of waves that should have been seen, by their power over the strongest one's. */
	private static final double UNSEEN = 20;

	private static final int ORDER = 12;

	private final Spectrum spectrum;
	private final PhaseFit fit;
	private final MeanCell motif;
	private final double highest, faintest;

	/**
	 * @param highest frequency of any of the lattice's peaks, cycles per px
	 * @param faintest power of a wave that would just be seen, over the strongest one's
	 */
	LatticeMatching(final Spectrum spectrum, final PhaseFit fit, final MeanCell motif,
		final double highest, final double faintest)
	{
		this.faintest = faintest;
		this.spectrum = spectrum;
		this.fit = fit;
		this.motif = motif;
		this.highest = Math.min(0.48, highest * 1.1);
	}

	/**
	 * Each way to explain the image by a crystal, the best first.
	 *
	 * @param pixelSize nm; NaN if unknown
	 */
	List<CellMatch> matches(final Lattice lattice, final double pixelSize) {
		final List<CellMatch> matches = new ArrayList<>();
		final List<ProjectedCell> cells = ProjectedCell.of(lattice);
		for (final ProjectedCell cell : cells)
			matches.add(match(cell, cell == cells.get(0), pixelSize));
		matches.sort(Comparator.comparingDouble(CellMatch::cost));
		return matches;
	}

	/** The best of each crystal, the best first. */
	List<CellMatch> ranking(final List<Lattice> lattices, final double pixelSize) {
		return lattices.stream().map(l -> matches(l, pixelSize).get(0)).sorted(Comparator.comparingDouble(
			CellMatch::cost)).toList();
	}

	private CellMatch match(final ProjectedCell cell, final boolean isWhole,
		final double pixelSize)
	{
		final LatticeVectors measured = fit.translations();
		LatticeVectors best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int m = -2; m <= 2; m++)
			for (int n = -2; n <= 2; n++)
				for (int k = -2; k <= 2; k++)
					for (int l = -2; l <= 2; l++) {
						if (Math.abs(m * l - n * k) != 1) continue;
						final LatticeVectors c = cell.translations(), basis = new LatticeVectors(c.x(m, n), c.y(m,
							n), c.x(k, l), c.y(k, l));
						final double misfit = shape(measured, basis);
						if (misfit < least - 1e-12) {
							least = misfit;
							best = basis;
						}
					}
		return rated(cell, isWhole, best, least, pixelSize);
	}

	private CellMatch rated(final ProjectedCell cell, final boolean isWhole,
		final LatticeVectors basis, final double shape, final double pixelSize)
	{
		final LatticeVectors measured = fit.translations();
		final Measured size = fit.measured(t -> Math.sqrt(basis.area() / t.area()));
		final double exact = fit.measured(t -> shape(t, basis)).sigma();
		// Which of two unequal scales is the right one, nobody knows.
		final double doubt = shape > 3 * exact ? size.value() * shape / Math.sqrt(2) : 0;
		final double scale = Double.isNaN(pixelSize) ? Double.NaN : pixelSize / size.value() - 1;
		final double[] map = map(measured, basis);
		final double brightness = brightness(cell.lattice(), map);
		final double columns = cell.columns();
		double cost = costs(shape / SHAPE) + costs(brightness / BRIGHTNESS) + costs((motif.count().value() -
			columns) / (COLUMNS + motif.count().sigma()));
		cost += UNSEEN * Math.max(0, cell.unseen() - faintest);
		if (!Double.isNaN(scale)) cost += costs(scale / SCALE);
		final double xx = map[0] * map[0] + map[1] * map[1], xy = map[0] * map[2] + map[1] * map[3], yy =
			map[2] * map[2] + map[3] * map[3];
		final double tilt = xy / yy;
		return new CellMatch(cell.lattice(), basis, isWhole, new Measured(size.value(), Math.hypot(size
			.sigma(), doubt)), scale, shape, brightness, columns, Math.sqrt(xx - xy * tilt) / Math.sqrt(
				yy) - 1, Math.toDegrees(Math.atan(tilt)), cost);
	}

	private static double costs(final double deviation) {
		return Math.min(MOST, deviation * deviation);
	}

	/** What maps a basis onto the measured one, row by row. */
	private static double[] map(final LatticeVectors to, final LatticeVectors from) {
		final LatticeVectors r = from.reciprocal();
		return new double[] { to.ax() * r.ax() + to.bx() * r.bx(), to.ax() * r.ay() + to.bx() * r.by(), to
			.ay() * r.ax() + to.by() * r.bx(), to.ay() * r.ay() + to.by() * r.by() };
	}

	/** Half the logarithm of the ratio of the principal stretches. */
	private static double shape(final LatticeVectors measured, final LatticeVectors basis) {
		final double[] m = map(measured, basis);
		final double sum = m[0] * m[0] + m[1] * m[1] + m[2] * m[2] + m[3] * m[3], det = Math.abs(m[0] *
			m[3] - m[1] * m[2]);
		final double root = Math.sqrt(Math.max(0, sum * sum - 4 * det * det));
		return 0.25 * Math.log((sum + root) / (sum - root));
	}

	/** Of all waves of the crystal that are expected or seen. */
	private double brightness(final Lattice lattice, final double[] map) {
		final LatticeVectors nm = ProjectedCell.cell(lattice);
		final LatticeVectors g = new LatticeVectors(map[0] * nm.ax() + map[1] * nm.ay(), map[2] * nm.ax() +
			map[3] * nm.ay(), map[0] * nm.bx() + map[1] * nm.by(), map[2] * nm.bx() + map[3] * nm.by())
			.reciprocal();
		final List<double[]> waves = new ArrayList<>();
		double strongest = 0;
		for (int h = -ORDER; h <= ORDER; h++)
			for (int k = 0; k <= ORDER; k++) {
				final double x = g.x(h, k), y = g.y(h, k), f = Math.hypot(x, y);
				if (k == 0 && h <= 0 || f > highest) continue;
				final double noise = spectrum.background(f), seen = Math.max(0, spectrum.powerAt(x, y) -
					noise);
				waves.add(new double[] { f, ProjectedCell.power(lattice, h, k), seen, spectrum
					.significant() * noise });
				strongest = Math.max(strongest, seen);
			}
		// Noise-free images have waves that no model of columns explains.
		for (final double[] wave : waves)
			wave[3] = Math.max(wave[3], 1e-3 * strongest);
		double least = Double.POSITIVE_INFINITY;
		for (int step = 0; step <= 40; step++)
			least = Math.min(least, brightness(waves, 0.15 * step / (highest * highest)));
		return least;
	}

	/** @param damping the logarithm of a wave's power falls by it times the squared frequency */
	private static double brightness(final List<double[]> waves, final double damping) {
		double level = 0;
		for (final double[] w : waves)
			level = Math.max(level, w[2]);
		double scale = 0, sum = 0, n = 0;
		for (final double[] w : waves) {
			final double expected = w[1] * Math.exp(-damping * w[0] * w[0]);
			if (w[2] > w[3]) {
				sum += w[2] * Math.log(Math.max(w[2], 1e-12 * level) / Math.max(expected, 1e-12));
				n += w[2];
			}
		}
		scale = n > 0 ? sum / n : 0;
		double mean = 0, squares = 0, count = 0;
		for (int pass = 0; pass < 4; pass++) {
			mean = 0;
			squares = 0;
			count = 0;
			for (final double[] w : waves) {
				final double expected = Math.exp(scale) * w[1] * Math.exp(-damping * w[0] * w[0]);
				if (w[2] <= w[3] && expected <= w[3]) continue;
				final double r = Math.max(-3, Math.min(3, Math.log((w[2] + w[3]) / (expected + w[3]))));
				mean += r;
				squares += r * r;
				count++;
			}
			if (count == 0) return 3;
			if (pass < 3) scale += mean / count;
		}
		return Math.sqrt(squares / count);
	}
}
