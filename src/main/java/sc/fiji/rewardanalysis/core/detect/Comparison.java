package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;

/**
 * Compares the pixels of a plane with their 26 neighbours in (x, y, σ), as far as
 * single precision can tell.
 */
final class Comparison {

	private final float[][] here;

	/** The planes of the scales below and above, as far as there are. */
	private final float[][][] others;
	private final int width, height;

	/** Two values that differ by no more may be equal, or the other way round. */
	private final float tolerance;

	/** A response up to this is not above the floor; above {@link #surely} it is. */
	private final float surelyNot, surely;

	/** @param below or {@code above} may be null */
	Comparison(final Plane below, final Plane here, final Plane above, final double floor) {
		this.here = here.rows();
		width = this.here[0].length;
		height = this.here.length;
		float error = here.error();
		if (below != null) error = Math.max(error, below.error());
		if (above != null) error = Math.max(error, above.error());
		others = below == null ? above == null ? new float[0][][] : new float[][][] { above.rows() }
			: above == null ? new float[][][] { below.rows() } : new float[][][] { below.rows(), above
				.rows() };
		// Away from zero, whatever the rounding to float does.
		tolerance = Math.nextUp(2 * error);
		surelyNot = Math.nextDown((float) (floor - error));
		surely = Math.nextUp((float) (floor + error));
	}

	/**
	 * The columns of a row that may be maxima: x where it is certain, its complement
	 * {@code ~x} where it isn't.
	 */
	int[] candidates(final int y, final int fromX, final int toX) {
		int[] found = new int[16];
		int n = 0;
		final float[] row = here[y], up = here[Math.max(0, y - 1)], down = here[Math.min(height - 1, y +
			1)];
		for (int x = fromX; x < toX; x++) {
			final float v = row[x];
			// Most pixels are no maximum of their row, most of the others none of their column.
			if (!(v > surelyNot) || x > 0 && row[x - 1] - v > tolerance || x + 1 < width && row[x + 1] -
				v > tolerance || up[x] - v > tolerance || down[x] - v > tolerance) continue;
			if (n == found.length) found = Arrays.copyOf(found, 2 * n);
			found[n++] = x;
		}
		// Not at once: so the processor waits for several lines of the other planes at a time.
		for (final float[][] plane : others)
			n = without(plane[y], row, found, n);
		int kept = 0;
		for (int i = 0; i < n; i++) {
			final int x = found[i];
			final float margin = margin(x, y, row[x]);
			if (margin >= -tolerance) found[kept++] = margin > tolerance && row[x] > surely ? x : ~x;
		}
		return Arrays.copyOf(found, kept);
	}

	/** Leaves out those whose value in another plane is larger; returns how many remain. */
	private int without(final float[] other, final float[] row, final int[] columns, final int n) {
		// First all reads, which wait for memory together, then what depends on them.
		final float[] larger = new float[n];
		for (int i = 0; i < n; i++)
			larger[i] = other[columns[i]] - row[columns[i]];
		int kept = 0;
		for (int i = 0; i < n; i++)
			if (!(larger[i] > tolerance)) columns[kept++] = columns[i];
		return kept;
	}

	/**
	 * By how much the value exceeds its largest neighbour; below −tolerance as soon as
	 * one is that much larger.
	 */
	private float margin(final int x, final int y, final float v) {
		final int x0 = Math.max(0, x - 1), x1 = Math.min(width - 1, x + 1);
		final int y0 = Math.max(0, y - 1), y1 = Math.min(height - 1, y + 1);
		float largest = Float.NEGATIVE_INFINITY;
		for (int j = y0; j <= y1; j++)
			for (int i = x0; i <= x1; i++)
				if (i != x || j != y) largest = Math.max(largest, here[j][i]);
		for (final float[][] plane : others)
			for (int j = y0; j <= y1; j++) {
				if (largest - v > tolerance) return v - largest;
				for (int i = x0; i <= x1; i++)
					largest = Math.max(largest, plane[j][i]);
			}
		return v - largest;
	}
}
