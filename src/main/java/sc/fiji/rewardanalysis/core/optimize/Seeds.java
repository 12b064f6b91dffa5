package sc.fiji.rewardanalysis.core.optimize;

import java.util.SplittableRandom;

/** Independent random numbers for every step of a study. */
final class Seeds {

	/** 2⁶⁴ over the golden ratio: spreads consecutive numbers over all bits. */
	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private Seeds() {}

	/** For everything that belongs to the study as a whole. */
	static SplittableRandom of(final long seed) {
		return new SplittableRandom(seed).split();
	}

	/** For one of its trials. */
	static SplittableRandom of(final long seed, final int trial) {
		return new SplittableRandom(seed ^ GOLDEN * (trial + 1L)).split();
	}
}
