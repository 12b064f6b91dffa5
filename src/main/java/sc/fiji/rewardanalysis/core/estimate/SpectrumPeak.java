package sc.fiji.rewardanalysis.core.estimate;

/**
 * A peak of the power spectrum.
 *
 * @param x frequency to the right, cycles per px
 * @param y frequency downwards, cycles per px
 * @param power less the background
 * @param ratio power over the mean background at this distance from the centre
 */
public record SpectrumPeak(double x, double y, double power, double ratio) {

	/** Distance from the centre, cycles per px. */
	public double frequency() {
		return Math.hypot(x, y);
	}
}
