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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.MarkedDocument;
import sc.fiji.rewardanalysis.Quantiles;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Hypervolume;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * How near the Bayesian search comes to the exact front of atom finding: its hypervolume
 * after 20, 40 and 60 evaluations over that of the exact front, over seeds, for simulated
 * and real images. The exact front is exact at ten ladders of scales only, so that a
 * search of all scales may exceed it. Where no error at all is possible, the exact
 * hypervolume is 1, and any engine reaches it that hits the place.
 * <p>
 * Usage: {@code OwnProblemStudy [seeds] [folder of real images] [document]}: what stands
 * in the document's part {@code own-problem} is replaced.
 */
public final class OwnProblemStudy {

	private static final int[] EVALUATIONS = { 20, 40, 60 };
	private static final int COMPARED = 1, THREADS = 2;
	private static final double ASKED = 0.98;
	private static final double[] REFERENCE = { 1, 1 };

	/** Errors that nobody would take: nearer to what matters, where the hypervolume is nearly 1. */
	private static final double[] STRICT = { 0.05, 0.05 };

	/** A pixel size that is wrong by this factor is no error that users may not make. */
	private static final double WRONG = 1.3;

	/** What is searched: anew for each run, since tasks remember. */
	private record Problem(String name, Supplier<AtomFindingTask> task) {}

	/** A real image, and the side of the square in its middle that is analysed, px. */
	private record Real(String file, String lattice, double pixelSize, int side) {}

	private OwnProblemStudy() {}

	public static void main(final String... args) throws Exception {
		final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
		final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
			"Hypervolume after 20, 40 and 60 evaluations of the Bayesian engine over that of the exact front, median (quartiles) of %d seeds, reference (1, 1). At least %.2f after 40 is asked for. Where the exact front is a single point without errors the row is trivial: one lucky evaluation is all there is to find; where it is a single other point, nearly so. The exact hypervolume is near 1 for all images, so the last column measures from (%.2f, %.2f), after 40: all worse errors are worth nothing there. The exact front is that of a few settings of the sigmas, over all thresholds and overlaps; the search may choose any sigma in between, and where it finds a better one the value is above 1.%n%n",
			seeds, ASKED, STRICT[0], STRICT[1]));
		text.append(
			"| image | count error | least QC, ER | exact hypervolume | 20 | 40 | 60 | exact front | 40, strictly |\n|" + "---|"
				.repeat(9) + "\n");
		final List<String> missing = new ArrayList<>();
		final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			for (final Problem problem : problems(args.length > 1 ? Path.of(args[1]) : null, missing)) {
				final String row = row(executor, problem, seeds);
				System.err.println(row);
				text.append(row).append('\n');
			}
		}
		finally {
			executor.shutdown();
		}
		missing.forEach(m -> text.append("\n" + m + "\n"));
		System.out.println(text);
		if (args.length > 2) MarkedDocument.replace(Path.of(args[2]), "own-problem", text.toString());
	}

	private static List<Problem> problems(final Path folder, final List<String> missing) {
		final List<Problem> problems = new ArrayList<>();
		final Map<String, SimulatedImage> simulated = new LinkedHashMap<>();
		for (final String name : List.of("ybco-noise0.3", "srtio3", "si110-drift"))
			simulated.put(name, ImageSimulator.simulate(SampleData.samples().get(name), Progress.NONE));
		simulated.put("ybco, noise 0.6", LogStarStudy.image(256, 0.6, 1));
		simulated.forEach((name, image) -> add(problems, name + ", simulated", image.image(), image
			.parameters().lattice().name(), image.parameters().pixelSize()));
		// Nothing fits then, so that errors have to be traded.
		simulated.forEach((name, image) -> add(problems, name + ", simulated, pixel size 30 % too large",
			image.image(), image.parameters().lattice().name(), WRONG * image.parameters().pixelSize()));
		for (final Real real : List.of(new Real("openNCEM_SrTiO3.tif", "SrTiO3-001", 0.0100127, 512),
			new Real("ai4stem_Fe_bcc_100.tif", "Fe-100", 0.01245, 512)))
		{
			final Path file = folder == null ? null : folder.resolve(real.file);
			if (file == null || !Files.exists(file)) missing.add("Left out: " + real.file +
				", which is not there.");
			else add(problems, real.file, pixels(file, real.side), real.lattice, real.pixelSize);
		}
		return problems;
	}

	private static RandomAccessibleInterval<FloatType> pixels(final Path file, final int side) {
		final ImagePlus image = IJ.openImage(file.toString());
		image.setRoi((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
		return AnalysedImage.of(image).pixels();
	}

	private static void add(final List<Problem> problems, final String name,
		final RandomAccessibleInterval<FloatType> image, final String lattice, final double pixelSize)
	{
		final Area area = Area.image((int) image.dimension(0), (int) image.dimension(1));
		for (final CountRule rule : CountRule.values()) {
			final AtomFindingSettings s = AtomFindingSettings.of(Lattices.get(lattice), pixelSize);
			final AtomFindingSettings settings = new AtomFindingSettings(s.lattice(), s.pixelSize(), s
				.preparation(), s.normalization(), rule, s.dsFraction(), s.pixelTolerance(), s.numSigma(),
				null, null, null, null);
			problems.add(new Problem(name + " | " + rule.name().toLowerCase(Locale.ROOT),
				() -> new AtomFindingTask(image, area, settings, Progress.NONE)));
		}
	}

	private static String row(final ExecutorService executor, final Problem problem,
		final int seeds) throws Exception
	{
		final ExactFront exact = problem.task.get().search().run(SearchEngine.EXACT, new StopRule(1,
			false), 0, Progress.NONE).report().exact();
		final double most = exact.hypervolume(REFERENCE);
		final double qc = exact.points().stream().mapToDouble(ExactFront.Point::countError).min()
			.orElseThrow(), er = exact.points().stream().mapToDouble(ExactFront.Point::spacingError).min()
				.orElseThrow();
		final List<Future<double[]>> futures = new ArrayList<>();
		for (int seed = 0; seed < seeds; seed++) {
			final long s = seed;
			final Callable<double[]> run = () -> fractions(problem.task.get(), s, exact);
			futures.add(executor.submit(() -> Parallelization.runSingleThreaded(run)));
		}
		final double[][] fractions = new double[seeds][];
		for (int i = 0; i < seeds; i++)
			fractions[i] = futures.get(i).get();
		final boolean below = median(fractions, COMPARED) < ASKED;
		return String.format(Locale.ROOT, "| %s | %.4f, %.4f | %.4f | %s | %s | %s | %s | %s |",
			problem.name, qc, er, most, cell(fractions, 0), cell(fractions, 1), cell(fractions, 2),
			note(exact, most) + (below ? " **below**" : ""), exact.hypervolume(STRICT) > 0 ? cell(fractions,
				EVALUATIONS.length) : "–");
	}

	private static String note(final ExactFront exact, final double most) {
		final long points = exact.points().stream().map(p -> List.of(p.countError(), p.spacingError()))
			.distinct().count();
		return points > 1 ? points + " points" : most == 1 ? "trivial" : "one point";
	}

	/** At each number of evaluations, then strictly. */
	private static double[] fractions(final AtomFindingTask task, final long seed,
		final ExactFront exact)
	{
		final int n = EVALUATIONS[EVALUATIONS.length - 1];
		final Study study = task.search().run(SearchEngine.BAYESIAN, new StopRule(n, false), seed,
			Progress.NONE).study();
		final double[] fractions = new double[EVALUATIONS.length + 1], trace = study.hypervolumeTrace();
		for (int i = 0; i < EVALUATIONS.length; i++)
			fractions[i] = trace[EVALUATIONS[i] - 1] / exact.hypervolume(REFERENCE);
		fractions[EVALUATIONS.length] = Hypervolume.of(study.evaluations().stream().limit(
			EVALUATIONS[COMPARED]).filter(Evaluation::feasible).map(Evaluation::objectives).toArray(
				double[][]::new), STRICT) / exact.hypervolume(STRICT);
		return fractions;
	}

	private static double[] sorted(final double[][] fractions, final int column) {
		return IntStream.range(0, fractions.length).mapToDouble(i -> fractions[i][column]).sorted()
			.toArray();
	}

	private static double median(final double[][] fractions, final int column) {
		return Quantiles.of(sorted(fractions, column), 0.5);
	}

	private static String cell(final double[][] fractions, final int column) {
		return Quantiles.text(sorted(fractions, column));
	}
}
