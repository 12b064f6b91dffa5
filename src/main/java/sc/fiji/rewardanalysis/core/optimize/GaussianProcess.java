package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A normal belief about a function at every point, from noisy values at some of
 * them: Gaussian-process regression with a constant mean (outputs are standardised)
 * and the covariance of {@link Hyperparameters}.
 * <p>
 * mean(x) = kᵀK⁻¹y and variance(x) = c − kᵀK⁻¹k with k the covariances of x and the
 * data (Rasmussen &amp; Williams 2006, algorithm 2.1). The variance is that of the
 * latent function: noise of a further measurement is left out. Conditioning is
 * O(n³), a prediction O(n²). Immutable.
 */
public final class GaussianProcess {

	/** Least variance, of the constant: what rounding leaves at a data point. */
	private static final double VARIANCE_FLOOR = 1e-12;

	private final Hyperparameters hyperparameters;
	private final double mean, scale;

	/** Inputs over length scales, one row an axis; of a categorical axis as they are. */
	private final double[][] scaled;
	private final double[] lengths;
	private final boolean[] categorical;

	/** Row i of the Cholesky factor from column 0 to i, and column i from row i down. */
	private final double[][] rows, columns;
	private final double[] alpha;

	/** What is believed at a point, in units of the outputs. */
	public record Belief(double mean, double sd) {}

	/**
	 * A belief and the derivatives of its two numbers by the point's coordinates, 0 along
	 * categorical axes.
	 */
	public record Slope(Belief belief, double[] ofMean, double[] ofSd) {}

	/**
	 * Conditions on data with given hyperparameters, outputs standardised as
	 * (y − mean)/scale.
	 *
	 * @throws RewardAnalysisException if the covariance is not positive definite: two
	 *           inputs (nearly) coincide and there is no noise
	 */
	GaussianProcess(final double[][] inputs, final double[] outputs, final double mean,
		final double scale, final Hyperparameters hyperparameters)
	{
		check(inputs, outputs, hyperparameters.dimension());
		this.hyperparameters = hyperparameters;
		this.mean = mean;
		this.scale = Checks.positive("The scale of the outputs", scale);
		final int n = inputs.length;
		lengths = hyperparameters.lengthScales();
		categorical = hyperparameters.categorical();
		scaled = new double[lengths.length][n];
		for (int axis = 0; axis < lengths.length; axis++)
			for (int i = 0; i < n; i++)
				scaled[axis][i] = categorical[axis] ? inputs[i][axis] : inputs[i][axis] / lengths[axis];
		rows = factor(inputs);
		columns = transposed(rows);
		alpha = solveUpper(solveLower(standardised(outputs, mean, scale)));
	}

	/** Conditions on data with given hyperparameters, standardising the outputs. */
	public static GaussianProcess of(final double[][] inputs, final double[] outputs,
		final Hyperparameters hyperparameters)
	{
		final double mean = mean(outputs);
		return new GaussianProcess(inputs, outputs, mean, scale(outputs, mean), hyperparameters);
	}

	/** The most probable hyperparameters for data with numerical axes. */
	static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final SplittableRandom random)
	{
		return fit(inputs, outputs, inputs.length == 0 ? new boolean[0]
			: new boolean[inputs[0].length], random);
	}

	/**
	 * The most probable hyperparameters for data; see the priors there.
	 *
	 * @param categorical which axes are
	 * @param random where the search for them starts from
	 */
	public static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final boolean[] categorical, final SplittableRandom random)
	{
		if (inputs.length == 0) throw new RewardAnalysisException(
			"A Gaussian process needs at least one point.");
		check(inputs, outputs, categorical.length);
		final double mean = mean(outputs);
		return HyperparameterFit.mostProbable(inputs, standardised(outputs, mean, scale(outputs,
			mean)), categorical, random);
	}

	/** What shapes it. */
	public Hyperparameters hyperparameters() {
		return hyperparameters;
	}

	/** The belief at a point. */
	public Belief predict(final double[] point) {
		final double[] k = new double[alpha.length];
		covariances(point, k, null);
		final double m = dot(k, alpha);
		return belief(m, solveLower(k));
	}

	/** The belief at a point with its gradient. */
	public Slope slope(final double[] point) {
		final int n = alpha.length;
		final double[] k = new double[n], s = new double[n];
		covariances(point, k, s);
		final double m = dot(k, alpha);
		final double[] v = solveLower(k);
		final Belief belief = belief(m, v);
		final boolean floored = belief.sd == floor();
		final double[] w = solveUpper(v);
		final double[] ofMean = new double[lengths.length], ofSd = new double[lengths.length];
		for (int axis = 0; axis < lengths.length; axis++) {
			if (categorical[axis]) continue;
			final double x = point[axis] / lengths[axis];
			double a = 0, b = 0;
			for (int i = 0; i < n; i++) {
				final double change = -s[i] * (x - scaled[axis][i]);
				a += change * alpha[i];
				b += change * w[i];
			}
			ofMean[axis] = scale * a / lengths[axis];
			// d sd = d variance / (2 sd), and the variance is c − kᵀK⁻¹k.
			ofSd[axis] = floored ? 0 : -scale * scale * b / (belief.sd * lengths[axis]);
		}
		return new Slope(belief, ofMean, ofSd);
	}

	/** The variance at a point, as a part of what it is far from all data. */
	double relativeVariance(final double[] point) {
		final double sd = predict(point).sd / scale;
		return sd * sd / hyperparameters.constant();
	}

	private Belief belief(final double m, final double[] v) {
		final double variance = hyperparameters.constant() - dot(v, v);
		final double sd = variance > 0 ? scale * Math.sqrt(variance) : 0;
		return new Belief(mean + scale * m, Math.max(sd, floor()));
	}

	private double floor() {
		return scale * Math.sqrt(VARIANCE_FLOOR * hyperparameters.constant());
	}

	/**
	 * Covariances of a point with the data and, unless {@code s} is null, what minus
	 * the scaled difference along an axis is to be multiplied by to give the derivative.
	 */
	private void covariances(final double[] point, final double[] k, final double[] s) {
		if (point.length != lengths.length) throw new RewardAnalysisException(
			"The point has %d coordinates, the Gaussian process %d.", point.length, lengths.length);
		final double[] apart = new double[k.length];
		for (int axis = 0; axis < lengths.length; axis++) {
			final double[] data = scaled[axis];
			if (categorical[axis]) {
				for (int i = 0; i < k.length; i++)
					if (point[axis] != data[i]) apart[i] += 1 / lengths[axis];
				continue;
			}
			final double x = point[axis] / lengths[axis];
			for (int i = 0; i < k.length; i++)
				k[i] += (x - data[i]) * (x - data[i]);
		}
		final double c = hyperparameters.constant();
		for (int i = 0; i < k.length; i++) {
			final double q = Math.sqrt(5 * k[i]), e = c * Math.exp(-q - apart[i]);
			k[i] = (1 + q + q * q / 3) * e;
			if (s != null) s[i] = 5 / 3.0 * (1 + q) * e;
		}
	}

	private double[][] factor(final double[][] inputs) {
		final int n = inputs.length;
		final DMatrixRMaj k = new DMatrixRMaj(n, n);
		for (int i = 0; i < n; i++) {
			final double[] row = new double[n];
			covariances(inputs[i], row, null);
			row[i] += hyperparameters.noise();
			System.arraycopy(row, 0, k.data, i * n, n);
		}
		final CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n,
			true);
		if (!cholesky.decompose(k)) throw new RewardAnalysisException(
			"The Gaussian process cannot tell its %d points apart; give it more noise than %s.", n,
			hyperparameters.noise());
		final DMatrixRMaj l = cholesky.getT(null);
		final double[][] factor = new double[n][];
		for (int i = 0; i < n; i++)
			factor[i] = Arrays.copyOfRange(l.data, i * n, i * n + i + 1);
		return factor;
	}

	private static double[][] transposed(final double[][] rows) {
		final int n = rows.length;
		final double[][] columns = new double[n][];
		for (int j = 0; j < n; j++) {
			columns[j] = new double[n - j];
			for (int i = j; i < n; i++)
				columns[j][i - j] = rows[i][j];
		}
		return columns;
	}

	/**
	 * Solves Lv = b in place. Column by column, since the inner loop then has no sum
	 * and the virtual machine turns it into vector instructions; predictions spend
	 * their time here.
	 */
	private double[] solveLower(final double[] b) {
		for (int j = 0; j < b.length; j++) {
			final double[] column = columns[j];
			final double v = b[j] /= column[0];
			for (int i = 1; i < column.length; i++)
				b[j + i] -= v * column[i];
		}
		return b;
	}

	/** Solves Lᵀw = b into a new array. */
	private double[] solveUpper(final double[] b) {
		final double[] w = b.clone();
		for (int j = w.length - 1; j >= 0; j--) {
			final double[] row = rows[j];
			final double v = w[j] /= row[j];
			for (int i = 0; i < j; i++)
				w[i] -= v * row[i];
		}
		return w;
	}

	private static double mean(final double[] y) {
		return Arrays.stream(y).sum() / y.length;
	}

	/** Standard deviation; 1 for outputs that are all the same but for rounding. */
	private static double scale(final double[] y, final double mean) {
		final double sd = Math.sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() /
			y.length);
		return sd > 1e-12 * Math.abs(mean) && sd > Double.MIN_NORMAL ? sd : 1;
	}

	private static double[] standardised(final double[] y, final double mean,
		final double scale)
	{
		return Arrays.stream(y).map(v -> (v - mean) / scale).toArray();
	}

	private static double dot(final double[] x, final double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += x[i] * y[i];
		return sum;
	}

	private static void check(final double[][] inputs, final double[] outputs, final int d) {
		if (inputs.length == 0 || inputs.length != outputs.length)
			throw new RewardAnalysisException(
				"A Gaussian process was given %d points and %d values.", inputs.length, outputs.length);
		for (final double[] x : inputs)
			if (x.length != d) throw new RewardAnalysisException(
				"A Gaussian process of %d axes was given a point of %d.", d, x.length);
		for (final double y : outputs)
			Checks.finite("A value for the Gaussian process", y);
	}
}
