package sc.fiji.rewardanalysis.core.reward;

import java.util.Arrays;

/** The mean response of the counted atoms: how clearly they stand out. */
public final class MeanResponse implements Reward<AtomSet> {

	@Override
	public String name() {
		return "mean_response";
	}

	@Override
	public String unit() {
		return "1";
	}

	@Override
	public Direction direction() {
		return Direction.MAXIMIZE;
	}

	@Override
	public String description() {
		return "Mean Laplacian-of-Gaussian response of the atoms, in units of the normalised image.";
	}

	@Override
	public Score score(final AtomSet set) {
		return Score.of(Arrays.stream(set.counted()).mapToDouble(i -> set.atoms().get(i).response())
			.average().orElse(Double.NaN));
	}
}
