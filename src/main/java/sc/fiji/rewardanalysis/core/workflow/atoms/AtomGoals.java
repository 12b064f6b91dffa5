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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.CountInstability;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;
import sc.fiji.rewardanalysis.core.reward.NeighbourDistance;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.Goal;

/** What a search for atoms pursues, and what it reports besides. */
final class AtomGoals {

	static final SpacingError SPACING = new SpacingError();

	/** Decides among solutions which the goals can't tell apart. */
	static final LatticeResidual TIE_BREAKER = new LatticeResidual();

	private AtomGoals() {}

	/** The rewards that the search pursues, in the order of a study's objectives. */
	static List<Goal<AtomSet>> of(final AtomFindingSettings.CountRule rule,
		final AtomPhysics physics)
	{
		final boolean band = rule == AtomFindingSettings.CountRule.BAND;
		final CountError count = band ? CountError.band() : CountError.paper();
		final Link link = band ? Link.countBand(physics.expected(), physics.low(), physics.high()) : Link
			.countBand(physics.expected(), physics.expected(), physics.expected());
		return List.of(new Goal<>(count, link, 1), new Goal<>(SPACING, Link.squareRoot(), 1));
	}

	/**
	 * The rewards that are reported next to the front and never searched for. All but
	 * the tie breaker don't take part in the pick either.
	 */
	static List<Reward<AtomSet>> heldOut(final boolean band) {
		return List.of(band ? CountError.paper() : CountError.band(), new CoverageGap(),
			TIE_BREAKER, new NeighbourDistance(), new MeanResponse(), new CountInstability());
	}

	/**
	 * In a line each what was expected and, of atoms, what was found.
	 *
	 * @param atoms null before there are any
	 * @param errors how many of them are too close to their neighbours
	 */
	static String expectation(final AtomFindingSettings settings, final AtomPhysics physics,
		final AtomSet atoms, final int errors)
	{
		final String expected = String.format(Locale.ROOT, "%s: %.1f columns expected, %d to %d possible",
			settings.lattice().name(), physics.expected(), physics.low(), physics.high());
		if (atoms == null) return expected;
		return String.format(Locale.ROOT, "%s\n%d found: QC %.3f against the band, %.3f against the expected number; %d errors",
			expected, atoms.counted().length, CountError.band().score(atoms).value(), CountError.paper().score(
				atoms).value(), errors);
	}
}
