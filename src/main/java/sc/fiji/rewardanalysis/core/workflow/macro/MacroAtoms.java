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
