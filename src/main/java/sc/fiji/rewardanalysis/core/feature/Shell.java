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

package sc.fiji.rewardanalysis.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Robust;

/**
 * The n nearest neighbours of each atom. An atom is at the rim if the circle through the
 * n-th of them leaves the area, for nearer ones may lie beyond. There only neighbours count
 * that are at most {@value #SAME_SHELL} times as far as the n-th one of an atom inside
 * typically is (the median).
 */
final class Shell {

	/** Farther neighbours belong to the next shell of any crystal: that of squares is at √2. */
	private static final double SAME_SHELL = 1.25;

	/** Of these points of the circle, all must lie in the area. */
	private static final int POINTS = 16;
	private static final double[] COS = IntStream.range(0, POINTS).mapToDouble(k -> Math.cos(2 *
		Math.PI * k / POINTS)).toArray();

	private final List<? extends Position> atoms;
	private final Neighbours.Neighbour[][] nearest;
	private final int n;
	private final boolean[] atRim;
	private final double limit;

	/** @param nearest of each atom at least {@code n} neighbours, as far as there are so many */
	Shell(final List<? extends Position> atoms, final Neighbours.Neighbour[][] nearest,
		final Area area, final int n)
	{
		this.atoms = atoms;
		this.nearest = nearest;
		this.n = n;
		atRim = new boolean[atoms.size()];
		for (int i = 0; i < atRim.length; i++)
			atRim[i] = nearest[i].length >= n && isAtRim(atoms.get(i), nearest[i][n - 1].distance(), area);
		final double[] inside = IntStream.range(0, atoms.size()).filter(i -> nearest[i].length >= n &&
			!atRim[i]).mapToDouble(i -> nearest[i][n - 1].distance()).toArray();
		limit = inside.length == 0 ? Double.POSITIVE_INFINITY : SAME_SHELL * Robust.median(inside);
	}

	private static boolean isAtRim(final Position centre, final double radius, final Area area) {
		for (int k = 0; k < POINTS; k++)
			if (!area.contains(centre.x() + radius * COS[k], centre.y() + radius * COS[(k + POINTS / 4) %
				POINTS])) return true;
		return false;
	}

	private Neighbours.Neighbour[] of(final int atom) {
		final Neighbours.Neighbour[] all = nearest[atom];
		if (all.length < n) return all;
		return atRim[atom] ? Arrays.stream(all, 0, n).filter(k -> k.distance() <= limit).toArray(
			Neighbours.Neighbour[]::new) : Arrays.copyOf(all, n);
	}

	/**
	 * |ψₙ| = |Σ exp(i n θ)| / m over the m neighbours at angles θ (Nelson &amp; Halperin 1979,
	 * Phys. Rev. B 19:2457); NaN if there are fewer than two.
	 */
	double bondOrder(final int atom) {
		final Neighbours.Neighbour[] shell = of(atom);
		if (shell.length < 2) return Double.NaN;
		double re = 0, im = 0;
		for (final Neighbours.Neighbour k : shell) {
			final double angle = Math.atan2(atoms.get(k.atom()).y() - atoms.get(atom).y(), atoms.get(k
				.atom()).x() - atoms.get(atom).x());
			re += Math.cos(n * angle);
			im += Math.sin(n * angle);
		}
		return Math.hypot(re, im) / shell.length;
	}

	/** Standard deviation of the distances over their mean; NaN if there are fewer than two. */
	double spread(final int atom) {
		final Neighbours.Neighbour[] shell = of(atom);
		if (shell.length < 2) return Double.NaN;
		final double mean = Arrays.stream(shell).mapToDouble(Neighbours.Neighbour::distance).average()
			.getAsDouble();
		double squares = 0;
		for (final Neighbours.Neighbour k : shell)
			squares += (k.distance() - mean) * (k.distance() - mean);
		return mean > 0 ? Math.sqrt(squares / shell.length) / mean : 0;
	}
}
