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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.Goal;

/** What a search for amorphous regions is after. */
public enum RegionObjectives {

		/**
		 * Regions that hold the disordered atoms and no others, with short outlines, and compact:
		 * what the paper wants, tied to the crystal, so that a compact speck isn't the best answer.
		 * Outlines of four times the length of the image's border are worth nothing; compactness
		 * counts a quarter, for a zone needn't be a disc.
		 */
		SEPARATION(goal(RegionReward.MIXING, 1), goal(RegionReward.PERIMETER, 4), goal(
			RegionReward.RAGGEDNESS, 4)),

		/** The paper's text: compact regions with a short outline. */
		PAPER(goal(RegionReward.RAGGEDNESS, 1), goal(RegionReward.PERIMETER, 1)),

		/** The paper's script: compactness is minimised too, which favours ragged regions. */
		SCRIPT(goal(RegionReward.COMPACTNESS, 1), goal(RegionReward.PERIMETER, 1));

	private final List<Goal<AmorphousRegions>> goals;

	@SafeVarargs
	RegionObjectives(final Goal<AmorphousRegions>... goals) {
		this.goals = List.of(goals);
	}

	private static Goal<AmorphousRegions> goal(final RegionReward reward, final double reference) {
		return new Goal<>(reward, Link.identity(), reference);
	}

	/** What is pursued. */
	public List<Goal<AmorphousRegions>> goals() {
		return goals;
	}

	/** What is only reported. */
	public List<Reward<AmorphousRegions>> heldOut() {
		return RegionReward.REPORTED.stream().filter(r -> goals.stream().noneMatch(g -> g.reward() == r))
			.map(r -> (Reward<AmorphousRegions>) r).toList();
	}
}
