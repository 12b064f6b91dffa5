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

package sc.fiji.rewardanalysis.validation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

import com.sun.management.OperatingSystemMXBean;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.Window;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSearch;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSize;

/**
 * Sliding windows against one setting for all of the image, on simulated images whose columns
 * are known: the tables of {@code docs/windows.md}, on standard output. Usage: {@code
 * WindowStudy [seeds] [size_px] [first_seed]}, with 0 seeds the costs alone; the rules were
 * chosen on the images of seeds 1 to 3.
 */
public final class WindowStudy {

	/** A crystal as it is imaged; matches are within the tolerance, nm. */
	private record Crystal(String name, double pixel, double sigma, double blur, double tolerance) {}

	private static final List<Crystal> CRYSTALS = List.of(new Crystal("Si-110", 0.01, 0.035, 0.05,
		0.04), new Crystal("YBa2Cu3O7-100", 0.015, 0.05, 0.08, 0.05));

	private record Kind(String name, UnaryOperator<SimulationParameters.Builder> of) {}

	/** A run of both. */
	private record Run(Crystal crystal, String kind, Match whole, Match windows, WindowResult result,
		List<double[]> judged)
	{}

	/** Atoms of a window with a lower F1 need to be looked at. */
	private static final double BAD = 0.95;

	private static final double[] LIMITS = { 0.95, 0.98, 0.99, 0.995, 0.999 };

	private final PrintStream out;
	private final int seeds, size, first;

	private WindowStudy(final PrintStream out, final int seeds, final int size, final int first) {
		this.out = out;
		this.seeds = seeds;
		this.size = size;
		this.first = first;
	}

	public static void main(final String... args) {
		final int[] numbers = { 3, 512, 4 };
		for (int i = 0; i < args.length; i++)
			numbers[i] = Integer.parseInt(args[i]);
		final WindowStudy study = new WindowStudy(System.out, numbers[0], numbers[1], numbers[2]);
		if (numbers[0] > 0) study.accuracy();
		study.cost();
	}

	private static List<Kind> kinds(final Crystal c) {
		return List.of(new Kind("the same everywhere", b -> b.noise(0.2)), new Kind(
			"noise 0.02 to 0.98", b -> b.noise(0.5).noiseGradient(0.95)), new Kind(
				"thickness 0.6, noise 0.02 to 0.78", b -> b.thicknessGradient(0.6).noise(0.4).noiseGradient(
					0.95)), new Kind("tilt: blur 0 to " + c.blur + " nm, noise 0.1", b -> b.defocusGradient(
						c.blur).noise(0.1)), new Kind("tilt, noise 0.02 to 0.58", b -> b.defocusGradient(c.blur)
							.noise(0.3).noiseGradient(0.95)));
	}

	private SimulatedImage image(final Crystal c, final Kind kind, final long seed) {
		return ImageSimulator.simulate(kind.of.apply(SimulationParameters.builder(Lattices.get(c.name)).size(
			size, size).pixelSize(c.pixel).sigma(c.sigma, c.sigma).seed(seed)).build(), Progress.NONE);
	}

	private static AtomFindingTask task(final Crystal c,
		final RandomAccessibleInterval<FloatType> image)
	{
		return new AtomFindingTask(image, Area.image((int) image.dimension(0), (int) image.dimension(1)),
			AtomFindingSettings.of(Lattices.get(c.name), c.pixel), Progress.NONE);
	}

	private static Evaluation solution(final AtomFindingTask task, final SearchEngine engine) {
		return task.pick(task.search().run(engine, new StopRule(60, false), 1, Progress.NONE).study(),
			Pick.EUCLIDEAN).orElseThrow();
	}

	private static WindowResult windows(final AtomFindingTask task, final Evaluation solution,
		final SearchEngine engine, final boolean warm)
	{
		final Area area = task.validArea().area();
		final WindowGrid grid = WindowSize.of(task.settings().lattice(), task.physics().pixelSize(), area, 0,
			0).grid(area);
		return new WindowSearch(task, solution, grid, new WindowSettings(engine, 60, warm, Pick.EUCLIDEAN,
			1), Progress.NONE).run(WindowLog.NONE, Progress.NONE);
	}

	private Match match(final List<Blob> atoms, final SimulatedImage image, final Crystal c,
		final Area area)
	{
		return Matching.match(atoms, image.columns(), c.tolerance / c.pixel, area);
	}

	private Run run(final Crystal c, final Kind kind, final long seed) {
		final SimulatedImage image = image(c, kind, seed);
		final AtomFindingTask task = task(c, image.image());
		final Evaluation solution = solution(task, SearchEngine.EXACT);
		final WindowResult result = windows(task, solution, SearchEngine.EXACT, true);
		final Area counted = Area.image(size, size).inset(0.1 / c.pixel);
		final List<double[]> judged = new ArrayList<>();
		for (final WindowOutcome o : result.outcomes())
			judged.add(new double[] { o.confidence().value(), match(o.atoms(), image, c, o.window().area()
				.inset(0.1 / c.pixel)).f1() });
		return new Run(c, kind.name, match(task.solution(solution, Progress.NONE).atoms().atoms(), image, c,
			counted), match(result.blobs(), image, c, counted), result, judged);
	}

	private void accuracy() {
		out.println("| crystal | image | F1 whole | F1 windows | false alarms | misses | RMSD (pm) | own |\n" +
			"|---|---|---|---|---|---|---|---|");
		final List<Run> all = new ArrayList<>();
		for (final Crystal c : CRYSTALS)
			for (final Kind kind : kinds(c)) {
				final List<Run> runs = new ArrayList<>();
				for (int seed = first; seed < first + seeds; seed++)
					runs.add(run(c, kind, seed));
				all.addAll(runs);
				out.println(String.format(Locale.ROOT,
					"| %s | %s | %.4f | %.4f | %.1f → %.1f | %.1f → %.1f | %.1f → %.1f | %.0f %% |", c.name, kind.name,
					mean(runs, r -> r.whole.f1()), mean(runs, r -> r.windows.f1()), mean(runs, r -> r.whole
						.falsePositives()), mean(runs, r -> r.windows.falsePositives()), mean(runs, r -> r.whole
							.falseNegatives()), mean(runs, r -> r.windows.falseNegatives()), mean(runs, r -> 1e3 *
								c.pixel * r.whole.rmsd()), mean(runs, r -> 1e3 * c.pixel * r.windows.rmsd()), mean(
									runs, r -> 100.0 * r.result.from(Source.OWN) / r.result.outcomes().size())));
			}
		final long better = all.stream().filter(r -> r.windows.f1() > r.whole.f1()).count(), worse = all
			.stream().filter(r -> r.windows.f1() < r.whole.f1()).count();
		out.println("\nOf " + all.size() + " images " + better + " are better in windows, " + worse +
			" worse, the others the same.");
		confidence(all);
	}

	private static double mean(final List<Run> runs, final ToDoubleFunction<Run> of) {
		return runs.stream().mapToDouble(of).average().orElseThrow();
	}

	private void confidence(final List<Run> all) {
		final List<double[]> judged = all.stream().flatMap(r -> r.judged.stream()).filter(v -> !Double.isNaN(
			v[0])).sorted(Comparator.comparingDouble(v -> v[0])).toList();
		final double rank = new SpearmansCorrelation().correlation(judged.stream().mapToDouble(v -> v[0])
			.toArray(), judged.stream().mapToDouble(v -> v[1]).toArray());
		out.println(String.format(Locale.ROOT, "\nConfidence of %d windows against their true F1: rank correlation %.2f.\n\n" +
			"| quarter by confidence | confidence | true F1, mean | least |\n|---|---|---|---|", judged.size(),
			rank));
		for (int q = 0; q < 4; q++) {
			final List<double[]> part = judged.subList(q * judged.size() / 4, (q + 1) * judged.size() / 4);
			out.println(String.format(Locale.ROOT, "| %d | %.3f to %.3f | %.3f | %.3f |", q + 1, part.get(0)[0],
				part.get(part.size() - 1)[0], part.stream().mapToDouble(v -> v[1]).average().orElseThrow(), part
					.stream().mapToDouble(v -> v[1]).min().orElseThrow()));
		}
		doubt(judged);
	}

	/** What a limit of confidence would have told of windows whose F1 is below {@link #BAD}. */
	private void doubt(final List<double[]> judged) {
		final long bad = judged.stream().filter(v -> v[1] < BAD).count();
		out.println(String.format(Locale.ROOT, "\nF1 is below %.2f in %d windows.\n\n" +
			"| confidence below | windows | of them with F1 below %.2f | not told |\n|---|---|---|---|", BAD, bad,
			BAD));
		for (final double limit : LIMITS) {
			final List<double[]> below = judged.stream().filter(v -> v[0] < limit).toList();
			final long told = below.stream().filter(v -> v[1] < BAD).count();
			out.println(String.format(Locale.ROOT, "| %.3f | %d | %d | %d |", limit, below.size(), told, bad -
				told));
		}
	}

	/** What sharing and warm starts save, on the third kind of image. */
	private void cost() {
		out.println("\n| crystal | search | windows | evaluations | error, mean | pixels filtered | CPU seconds |\n" +
			"|---|---|---|---|---|---|---|");
		for (final Crystal c : CRYSTALS) {
			final SimulatedImage image = image(c, kinds(c).get(2), first);
			final AtomFindingTask task = task(c, image.image());
			final Evaluation solution = solution(task, SearchEngine.EXACT);
			for (int round = 0; round < 2; round++) {
				// The first one warms Java up.
				final PrintStream to = round == 1 ? out : new PrintStream(PrintStream.nullOutputStream());
				apart(c, image, windows(task, solution, SearchEngine.EXACT, true).grid(), to);
				shared(c, task, solution, SearchEngine.EXACT, true, "exact, shared", to);
				shared(c, task, solution, SearchEngine.BAYESIAN, false, "Bayesian, cold", to);
				shared(c, task, solution, SearchEngine.BAYESIAN, true, "Bayesian, warm", to);
			}
		}
	}

	private void shared(final Crystal c, final AtomFindingTask task, final Evaluation solution,
		final SearchEngine engine, final boolean warm, final String name, final PrintStream to)
	{
		final long start = cpu();
		final WindowResult result = windows(task, solution, engine, warm);
		line(to, c, name, result.outcomes().size(), result.outcomes().stream().mapToInt(
			WindowOutcome::evaluations).sum(), result.outcomes().stream().mapToDouble(o -> Math.hypot(o
				.objective(0), o.objective(1))).average().orElseThrow(), (double) size * size, start);
	}

	/** Each window as an image of its own, with the rim that its kernels need. */
	private void apart(final Crystal c, final SimulatedImage image, final WindowGrid grid,
		final PrintStream to)
	{
		final long start = cpu();
		double pixels = 0, errors = 0;
		int evaluations = 0;
		final int rim = (int) Math.ceil(4 * 0.5 * Lattices.get(c.name).nearestDistance() / c.pixel);
		for (final Window w : grid.windows()) {
			final long[] min = { Math.max(0, w.x() - rim), Math.max(0, w.y() - rim) }, max = { Math.min(size, w
				.x() + w.width() + rim) - 1, Math.min(size, w.y() + w.height() + rim) - 1 };
			final AtomFindingTask own = task(c, Views.zeroMin(Views.interval(image.image(), min, max)));
			final var study = own.search().run(SearchEngine.EXACT, new StopRule(60, false), 1, Progress.NONE)
				.study();
			final double[] e = own.pick(study, Pick.EUCLIDEAN).orElseThrow().objectives();
			evaluations += study.evaluations().size();
			errors += Math.hypot(e[0], e[1]);
			pixels += (max[0] - min[0] + 1.0) * (max[1] - min[1] + 1);
		}
		line(to, c, "exact, apart", grid.windows().size(), evaluations, errors / grid.windows().size(), pixels,
			start);
	}

	/** Of all threads, so that other work on the machine isn't in it; ns. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static void line(final PrintStream to, final Crystal c, final String name, final int windows,
		final int evaluations, final double error, final double pixels, final long start)
	{
		to.println(String.format(Locale.ROOT, "| %s | %s | %d | %d | %.4f | %.2f Mpx a plane | %.1f |", c.name,
			name, windows, evaluations, error, pixels / 1e6, (cpu() - start) * 1e-9));
	}
}
