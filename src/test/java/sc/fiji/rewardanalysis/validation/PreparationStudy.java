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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/**
 * What the preparation, fixed or searched, does to LoG* on simulated YBa2Cu3O7 of 256 ×
 * 256 px: several images of each kind, each with a seed of its own. Prints one CSV line a
 * run. Usage: {@code PreparationStudy [evaluations] [lattice] [part of an option's name]
 * [part of a kind's name] [images]}.
 */
public final class PreparationStudy {

	private static final double PIXEL = 0.015;
	private static final int SIZE = 256;

	private PreparationStudy() {}

	private interface Change {

		double of(double value, double x, double y);
	}

	/** @param noise of the 0–1 image, before anything is changed */
	private record Kind(double noise, double gradient, Change change) {}

	public static void main(final String... args) {
		final int evaluations = args.length > 0 ? Integer.parseInt(args[0]) : 60;
		final String lattice = args.length > 1 ? args[1] : "YBa2Cu3O7-100";
		final Map<String, Kind> kinds = new LinkedHashMap<>();
		kinds.put("plain", new Kind(0.1, 0.15, (v, x, y) -> v));
		kinds.put("wedge", new Kind(0.1, 0.6, (v, x, y) -> v));
		kinds.put("glow", new Kind(0.1, 0.15, (v, x, y) -> v + 3 * x + 2 * Math.exp(-8 * (x * x + y *
			y))));
		kinds.put("noise", new Kind(0.6, 0.15, (v, x, y) -> v));
		kinds.put("inverted", new Kind(0.1, 0.15, (v, x, y) -> 1 - v));
		final Map<String, PreparationOptions> options = new LinkedHashMap<>();
		options.put("off", new PreparationOptions(Step.OFF, Step.OFF, Atoms.BRIGHT));
		options.put("background", new PreparationOptions(Step.ON, Step.OFF, Atoms.BRIGHT));
		options.put("denoise", new PreparationOptions(Step.OFF, Step.ON, Atoms.BRIGHT));
		options.put("both_searched", new PreparationOptions(Step.SEARCH, Step.SEARCH, Atoms.BRIGHT));
		options.put("contrast_searched", new PreparationOptions(Step.OFF, Step.OFF, Atoms.SEARCH));
		options.put("all_searched", new PreparationOptions(Step.SEARCH, Step.SEARCH, Atoms.SEARCH));
		if (args.length > 2) options.keySet().removeIf(name -> !name.contains(args[2]));
		if (args.length > 3) kinds.keySet().removeIf(name -> !name.contains(args[3]));
		final int images = args.length > 4 ? Integer.parseInt(args[4]) : 3;
		System.out.println("kind,options,seed,f1,precision,recall,n_counted,QC,ER,background_sigma," +
			"denoise_sigma,contrast,front,seconds");
		kinds.forEach((kindName, kind) -> options.forEach((name, option) -> {
			for (int seed = 1; seed <= images; seed++)
				System.out.println(kindName + "," + name + "," + seed + "," + run(lattice, kind, option, seed,
					evaluations));
		}));
	}

	private static String run(final String lattice, final Kind kind,
		final PreparationOptions options, final int seed, final int evaluations)
	{
		final SimulatedImage simulated = ImageSimulator.simulate(SimulationParameters.builder(Lattices
			.get(lattice)).size(SIZE, SIZE).pixelSize(PIXEL).noise(kind.noise).thicknessGradient(
				kind.gradient).seed(seed).build(), Progress.NONE);
		final AtomFindingSettings plain = AtomFindingSettings.of(Lattices.get(lattice), PIXEL);
		final AtomFindingSettings settings = new AtomFindingSettings(plain.lattice(), PIXEL, options,
			Normalization.MIN_MAX, plain.countRule(), plain.dsFraction(), plain.pixelTolerance(), plain
				.numSigma(), null, null, null, null);
		final long start = System.nanoTime();
		final Area area = Area.image(SIZE, SIZE);
		final AtomFindingTask task = new AtomFindingTask(changed(simulated.image(), kind.change), area,
			settings, Progress.NONE);
		final Study study = task.newStudy(new BayesianEngine(), seed);
		task.run(study, new StopRule(evaluations, false), Progress.NONE, e -> {});
		final AtomSolution s = task.solution(task.pick(study, Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final Match match = LogStarStudy.match(s, simulated, area);
		final Preparation p = s.preparation();
		return String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%d,%.4f,%.4f,%.1f,%.2f,%s,%d,%.2f", match.f1(),
			match.precision(), match.recall(), s.atoms().counted().length, s.evaluation().objectives()[0], s
				.evaluation().objectives()[1], p.backgroundSigma(), p.denoiseSigma(), p.contrast(), study
					.front().size(), seconds);
	}

	/** x and y from −½ to ½ within the image. */
	private static Img<FloatType> changed(final Img<FloatType> image, final Change change) {
		final float[] pixels = new float[SIZE * SIZE];
		int i = 0;
		for (final FloatType v : image) {
			pixels[i] = (float) change.of(v.get(), (i % SIZE + 0.5) / SIZE - 0.5, (i / SIZE + 0.5) / SIZE -
				0.5);
			i++;
		}
		return ArrayImgs.floats(pixels, SIZE, SIZE);
	}
}
