package sc.fiji.rewardanalysis.core.region;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which atom is nearest to each pixel: the exact discrete Voronoi diagram.
 * <p>
 * A pixel of the analysed area goes to the atom nearest to its centre, of several at
 * the same distance to the first one; to none ({@value #NONE}) if that is further
 * away than the largest distance, inclusive. Made once, a mask of any selection is
 * then a matter of one look a pixel. Immutable.
 */
public final class NearestAtoms implements AtomMasks {

	/** Of pixels that belong to no atom. */
	public static final int NONE = -1;

	/** Side of the squares whose candidates are found together, px. */
	private static final int TILE = 8;

	/** From a square's centre to its furthest pixel, px. */
	private static final double HALF = Math.hypot(TILE - 1, TILE - 1) / 2;

	private final int width, height;
	private final double[] x, y;
	private final int[] labels;

	private NearestAtoms(final int width, final int height,
		final List<? extends Position> atoms)
	{
		this.width = width;
		this.height = height;
		x = atoms.stream().mapToDouble(Position::x).toArray();
		y = atoms.stream().mapToDouble(Position::y).toArray();
		labels = new int[Math.multiplyExact(width, height)];
	}

	/**
	 * Finds the nearest atoms, on the threads of {@link Parallelization}.
	 *
	 * @param atoms px, also beyond the image
	 * @param area what is analysed; pixels outside belong to no atom
	 * @param maxDistance px, above 0; infinite for no limit
	 * @throws RewardAnalysisException if a position isn't finite
	 * @throws java.util.concurrent.CancellationException if it was cancelled
	 */
	public static NearestAtoms of(final List<? extends Position> atoms, final int width,
		final int height, final Area area, final double maxDistance, final Progress progress)
	{
		Checks.given("atoms", atoms);
		Checks.given("analysed area", area);
		if (!(maxDistance > 0)) throw new RewardAnalysisException(
			"The largest distance to an atom is %s px; it must be above 0.", Double.toString(
				maxDistance));
		for (final Position p : atoms)
			if (!Double.isFinite(p.x() + p.y())) throw new RewardAnalysisException(
				"An atom lies at (%s, %s); positions must be finite.", Double.toString(p.x()), Double
					.toString(p.y()));
		final NearestAtoms nearest = new NearestAtoms(width, height, atoms);
		nearest.fill(atoms, maxDistance, progress);
		if (!area.isRectangle() || area.size() < (double) width * height) nearest.clear(area);
		return nearest;
	}

	private void fill(final List<? extends Position> atoms, final double maxDistance,
		final Progress progress)
	{
		Arrays.fill(labels, NONE);
		if (x.length == 0) return;
		final double spacing = Math.max(4, Math.sqrt((double) width * height / x.length));
		final PointGrid grid = new PointGrid(atoms, spacing);
		Parallelization.getTaskExecutor().forEach(IntStream.rangeClosed(0, (height - 1) / TILE).boxed()
			.toList(), row -> {
				if (!progress.isCanceled()) new Strip(grid, spacing, maxDistance).fill(row * TILE);
			});
		progress.checkCanceled();
	}

	private void clear(final Area area) {
		for (int i = 0; i < labels.length; i++)
			if (!area.contains(i % width, i / width)) labels[i] = NONE;
	}

	/** Width of the image, px. */
	public int width() {
		return width;
	}

	/** Height of the image, px. */
	public int height() {
		return height;
	}

	@Override
	public int size() {
		return x.length;
	}

	/** Row by row the index of the nearest atom or {@link #NONE}; shared, not to be changed. */
	public int[] labels() {
		return labels;
	}

	@Override
	public Mask of(final boolean[] selected) {
		checkLength(selected.length);
		final boolean[] pixels = new boolean[labels.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = labels[i] >= 0 && selected[labels[i]];
		return new Mask(width, height, pixels);
	}

	/**
	 * The nearest atom's value in each pixel, row by row; NaN where there is no atom.
	 *
	 * @param values atom by atom
	 */
	public float[] map(final double[] values) {
		checkLength(values.length);
		final float[] map = new float[labels.length];
		for (int i = 0; i < map.length; i++)
			map[i] = labels[i] >= 0 ? (float) values[labels[i]] : Float.NaN;
		return map;
	}

	/** A row of squares; each knows about how far its atoms are from the one before. */
	private final class Strip {

		private final PointGrid grid;
		private final double spacing, limit;
		private final double[] best = new double[TILE * TILE];
		private int[] found = new int[64];
		private int count;

		private Strip(final PointGrid grid, final double spacing, final double limit) {
			this.grid = grid;
			this.spacing = spacing;
			this.limit = limit;
		}

		private void fill(final int top) {
			double within = 2 * spacing;
			for (int left = 0; left < width; left += TILE) {
				final double distance = candidates(left + (TILE - 1) / 2.0, top + (TILE - 1) / 2.0, within);
				paint(left, top);
				within = distance + TILE;
			}
		}

		/**
		 * Finds the atoms that may be nearest to a pixel of a square, in ascending order:
		 * none of the others is nearer to any pixel than the one nearest to the centre.
		 *
		 * @param guess about how far the nearest atom is
		 * @return how far it is from the square's centre
		 */
		private double candidates(final double cx, final double cy, final double guess) {
			final Position centre = new Centre(cx, cy);
			double within = guess, nearest;
			while (true) {
				count = 0;
				grid.forEachNear(centre, within + 2 * HALF, this::add);
				nearest = Double.POSITIVE_INFINITY;
				for (int k = 0; k < count; k++)
					nearest = Math.min(nearest, distance(found[k], cx, cy));
				if (nearest <= within) break;
				if (within > limit + HALF) {
					count = 0;
					return within;
				}
				within *= 2;
			}
			// A hair more, for the rounding of the square roots.
			final double bound = Math.min(nearest + 2 * HALF, limit + HALF) + 1e-6;
			int kept = 0;
			for (int k = 0; k < count; k++)
				if (distance(found[k], cx, cy) <= bound) found[kept++] = found[k];
			count = kept;
			Arrays.sort(found, 0, count);
			return nearest;
		}

		private double distance(final int atom, final double cx, final double cy) {
			final double dx = x[atom] - cx, dy = y[atom] - cy;
			return Math.sqrt(dx * dx + dy * dy);
		}

		private void add(final int atom) {
			if (count == found.length) found = Arrays.copyOf(found, 2 * count);
			found[count++] = atom;
		}

		private void paint(final int left, final int top) {
			final int columns = Math.min(TILE, width - left), rows = Math.min(TILE, height - top);
			Arrays.fill(best, limit * limit);
			for (int k = 0; k < count; k++) {
				final int atom = found[k];
				for (int row = 0; row < rows; row++) {
					final double dy = top + row - y[atom], dy2 = dy * dy;
					final int offset = (top + row) * width + left;
					for (int column = 0; column < columns; column++) {
						final double dx = left + column - x[atom], d = dx * dx + dy2;
						final double least = best[row * TILE + column];
						if (d < least || d == least && labels[offset + column] == NONE) {
							best[row * TILE + column] = d;
							labels[offset + column] = atom;
						}
					}
				}
			}
		}
	}

	private record Centre(double x, double y) implements Position {
	}
}
