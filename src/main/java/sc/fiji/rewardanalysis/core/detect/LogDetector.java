package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * Computes scale spaces of one image, tile by tile.
 * <p>
 * Responses are computed in single precision with a bound of the rounding error;
 * where that leaves open whether a pixel is a maximum, and for the responses of all
 * maxima, double precision decides. So the result is that of double precision, bit
 * for bit the same for any size of the tiles and any number of threads.
 * <p>
 * Planes may be kept, the least recently used go first, so that scale spaces which
 * share scales share their planes; so are the maxima of a plane between its two
 * neighbours. Beside these, the memory needed is about 40 bytes a pixel of a tile.
 * Time is linear in pixels × Σσ. Thread-safe; one scale space is computed at a time.
 */
public final class LogDetector {

	/**
	 * More maxima than an image of atoms has. Noise at a scale of one pixel has about
	 * one per 15 pixels and scale.
	 */
	static final int MAX_CANDIDATES = 5_000_000;

	/** Longest side of a tile unless told otherwise, px. */
	private static final int TILE = 2048;

	/** Planes that are kept, as far as they fit into a quarter of Java's memory. */
	private static final int KEPT_PLANES = 40;
	private static final int SHARE_OF_MEMORY = 4;

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final int width, height, tileSize;
	private final PlaneCache cache;

	/** Kept from call to call if the image is a single tile. */
	private Source kept;

	/** A tile and, as soon as a plane is needed, its filter. */
	private static final class Source {

		private final ImageTile tile;
		private PlaneFilter filter;

		Source(final ImageTile tile) {
			this.tile = tile;
		}

		PlaneFilter filter(final Progress progress) {
			if (filter == null) filter = new PlaneFilter(tile, progress);
			return filter;
		}
	}

	/**
	 * A detector that keeps planes, for scale spaces which share scales.
	 *
	 * @param image two-dimensional, origin (0, 0), atoms bright, finite everywhere; must
	 *          not change
	 */
	public LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image) {
		this(image, 1);
	}

	/**
	 * One of several such detectors, which share what a single one may occupy.
	 *
	 * @param image as for the other constructor
	 * @param number how many there are
	 */
	public LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image,
		final int number)
	{
		this(image, TILE, Math.min(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Checks.atLeast(
			"number of detectors", number, 1), KEPT_PLANES * (Float.BYTES * image.dimension(0) +
				PlaneCache.ROW_BYTES) * image.dimension(1)));
	}

	/** The same for a single scale space: nothing is kept. */
	public static LogDetector once(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return new LogDetector(image, TILE, 0);
	}

	/**
	 * @param tileSize longest side of a tile, px
	 * @param cacheBytes what the planes that are kept may occupy
	 */
	LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image, final int tileSize,
		final long cacheBytes)
	{
		this.image = Checks.given("image", image);
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
		this.tileSize = tileSize;
		cache = new PlaneCache(cacheBytes);
	}

	/** Width of the image, px. */
	public int width() {
		return width;
	}

	/** Height of the image, px. */
	public int height() {
		return height;
	}

	/**
	 * The largest σ (px) whose kernel is no larger than the image; 0 if there is none.
	 */
	public double largestSigma() {
		// The radius, (int) (4σ + 0.5), may be up to (size - 1) / 2.
		return Math.max(0, Math.nextDown(((Math.min(width, height) - 1) / 2 + 0.5) / 4));
	}

	/**
	 * @throws RewardAnalysisException if the image is smaller than the kernel of
	 *           {@code maxSigma}
	 */
	public void checkKernelFits(final double maxSigma) {
		final long size = 2L * GaussianKernel.radius(maxSigma) + 1;
		if (size > Math.min(width, height)) throw new RewardAnalysisException(
			"The analysed area (%d x %d px) is smaller than the kernel of max_sigma = %s px, which spans " +
				"%d px; lower max_sigma to at most %s px or choose a larger area.", width, height, maxSigma,
			size, Math.floor(largestSigma() * 100) / 100);
	}

	/**
	 * The blobs that {@code blob_log} finds, by falling response.
	 *
	 * @throws RewardAnalysisException if there are too many maxima to be atoms
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Blob> blobs(final LogParameters parameters, final Progress progress) {
		return scaleSpace(parameters.sigmas(), parameters.absoluteThreshold(), progress).blobs(
			parameters, progress);
	}

	/**
	 * The maxima of the scale space.
	 *
	 * @param sigmas the scales, px, in the order in which they are neighbours
	 * @param floor maxima whose response isn't above are left out, 0 or more, in units
	 *          of the image. The higher, the less memory and time noise costs.
	 * @param progress advanced plane by plane
	 * @throws RewardAnalysisException if there are too many maxima to be atoms
	 * @throws java.util.concurrent.CancellationException if cancelled, within a few
	 *           lines of a tile
	 */
	public synchronized ScaleSpace scaleSpace(final double[] sigmas, final double floor,
		final Progress progress)
	{
		Checks.atLeast("floor of the response", floor, 0);
		for (final double sigma : sigmas)
			Checks.positive("sigma", sigma);
		final int rim = Arrays.stream(sigmas).mapToInt(GaussianKernel::radius).max().orElse(0);
		final LogFilter[] filters = Arrays.stream(sigmas).mapToObj(LogFilter::new).toArray(
			LogFilter[]::new);
		final int columns = (width + tileSize - 1) / tileSize, rows = (height + tileSize - 1) /
			tileSize;
		final int tiles = columns * rows;
		final List<Maximum> found = new ArrayList<>();
		for (int t = 0; t < tiles; t++) {
			final int column = t % columns, row = t / columns;
			final Tile tile = new Tile(t, (int) ((long) width * column / columns), (int) ((long) width *
				(column + 1) / columns), (int) ((long) height * row / rows), (int) ((long) height * (row +
					1) / rows));
			collect(tile, tiles, rim, sigmas, filters, floor, found, progress.part((double) t / tiles,
				(t + 1.0) / tiles));
		}
		return new ScaleSpace(width, height, sigmas, floor, found);
	}

	/** A part of the image: from, to (exclusive), px. */
	private record Tile(int number, int fromX, int toX, int fromY, int toY) {}

	private void collect(final Tile t, final int tiles, final int rim, final double[] sigmas,
		final LogFilter[] filters, final double floor, final List<Maximum> found,
		final Progress progress)
	{
		final Source source = source(t, tiles, rim, progress);
		final MaximaFinder finder = new MaximaFinder(source.tile, filters, floor, t.fromX, t.toX,
			t.fromY, t.toY);
		final List<List<Maximum>> maxima = new ScaleSweep(cache, t.number, () -> source.filter(progress),
			finder, source.tile, sigmas, floor, progress, tiles == 1 ? "Scale space" : String.format(
				"Tile %d of %d", t.number + 1, tiles)).run();
		for (int s = 0; s < sigmas.length; s++) {
			for (final Maximum m : maxima.get(s))
				found.add(new Maximum(m.x(), m.y(), s, m.response()));
			if (found.size() > MAX_CANDIDATES) throw new RewardAnalysisException(
				"The image has over %d million local maxima above %s; raise the threshold or min_sigma, " +
					"or choose a smaller area.", MAX_CANDIDATES / 1_000_000, floor);
		}
	}

	private Source source(final Tile t, final int tiles, final int rim,
		final Progress progress)
	{
		if (kept != null && kept.tile.rim >= rim) return kept;
		// One pixel more, where there is one, so that the maxima at the tile's edge have neighbours.
		final int x0 = Math.max(0, t.fromX - 1), y0 = Math.max(0, t.fromY - 1);
		final int x1 = Math.min(width, t.toX + 1), y1 = Math.min(height, t.toY + 1);
		final Source source = new Source(read(x0, y0, x1 - x0, y1 - y0, rim, progress));
		if (tiles == 1) kept = source;
		return source;
	}

	@SuppressWarnings("unchecked")
	private <T extends RealType<T>> ImageTile read(final int x, final int y, final int w,
		final int h, final int rim, final Progress progress)
	{
		return ImageTile.read((RandomAccessibleInterval<T>) image, x, y, w, h, rim, progress);
	}
}
