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
import java.util.List;

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * How far each atom is from its place in a reference lattice, and from the middle of its
 * neighbours of other species. px; NaN for atoms without a site. Immutable.
 * <p>
 * The latter, u − u′, is what polarisation is read from: u′ is the displacement that
 * the nearest sites of other species have at the atom's place, by a linear fit. Where these
 * surround the atom evenly that is the atom's offset from their centre.
 * It needs three of them not in a row. Neither tilt nor drift, strain or the choice of the
 * reference change it.
 */
public final class Displacements {

	private final LatticeFit fit;
	private final List<ReferenceLattice> references;
	private final SiteMap map;
	private final double[] x, y, ux, uy, relativeX, relativeY;

	private Displacements(final LatticeFit fit, final List<ReferenceLattice> references) {
		this.fit = fit;
		this.references = references;
		map = new SiteMap(fit);
		final int n = fit.atoms().size();
		x = nothing(n);
		y = nothing(n);
		ux = nothing(n);
		uy = nothing(n);
		relativeX = nothing(n);
		relativeY = nothing(n);
		for (int i = 0; i < n; i++) {
			final IndexedAtom a = fit.indices().get(i);
			if (!a.isIndexed() || references.get(a.grain()) == null) continue;
			final double[] place = place(a.grain(), a.h(), a.k(), a.site());
			final Position atom = fit.atoms().get(i);
			x[i] = place[0];
			y[i] = place[1];
			ux[i] = atom.x() - x[i];
			uy[i] = atom.y() - y[i];
		}
	}

	/**
	 * Measures.
	 *
	 * @param references of each grain, as {@link ReferenceLattice#of} makes them
	 */
	public static Displacements of(final LatticeFit fit, final List<ReferenceLattice> references,
		final Progress progress)
	{
		final Displacements d = new Displacements(fit, references);
		for (int g = 0; g < fit.grains().size(); g++)
			if (references.get(g) != null) d.relate(g, progress);
		return d;
	}

	private static double[] nothing(final int n) {
		final double[] values = new double[n];
		Arrays.fill(values, Double.NaN);
		return values;
	}

	private void relate(final int grain, final Progress progress) {
		final List<List<SiteMap.Step>> shells = map.otherSpecies(grain);
		int done = 0;
		for (final int i : fit.members(grain)) {
			if (done++ % 1024 == 0) progress.checkCanceled();
			final IndexedAtom a = fit.indices().get(i);
			final LocalLinear linear = new LocalLinear(1);
			for (final SiteMap.Step step : shells.get(a.site())) {
				final int j = map.atom(a, step);
				if (j >= 0) linear.add(0, x[j] - x[i], y[j] - y[i], 1, ux[j], uy[j]);
			}
			if (linear.count() < 3 || linear.gradient() == null) continue;
			final double[] u = linear.value();
			relativeX[i] = ux[i] - u[0];
			relativeY[i] = uy[i] - u[1];
		}
	}

	/** Where a site would be without displacement, px. */
	double[] place(final int grain, final int h, final int k, final int site) {
		final Motif motif = fit.grains().get(grain).motif();
		final ReferenceLattice r = references.get(grain);
		return new double[] { r.x(h + motif.u(site), k + motif.v(site)), r.y(h + motif.u(site), k + motif.v(
			site)) };
	}

	boolean has(final int grain) {
		return references.get(grain) != null;
	}

	SiteMap map() {
		return map;
	}

	/** The fit they are of. */
	public LatticeFit fit() {
		return fit;
	}

	/** Of each grain; null for one without. */
	public List<ReferenceLattice> references() {
		return references;
	}

	/** Each atom's place in the reference lattice. */
	public double[] x() {
		return x.clone();
	}

	/** Likewise. */
	public double[] y() {
		return y.clone();
	}

	/** To the right. */
	public double[] ux() {
		return ux.clone();
	}

	/** Downwards. */
	public double[] uy() {
		return uy.clone();
	}

	/** From the middle of neighbours of other species, to the right. */
	public double[] relativeX() {
		return relativeX.clone();
	}

	/** Likewise, downwards. */
	public double[] relativeY() {
		return relativeY.clone();
	}

	/** Of one atom, without a copy. */
	double at(final int atom, final boolean right) {
		return right ? ux[atom] : uy[atom];
	}
}
