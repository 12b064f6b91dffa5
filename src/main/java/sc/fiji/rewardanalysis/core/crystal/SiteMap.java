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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/** Which atom is on a site, and which sites are near each other. Immutable. */
final class SiteMap {

	/** Sites around one that are its neighbours. */
	private static final int NEIGHBOURS = 12;

	/** Of other species, those count that are no farther than the nearest by this factor. */
	private static final double SAME_SHELL = 1.25;

	private final LatticeFit fit;
	private final Map<Place, Integer> atoms = new HashMap<>();

	private record Place(int grain, int h, int k, int site) {}

	/**
	 * From one site to another.
	 *
	 * @param dh cells along a
	 * @param dk along b
	 * @param site the other one
	 * @param x px
	 * @param y px
	 */
	record Step(int dh, int dk, int site, double x, double y) {

		double distance() {
			return Math.hypot(x, y);
		}
	}

	SiteMap(final LatticeFit fit) {
		this.fit = fit;
		for (int i = 0; i < fit.indices().size(); i++) {
			final IndexedAtom a = fit.indices().get(i);
			if (a.isIndexed()) atoms.put(new Place(a.grain(), a.h(), a.k(), a.site()), i);
		}
	}

	/** The atom on a site; −1 if there is none. */
	int atom(final int grain, final int h, final int k, final int site) {
		return atoms.getOrDefault(new Place(grain, h, k, site), -1);
	}

	/** The atom one step from another. */
	int atom(final IndexedAtom from, final Step step) {
		return atom(from.grain(), from.h() + step.dh, from.k() + step.dk, step.site);
	}

	/** Of each site of a grain's cell, its nearest sites and those as far. */
	List<List<Step>> neighbours(final int grain) {
		final List<List<Step>> all = new ArrayList<>();
		for (int s = 0; s < fit.grains().get(grain).motif().size(); s++) {
			final List<Step> steps = steps(grain, s);
			final double reach = steps.get(NEIGHBOURS - 1).distance() * (1 + 1e-3);
			all.add(steps.stream().filter(step -> step.distance() <= reach).toList());
		}
		return all;
	}

	/** Of each site of a grain's cell, the nearest ones of other species. */
	List<List<Step>> otherSpecies(final int grain) {
		final Motif motif = fit.grains().get(grain).motif();
		final List<List<Step>> all = new ArrayList<>();
		for (int s = 0; s < motif.size(); s++) {
			final String own = motif.species(s);
			final List<Step> steps = steps(grain, s).stream().filter(step -> !motif.species(step.site).equals(
				own)).toList();
			final double reach = steps.isEmpty() ? 0 : SAME_SHELL * steps.get(0).distance();
			all.add(steps.stream().filter(step -> step.distance() <= reach).toList());
		}
		return all;
	}

	/** The nearest first. */
	private List<Step> steps(final int grain, final int site) {
		final Motif motif = fit.grains().get(grain).motif();
		final LatticeVectors t = fit.grains().get(grain).fit().vectors();
		// Long cells need more of the short side.
		final int i = reach(t.lengthB() / t.lengthA()), j = reach(t.lengthA() / t.lengthB());
		final List<Step> steps = new ArrayList<>();
		for (int dh = -i; dh <= i; dh++)
			for (int dk = -j; dk <= j; dk++)
				for (int s = 0; s < motif.size(); s++) {
					if (dh == 0 && dk == 0 && s == site) continue;
					final double a = dh + motif.u(s) - motif.u(site), b = dk + motif.v(s) - motif.v(site);
					steps.add(new Step(dh, dk, s, t.x(a, b), t.y(a, b)));
				}
		steps.sort(Comparator.comparingDouble(Step::distance));
		return steps;
	}

	private static int reach(final double ratio) {
		return (int) Math.min(12, Math.ceil(3 * Math.max(1, ratio)));
	}
}
