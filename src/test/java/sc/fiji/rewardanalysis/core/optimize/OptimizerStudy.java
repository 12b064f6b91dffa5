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

package sc.fiji.rewardanalysis.core.optimize;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import sc.fiji.rewardanalysis.MarkedDocument;
import sc.fiji.rewardanalysis.Quantiles;

/**
 * How good the engines are: the fraction of the greatest hypervolume that they reach on
 * the {@link Problems} in 20, 40 and 60 evaluations, over seeds, beside what other
 * programs reach.
 * <p>
 * Arguments: number of seeds (10); problems by name with commas between, or {@code all};
 * engines likewise; a document whose part {@code optimizer-study} is to be replaced by
 * the tables.
 */
public final class OptimizerStudy {

	private static final int[] EVALUATIONS = { 20, 40, 60 };
	private static final int COMPARED = 1, THREADS = 2;

	/** None of the seeds from here on was looked at while the engine was made. */
	private static final int FIRST_SEED = 3000;

	/** The fractions of each seed, at each number of evaluations. */
	private record Runs(Problems problem, Contestant contestant, double[][] fractions) {

		double[] at(final int column) {
			return Arrays.stream(fractions).mapToDouble(f -> f[column]).sorted().toArray();
		}

		String cell(final int column) {
			return Quantiles.text(at(column));
		}
	}

	private OptimizerStudy() {}

	public static void main(final String[] args) throws InterruptedException, ExecutionException {
		final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
		final Set<Problems> problems = chosen(Problems.class, args.length > 1 ? args[1] : "all");
		final Set<Contestant> contestants = chosen(Contestant.class, args.length > 2 ? args[2] : "all");
		final List<Runs> runs = new ArrayList<>();
		final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			for (final Problems problem : problems)
				for (final Contestant contestant : contestants)
					runs.add(shown(runs(executor, problem, contestant, seeds), System.err));
		}
		finally {
			executor.shutdown();
		}
		final String tables = tables(runs, seeds);
		System.out.println(tables);
		if (args.length > 3) MarkedDocument.replace(Path.of(args[3]), "optimizer-study", tables);
	}

	private static <E extends Enum<E>> Set<E> chosen(final Class<E> type, final String names) {
		if (names.equals("all")) return EnumSet.allOf(type);
		final Set<E> chosen = EnumSet.noneOf(type);
		for (final String name : names.split(","))
			chosen.add(Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT)));
		return chosen;
	}

	private static Runs runs(final ExecutorService executor, final Problems problem,
		final Contestant contestant, final int seeds) throws InterruptedException, ExecutionException
	{
		final List<Future<double[]>> futures = new ArrayList<>();
		for (int seed = 0; seed < seeds; seed++) {
			final int s = FIRST_SEED + seed;
			futures.add(executor.submit(() -> fractions(problem, contestant.engine(), s)));
		}
		final double[][] fractions = new double[seeds][];
		for (int seed = 0; seed < seeds; seed++)
			fractions[seed] = futures.get(seed).get();
		return new Runs(problem, contestant, fractions);
	}

	/** One run of as many evaluations as the most, read on the way. */
	private static double[] fractions(final Problems problem, final Engine engine,
		final long seed)
	{
		final double[] trace = problem.run(problem.study(engine, seed),
			EVALUATIONS[EVALUATIONS.length - 1]).hypervolumeTrace();
		return Arrays.stream(EVALUATIONS).mapToDouble(n -> trace[n - 1] / problem.maximum).toArray();
	}

	/** What is there so far, for those who wait. */
	private static Runs shown(final Runs runs, final PrintStream out) {
		out.println(runs.problem + " " + runs.contestant.title + " " + runs.cell(COMPARED));
		return runs;
	}

	private static String tables(final List<Runs> runs, final int seeds) {
		return comparison(runs, seeds) + "\n" + all(runs, seeds);
	}

	/** Our engine beside the others, after 40 evaluations. */
	private static String comparison(final List<Runs> runs, final int seeds) {
		final StringBuilder text = new StringBuilder();
		text.append(String.format(Locale.ROOT,
			"Fraction of the greatest hypervolume after %d evaluations. This project: median (quartiles) of %d seeds, none of which was looked at while the engine was made, and the least median that is asked for. Others: mean ± standard deviation of fewer seeds.%n%n",
			EVALUATIONS[COMPARED], seeds));
		text.append("| problem | this project, Bayesian | asked for | " + String.join(" | ",
			PeerFigures.TITLES) + " |\n|" + "---|".repeat(3 + PeerFigures.TITLES.size()) + "\n");
		int asked = 0, met = 0;
		for (final Runs r : runs) {
			if (r.contestant != Contestant.BAYESIAN) continue;
			final PeerFigures peers = PeerFigures.of(r.problem);
			final boolean isAsked = !Double.isNaN(peers.required());
			final boolean isBelow = isAsked && Quantiles.of(r.at(COMPARED), 0.5) < peers.required();
			asked += isAsked ? 1 : 0;
			met += isAsked && !isBelow ? 1 : 0;
			text.append("| " + r.problem.title() + " | " + r.cell(COMPARED) + (isBelow ? " **below**" : "") +
				" | " + (isAsked ? String.format(Locale.ROOT, "%.3f", peers.required()) : "–") + " | " +
				String.join(" | ", peers.columns()) + " |\n");
		}
		return asked == 0 ? "" : text + String.format("%n%d of %d medians are what is asked for.%n", met,
			asked);
	}

	private static String all(final List<Runs> runs, final int seeds) {
		final List<Contestant> contestants = runs.stream().map(Runs::contestant).distinct().toList();
		final StringBuilder text = new StringBuilder();
		text.append(String.format(
			"The engines of this project, median (quartiles) of %d seeds:%n%n| problem | evaluations |",
			seeds));
		contestants.forEach(c -> text.append(" " + c.title + " |"));
		text.append("\n|" + "---|".repeat(2 + contestants.size()) + "\n");
		for (final Problems problem : runs.stream().map(Runs::problem).distinct().toList())
			for (int i = 0; i < EVALUATIONS.length; i++) {
				final StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
				row.add(i == 0 ? problem.title() : "").add("" + EVALUATIONS[i]);
				for (final Runs r : runs)
					if (r.problem == problem) row.add(r.cell(i));
				text.append(row);
			}
		return text.toString();
	}
}
