package sc.fiji.rewardanalysis.core.estimate;

/**
 * A peak of the spectrum that is a point of a reciprocal lattice.
 *
 * @param h how often the first reciprocal vector
 * @param k how often the second one
 */
public record IndexedPeak(SpectrumPeak peak, int h, int k) {}
