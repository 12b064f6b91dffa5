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
import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * How well LoG* finds the atoms of simulated YBa2Cu3O7 whose positions are known:
 * three images, three seeds of the optimiser, several noise levels. Prints one CSV
 * line a run.
 * <p>
 * Usage: {@code LogStarStudy [size_px] [evaluations] [folder] [images] [seeds]}; with a
 * folder, the images and their truth are written there for other programs.
 */
public final class LogStarStudy {

	static final double PIXEL = 0.015;

	/** nm: matches within it, atoms nearer to the border than the rim don't count. */
	private static final double TOLERANCE = 0.05, RIM = 0.1;

	private LogStarStudy() {}

	public static void main(final String... args) throws Exception {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 256;
		final int evaluations = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		final int images = args.length > 3 ? Integer.parseInt(args[3]) : 3;
		final int seeds = args.length > 4 ? Integer.parseInt(args[4]) : 3;
		final PrintStream out = System.out;
		out.println("image,noise,seed,f1,precision,recall,rmse_nm,n_counted,low,high,QC,ER,min_sigma," +
			"max_sigma,threshold,overlap,front,seconds");
		for (final double noise : new double[] { 0.1, 0.3, 0.6 })
			for (int image = 1; image <= images; image++) {
				final SimulatedImage simulated = image(size, noise, image);
				if (args.length > 2) write(Path.of(args[2]), simulated, "ybco_" + size + "_" + image +
					"_noise" + noise);
				for (int seed = 0; seed < seeds; seed++)
					out.println(String.format(Locale.ROOT, "%d,%.1f,%d,%s", image, noise, seed, run(
						simulated, seed, evaluations)));
			}
	}

	/** Image number {@code image} of the study. */
	static SimulatedImage image(final int size, final double noise, final long image) {
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get("YBa2Cu3O7-100"))
			.size(size, size).pixelSize(PIXEL).noise(noise).seed(image).build(), Progress.NONE);
	}

	/** F1 of the picked solution, and what led to it. */
	private static String run(final SimulatedImage simulated, final long seed,
		final int evaluations)
	{
		final long start = System.nanoTime();
		final Area area = Area.image((int) simulated.image().dimension(0), (int) simulated.image()
			.dimension(1));
		final AtomFindingTask task = new AtomFindingTask(simulated.image(), area, AtomFindingSettings
			.of(Lattices.get("YBa2Cu3O7-100"), PIXEL), Progress.NONE);
		final Study study = task.newStudy(new BayesianEngine(), seed);
		task.run(study, new StopRule(evaluations, false), Progress.NONE, e -> {});
		final AtomSolution s = task.solution(task.pick(study, Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final Match match = match(s, simulated, area);
		return String.format(Locale.ROOT,
			"%.4f,%.4f,%.4f,%.4f,%d,%d,%d,%.4f,%.4f,%.2f,%.2f,%.4f,%.3f,%d,%.2f", match.f1(), match
				.precision(), match.recall(), match.rmsd() * PIXEL, s.atoms().counted().length, task
					.physics().low(), task.physics().high(), s.evaluation().objectives()[0], s.evaluation()
						.objectives()[1], s.parameters().minSigma(), s.parameters().maxSigma(), s.parameters()
							.threshold(), s.parameters().overlap(), study.front().size(), seconds);
	}

	static Match match(final AtomSolution solution, final SimulatedImage simulated,
		final Area area)
	{
		return Matching.match(solution.atoms().atoms(), simulated.columns(), TOLERANCE / PIXEL, area
			.inset(RIM / PIXEL));
	}

	private static void write(final Path folder, final SimulatedImage simulated,
		final String name)
	{
		final int w = (int) simulated.image().dimension(0), h = (int) simulated.image().dimension(1);
		final float[] pixels = new float[w * h];
		int i = 0;
		for (final var v : simulated.image())
			pixels[i++] = v.get();
		new FileSaver(new ImagePlus(name, new FloatProcessor(w, h, pixels))).saveAsTiff(folder.resolve(
			name + ".tif").toString());
		final CsvTable truth = new CsvTable(java.util.List.of("x", "y", "species", "amplitude",
			"sigma_px"));
		for (final Column c : simulated.columns())
			truth.add(java.util.List.of(c.x(), c.y(), c.species(), c.amplitude(), c.sigma()));
		truth.write(folder.resolve(name + "_truth.csv"));
	}
}
