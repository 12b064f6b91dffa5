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

package sc.fiji.rewardanalysis.core.workflow.macro;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/**
 * A reward of atoms, of those that a macro leaves.
 *
 * @param reward of atoms
 * @param physics what is expected of them
 * @param pursued whether a macro that leaves none has failed; otherwise there is no value
 */
record MacroAtoms(Reward<AtomSet> reward, AtomPhysics physics, boolean pursued) implements
	Reward<MacroOutcome>
{

	MacroAtoms {
		Checks.given("reward", reward);
		Checks.given("physics", physics);
	}

	@Override
	public String name() {
		return reward.name();
	}

	@Override
	public String unit() {
		return reward.unit();
	}

	@Override
	public Direction direction() {
		return reward.direction();
	}

	@Override
	public String description() {
		return reward.description();
	}

	@Override
	public Score score(final MacroOutcome outcome) {
		if (outcome.atoms().isEmpty() && pursued) throw new RewardAnalysisException(
			"The macro leaves no points, areas or particles to be judged; let it make a selection, fill the ROI Manager or the overlay, or list X and Y in the Results.");
		if (outcome.atoms().size() < 2) return Score.of(Double.NaN);
		return reward.score(new AtomSet(outcome.atoms(), physics));
	}
}
