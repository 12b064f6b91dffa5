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
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Robust;

/** Fits of one grain whose parts may be numbered apart. */
final class Islands {

	private Islands() {}

	/** The lattice through some of its atoms. */
	static AffineFit fit(final List<? extends Position> atoms, final IndexedAtom[] indices,
		final int[] members, final Motif motif)
	{
		return AffineFit.of(Arrays.stream(members).mapToDouble(i -> indices[i].h() + motif.u(indices[i]
			.site())).toArray(), Arrays.stream(members).mapToDouble(i -> indices[i].k() + motif.v(indices[i]
				.site())).toArray(), Arrays.stream(members).mapToDouble(i -> atoms.get(i).x()).toArray(), Arrays
					.stream(members).mapToDouble(i -> atoms.get(i).y()).toArray());
	}

	/**
	 * Numbers the cells of all parts as those of the largest one go on, by the lattice
	 * through its atoms.
	 *
	 * @param islands of each atom, which part
	 */
	static IndexedAtom[] joined(final List<? extends Position> atoms, final IndexedAtom[] indices,
		final int[] islands, final int grain, final Motif motif)
	{
		final int[] own = IntStream.range(0, indices.length).filter(i -> indices[i].isIndexed() && indices[i]
			.grain() == grain).toArray();
		final int most = 1 + Arrays.stream(own).map(i -> islands[i]).max().orElse(0);
		final int[] counts = new int[most];
		for (final int i : own)
			counts[islands[i]]++;
		int largest = 0;
		for (int p = 1; p < most; p++)
			if (counts[p] > counts[largest]) largest = p;
		final int main = largest;
		final int[] members = Arrays.stream(own).filter(i -> islands[i] == main).toArray();
		if (members.length == own.length || members.length < AffineFit.FEWEST) return indices;
		final AffineFit fit = fit(atoms, indices, members, motif);
		final IndexedAtom[] joined = indices.clone();
		for (int p = 0; p < most; p++) {
			final int part = p;
			if (p == main || counts[p] == 0) continue;
			final int[] apart = Arrays.stream(own).filter(i -> islands[i] == part).toArray();
			final int dh = (int) Math.rint(shift(atoms, indices, apart, motif, fit, true)), dk = (int) Math.rint(
				shift(atoms, indices, apart, motif, fit, false));
			for (int i = 0; i < indices.length; i++)
				if (indices[i].grain() == grain && islands[i] == part) joined[i] = indices[i].moved(dh, dk);
		}
		return joined;
	}

	/** By how many cells numbers are too low; the median. */
	private static double shift(final List<? extends Position> atoms, final IndexedAtom[] indices,
		final int[] members, final Motif motif, final AffineFit fit, final boolean first)
	{
		return Robust.median(Arrays.stream(members).mapToDouble(i -> {
			final double x = atoms.get(i).x() - fit.ox(), y = atoms.get(i).y() - fit.oy();
			final IndexedAtom a = indices[i];
			return first ? fit.vectors().fractionA(x, y) - a.h() - motif.u(a.site()) : fit.vectors().fractionB(x,
				y) - a.k() - motif.v(a.site());
		}).toArray());
	}

	/** Each site moved by the median residual of its atoms, the first one where it is. */
	static Motif sitesMoved(final List<? extends Position> atoms, final IndexedAtom[] indices,
		final int[] members, final Motif motif, final AffineFit fit)
	{
		final double[] du = new double[motif.size()], dv = new double[motif.size()];
		for (int s = 0; s < du.length; s++) {
			final int site = s;
			final int[] own = Arrays.stream(members).filter(i -> indices[i].site() == site).toArray();
			if (own.length == 0) continue;
			du[s] = shift(atoms, indices, own, motif, fit, true);
			dv[s] = shift(atoms, indices, own, motif, fit, false);
		}
		final double u = du[0], v = dv[0];
		return motif.moved(Arrays.stream(du).map(d -> d - u).toArray(), Arrays.stream(dv).map(d -> d - v)
			.toArray());
	}
}
