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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.network.Raster;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.noise.DefaultLog;
import sc.fiji.rewardanalysis.core.workflow.noise.KeptLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NetworkMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLevels;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMetric;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseStudy;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseTruth;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;
import sc.fiji.rewardanalysis.learning.columns.NetworkModels;

/**
 * The paper's comparison of LoG* with a network: over noise, on the same images (fig. 3),
 * and the time for ten images of 256 × 256 px (fig. 5); and which way from the network's
 * answer to places is the best. Prints tables in Markdown. Usage: {@code NetworkStudy
 * [repeats] [crystals] [network file]}; of the network that comes with the suite without a
 * file. Some minutes.
 */
public final class NetworkStudy {

	private static final int SIZE = 256, IMAGES = 10, STEPS = 10;

	/** Nearest columns in most images, px. */
	private static final double SPACING = 14;

	private final int repeats;
	private final Path file;

	private NetworkStudy(final int repeats, final Path file) {
		this.repeats = repeats;
		this.file = file;
	}

	/** @param args see above */
	public static void main(final String... args) {
		final int repeats = args.length > 0 ? Integer.parseInt(args[0]) : 5;
		final List<String> crystals = args.length > 1 ? List.of(args[1].split(",")) : List.of(
			"YBa2Cu3O7-100", "SrTiO3-001", "graphene");
		final NetworkStudy study = new NetworkStudy(repeats, args.length > 2 ? Path.of(args[2]) : null);
		crystals.forEach(study::overNoise);
		study.time();
		crystals.forEach(study::places);
	}

	private static AtomFindingSettings settings(final String crystal) {
		return AtomFindingSettings.of(Lattices.get(crystal), crystal.equals("YBa2Cu3O7-100") ? 0.015
			: Lattices.get(crystal).nearestDistance() / SPACING);
	}

	private static SimulatedImage image(final String crystal, final double noise, final long seed) {
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(crystal)).size(SIZE, SIZE)
			.pixelSize(settings(crystal).pixelSize()).noise(noise).seed(seed).build(), Progress.NONE);
	}

	private static List<Blob> truth(final SimulatedImage image) {
		return image.columns().stream().map(c -> new Blob(c.x(), c.y(), Double.NaN, Double.NaN)).toList();
	}

	private ProbabilityModel model(final String crystal) {
		return NetworkModels.open(file, Lattices.get(crystal).nearestDistance(), OutputMeaning.AUTOMATIC);
	}

	/** Fig. 3. */
	private void overNoise(final String crystal) {
		final AtomFindingSettings finding = settings(crystal);
		final SimulatedImage image = image(crystal, 0, 1);
		final OptimizedLog search = new OptimizedLog(SearchEngine.EXACT, new StopRule(60, false),
			Pick.EUCLIDEAN, 1);
		try (NetworkMethod network = new NetworkMethod("network", () -> model(crystal))) {
			final List<NoiseMethod> methods = List.of(search, new KeptLog(), new DefaultLog(), network);
			final NoiseStudy study = new NoiseStudy(image.image(), Area.image(SIZE, SIZE),
				new NoiseSettings(finding, NoiseLevels.gaussian(1, STEPS), repeats, search, methods, 0, 1),
				NoiseTruth.given(truth(image), "the simulator"), Progress.NONE);
			final NoiseResult result = study.run(NoiseLog.NONE, Progress.NONE, run -> {});
			print("## %s, %.4f nm, %d to %d columns possible, %.0f expected; medians of %d images%n", crystal,
				finding.pixelSize(), result.physics().low(), result.physics().high(), result.physics()
					.expected(), repeats);
			print("| noise | %s |%n|---|%s%n", DoubleStream.of(result.settings().levels().values())
				.mapToObj(v -> String.format(Locale.ROOT, "%.1f", v)).collect(Collectors.joining(" | ")),
				"---|".repeat(STEPS + 1));
			for (final NoiseMethod method : methods)
				for (final NoiseMetric metric : List.of(NoiseMetric.COUNT, NoiseMetric.F1,
					NoiseMetric.PRECISION, NoiseMetric.RECALL, NoiseMetric.RMSD))
					print("| %s: %s | %s |%n", method.name(), metric.name().toLowerCase(Locale.ROOT), IntStream
						.rangeClosed(0, STEPS).mapToObj(l -> medianOf(result, l, method.name(), metric)).collect(
							Collectors.joining(" | ")));
		}
	}

	private static String medianOf(final NoiseResult result, final int level, final String method,
		final NoiseMetric metric)
	{
		final double median = result.quartiles(level, method, metric::of).median();
		return String.format(Locale.ROOT, metric == NoiseMetric.COUNT ? "%.0f" : metric == NoiseMetric.RMSD
			? "%.3f" : "%.2f", median);
	}

	/** Fig. 5: after a round that isn't counted, for Java compiles what it has seen run often. */
	private void time() {
		final String crystal = "YBa2Cu3O7-100";
		final List<SimulatedImage> images = IntStream.range(0, IMAGES).mapToObj(i -> image(crystal, 0.3, i +
			1)).toList();
		final AtomFindingSettings finding = settings(crystal);
		final Map<String, double[]> seconds = new LinkedHashMap<>();
		final long opening = System.nanoTime();
		try (ProbabilityModel model = model(crystal)) {
			final double opened = (System.nanoTime() - opening) * 1e-9;
			for (int round = 0; round < 3; round++) {
				seconds.put("LoG*, exact: all thresholds and overlaps of all sigma settings", times(images,
					i -> {
						final AtomFindingTask task = new AtomFindingTask(i.image(), Area.image(SIZE, SIZE), finding,
							Progress.NONE);
						final var found = task.search().run(SearchEngine.EXACT, new StopRule(60, false), 1,
							Progress.NONE);
						task.solution(task.pick(found.study(), Pick.EUCLIDEAN).orElseThrow(), Progress.NONE);
					}));
				seconds.put("network, places", times(images, i -> NetworkPeaks.of(map(model, i), 0.5,
					Progress.NONE)));
			}
			print("%n## Time of %d images of %d × %d px, noise 0.3%n%n| | all | median of one | longest |%n|---|---|---|---|%n",
				IMAGES, SIZE, SIZE);
			seconds.forEach((name, s) -> print("| %s | %.2f s | %.0f ms | %.0f ms |%n", name, Arrays.stream(s)
				.sum(), 1e3 * median(s), 1e3 * Arrays.stream(s).max().orElse(0)));
			print("%nEngine and network opened in %.2f s, once; %s; %d processors.%n", opened, model.engine(),
				Runtime.getRuntime().availableProcessors());
		}
	}

	private interface Work {

		void of(SimulatedImage image);
	}

	private static double[] times(final List<SimulatedImage> images, final Work work) {
		final double[] seconds = new double[images.size()];
		for (int i = 0; i < seconds.length; i++) {
			final long start = System.nanoTime();
			work.of(images.get(i));
			seconds[i] = (System.nanoTime() - start) * 1e-9;
		}
		return seconds;
	}

	private static double median(final double[] values) {
		final double[] sorted = Arrays.stream(values).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	private static NetworkMap map(final ProbabilityModel model, final SimulatedImage image) {
		return NetworkMap.of(model, image.image(), Area.image(SIZE, SIZE), new NetworkMap.Options(
			Contrast.BRIGHT, model.info().scale(settings("YBa2Cu3O7-100").pixelSize()), 0), Progress.NONE);
	}

	/** Root-mean-square distance to the truth, and F1, of ways from probabilities to places. */
	private void places(final String crystal) {
		final AtomFindingSettings finding = settings(crystal);
		final double spacing = finding.lattice().nearestDistance() / finding.pixelSize();
		print("%n## %s: places from probabilities, px of the image; medians of %d images%n%n| noise | hills | connected regions | maxima |%n|---|---|---|---|%n",
			crystal, repeats);
		try (ProbabilityModel model = model(crystal)) {
			for (final double noise : new double[] { 0, 0.3, 0.6 }) {
				final List<List<double[]>> scores = List.of(new ArrayList<>(), new ArrayList<>(),
					new ArrayList<>());
				for (int seed = 1; seed <= repeats; seed++) {
					final SimulatedImage image = image(crystal, noise, seed);
					final NetworkMap map = NetworkMap.of(model, image.image(), Area.image(SIZE, SIZE),
						new NetworkMap.Options(Contrast.BRIGHT, model.info().scale(finding.pixelSize()), 0),
						Progress.NONE);
					final Raster p = map.probabilities();
					final ProbabilityMap plain = new ProbabilityMap(p.values(), p.width(), p.height());
					final List<List<? extends Position>> found = List.of(NetworkPeaks.of(map, 0.5, Progress.NONE),
						back(plain.centroids(0.5), map), back(plain.maxima(0.5, 3), map));
					for (int i = 0; i < found.size(); i++) {
						final Match match = Matching.match(found.get(i), truth(image), spacing / 4, Area.image(SIZE,
							SIZE).inset(spacing));
						scores.get(i).add(new double[] { match.rmsd(), match.f1() });
					}
				}
				print("| %.1f | %s |%n", noise, scores.stream().map(s -> String.format(Locale.ROOT,
					"%.3f (F1 %.3f)", median(s.stream().mapToDouble(v -> v[0]).toArray()), median(s.stream()
						.mapToDouble(v -> v[1]).toArray()))).collect(Collectors.joining(" | ")));
			}
		}
	}

	private static List<Position> back(final List<? extends Position> places, final NetworkMap map) {
		return places.stream().<Position> map(p -> new Blob(map.rescaling().back(p.x()), map.rescaling().back(
			p.y()), 1, 0)).toList();
	}

	private static void print(final String format, final Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}
}
