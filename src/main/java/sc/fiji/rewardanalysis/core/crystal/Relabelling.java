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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * A translation, or a half turn with a translation, that carries the places of a cell's
 * sites onto each other up to a tolerance, whatever their species: positions alone hardly
 * tell, or don't, which of two such ways a crystal lies. Sr and Ti of SrTiO3 along a cube
 * axis form such a pair.
 *
 * @param sign 1 for a translation, −1 for a half turn first
 * @param du of the translation along a, cells
 * @param dv along b
 * @param site which one a site becomes
 * @param dh by how many cells it moves
 * @param dk likewise
 */
record Relabelling(int sign, double du, double dv, int[] site, int[] dh, int[] dk) {

	/** Scatter of residuals that is as good, relative to the best. */
	private static final double AS_GOOD = 0.02;

	/** All of a cell, that which changes nothing first. */
	static List<Relabelling> all(final Motif motif, final LatticeVectors t, final double tolerance) {
		final List<Relabelling> all = new ArrayList<>();
		for (final int sign : new int[] { 1, -1 })
			for (int to = 0; to < motif.size(); to++) {
				final Relabelling next = of(motif, t, sign, motif.u(to) - sign * motif.u(0), motif.v(to) -
					sign * motif.v(0), tolerance);
				if (next != null) all.add(next);
			}
		return all;
	}

	private static Relabelling of(final Motif motif, final LatticeVectors t, final int sign,
		final double du, final double dv, final double tolerance)
	{
		final int n = motif.size();
		final int[] site = new int[n], dh = new int[n], dk = new int[n];
		for (int s = 0; s < n; s++) {
			site[s] = -1;
			for (int o = 0; o < n; o++) {
				final double a = sign * motif.u(s) + du - motif.u(o), b = sign * motif.v(s) + dv - motif.v(o);
				final double ra = a - Math.rint(a), rb = b - Math.rint(b);
				if (Math.hypot(t.x(ra, rb), t.y(ra, rb)) > tolerance) continue;
				site[s] = o;
				dh[s] = (int) Math.rint(a);
				dk[s] = (int) Math.rint(b);
			}
		}
		return Arrays.stream(site).filter(s -> s >= 0).distinct().count() == n ? new Relabelling(sign, du, dv,
			site, dh, dk) : null;
	}

	/** Whether it leaves places and species as they are, so that nothing tells it. */
	private boolean isSymmetry(final Motif motif) {
		return IntStream.range(0, site.length).allMatch(s -> motif.species(s).equals(motif.species(site[s])) &&
			whole(sign * motif.u(s) + du - motif.u(site[s])) && whole(sign * motif.v(s) + dv - motif.v(site[s])));
	}

	private static boolean whole(final double value) {
		return Math.abs(value - Math.rint(value)) < 1e-9;
	}

	private IndexedAtom applied(final IndexedAtom a) {
		return a.site() < 0 ? a : new IndexedAtom(a.status(), a.grain(), sign * a.h() + dh[a.site()], sign * a
			.k() + dk[a.site()], site[a.site()], a.residual());
	}

	/**
	 * Renumbers a grain's atoms in the way that fits their positions best, and of those that do
	 * the one that fits their brightness best: heavier species are brighter.
	 *
	 * @param brightness of each atom; null if it isn't known
	 */
	static IndexedAtom[] best(final List<? extends Position> atoms,
		final IndexedAtom[] indices, final int grain, final Motif motif, final List<Relabelling> ways,
		final double[] brightness)
	{
		final int[] members = IntStream.range(0, indices.length).filter(i -> indices[i].isIndexed() && indices[i]
			.grain() == grain).toArray();
		final List<Relabelling> tried = new ArrayList<>();
		for (final Relabelling way : ways)
			if (tried.isEmpty() || !way.isSymmetry(motif)) tried.add(way);
		if (tried.size() < 2) return indices;
		final List<IndexedAtom[]> candidates = tried.stream().map(way -> Arrays.stream(indices).map(a -> a
			.grain() == grain ? way.applied(a) : a).toArray(IndexedAtom[]::new)).toList();
		final double[] scatter = candidates.stream().mapToDouble(c -> Islands.fit(atoms, c, members, motif)
			.sigma()).toArray();
		final double least = Arrays.stream(scatter).min().orElseThrow();
		IndexedAtom[] best = null;
		double brightest = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < scatter.length; c++) {
			// What is rounding alone is as good too.
			if (scatter[c] > (1 + AS_GOOD) * least + 1e-9) continue;
			final double agreement = agreement(candidates.get(c), members, motif, brightness);
			if (best != null && !(agreement > brightest + 1e-9 * Math.abs(brightest))) continue;
			best = candidates.get(c);
			brightest = agreement;
		}
		return best;
	}

	/** Covariance of the sites' median brightness with their atomic numbers; 0 if unknown. */
	private static double agreement(final IndexedAtom[] indices, final int[] members,
		final Motif motif, final double[] brightness)
	{
		if (brightness == null || !motif.hasAtomicNumbers()) return 0;
		final double[] median = IntStream.range(0, motif.size()).mapToDouble(s -> Robust.median(Arrays.stream(
			members).filter(i -> indices[i].site() == s).mapToDouble(i -> brightness[i]).toArray())).toArray();
		final double meanZ = IntStream.range(0, motif.size()).mapToDouble(motif::atomicNumber).average()
			.orElseThrow();
		double sum = 0;
		for (int s = 0; s < median.length; s++)
			if (!Double.isNaN(median[s])) sum += median[s] * (motif.atomicNumber(s) - meanZ);
		return sum;
	}
}
