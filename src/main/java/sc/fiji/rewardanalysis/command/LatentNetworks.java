package sc.fiji.rewardanalysis.command;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.learning.latent.LatentTraining;

/** What trains the networks of our commands. */
final class LatentNetworks {

	private LatentNetworks() {}

	/** @throws RewardAnalysisException that says what to install, if networks can't be used */
	static LatentTrainer trainer() {
		Networks.require();
		return new LatentTraining();
	}
}
