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

package sc.fiji.rewardanalysis.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.RandomAccess;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Course;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;
import sc.fiji.rewardanalysis.core.workflow.atoms.FollowedSearch;

/**
 * What following the last frame's solution costs and what it finds, beside a search of each frame
 * that knows nothing: series of simulated frames which drift, blur, darken and have new noise each.
 * The ways take turns on each frame. Prints a table in Markdown: medians of times in ms, means of
 * processors' time and of rewards.
 * <p>
 * Usage: {@code java -Xmx3g … FollowedTimings [FRAMES [BAYESIAN [SIZE [CRYSTAL,… [NOISE,…]]]]]}, of
 * which BAYESIAN frames are searched by the Bayesian search, and refined, too
 */
public final class FollowedTimings {

	private static final double PIXEL_SIZE = 0.015;

	/** Drift, px a frame. */
	private static final int DRIFT_X = 2, DRIFT_Y = 1;

	/** From the first frame to the last the peaks' width grows and their height falls so much. */
	private static final double BLUR = 1.15, FADE = 0.7;

	/** The papers' number of evaluations. */
	private static final int EVALUATIONS = 60;

	private final PrintStream out = System.out;
	private final int frames, bayesian, size;

	private FollowedTimings(final int frames, final int bayesian, final int size) {
		this.frames = frames;
		this.bayesian = bayesian;
		this.size = size;
	}

	/** A frame with its truth, px. */
	private record Frame(ArrayImg<FloatType, FloatArray> image, List<Column> columns) {}

	/** What one way did with one frame; times in ms, that of processors until the atoms are known. */
	private record Sample(double task, double search, double pick, double refine, double processors,
		double qc, double er, double f1, int atoms)
	{

		double untilAtoms() {
			return task + search + pick;
		}
	}

	public static void main(final String... args) {
		final int frames = args.length > 0 ? Integer.parseInt(args[0]) : 30;
		final int bayesian = args.length > 1 ? Integer.parseInt(args[1]) : 5;
		final int size = args.length > 2 ? Integer.parseInt(args[2]) : 512;
		final String crystals = args.length > 3 ? args[3]
			: "YBa2Cu3O7-100,SrTiO3-001,DyScO3-110,Si-110";
		final String noises = args.length > 4 ? args[4] : "0.1,0.3,0.6";
		new FollowedTimings(frames, bayesian, size).run(crystals.split(","), noises.split(","));
	}

	private void run(final String[] crystals, final String[] noises) {
		// Compiled code, before anything is measured.
		series(Lattices.get(crystals[0]), 0.1, 8, 1);
		out.println("| " + size +
			"² | way | task | search | pick | until atoms | of exact | of Bayesian | processors | of exact | of Bayesian | refinement | QC | ER | F1 | atoms |");
		out.println("|" + "---|".repeat(16));
		final List<String> courses = new ArrayList<>();
		for (final String crystal : crystals)
			for (final String noise : noises) {
				final Series series = series(Lattices.get(crystal), Double.parseDouble(noise), frames,
					bayesian);
				final String name = crystal + ", noise " + noise;
				print(name, "exact", series.exact, series);
				print(name, "Bayesian, " + EVALUATIONS, series.bayesian, series);
				print(name, "followed", series.followed, series);
				courses.add(name + ": " + series.courses + "; " + series.worse);
			}
		out.println();
		courses.forEach(out::println);
	}

	/** What all ways did with a series, without its first frame, which nobody can follow. */
	private static final class Series {

		private final List<Sample> exact = new ArrayList<>(), bayesian = new ArrayList<>(),
				followed = new ArrayList<>();
		private final Map<Course, Integer> courses = new EnumMap<>(
			Course.class);
		private String worse = "";
	}

	private Series series(final Lattice lattice, final double noise, final int n, final int slow) {
		final Series series = new Series();
		final AtomFindingSettings settings = AtomFindingSettings.of(lattice, PIXEL_SIZE);
		final Frame first = frame(lattice, noise, 0, n);
		AtomFindingTask last = task(first, settings);
		final SearchResult begun = last.search().run(SearchEngine.EXACT, new StopRule(EVALUATIONS, false),
			1, Progress.NONE);
		Earlier earlier = Earlier.of(last, begun, picked(last, begun), "frame 1");
		double most = 0;
		int over = 0;
		for (int i = 1; i < n; i++) {
			final Frame frame = frame(lattice, noise, i, n);
			series.exact.add(cold(frame, settings, SearchEngine.EXACT, i <= slow));
			if (i <= slow) series.bayesian.add(cold(frame, settings, SearchEngine.BAYESIAN, true));
			final long start = System.nanoTime(), used = processors();
			final AtomFindingTask next = last.next(frame.image, Progress.NONE);
			final double made = since(start);
			final FollowedSearch.Outcome outcome = new FollowedSearch(next, earlier, Pick.EUCLIDEAN).run(
				Progress.NONE);
			final double searched = since(start);
			final Evaluation picked = picked(outcome.task(), outcome.result());
			series.followed.add(sample(frame, outcome.task(), picked, made, searched - made,
				used, i <= slow));
			earlier = outcome.earlier(picked, "frame " + (i + 1));
			last = outcome.task();
			series.courses.merge(outcome.course(), 1, Integer::sum);
			final Sample a = series.exact.get(i - 1), b = series.followed.get(i - 1);
			final double behind = (Math.hypot(b.qc, b.er) - Math.hypot(a.qc, a.er)) * last.physics()
				.expectedJudged();
			most = Math.max(most, behind);
			if (behind > 1 + 1e-6) over++;
		}
		series.worse = String.format(Locale.ROOT,
			"errors larger than the exact search's by more than an atom in %d of %d frames, by %.1f atoms at most",
			over, n - 1, most);
		return series;
	}

	private static AtomFindingTask task(final Frame frame, final AtomFindingSettings settings) {
		return new AtomFindingTask(frame.image, Area.image((int) frame.image.dimension(0), (int) frame.image.dimension(
			1)), settings, Progress.NONE);
	}

	private static Evaluation picked(final AtomFindingTask task, final SearchResult result) {
		return task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow();
	}

	private static Sample cold(final Frame frame, final AtomFindingSettings settings,
		final SearchEngine engine, final boolean refined)
	{
		final long start = System.nanoTime(), used = processors();
		final AtomFindingTask task = task(frame, settings);
		final double made = since(start);
		final SearchResult result = task.search().run(engine, new StopRule(EVALUATIONS, false), 1,
			Progress.NONE);
		return sample(frame, task, picked(task, result), made, since(start) - made,
			used, refined);
	}

	private static Sample sample(final Frame frame, final AtomFindingTask task, final Evaluation picked,
		final double made, final double searched, final long used, final boolean refine)
	{
		long start = System.nanoTime();
		final AtomSolution solution = task.solution(picked, Progress.NONE);
		final double found = since(start), time = (processors() - used) * 1e-6;
		start = System.nanoTime();
		if (refine) Refiner.refine(frame.image, solution.preparation().contrast(), solution.atoms().atoms(),
			Refinement.GAUSSIAN, new FitOptions(false, true), Progress.NONE);
		final double refined = refine ? since(start) : Double.NaN;
		final double f1 = Matching.match(solution.atoms().atoms(), frame.columns, 0.05 / PIXEL_SIZE, task
			.physics().counted()).f1();
		return new Sample(made, searched, found, refined, time, picked.objectives()[0], picked
			.objectives()[1], f1, solution.atoms().atoms().size());
	}

	/** Time of all processors that this program has used, ns: it tells more where others use them too. */
	private static long processors() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	private static double since(final long start) {
		return (System.nanoTime() - start) * 1e-6;
	}

	/** A part of one specimen that moves, blurs and fades; noise of its own. */
	private Frame frame(final Lattice lattice, final double noise, final int i, final int n) {
		final double progress = (double) i / Math.max(1, n - 1), blur = 1 + (BLUR - 1) * progress;
		final int x0 = DRIFT_X * i, y0 = DRIFT_Y * i;
		final SimulatedImage scene = ImageSimulator.simulate(SimulationParameters.builder(lattice).size(
			size + DRIFT_X * n, size + DRIFT_Y * n).pixelSize(PIXEL_SIZE).sigma(0.045 * blur, 0.06 * blur)
			.rotation(3).thermalDisplacement(0.005).noise(0).seed(7).build(), Progress.NONE);
		final RandomAccess<FloatType> access = scene.image().randomAccess();
		final float[] pixels = new float[size * size];
		final Random random = new Random(1000 + i);
		final double height = 1 - (1 - FADE) * progress;
		for (int p = 0; p < pixels.length; p++)
			pixels[p] = (float) (height * access.setPositionAndGet(x0 + p % size, y0 + p / size).get() +
				noise * random.nextGaussian());
		return new Frame(ArrayImgs.floats(pixels, size, size), scene.columns().stream().map(c -> moved(c,
			-x0, -y0)).toList());
	}

	private static Column moved(final Column c, final double x, final double y) {
		return new Column(c.x() + x, c.y() + y, c.species(), c.amplitude(), c.sigma(), c.disordered());
	}

	private void print(final String name, final String way, final List<Sample> samples,
		final Series series)
	{
		if (samples.isEmpty()) return;
		out.println(String.format(Locale.ROOT,
			"| %s | %s | %.1f | %.1f | %.1f | %.1f | %s | %s | %.0f | %s | %s | %.0f | %.4f | %.4f | %.4f | %.0f |",
			name, way, median(samples, Sample::task), median(samples, Sample::search), median(samples,
				Sample::pick), median(samples, Sample::untilAtoms), share(samples, series.exact,
					Sample::untilAtoms), share(samples, series.bayesian, Sample::untilAtoms), mean(samples,
						Sample::processors), meanShare(samples, series.exact), meanShare(samples,
							series.bayesian), median(samples, Sample::refine), mean(samples,
								Sample::qc), mean(samples, Sample::er), mean(samples, Sample::f1), mean(samples,
									Sample::atoms)));
	}

	private static String share(final List<Sample> of, final List<Sample> whole,
		final ToDoubleFunction<Sample> time)
	{
		return whole.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * median(of, time) / median(
			whole, time));
	}

	/** Of processors' time, whose clock is coarse. */
	private static String meanShare(final List<Sample> of, final List<Sample> whole) {
		return whole.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * mean(of,
			Sample::processors) / mean(whole, Sample::processors));
	}

	private static double median(final List<Sample> samples, final ToDoubleFunction<Sample> what) {
		final double[] values = samples.stream().mapToDouble(what).filter(Double::isFinite).toArray();
		Arrays.sort(values);
		return values.length == 0 ? Double.NaN : values[values.length / 2];
	}

	private static double mean(final List<Sample> samples, final ToDoubleFunction<Sample> what) {
		return samples.stream().mapToDouble(what).average().orElse(Double.NaN);
	}
}
