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
