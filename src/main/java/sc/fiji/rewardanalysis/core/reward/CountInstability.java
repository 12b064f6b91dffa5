package sc.fiji.rewardanalysis.core.reward;

import java.util.Optional;

/**
 * How much the count changes if the threshold is 10 % lower or higher, relative to
 * the expected number: half the difference. Near 0 on the plateau between noise and
 * atoms, large where the threshold just happens to give the right number. NaN for atoms
 * that no threshold made.
 */
public final class CountInstability extends AtomReward {

	/** The relative change of the threshold on either side. */
	public static final double JITTER = 0.1;

	public CountInstability() {
		super("count_instability", "1", Direction.MINIMIZE,
			"Change of the count when the threshold changes by 10 %, relative to the expected number.");
	}

	@Override
	public Score score(final AtomSet set) {
		final Optional<AtomSet> low = set.withThresholdTimes(1 - JITTER);
		final Optional<AtomSet> high = set.withThresholdTimes(1 + JITTER);
		if (low.isEmpty() || high.isEmpty()) return Score.of(Double.NaN);
		return Score.of(0.5 * Math.abs(low.get().counted().length - high.get().counted().length) / set
			.physics().expected());
	}
}
