package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The local maxima of an image's Laplacian-of-Gaussian scale space.
 * <p>
 * They depend on the scales alone: once found, any threshold and overlap is a
 * matter of filtering and pruning. A maximum is a point that none of its 26
 * neighbours in (x, y, σ) exceeds; beyond the image and beyond the first and last
 * scale the response counts as 0, so only positive maxima exist there and only
 * positive ones are kept (Lindeberg 1998, IJCV 30:79, with the conventions of
 * {@code skimage.feature.blob_log}). Immutable.
 * <p>
 * Time is linear in pixels × Σσ; three planes are held at a time.
 */
public final class ScaleSpace {

	/**
	 * More maxima than any image of atoms has: 10⁷ take 280 MB. Noise at a scale
	 * below a pixel has about one maximum per ten pixels.
	 */
	static final int MAX_CANDIDATES = 10_000_000;

	private final int width, height;
	private final double[] sigmas;

	/** By falling response; at equal response by row, column, scale. */
	private final Candidate[] candidates;

	private record Candidate(int x, int y, int scale, double response) {}

	private ScaleSpace(final int width, final int height, final double[] sigmas,
		final Candidate[] candidates)
	{
		this.width = width;
		this.height = height;
		this.sigmas = sigmas;
		this.candidates = candidates;
	}

	/**
	 * @param image two-dimensional, normalised, atoms bright, finite everywhere
	 * @param sigmas the scales, px, in the order in which they are neighbours
	 * @param progress cancelled between planes
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> ScaleSpace of(final RandomAccessibleInterval<T> image,
		final double[] sigmas, final Progress progress)
	{
		for (final double sigma : sigmas)
			Checks.positive("sigma", sigma);
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final LogFilter filter = new LogFilter(pixels(image, width * height), width, height);
		final List<Candidate> found = new ArrayList<>();
		double[] below = null, here = null, above = new double[width * height];
		filter.apply(sigmas[0], above, progress);
		for (int s = 0; s < sigmas.length; s++) {
			progress.update((double) s / sigmas.length, "Scale space");
			final double[] free = below == null ? new double[width * height] : below;
			below = here;
			here = above;
			above = s + 1 < sigmas.length ? free : null;
			if (above != null) filter.apply(sigmas[s + 1], above, progress);
			collect(found, below, here, above, s, width, height);
			if (found.size() > MAX_CANDIDATES) throw new RewardAnalysisException(
				"The image has over %d million local maxima at sigma %s px and below; raise min_sigma " +
					"or choose a smaller area.", MAX_CANDIDATES / 1_000_000, sigmas[s]);
		}
		final Candidate[] sorted = found.toArray(Candidate[]::new);
		Arrays.sort(sorted, Comparator.comparingDouble(c -> -c.response));
		return new ScaleSpace(width, height, sigmas.clone(), sorted);
	}

	/**
	 * The blobs that {@code blob_log} finds with these parameters, by falling
	 * response. Their σ must be those of this scale space.
	 */
	public List<Blob> blobs(final LogParameters parameters) {
		return Pruning.prune(peaks(parameters), parameters.overlap());
	}

	/** The maxima above the threshold before pruning, by falling response. */
	public List<Blob> peaks(final LogParameters p) {
		if (candidates.length == 0) return List.of();
		final double absolute = Double.isNaN(p.threshold()) ? 0 : p.threshold();
		final double relative = Double.isNaN(p.thresholdRel()) ? 0 : p.thresholdRel() *
			candidates[0].response;
		final double threshold = Math.max(absolute, relative);
		final List<Blob> peaks = new ArrayList<>();
		for (final Candidate c : candidates) {
			if (!(c.response > threshold)) break;
			if (c.x >= p.borderX() && c.x < width - p.borderX() && c.y >= p.borderY() && c.y < height -
				p.borderY()) peaks.add(new Blob(c.x, c.y, sigmas[c.scale], c.response));
		}
		return peaks;
	}

	/** The responses of all maxima, descending, in units of the image. */
	public double[] responses() {
		return Arrays.stream(candidates).mapToDouble(Candidate::response).toArray();
	}

	/** The scales, px. */
	public double[] sigmas() {
		return sigmas.clone();
	}

	private static void collect(final List<Candidate> found, final double[] below,
		final double[] here, final double[] above, final int scale, final int width,
		final int height)
	{
		final List<List<Candidate>> rows = new ArrayList<>(height);
		for (int y = 0; y < height; y++)
			rows.add(List.of());
		LogFilter.forRows(height, (from, to) -> {
			for (int y = from; y < to; y++)
				rows.set(y, maximaOfRow(below, here, above, scale, y, width, height));
		});
		rows.forEach(found::addAll);
	}

	private static List<Candidate> maximaOfRow(final double[] below, final double[] here,
		final double[] above, final int scale, final int y, final int width, final int height)
	{
		final List<Candidate> maxima = new ArrayList<>();
		for (int x = 0; x < width; x++) {
			final double v = here[y * width + x];
			if (v > 0 && isMaximum(here, v, x, y, width, height) && isMaximum(below, v, x, y, width,
				height) && isMaximum(above, v, x, y, width, height)) maxima.add(new Candidate(x, y, scale,
					v));
		}
		return maxima;
	}

	/** Whether nothing in the 3 × 3 pixels around (x, y) exceeds {@code value}. */
	private static boolean isMaximum(final double[] plane, final double value, final int x,
		final int y, final int width, final int height)
	{
		if (plane == null) return true;
		final int x0 = Math.max(0, x - 1), x1 = Math.min(width - 1, x + 1);
		final int y1 = Math.min(height - 1, y + 1);
		for (int j = Math.max(0, y - 1); j <= y1; j++)
			for (int i = x0; i <= x1; i++)
				if (plane[j * width + i] > value) return false;
		return true;
	}

	private static <T extends RealType<T>> double[] pixels(final RandomAccessibleInterval<T> image,
		final int n)
	{
		final double[] pixels = new double[n];
		final Cursor<T> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < n; i++)
			pixels[i] = cursor.next().getRealDouble();
		return pixels;
	}
}
