package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Finds the local maxima of a tile's scale space: on planes in single precision, and
 * wherever these can't tell for their rounding errors, in double precision. So the
 * maxima and their responses are those of double precision.
 */
final class MaximaFinder {

	/**
	 * If more pixels than one in so many are undecided, as in noise-free images with
	 * flat ground, whole rows are judged at once.
	 */
	private static final int DENSE = 64;

	private static final int BAND = 32;

	/** A maximum, in the image's coordinates. */
	record Maximum(int x, int y, int scale, double response) {}

	private final ImageTile tile;
	private final LogFilter[] filters;
	private final double floor;

	/** Where maxima are looked for, in the image's coordinates: from, to (exclusive). */
	private final int fromX, toX, fromY, toY;

	/**
	 * @param tile what planes show: the part in question and a rim of one pixel around
	 *          it where the image goes on
	 * @param filters one a scale
	 * @param floor maxima up to this response are not wanted
	 */
	MaximaFinder(final ImageTile tile, final LogFilter[] filters, final double floor,
		final int fromX, final int toX, final int fromY, final int toY)
	{
		this.tile = tile;
		this.filters = filters;
		this.floor = floor;
		this.fromX = fromX;
		this.toX = toX;
		this.fromY = fromY;
		this.toY = toY;
	}

	/**
	 * The maxima at one scale, by row and column.
	 *
	 * @param planes of all scales; that of this one and of its neighbours are looked at
	 */
	List<Maximum> find(final int scale, final Plane[] planes, final Progress progress) {
		final Comparison comparison = new Comparison(scale == 0 ? null : planes[scale - 1],
			planes[scale], scale + 1 == planes.length ? null : planes[scale + 1], floor);
		final int height = toY - fromY;
		final int[][] found = new int[height][];
		Bands.run(height, (from, to) -> {
			for (int y = from; y < to && !progress.isCanceled(); y++)
				found[y] = comparison.candidates(fromY + y - tile.y0, fromX - tile.x0, toX - tile.x0);
		});
		progress.checkCanceled();
		final long undecided = Arrays.stream(found).mapToLong(row -> Arrays.stream(row).filter(
			c -> c < 0).count()).sum();
		final boolean dense = undecided > (long) (toX - fromX) * height / DENSE;
		final List<List<Maximum>> bands = new ArrayList<>();
		for (int i = 0; i < height; i += BAND)
			bands.add(null);
		Bands.run(bands.size(), (from, to) -> {
			for (int band = from; band < to && !progress.isCanceled(); band++) {
				final int first = band * BAND, last = Math.min(height, first + BAND);
				bands.set(band, dense ? judgeRows(scale, found, first, last) : judge(scale, found, first,
					last));
			}
		});
		progress.checkCanceled();
		return bands.stream().flatMap(List::stream).toList();
	}

	private List<Maximum> judge(final int scale, final int[][] found, final int from, final int to) {
		final List<Maximum> maxima = new ArrayList<>();
		for (int y = from; y < to; y++)
			for (final int c : found[y]) {
				final int x = tile.x0 + (c < 0 ? ~c : c);
				final double response = filters[scale].response(tile, x, fromY + y);
				if (response > floor && (c >= 0 || isMaximum(scale, x, fromY + y, response))) maxima.add(
					new Maximum(x, fromY + y, scale, response));
			}
		return maxima;
	}

	private boolean isMaximum(final int scale, final int x, final int y, final double value) {
		final int left = Math.max(tile.x0, x - 1), right = Math.min(tile.x0 + tile.width - 1, x + 1);
		final int top = Math.max(tile.y0, y - 1), bottom = Math.min(tile.y0 + tile.height - 1, y + 1);
		for (int s = Math.max(0, scale - 1); s <= Math.min(filters.length - 1, scale + 1); s++)
			for (final double neighbour : filters[s].responses(tile, left, top, right - left + 1, bottom -
				top + 1))
				if (neighbour > value) return false;
		return true;
	}

	/** The same as {@link #judge} for rows in which much is undecided. */
	private List<Maximum> judgeRows(final int scale, final int[][] found, final int from,
		final int to)
	{
		final int top = Math.max(tile.y0, fromY + from - 1);
		final int bottom = Math.min(tile.y0 + tile.height, fromY + to + 1);
		final int lowest = Math.max(0, scale - 1), highest = Math.min(filters.length - 1, scale + 1);
		final double[][] planes = new double[highest - lowest + 1][];
		for (int s = lowest; s <= highest; s++)
			planes[s - lowest] = filters[s].responses(tile, tile.x0, top, tile.width, bottom - top);
		final double[] here = planes[scale - lowest];
		final List<Maximum> maxima = new ArrayList<>();
		for (int y = from; y < to; y++)
			for (final int c : found[y]) {
				final int x = c < 0 ? ~c : c, row = fromY + y - top;
				final double response = here[row * tile.width + x];
				if (response > floor && (c >= 0 || Arrays.stream(planes).allMatch(p -> isMaximum(p, x, row,
					response)))) maxima.add(new Maximum(tile.x0 + x, fromY + y, scale, response));
			}
		return maxima;
	}

	private boolean isMaximum(final double[] plane, final int x, final int y, final double value) {
		final int width = tile.width, height = plane.length / width;
		for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
			for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++)
				if (plane[j * width + i] > value) return false;
		return true;
	}
}
