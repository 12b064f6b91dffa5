package sc.fiji.rewardanalysis.core.latent;

import java.util.List;

import org.apache.commons.math3.distribution.NormalDistribution;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * What a model draws over a plane of latents: patches at evenly spaced quantiles, 5 % to 95 %, of
 * the prior N(0, 1) of the two most telling content latents, all others 0 (pyroVED's
 * {@code manifold2d}). The first latent grows to the right, the second one upwards.
 *
 * @param size of a patch, points along a side
 * @param columns of patches
 * @param rows of patches
 * @param patches row by row from the top; shared, not to be changed
 * @param across the latent that grows to the right
 * @param up the latent that grows upwards; empty if there is one content latent only
 */
public record Manifold(int size, int columns, int rows, float[][] patches, String across,
	String up)
{

	/** Patches along a side. */
	public static final int SIDE = 10;

	private static final double LOWEST = 0.05;

	/**
	 * @param maps say which latents tell the most
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static Manifold of(final LatentModel model, final LatentMaps maps,
		final Progress progress)
	{
		final int first = model.settings().firstContent();
		final List<Integer> telling = maps.telling();
		final boolean isLine = model.settings().content() == 1;
		final int across = telling.isEmpty() ? first : telling.get(0);
		final int up = isLine ? -1 : telling.size() > 1 ? telling.get(1) : across == first ? first + 1
			: first;
		final int rows = isLine ? 1 : SIDE;
		final double[] quantiles = quantiles();
		final float[][] points = new float[SIDE * rows][maps.count()];
		for (int i = 0; i < points.length; i++) {
			points[i][across] = (float) quantiles[i % SIDE];
			if (up >= 0) points[i][up] = (float) quantiles[SIDE - 1 - i / SIDE];
		}
		return new Manifold(model.size(), SIDE, rows, model.decode(points, progress), maps.name(across),
			up < 0 ? "" : maps.name(up));
	}

	/** Of the standard normal distribution. */
	static double[] quantiles() {
		final NormalDistribution normal = new NormalDistribution(null, 0, 1);
		final double[] quantiles = new double[SIDE];
		for (int i = 0; i < SIDE; i++)
			quantiles[i] = normal.inverseCumulativeProbability(LOWEST + (1 - 2 * LOWEST) * i / (SIDE - 1));
		return quantiles;
	}
}
