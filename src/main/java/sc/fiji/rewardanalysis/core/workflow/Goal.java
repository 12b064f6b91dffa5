package sc.fiji.rewardanalysis.core.workflow;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.reward.Reward;

/**
 * A reward that the optimiser pursues.
 *
 * @param reward what is judged
 * @param link how its value follows from its signal, and what the surrogate models
 * @param reference the reward's natural bound, a value that is worth nothing
 * @param <R> what it judges
 */
public record Goal<R>(Reward<R> reward, Link link, double reference) {

	public Goal {
		Checks.given("reward", reward);
		Checks.given("link", link);
		Checks.finite("reference", reference);
	}

	Objective objective() {
		return new Objective(reward.name(), reward.unit(), link, reference);
	}
}
