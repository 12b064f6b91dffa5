package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What shapes a {@link GaussianProcess}: the covariance of two outputs is
 * <p>
 * c (1 + q + q²/3) exp(−q) + ν [same measurement], q² = 5 Σ (Δᵢ/lᵢ)²,
 * <p>
 * Matérn's with ν = 5/2 and one length scale an axis (Rasmussen &amp; Williams 2006,
 * Gaussian Processes for Machine Learning, eq. 4.17), plus white noise.
 *
 * @param constant c, variance of the latent function, of standardised outputs
 * @param lengthScales l, over which the function changes along each axis, in units of
 *          the inputs
 * @param noise ν, variance of a measurement about the function, of standardised
 *          outputs
 */
public record Hyperparameters(double constant, double[] lengthScales, double noise) {

	public Hyperparameters {
		Checks.positive("The variance of a Gaussian process", constant);
		Checks.atLeast("The noise of a Gaussian process", noise, 0);
		lengthScales = lengthScales.clone();
		if (lengthScales.length == 0) throw new RewardAnalysisException(
			"A Gaussian process needs at least one axis.");
		for (final double l : lengthScales)
			Checks.positive("A length scale", l);
	}

	@Override
	public double[] lengthScales() {
		return lengthScales.clone();
	}

	/** Number of axes. */
	public int dimension() {
		return lengthScales.length;
	}

	/** The logarithms of c, all l and ν, in this order. */
	double[] toLogarithms() {
		final double[] theta = new double[lengthScales.length + 2];
		theta[0] = Math.log(constant);
		for (int i = 0; i < lengthScales.length; i++)
			theta[i + 1] = Math.log(lengthScales[i]);
		theta[theta.length - 1] = Math.log(noise);
		return theta;
	}

	static Hyperparameters ofLogarithms(final double[] theta) {
		final double[] values = Arrays.stream(theta).map(Math::exp).toArray();
		return new Hyperparameters(values[0], Arrays.copyOfRange(values, 1, values.length - 1),
			values[values.length - 1]);
	}
}
