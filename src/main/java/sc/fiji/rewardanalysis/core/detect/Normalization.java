package sc.fiji.rewardanalysis.core.detect;

/** The intensity unit in which thresholds are given. */
public enum Normalization {

		/**
		 * Smallest value of the analysed area to 0, largest to 1, as the papers'
		 * authors do before {@code blob_log}.
		 */
		MIN_MAX,

		/**
		 * Median of the analysed area to 0, one standard deviation of the pixel noise
		 * to 1. Unlike {@link #MIN_MAX} it doesn't depend on the two most extreme
		 * pixels, so that a threshold carries over from image to image.
		 */
		NOISE,

		/** Grey values as they are, as {@code blob_log} itself takes them. */
		NONE
}
