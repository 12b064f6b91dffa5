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
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * The exact search beside the Bayesian one on {@link LogStarStudy}'s images: F1 of the
 * picked solution, time from the image to its atoms, and how much of the exact
 * hypervolume the Bayesian front reached. Prints one CSV line a run.
 * <p>
 * Usage: {@code ExactFrontStudy [size_px] [images] [repeats] [seeds]}: the exact search
 * is repeated, since the first times warm up Java; the least time is given too.
 */
public final class ExactFrontStudy {

	private ExactFrontStudy() {}

	public static void main(final String... args) {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 256;
		final int images = args.length > 1 ? Integer.parseInt(args[1]) : 3;
		final int repeats = args.length > 2 ? Integer.parseInt(args[2]) : 20;
		final int seeds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
		final PrintStream out = System.out;
		out.println("image,noise,engine,f1,QC,ER,evaluations,candidates,pairs,cells,outcomes," +
			"reached,milliseconds,least");
		for (final double noise : new double[] { 0.1, 0.3, 0.6 })
			for (int image = 1; image <= images; image++) {
				final SimulatedImage simulated = LogStarStudy.image(size, noise, image);
				for (int seed = 0; seed < seeds; seed++)
					out.println(image + "," + noise + ",bayesian," + run(simulated, SearchEngine.BAYESIAN, null,
						seed) + ",");
				out.println(image + "," + noise + ",exact," + repeat(simulated, null, repeats));
				out.println(image + "," + noise + ",exact at fixed scales," + repeat(simulated, new Range(4.5,
					7), repeats));
			}
	}

	private static String repeat(final SimulatedImage simulated, final Range scales,
		final int repeats)
	{
		String line = "";
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < repeats; i++) {
			line = run(simulated, SearchEngine.EXACT, scales, 0);
			least = Math.min(least, Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)));
		}
		return line + "," + least;
	}

	/** @param scales smallest and largest, px; null to search them */
	private static String run(final SimulatedImage simulated, final SearchEngine engine,
		final Range scales, final long seed)
	{
		final long start = System.nanoTime();
		final Area area = Area.image((int) simulated.image().dimension(0), (int) simulated.image()
			.dimension(1));
		final AtomFindingSettings derived = AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"),
			LogStarStudy.PIXEL);
		final AtomFindingTask task = new AtomFindingTask(simulated.image(), area, scales == null
			? derived : new AtomFindingSettings(derived.lattice(), derived.pixelSize(), derived
				.preparation(), derived.normalization(), derived.countRule(), derived.dsFraction(), derived
					.pixelTolerance(), derived.numSigma(), Range.fixed(scales.low()), Range.fixed(scales
						.high()), null, null), Progress.NONE);
		final SearchResult result = task.search().run(engine, new StopRule(60, false), seed,
			Progress.NONE);
		final AtomSolution s = task.solution(task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		final double milliseconds = (System.nanoTime() - start) * 1e-6;
		final var exact = result.report().exact();
		return String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%d,%d,%d,%d,%d,%.4f,%.1f",
			LogStarStudy.match(s, simulated, area).f1(), s.evaluation().objectives()[0], s.evaluation()
				.objectives()[1], result.study().evaluations().size(), exact.candidates(), exact.pairs(),
			exact.cells(), exact.outcomes(), result.report().reached(), milliseconds);
	}
}
