package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;

/** The pixels of a column that a fit looks at, beside each other. Not thread-safe. */
final class Window {

	/** Pixel centres, px. */
	double[] x = new double[64], y = new double[64];

	/** Pixel values, and what of them the neighbours' tails make up. */
	double[] value = new double[64], tail = new double[64];

	int size;

	void clear() {
		size = 0;
	}

	void add(final double px, final double py, final double v) {
		if (size == x.length) grow();
		x[size] = px;
		y[size] = py;
		value[size] = v;
		tail[size++] = 0;
	}

	private void grow() {
		final int length = 2 * size;
		x = Arrays.copyOf(x, length);
		y = Arrays.copyOf(y, length);
		value = Arrays.copyOf(value, length);
		tail = Arrays.copyOf(tail, length);
	}

	/** Counts a neighbour's peak as tail where it is less than {@code radius} px away. */
	void addTail(final Peak peak, final double radius) {
		for (int i = 0; i < size; i++) {
			final double dx = x[i] - peak.x(), dy = y[i] - peak.y();
			if (dx * dx + dy * dy < radius * radius) tail[i] += peak.height(x[i], y[i]);
		}
	}
}
