package sc.fiji.rewardanalysis.core.optimize;

/**
 * How probable noise of variance ν is held to be, relative to the variance of the outputs,
 * before anything was seen: ν<sup>p</sup>e<sup>−30ν</sup>, of log ν.
 */
enum NoisePrior {

		/**
		 * For evaluations that repeat. Below a few dozen points there is next to none unless
		 * the data leave no other way out, such as steps and plateaus.
		 */
		LITTLE(-1),

		/** For evaluations with random errors: Optuna's, nearly flat up to a tenth. */
		SOME(0.1);

	private static final double RATE = 30;

	private final double power;

	NoisePrior(final double power) {
		this.power = power;
	}

	/** The logarithm of the density of log ν, less a constant. */
	double log(final double logNoise) {
		return power * logNoise - RATE * Math.exp(logNoise);
	}

	/** Its derivative. */
	double slope(final double logNoise) {
		return power - RATE * Math.exp(logNoise);
	}
}
