/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
 * Tiles are small enough for a processor's caches and analysed side by side, each by one
 * thread; the threads share the planes of an image that is a single tile. Planes may be
 * kept, the least recently used go first, so that scale spaces which share scales share
 * their planes; so are the maxima of a plane between its two neighbours. Beside these,
 * each thread needs about 50 bytes a pixel of a tile. Time is linear in pixels × Σσ.
 * Thread-safe; one scale space is computed at a time.
 */
public final class LogDetector {

	/**
	 * More maxima than an image of atoms has. Noise at a scale of one pixel has about
	 * one per 15 pixels and scale.
	 */
	static final int MAX_CANDIDATES = 5_000_000;

	/** Rim up to which tiles have this longest side, px; wider ones take larger tiles. */
	private static final int NARROW_RIM = 64, TILE = 512;

	/** Rims that are kept are multiples of it, px. */
	private static final int SPARE = 16;

	/** Planes that are kept, as far as they fit into a quarter of Java's memory. */
	private static final int KEPT_PLANES = 40;
	private static final int SHARE_OF_MEMORY = 4;

	/** Of a tile that is worked on, rim included. */
	private static final int BYTES_PER_PIXEL = 50;

	private final RandomAccessibleInterval<? extends RealType<?>> image;

	/** Whose blank parts have no blobs; null to look for them everywhere. */
	private final RandomAccessibleInterval<? extends RealType<?>> recorded;
	private final int width, height, tileSize, mostCandidates;
	private final Buffers buffers = new Buffers();
	private final PlaneCache cache;

	/** What was read, if it may be kept. */
	private final Map<Tile, Source> sources = new ConcurrentHashMap<>();
	private final boolean keeping;

	/** Of the planes of each tile. */
	private final Map<Tile, Double> units = new ConcurrentHashMap<>();

	/** A tile and, as soon as a plane is needed, its filter. */
	private final class Source {

		private final ImageTile tile;
		private final double unit;
		private PlaneFilter filter;

		Source(final ImageTile tile, final double unit) {
			this.tile = tile;
			this.unit = unit;
		}

		PlaneFilter filter(final Progress progress) {
			if (filter == null) filter = new PlaneFilter(tile, unit, buffers, progress);
			return filter;
		}

		void close() {
			if (filter != null) filter.close();
			buffers.giveBack(tile.pixels);
		}
	}

	/**
	 * A detector that keeps planes, for scale spaces which share scales. It finds what {@code blob_log}
	 * finds, also where the image is blank: there each pixel is a blob.
	 *
	 * @param image two-dimensional, origin (0, 0), atoms bright, finite everywhere; must
	 *          not change
	 */
	public LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image) {
		this(image, null, 1);
	}

	/**
	 * One of several such detectors, which share what a single one may occupy.
	 *
	 * @param image as for the other constructor
	 * @param recorded the image as it was recorded, of the same size: where all of its pixels within 3 σ
	 *          around are exactly alike, as in what a broken-off scan lacks, there are no blobs; null to
	 *          look for them everywhere
	 * @param number how many there are
	 */
	public LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> recorded, final int number)
	{
		this(image, recorded, 0, Math.min(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Checks.atLeast(
			"number of detectors", number, 1), KEPT_PLANES * (Float.BYTES * image.dimension(0) +
				PlaneCache.ROW_BYTES) * image.dimension(1)), MAX_CANDIDATES);
	}

	/** The same for a single scale space: nothing is kept. */
	public static LogDetector once(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return once(image, null);
	}

	/** The same without the blobs of blank parts; see the constructor. */
	public static LogDetector once(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> recorded)
	{
		return new LogDetector(image, recorded, 0, 0, MAX_CANDIDATES);
	}

	/**
	 * @param tileSize longest side of a tile, px; 0 for what suits the scales
	 * @param cacheBytes what the planes that are kept may occupy
	 */
	LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image, final int tileSize,
		final long cacheBytes)
	{
		this(image, null, tileSize, cacheBytes, MAX_CANDIDATES);
	}

	/** @param mostCandidates more maxima are refused */
	LogDetector(final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> recorded, final int tileSize,
		final long cacheBytes, final int mostCandidates)
	{
		this.image = Checks.given("image", image);
		this.recorded = recorded;
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
		if (recorded != null && (recorded.dimension(0) != width || recorded.dimension(1) != height))
			throw new RewardAnalysisException("The recorded image has %d x %d px and the prepared one %d x %d.",
				recorded.dimension(0), recorded.dimension(1), width, height);
		this.tileSize = tileSize;
		this.mostCandidates = mostCandidates;
		cache = new PlaneCache(cacheBytes, buffers);
		// What is read takes 12 bytes a pixel, planes 4 each.
		keeping = cacheBytes > 12L * width * height;
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
		return largestSigma(width, height);
	}

	private static double largestSigma(final int width, final int height) {
		// The radius, (int) (4σ + 0.5), may be up to (size - 1) / 2.
		return Math.max(0, Math.nextDown(((Math.min(width, height) - 1) / 2 + 0.5) / 4));
	}

	/**
	 * @throws RewardAnalysisException if the image is smaller than the kernel of
	 *           {@code maxSigma}
	 */
	public void checkKernelFits(final double maxSigma) {
		checkKernelFits(width, height, maxSigma);
	}

	/** The same for an image of this size, px. */
	static void checkKernelFits(final int width, final int height, final double maxSigma) {
		final long size = 2L * GaussianKernel.radius(maxSigma) + 1;
		if (size > Math.min(width, height)) throw new RewardAnalysisException(
			"The analysed area (%d x %d px) is smaller than the kernel of max_sigma = %s px, which spans " +
				"%d px; lower max_sigma to at most %s px or choose a larger area.", width, height, maxSigma,
			size, Math.floor(largestSigma(width, height) * 100) / 100);
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
	 * @param progress advanced tile by tile, or plane by plane if there is only one
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
		final List<Tile> tiles = Tile.of(width, height, tileSize > 0 ? tileSize : TILE * Math.max(1,
			Integer.highestOneBit(2 * (rim - 1) / NARROW_RIM)));
		// Of another grid nothing will be asked soon.
		sources.keySet().retainAll(tiles);
		units.keySet().retainAll(tiles);
		cache.retain(tiles);
		final Maxima found = new Maxima(tiles.size(), floor, mostCandidates);
		if (tiles.size() == 1) collect(tiles.get(0), rim, sigmas, filters, found, progress);
		else Bands.apart(tiles.stream().<Runnable>map(tile -> () -> collect(tile, rim, sigmas, filters,
			found, progress)).toList(), inMemory(tiles.get(0), rim));
		return new ScaleSpace(width, height, sigmas, floor, found.sorted(progress));
	}

	/** @throws RewardAnalysisException if there are more maxima than atoms could be */
	static void checkNumber(final long maxima, final int most, final double floor) {
		if (maxima > most) throw new RewardAnalysisException(
			"The image has over %d local maxima whose response is above %s; raise the (absolute) " +
				"threshold or min_sigma, or choose a smaller area.", most, floor);
	}

	/** How many tiles fit into a quarter of Java's memory at a time. */
	private static int inMemory(final Tile tile, final int rim) {
		final double pixels = (tile.toX() - tile.fromX() + 2.0 * rim) * (tile.toY() - tile.fromY() + 2.0 *
			rim);
		return (int) Math.max(1, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / (BYTES_PER_PIXEL *
			pixels));
	}

	/** What all tiles have found so far. */
	private static final class Maxima {

		private final List<Maximum> all = new ArrayList<>();
		private final int tiles, most;
		private final double floor;
		private int done;

		Maxima(final int tiles, final double floor, final int most) {
			this.most = most;
			this.tiles = tiles;
			this.floor = floor;
		}

		synchronized void add(final List<List<Maximum>> maxima, final Progress progress) {
			for (int s = 0; s < maxima.size(); s++)
				for (final Maximum m : maxima.get(s))
					all.add(new Maximum(m.x(), m.y(), s, m.response()));
			checkNumber(all.size(), most, floor);
			done++;
			if (tiles > 1) progress.update((double) done / tiles, "Tile " + done + " of " + tiles);
		}

		/** In their natural order, whichever tile came first. */
		Maximum[] sorted(final Progress progress) {
			final Maximum[] sorted = all.toArray(Maximum[]::new);
			Arrays.parallelSort(sorted, new Order(progress));
			return sorted;
		}
	}

	/** Asks now and then while it compares: a million maxima take long to sort. */
	private static final class Order implements Comparator<Maximum> {

		private static final int POLLED = 1 << 14;

		private final Progress progress;

		/** Threads may lose a count. */
		private int comparisons;

		Order(final Progress progress) {
			this.progress = progress;
		}

		@Override
		public int compare(final Maximum a, final Maximum b) {
			if (++comparisons % POLLED == 0) progress.checkCanceled();
			return a.compareTo(b);
		}
	}

	private void collect(final Tile t, final int rim, final double[] sigmas,
		final LogFilter[] filters, final Maxima found, final Progress progress)
	{
		progress.checkCanceled();
		final Source source = source(t, rim, progress);
		final MaximaFinder finder = new MaximaFinder(source.tile, filters, found.floor, t);
		final List<List<Maximum>> maxima = new ScaleSweep(cache, t, () -> source.filter(progress), finder,
			source.tile, sigmas, found.floor, found.tiles == 1 ? progress : progress.silent(), "Scale space")
				.run();
		found.add(recorded == null ? maxima : shown(recorded, maxima, t, sigmas, progress), progress);
		if (!keeping) source.close();
	}

	/** Without those of blank parts. */
	@SuppressWarnings("unchecked")
	private static <T extends RealType<T>> List<List<Maximum>> shown(
		final RandomAccessibleInterval<?> recorded, final List<List<Maximum>> maxima, final Tile part,
		final double[] sigmas, final Progress progress)
	{
		final BlankParts<T> blank = new BlankParts<>((RandomAccessibleInterval<T>) recorded, part, Arrays
			.stream(sigmas).max().orElse(0));
		final List<List<Maximum>> shown = new ArrayList<>();
		for (int s = 0; s < sigmas.length; s++) {
			progress.checkCanceled();
			final double sigma = sigmas[s];
			shown.add(maxima.get(s).stream().filter(m -> !blank.hold(m.x(), m.y(), sigma)).toList());
		}
		return shown;
	}

	private Source source(final Tile t, final int rim, final Progress progress) {
		final Source known = sources.get(t);
		if (known != null && known.tile.rim >= rim) return known;
		// One pixel more, where there is one, so that the maxima at the tile's edge have neighbours.
		final int x0 = Math.max(0, t.fromX() - 1), y0 = Math.max(0, t.fromY() - 1);
		final int x1 = Math.min(width, t.toX() + 1), y1 = Math.min(height, t.toY() + 1);
		// What is kept serves somewhat larger scales too.
		final ImageTile tile = read(x0, y0, x1 - x0, y1 - y0, keeping ? (rim + SPARE - 1) / SPARE *
			SPARE : rim, progress);
		// Planes that are kept are compared with new ones: their unit must stay.
		final double unit = units.computeIfAbsent(t, k -> tile.max > tile.min ? tile.max / 2 - tile.min /
			2 : 1);
		final Source source = new Source(tile, unit);
		if (keeping) sources.put(t, source);
		return source;
	}

	@SuppressWarnings("unchecked")
	private <T extends RealType<T>> ImageTile read(final int x, final int y, final int w,
		final int h, final int rim, final Progress progress)
	{
		return ImageTile.read((RandomAccessibleInterval<T>) image, x, y, w, h, rim, buffers, progress);
	}
}
