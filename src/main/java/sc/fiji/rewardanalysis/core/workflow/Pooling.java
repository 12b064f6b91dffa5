package sc.fiji.rewardanalysis.core.workflow;

import java.util.Arrays;

/** How the objectives of several images become one, all of them minimised. */
public enum Pooling {

		/** Their mean: every image counts alike, and one that is hopeless shifts all by the same. */
		MEAN {

			@Override
			double of(final double[] values) {
				return Arrays.stream(values).sum() / values.length;
			}
		},

		/** The worst of them: no image is given up for the others. */
		WORST {

			@Override
			double of(final double[] values) {
				return Arrays.stream(values).max().orElse(Double.NaN);
			}
		},

		/**
		 * The mean of their {@link Places}: an image whose values are large counts no more
		 * than one whose values are small.
		 */
		RANK {

			@Override
			double of(final double[] values) {
				return MEAN.of(values);
			}
		};

	/** One number for those of all images; NaN if one of them is. */
	abstract double of(double[] values);
}
