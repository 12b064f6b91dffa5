package sc.fiji.rewardanalysis.core.latent;

/** How probable a pixel is, given what the decoder draws there. */
public enum Likelihood {

	/** x ln p + (1 − x) ln(1 − p): binary cross-entropy of values from 0 to 1. */
	BERNOULLI,

	/** A normal distribution about the decoder's value, of the same width for all pixels. */
	GAUSSIAN
}
