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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/** Atoms of a crystal whose numbers and displacements are known. */
final class TrueCrystal {

	static final double PIXEL = 0.02;

	/** Where an ideal place goes. */
	interface Field {

		double[] at(double x, double y);
	}

	final Lattice lattice;
	final int width, height;
	final List<Blob> atoms = new ArrayList<>();

	/** Of each atom: cell, cell, site. */
	final List<int[]> numbers = new ArrayList<>();

	/** The ideal place of each. */
	final List<double[]> ideal = new ArrayList<>();

	TrueCrystal(final String lattice, final int width, final int height) {
		this.lattice = Lattices.get(lattice);
		this.width = width;
		this.height = height;
	}

	/** All that lie in the image, moved by a field, with noise. */
	TrueCrystal fill(final double rotation, final Field field, final double noise, final long seed) {
		final Random random = new Random(seed);
		lattice.placedInPixels(PIXEL, rotation, 0.4 * width, 0.3 * height).forEachColumn(-100, -100, width +
			100, height + 100, (site, i, j, x, y) -> {
				final double[] u = field.at(x, y);
				add(site, i, j, x, y, u[0] + noise * random.nextGaussian(), u[1] + noise * random
					.nextGaussian());
			});
		return this;
	}

	void add(final int site, final int i, final int j, final double x, final double y, final double ux,
		final double uy)
	{
		if (!area().contains(x + ux, y + uy)) return;
		atoms.add(new Blob(x + ux, y + uy, 3, 1));
		numbers.add(new int[] { i, j, site });
		ideal.add(new double[] { x, y });
	}

	void remove(final int index) {
		atoms.remove(index);
		numbers.remove(index);
		ideal.remove(index);
	}

	Area area() {
		return Area.image(width, height);
	}

	LatticeFit fit() {
		return LatticeFit.of(atoms, area(), lattice, PIXEL, null, LatticeFit.TOLERANCE, Progress.NONE);
	}

	LatticeFit fitUnknown() {
		return LatticeFit.of(atoms, area(), null, Double.NaN, null, LatticeFit.TOLERANCE, Progress.NONE);
	}

	/**
	 * Share of the indexed atoms of a grain that are numbered as they truly are, up to one
	 * translation and the symmetry of the cell: those that share the most frequent relation.
	 */
	double rightlyNumbered(final LatticeFit fit, final int grain) {
		final Motif motif = fit.grains().get(grain).motif();
		final int[] members = fit.members(grain);
		final LatticeVectors truth = idealFit(members), t = fit.grains().get(grain).fit().vectors();
		// The whole numbers of fitted translations that the true ones are.
		final double[] m = { Math.rint(t.fractionA(truth.ax(), truth.ay())), Math.rint(t.fractionA(truth.bx(), truth
			.by())), Math.rint(t.fractionB(truth.ax(), truth.ay())), Math.rint(t.fractionB(truth.bx(), truth
				.by())) };
		final Map<String, Integer> counts = new HashMap<>();
		for (final int i : members) {
			final IndexedAtom atom = fit.indices().get(i);
			final int[] n = numbers.get(i);
			final double u = n[0] + lattice.sites().get(n[2]).u(), v = n[1] + lattice.sites().get(n[2]).v();
			counts.merge(Math.round(4 * (m[0] * u + m[1] * v - atom.h() - motif.u(atom.site()))) + " " + Math.round(
				4 * (m[2] * u + m[3] * v - atom.k() - motif.v(atom.site()))), 1, Integer::sum);
		}
		return counts.values().stream().max(Integer::compare).orElse(0) / (double) members.length;
	}

	/** The translations that ideal places have. */
	private LatticeVectors idealFit(final int[] members) {
		final double[] m = new double[members.length], n = m.clone(), x = m.clone(), y = m.clone();
		for (int i = 0; i < members.length; i++) {
			final int[] number = numbers.get(members[i]);
			m[i] = number[0] + lattice.sites().get(number[2]).u();
			n[i] = number[1] + lattice.sites().get(number[2]).v();
			x[i] = ideal.get(members[i])[0];
			y[i] = ideal.get(members[i])[1];
		}
		return AffineFit.of(m, n, x, y).vectors();
	}
}
