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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
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

/**
 * By what atoms of one image are judged, whatever finds them: what is expected of them, what a
 * search pursues, and what it reports besides.
 *
 * @param settings what the user said
 * @param physics what follows from it for the analysed area
 */
public record AtomJudge(AtomFindingSettings settings, AtomPhysics physics) {

	private static final SpacingError SPACING = new SpacingError();
	private static final LatticeResidual TIE_BREAKER = new LatticeResidual();

	/** @throws RewardAnalysisException if one is missing */
	public AtomJudge {
		Checks.given("settings", settings);
		Checks.given("physics", physics);
	}

	/**
	 * The judge of atoms in an area, px.
	 *
	 * @throws RewardAnalysisException if the area is too small for the crystal
	 */
	public static AtomJudge of(final AtomFindingSettings settings, final Area area) {
		return new AtomJudge(settings, settings.physics(area));
	}

	private boolean isBand() {
		return settings.countRule() == AtomFindingSettings.CountRule.BAND;
	}

	/** The rewards that a search pursues, in the order of a study's objectives. */
	public List<Goal<AtomSet>> goals() {
		final CountError count = isBand() ? CountError.band() : CountError.paper();
		final Link link = isBand() ? Link.countBand(physics.expected(), physics.low(), physics.high())
			: Link.countBand(physics.expected(), physics.expected(), physics.expected());
		return List.of(new Goal<>(count, link, 1), new Goal<>(SPACING, Link.squareRoot(), 1));
	}

	/**
	 * The rewards that are reported next to the front and never searched for. All but
	 * the tie breaker don't take part in the pick either.
	 */
	public List<Reward<AtomSet>> heldOut() {
		return List.of(isBand() ? CountError.paper() : CountError.band(), new CoverageGap(), TIE_BREAKER,
			new NeighbourDistance(), new MeanResponse(), new CountInstability());
	}

	/** The reported reward that decides among solutions which the goals can't tell apart. */
	public static Reward<AtomSet> tieBreaker() {
		return TIE_BREAKER;
	}

	/** Indices of the atoms that the spacing error blames. */
	public static int[] errors(final AtomSet atoms) {
		return SPACING.score(atoms).blamed();
	}

	/**
	 * In a line each what was expected and, of atoms, what was found: the count against the band
	 * and against the plain number.
	 *
	 * @param atoms null before there are any
	 * @param errors how many of them are too close to their neighbours
	 */
	public String expectation(final AtomSet atoms, final int errors) {
		final String expected = String.format(Locale.ROOT, "%s: %.1f columns expected, %d to %d possible",
			settings.lattice().name(), physics.expected(), physics.low(), physics.high());
		if (atoms == null) return expected;
		return String.format(Locale.ROOT, "%s\n%d found: QC %.3f against the band, %.3f against the expected number; %d errors",
			expected, atoms.counted().length, CountError.band().score(atoms).value(), CountError.paper().score(
				atoms).value(), errors);
	}
}
