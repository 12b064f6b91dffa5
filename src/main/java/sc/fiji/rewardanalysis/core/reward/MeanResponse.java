package sc.fiji.rewardanalysis.core.reward;

import java.util.Arrays;

/** The mean response of the counted atoms: how clearly they stand out. */
public final class MeanResponse extends AtomReward {

	public MeanResponse() {
		super("mean_response", "1", Direction.MAXIMIZE,
			"Mean Laplacian-of-Gaussian response of the atoms, in units of the normalised image.");
	}

	@Override
	public Score score(final AtomSet set) {
		return Score.of(Arrays.stream(set.counted()).mapToDouble(i -> set.atoms().get(i).response())
			.average().orElse(Double.NaN));
	}
}
