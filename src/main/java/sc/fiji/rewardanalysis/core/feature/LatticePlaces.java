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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * How far an atom is from where its partners in the neighbouring cells say that it should
 * be. A partner is the atom nearest to x + t, t ∈ {±t₁, ±t₂}, at most the tolerance away;
 * it says that the atom is at its own position − t. The displacement is the distance from
 * the median of that (by coordinate), the tolerance if fewer than two partners say so. It
 * is local, so drift and strain that change slowly don't count; and of opposite partners
 * they cancel. Places outside the area, or at its border up to the tolerance, aren't
 * missed; where fewer than two are left, nothing can be said.
 */
final class LatticePlaces {

	private static final int FEWEST = 2;

	private final List<? extends Position> atoms;
	private final Neighbours nearest;
	private final Area inside;
	private final double tolerance;
	private final List<LatticeVectors> grains;

	/**
	 * @param displacement px; NaN if nothing can be said
	 * @param missing share of the partners' places that are empty; NaN if nothing can be said
	 */
	record Place(double displacement, double missing) {}

	/** @param inside where atoms would have been found if they were there */
	LatticePlaces(final List<? extends Position> atoms, final Neighbours nearest,
		final Area inside, final double tolerance, final List<LatticeVectors> grains)
	{
		this.atoms = atoms;
		this.nearest = nearest;
		this.inside = inside;
		this.tolerance = tolerance;
		this.grains = grains;
	}

	/** Of the grain in which the atom misses least, and of these is displaced least. */
	Place of(final int atom) {
		Place best = new Place(Double.NaN, Double.NaN);
		for (final LatticeVectors grain : grains) {
			final Place place = of(atom, grain);
			if (Double.isNaN(best.missing) || place.missing < best.missing || place.missing == best.missing &&
				place.displacement < best.displacement) best = place;
		}
		return best;
	}

	private Place of(final int atom, final LatticeVectors grain) {
		final double[][] steps = grain.steps();
		final double[] dx = new double[steps.length], dy = new double[steps.length];
		int expected = 0, there = 0;
		for (final double[] step : steps) {
			final double x = atoms.get(atom).x() + step[0], y = atoms.get(atom).y() + step[1];
			final int partner = nearest.nearest(x, y, tolerance);
			if (partner >= 0 || inside.contains(x, y)) expected++;
			if (partner < 0) continue;
			dx[there] = atoms.get(partner).x() - x;
			dy[there++] = atoms.get(partner).y() - y;
		}
		if (expected < FEWEST) return new Place(Double.NaN, Double.NaN);
		return new Place(there < FEWEST ? tolerance : Math.hypot(Robust.median(Arrays.copyOf(
			dx, there)), Robust.median(Arrays.copyOf(dy, there))),
			1 - (double) there / expected);
	}
}
