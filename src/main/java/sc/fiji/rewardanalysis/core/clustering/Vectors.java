package sc.fiji.rewardanalysis.core.clustering;

/** Sums over vectors. */
final class Vectors {

	private Vectors() {}

	/** Four sums, for one would wait for itself at each product. */
	static double dot(final double[] a, final double[] b) {
		double s = 0, t = 0, u = 0, v = 0;
		int i = 0;
		for (; i + 3 < a.length; i += 4) {
			s += a[i] * b[i];
			t += a[i + 1] * b[i + 1];
			u += a[i + 2] * b[i + 2];
			v += a[i + 3] * b[i + 3];
		}
		for (; i < a.length; i++)
			s += a[i] * b[i];
		return (s + t) + (u + v);
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
