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
import java.util.List;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * What translations the image of a crystal may show: all of the cell's, or – if waves that
 * tell its sites apart are too weak to be seen – those of a smaller cell. Iron along a cube
 * axis repeats itself at (½, ½); SrTiO3 nearly does.
 *
 * @param lattice the crystal
 * @param translations that its image shows, nm, reduced
 * @param unseen power of the waves that must not be seen for that, relative to the strongest
 */
record ProjectedCell(Lattice lattice, LatticeVectors translations, double unseen) {

	/** Scattering goes with this power of Z (Pennycook and Jesson 1990). */
	private static final double EXPONENT = 1.7;

	/** Width of columns that decides what is weak, nm, and the highest order looked at. */
	private static final double WIDTH = 0.045;
	private static final int ORDER = 8;

	/** Waves below so much of the strongest one's power aren't seen; the first: that are none. */
	private static final double[] WEAK = { 1e-9, 1e-4, 1e-3, 1e-2, 5e-2, 0.15, 0.3 };

	/** Different cells, the true one first. */
	static List<ProjectedCell> of(final Lattice lattice) {
		final LatticeVectors cell = cell(lattice), reciprocal = cell.reciprocal();
		final List<double[]> waves = new ArrayList<>();
		double strongest = 0;
		for (int h = -ORDER; h <= ORDER; h++)
			for (int k = 0; k <= ORDER; k++) {
				if (k == 0 && h <= 0) continue;
				final double g = Math.hypot(reciprocal.x(h, k), reciprocal.y(h, k));
				final double power = power(lattice, h, k) * Math.exp(-4 * Math.PI * Math.PI * WIDTH * WIDTH *
					g * g);
				waves.add(new double[] { h, k, power });
				strongest = Math.max(strongest, power);
			}
		final List<ProjectedCell> cells = new ArrayList<>();
		for (final double weak : WEAK) {
			final int[] spanned = new int[4];
			for (final double[] wave : waves)
				if (wave[2] > weak * strongest) span(spanned, (int) wave[0], (int) wave[1]);
			if (spanned[0] == 0 || spanned[3] == 0) continue;
			final LatticeVectors seen = new LatticeVectors(reciprocal.x(spanned[0], spanned[1]), reciprocal.y(
				spanned[0], spanned[1]), reciprocal.x(0, spanned[3]), reciprocal.y(0, spanned[3])).reciprocal()
				.reduced();
			if (cells.stream().noneMatch(c -> Math.abs(c.translations().area() - seen.area()) < 1e-6 * seen
				.area())) cells.add(new ProjectedCell(lattice, seen, weak));
		}
		return cells;
	}

	static LatticeVectors cell(final Lattice lattice) {
		return new LatticeVectors(lattice.a(), 0, lattice.vectorB()[0], lattice.vectorB()[1]);
	}

	/** Of one wave, without the columns' shape. */
	static double power(final Lattice lattice, final int h, final int k) {
		double re = 0, im = 0;
		for (final Site site : lattice.sites()) {
			final double weight = Math.pow(site.atomicNumber(), EXPONENT), phase = 2 * Math.PI * (h * site
				.u() + k * site.v());
			re += weight * Math.cos(phase);
			im += weight * Math.sin(phase);
		}
		return re * re + im * im;
	}

	/** Adds a wave to those that (s₀, s₁) and (0, s₃) span, keeping that form. */
	private static void span(final int[] s, final int h, final int k) {
		int p = h, q = k;
		while (p != 0) {
			final int times = s[0] / p;
			final int keepP = s[0] - times * p, keepQ = s[1] - times * q;
			s[0] = p;
			s[1] = q;
			p = keepP;
			q = keepQ;
		}
		int r = Math.abs(q), t = Math.abs(s[3]);
		while (r != 0) {
			final int keep = t % r;
			t = r;
			r = keep;
		}
		s[3] = t;
	}

	/** How many columns a cell of its translations holds; less than 1 apart, they are one. */
	double columns() {
		return lattice.columnDensity() * translations.area();
	}
}
