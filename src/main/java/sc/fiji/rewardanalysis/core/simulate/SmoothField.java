package sc.fiji.rewardanalysis.core.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A random field of the plane with mean 0, variance 1 and correlation exp(−r² /
 * 2ℓ²).
 * <p>
 * The sum √(2/n) Σ cos(k·r + φ) of n plane waves whose wave vectors are normally
 * distributed with standard deviation 1/ℓ (random Fourier features; Rahimi &amp;
 * Recht 2007, NIPS 20). Costs n multiplications per pixel whatever ℓ is, and needs
 * no border rule. Only close to normally distributed, since n is finite.
 */
final class SmoothField implements LevelField {

	private static final int WAVES = 64;

	private final double[] ky = new double[WAVES], phase = new double[WAVES];

	/** cos and sin of kx · x, wave by wave. */
	private final float[][] cos, sin;

	/**
	 * @param length ℓ, px
	 * @param width of the rows that will be asked for, px
	 */
	SmoothField(final RandomGenerator random, final double length, final int width) {
		cos = new float[WAVES][width];
		sin = new float[WAVES][width];
		for (int n = 0; n < WAVES; n++) {
			final double kx = random.nextGaussian() / length;
			ky[n] = random.nextGaussian() / length;
			phase[n] = 2 * Math.PI * random.nextDouble();
			for (int x = 0; x < width; x++) {
				cos[n][x] = (float) Math.cos(kx * x);
				sin[n][x] = (float) Math.sin(kx * x);
			}
		}
	}

	@Override
	public void row(final int y, final float[] row) {
		Arrays.fill(row, 0);
		final double norm = Math.sqrt(2.0 / WAVES);
		for (int n = 0; n < WAVES; n++) {
			final float c = (float) (norm * Math.cos(ky[n] * y + phase[n]));
			final float s = (float) (norm * Math.sin(ky[n] * y + phase[n]));
			final float[] cx = cos[n], sx = sin[n];
			for (int x = 0; x < row.length; x++)
				row[x] += c * cx[x] - s * sx[x];
		}
	}
}
