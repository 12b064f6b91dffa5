package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Published problems of two objectives whose greatest hypervolume is known. The
 * maxima are BoTorch's for Branin-Currin, and integrals over the exact front for
 * the others.
 */
enum Problems {

		/** Belakaria, Deshwal &amp; Doppa 2019, Max-value entropy search, NeurIPS. */
		BRANIN_CURRIN(2, new double[] { 18, 6 }, 59.36011874867746, Problems::braninCurrin),

		/** Zitzler, Deb &amp; Thiele 2000, Evol. Comput. 8:173. */
		ZDT1(3, new double[] { 1.1, 1.1 }, 0.8766667, x -> zdt(x, (f, g) -> 1 - Math.sqrt(f / g))),

		/** The same, concave. */
		ZDT2(3, new double[] { 1.1, 1.1 }, 0.5433333, x -> zdt(x, (f, g) -> 1 - f * f / (g * g))),

		/** The same, in five pieces. */
		ZDT3(3, new double[] { 1.1, 1.1 }, 1.3317629, x -> zdt(x, (f, g) -> 1 - Math.sqrt(f / g) -
			f / g * Math.sin(10 * Math.PI * f))),

		/** Deb, Thiele, Laumanns &amp; Zitzler 2002, CEC. */
		DTLZ2(4, new double[] { 1.1, 1.1 }, 1.21 - Math.PI / 4, Problems::dtlz2);

	final double[] reference;
	final double maximum;
	private final int dimension;
	private final UnaryOperator<double[]> function;

	private interface Shape {

		double of(double f, double g);
	}

	Problems(final int dimension, final double[] reference, final double maximum,
		final UnaryOperator<double[]> function)
	{
		this.dimension = dimension;
		this.reference = reference;
		this.maximum = maximum;
		this.function = function;
	}

	/** A study of this problem. */
	Study study(final Engine engine, final long seed) {
		final SearchSpace space = new SearchSpace(IntStream.range(0, dimension).mapToObj(
			i -> Parameter.of("x" + i, "", 0, 1, false)).toList());
		return new Study(space, List.of(new Objective("f1", "", Link.identity(), reference[0]),
			new Objective("f2", "", Link.identity(), reference[1])), engine, seed);
	}

	/** Asks for and evaluates trials until the study has that many evaluations. */
	Study run(final Study study, final int evaluations) {
		while (study.evaluations().size() < evaluations) {
			final Trial trial = study.ask();
			study.tell(trial, Observation.of(function.apply(trial.unit())), 0);
		}
		return study;
	}

	/** The part of the greatest hypervolume that a study has reached. */
	double fraction(final Study study) {
		return study.hypervolume() / maximum;
	}

	static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return 0.5 * (sorted[n / 2] + sorted[(n - 1) / 2]);
	}

	private static double[] braninCurrin(final double[] u) {
		final double x = 15 * u[0] - 5, y = 15 * u[1];
		final double t = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
		final double branin = t * t + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
		final double a = u[0], b = u[1];
		final double front = b == 0 ? 1 : 1 - Math.exp(-1 / (2 * b));
		final double currin = front * (2300 * a * a * a + 1900 * a * a + 2092 * a + 60) / (100 * a *
			a * a + 500 * a * a + 4 * a + 20);
		return new double[] { branin, currin };
	}

	private static double[] zdt(final double[] x, final Shape shape) {
		final double rest = Arrays.stream(x).skip(1).sum();
		final double g = 1 + 9 * rest / (x.length - 1);
		return new double[] { x[0], g * shape.of(x[0], g) };
	}

	private static double[] dtlz2(final double[] x) {
		final double g = Arrays.stream(x).skip(1).map(v -> (v - 0.5) * (v - 0.5)).sum();
		final double angle = 0.5 * Math.PI * x[0];
		return new double[] { (1 + g) * Math.cos(angle), (1 + g) * Math.sin(angle) };
	}
}
