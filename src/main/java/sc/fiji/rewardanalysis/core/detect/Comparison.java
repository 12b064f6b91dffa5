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
		final float[] row = here[y];
		int[] found = new int[16];
		int n = 0;
		for (int x = fromX; x < toX; x++) {
			final float v = row[x];
			// Most pixels are no maximum of their row.
			if (!(v > surelyNot) || x > 0 && row[x - 1] - v > tolerance || x + 1 < width && row[x + 1] -
				v > tolerance) continue;
			final float margin = margin(x, y, v);
			if (margin < -tolerance) continue;
			if (n == found.length) found = Arrays.copyOf(found, 2 * n);
			found[n++] = margin > tolerance && v > surely ? x : ~x;
		}
		return Arrays.copyOf(found, n);
	}

	/** By how much the value exceeds its largest neighbour; below −tolerance at once. */
	private float margin(final int x, final int y, final float v) {
		final int x0 = Math.max(0, x - 1), x1 = Math.min(width - 1, x + 1);
		final int y0 = Math.max(0, y - 1), y1 = Math.min(height - 1, y + 1);
		float largest = Float.NEGATIVE_INFINITY;
		for (int j = y0; j <= y1; j++)
			for (int i = x0; i <= x1; i++)
				if (i != x || j != y) largest = Math.max(largest, here[j][i]);
		if (v - largest < -tolerance) return v - largest;
		for (final float[][] plane : others)
			for (int j = y0; j <= y1; j++)
				for (int i = x0; i <= x1; i++)
					largest = Math.max(largest, plane[j][i]);
		return v - largest;
	}
}
