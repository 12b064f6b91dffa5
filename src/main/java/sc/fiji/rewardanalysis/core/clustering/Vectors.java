package sc.fiji.rewardanalysis.core.clustering;

/** Sums over vectors. */
final class Vectors {

	private Vectors() {}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	static double norm(final double[] a) {
		return Math.sqrt(dot(a, a));
	}

	/** to += a. */
	static void add(final double[] a, final double[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] += a[i];
	}

	/** to += factor · a. */
	static void add(final double[] a, final double factor, final double[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] += factor * a[i];
	}

	static void scale(final double[] a, final double factor) {
		for (int i = 0; i < a.length; i++)
			a[i] *= factor;
	}

	static double sum(final double[] a) {
		double sum = 0;
		for (final double v : a)
			sum += v;
		return sum;
	}
}
