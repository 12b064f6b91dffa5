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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;

/**
 * One parameter set for several images beside those that each of them would choose alone,
 * judged by images that none of them has seen. Four images of YBa2Cu3O7 with noise from
 * 0.1 to 0.7 are searched, six with noise in between are held out. Prints one CSV line a
 * search, then medians.
 * <p>
 * Usage: {@code MultiImageStudy [size_px] [evaluations] [seeds] [gain] [stray]}; a seed is
 * one of the images and of the optimiser. With a gain other than 1, each image is darker than
 * the one before by that factor, four in turn, and thresholds are grey values as they are.
 * With a stray, a fifth image is searched with the others whose pixels are so many nm and not
 * what is said of all: whatever suits it spoils the others.
 */
public final class MultiImageStudy {

	private static final double[] NOISE = { 0.1, 0.3, 0.5, 0.7 }, HELD_OUT = { 0.1, 0.2, 0.3, 0.4, 0.5,
		0.6 };

	private MultiImageStudy() {}

	public static void main(final String... args) {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 192;
		final int evaluations = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		final int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
		final double gain = args.length > 3 ? Double.parseDouble(args[3]) : 1;
		final double stray = args.length > 4 ? Double.parseDouble(args[4]) : 0;
		final PrintStream out = System.out;
		out.println("seed,search,searched_QC,searched_ER,held_out_QC,held_out_ER,held_out_f1,worst_f1,seconds");
		final Map<String, List<double[]>> all = new LinkedHashMap<>();
		for (int seed = 1; seed <= seeds; seed++) {
			final List<SimulatedImage> images = new ArrayList<>();
			for (int i = 0; i < NOISE.length; i++)
				images.add(LogStarStudy.image(size, NOISE[i], 100 * seed + i));
			if (stray > 0) images.add(ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
				"YBa2Cu3O7-100")).size(size, size).pixelSize(stray).noise(0.2).seed(100 * seed + 40).build(),
				Progress.NONE));
			final int searched = images.size();
			for (int i = 0; i < HELD_OUT.length; i++)
				images.add(LogStarStudy.image(size, HELD_OUT[i], 100 * seed + 50 + i));
			for (final Pooling pooling : Pooling.values())
				print(out, seed, pooling.name().toLowerCase(Locale.ROOT), run(images, searched, -1, pooling,
					evaluations, seed, gain), all);
			for (int only = 0; only < (stray > 0 ? 0 : NOISE.length); only++)
				print(out, seed, "alone at " + NOISE[only], run(images, searched, only, Pooling.MEAN,
					evaluations, seed, gain), all);
		}
		all.forEach((search, rows) -> {
			final double[] medians = new double[rows.get(0).length];
			for (int j = 0; j < medians.length; j++) {
				final int column = j;
				medians[j] = median(rows.stream().mapToDouble(r -> r[column]).toArray());
			}
			out.println(line("median", search, medians));
		});
	}

	/**
	 * @param searched how many images may be searched; the others are held out
	 * @param only the one that is; −1 for all
	 */
	private static double[] run(final List<SimulatedImage> images, final int searched,
		final int only, final Pooling pooling, final int evaluations, final long seed,
		final double gain)
	{
		final List<PooledAtomFinding.Image> chosen = new ArrayList<>();
		final List<SimulatedImage> truth = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final boolean heldOut = i >= searched;
			if (only >= 0 && i != only && !heldOut) continue;
			final SimulatedImage image = images.get(i);
			truth.add(image);
			final double factor = Math.pow(gain, (heldOut ? i - searched : i) % NOISE.length);
			final RandomAccessibleInterval<FloatType> pixels = Converters.convert(image.image(), (in, to) -> to
				.set((float) (factor * in.get())), new FloatType());
			chosen.add(new PooledAtomFinding.Image("image_" + i, heldOut, () -> pixels, area(image), settings(
				gain == 1 ? Normalization.MIN_MAX : Normalization.NONE)));
		}
		final long start = System.nanoTime();
		final PooledAtomFinding pooled = new PooledAtomFinding(chosen, pooling, Progress.NONE);
		final Study study = pooled.newStudy(new BayesianEngine(), seed);
		pooled.run(study, new StopRule(evaluations, false), Progress.NONE, e -> {});
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final double[] seen = pooled.searchedMeans(picked), heldOut = pooled.heldOutMeans(List.of(
			picked), Progress.NONE).get(picked.id());
		final List<Double> f1 = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++)
			if (chosen.get(i).heldOut()) f1.add(LogStarStudy.match(pooled.solution(i, picked, Progress.NONE)
				.orElseThrow(), truth.get(i), area(truth.get(i))).f1());
		return new double[] { seen[0], seen[1], heldOut[0], heldOut[1], f1.stream().mapToDouble(
			v -> v).average().orElseThrow(), f1.stream().mapToDouble(v -> v).min().orElseThrow(), seconds };
	}

	private static AtomFindingSettings settings(final Normalization unit) {
		final AtomFindingSettings s = AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"),
			LogStarStudy.PIXEL);
		return new AtomFindingSettings(s.lattice(), s.pixelSize(), s.preparation(), unit, s.countRule(), s
			.dsFraction(), s.pixelTolerance(), s.numSigma(), null, null, null, null);
	}

	private static Area area(final SimulatedImage image) {
		return Area.image((int) image.image().dimension(0), (int) image.image().dimension(1));
	}

	private static void print(final PrintStream out, final int seed, final String search,
		final double[] row, final Map<String, List<double[]>> all)
	{
		all.computeIfAbsent(search, s -> new ArrayList<>()).add(row);
		out.println(line(Integer.toString(seed), search, row));
	}

	private static String line(final String seed, final String search, final double[] row) {
		return seed + "," + search + "," + String.join(",", Arrays.stream(row).mapToObj(v -> String.format(
			Locale.ROOT, "%.4f", v)).toList());
	}

	private static double median(final double[] values) {
		Arrays.sort(values);
		final int n = values.length;
		return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
	}
}
