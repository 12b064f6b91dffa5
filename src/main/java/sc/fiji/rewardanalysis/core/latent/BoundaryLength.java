package sc.fiji.rewardanalysis.core.latent;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How long the discontinuities of latent maps are, by the published measure, in sides of
 * patches' cells.
 */
public final class BoundaryLength {

	/** Widths of the authors' filter: the map's standard deviation, and 5 px. */
	private static final BilateralFilter FILTER = BilateralFilter.of(0, 5);

	private BoundaryLength() {}

	/**
	 * The published measure: of each map, scaled to 0 … 1 and filtered, the sum of Scharr
	 * magnitudes; the mean of all maps. A constant map has none.
	 *
	 * @param maps each row by row, finite
	 * @throws RewardAnalysisException if a map isn't whole
	 */
	public static double scharr(final float[][] maps, final int width, final int height,
		final Progress progress)
	{
		double sum = 0;
		for (final float[] map : maps)
			sum += scharr(map, width, height, progress);
		return sum / maps.length;
	}

	private static double scharr(final float[] map, final int width, final int height,
		final Progress progress)
	{
		float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
		for (final float value : map) {
			if (!Float.isFinite(value)) throw new RewardAnalysisException(
				"The published boundary length needs a whole raster of patches; select a rectangle, or choose the differentiable form.");
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		if (!(most > least)) return 0;
		final double[] scaled = new double[map.length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = ((double) map[i] - least) / ((double) most - least);
		return Arrays.stream(Scharr.magnitude(FILTER.apply(scaled, width, height, progress), width,
			height)).sum();
	}
}
