package sc.fiji.rewardanalysis.core.optimize;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * How good the engines are: the fraction of the greatest hypervolume that they reach
 * on the {@link Problems}, over seeds, and what a proposal costs.
 * <p>
 * Arguments: number of seeds (10), number of evaluations (40).
 */
public final class OptimizerStudy {

	private OptimizerStudy() {}

	public static void main(final String[] args) {
		final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
		final int evaluations = args.length > 1 ? Integer.parseInt(args[1]) : 40;
		printFractions(System.out, seeds, evaluations);
		printCost(System.out, 60);
		printCost(System.out, 100);
	}

	private static void printFractions(final PrintStream out, final int seeds,
		final int evaluations)
	{
		out.printf(Locale.ROOT, "Fraction of the greatest hypervolume, %d evaluations, %d seeds%n",
			evaluations, seeds);
		out.printf("%-14s %8s %8s %8s %8s %8s%n", "problem", "median", "least", "most", "sobol",
			"random");
		for (final Problems problem : Problems.values()) {
			final double[] bayes = fractions(problem, new BayesianEngine(), seeds, evaluations);
			out.printf(Locale.ROOT, "%-14s %8.4f %8.4f %8.4f %8.4f %8.4f%n", problem, Problems
				.median(bayes), Arrays.stream(bayes).min().orElse(0), Arrays.stream(bayes).max().orElse(
					0), Problems.median(fractions(problem, new SobolEngine(), seeds, evaluations)), Problems
						.median(fractions(problem, new RandomEngine(), seeds, evaluations)));
		}
	}

	private static double[] fractions(final Problems problem, final Engine engine,
		final int seeds, final int evaluations)
	{
		final double[] fractions = new double[seeds];
		Arrays.setAll(fractions, seed -> problem.fraction(problem.run(problem.study(engine, seed),
			evaluations)));
		return fractions;
	}

	/** Median time of the proposals about the n-th, of a warm virtual machine. */
	private static void printCost(final PrintStream out, final int n) {
		for (final Problems problem : new Problems[] { Problems.BRANIN_CURRIN, Problems.ZDT1,
			Problems.DTLZ2 })
		{
			final Study study = problem.run(problem.study(new BayesianEngine(), 1), n - 12);
			final double[] milliseconds = new double[24];
			for (int i = 0; i < milliseconds.length; i++) {
				final long start = System.nanoTime();
				new BayesianEngine().propose(study);
				milliseconds[i] = 1e-6 * (System.nanoTime() - start);
				problem.run(study, study.evaluations().size() + 1);
			}
			out.printf(Locale.ROOT, "%-14s n = %3d: median %.1f ms, mean %.1f ms a proposal%n", problem,
				n, Problems.median(milliseconds), Arrays.stream(milliseconds).average().orElse(0));
		}
	}
}
