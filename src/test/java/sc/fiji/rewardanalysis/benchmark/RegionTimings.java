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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinding;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionObjectives;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/**
 * The Java side of {@code src/test/scripts/regions.py}: reads a command a line, answers with
 * milliseconds and numbers.
 * <ul>
 * <li>{@code scene SIZE FOLDER}: simulates an image with an amorphous zone, searches by 60
 * evaluations of patches and mixtures, and writes image.raw (little-endian floats), truth.raw
 * (bytes), atoms.csv and configurations.csv, lengths in px; answers with the number of atoms
 * <li>{@code search}: the same search again, from the image and the atoms on
 * <li>{@code evaluations}: its configurations again, likewise; the number is the median over
 * them of the masks' intersection over union with the truth
 * </ul>
 */
public final class RegionTimings {

	private static final int EVALUATIONS = 60, DIMENSIONS = 12;
	private static final double[] WINDOWS = { 12, 14, 16, 18, 20, 24, 28, 32 };

	private SimulatedImage image;
	private int size;
	private List<Blob> atoms;
	private List<Configuration> configurations;

	private RegionTimings() {}

	public static void main(final String... args) throws IOException {
		final RegionTimings timings = new RegionTimings();
		final PrintStream out = System.out;
		try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in,
			StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.println(timings.answer(line.split(" ")));
				out.flush();
			}
		}
	}

	private String answer(final String... command) throws IOException {
		final long start = System.nanoTime();
		final double result = switch (command[0]) {
			case "scene" -> scene(Integer.parseInt(command[1]), Path.of(command[2]));
			case "search" -> search().size();
			case "evaluations" -> evaluate();
			default -> throw new IllegalArgumentException(command[0]);
		};
		return String.format(Locale.ROOT, "%.3f %.4f", (System.nanoTime() - start) * 1e-6, result);
	}

	private int scene(final int side, final Path folder) throws IOException {
		size = side;
		image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			BenchmarkImages.LATTICE)).size(side, side).pixelSize(BenchmarkImages.PIXEL_SIZE).noise(0.1)
			.amorphousFraction(0.2).seed(1).build(), Progress.NONE);
		atoms = image.columns().stream().map(c -> new Blob(c.x(), c.y(), 3, 1)).toList();
		configurations = search();
		write(folder);
		return atoms.size();
	}

	private RegionTask task() {
		final AtomScene scene = new AtomScene(image.image(), Area.image(size, size), atoms,
			BenchmarkImages.PIXEL_SIZE, Lattices.get(BenchmarkImages.LATTICE), 1,
			Progress.NONE);
		return new RegionTask(new RegionFinder(scene, AmorphousRule.DISORDER), new RegionRanges(List.of(
			FeatureSet.PIXELS), List.of(ModelType.MIXTURE), List.of(CovarianceType.values()), DoubleStream
				.of(WINDOWS).mapToObj(w -> w * BenchmarkImages.PIXEL_SIZE).toList(),
			PatchNormalization.NONE, new Range(2, DIMENSIONS), new Range(2, Clustering.MOST_COMPONENTS),
			new Range(0.1, 0.9), new Range(0, 0), new Range(0, 8 * BenchmarkImages.PIXEL_SIZE),
			MaskRule.NEAREST, RegionRule.FEWEST_ATOMS, 0), RegionObjectives.values()[0]);
	}

	private List<Configuration> search() {
		return task().run(SearchEngine.BAYESIAN, new StopRule(EVALUATIONS, false), 1,
			s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE).study().evaluations().stream().map(
				Evaluation::configuration).toList();
	}

	private double evaluate() {
		final Mask truth = new Mask(size, size, image.amorphous());
		final RegionFinding finding = task().analysis();
		final double[] agreement = configurations.stream().mapToDouble(c -> MaskAgreement.of(finding
			.analyse(c, Progress.NONE).mask(), truth).iou()).sorted().toArray();
		return agreement[agreement.length / 2];
	}

	private void write(final Path folder) throws IOException {
		final RandomAccess<FloatType> pixel = image.image().randomAccess();
		final ByteBuffer bytes = ByteBuffer.allocate(4 * size * size).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < size * size; i++)
			bytes.putFloat(pixel.setPositionAndGet(i % size, i / size).get());
		Files.write(folder.resolve("image.raw"), bytes.array());
		final byte[] truth = new byte[size * size];
		for (int i = 0; i < truth.length; i++)
			truth[i] = (byte) (image.amorphous()[i] ? 1 : 0);
		Files.write(folder.resolve("truth.raw"), truth);
		final List<String> lines = new ArrayList<>();
		for (final Blob atom : atoms)
			lines.add(atom.x() + "," + atom.y());
		Files.write(folder.resolve("atoms.csv"), lines);
		lines.clear();
		final RegionFinding finding = task().analysis();
		for (final Configuration c : configurations) {
			final Clustering clustering = finding.clustering(c);
			final RegionRule rule = finding.rule(c);
			lines.add(String.join(",", Arrays.asList(Math.round(clustering.window() /
				BenchmarkImages.PIXEL_SIZE) + "", clustering.dimensions() + "", clustering.components() + "",
				clustering.covariance().name().toLowerCase(Locale.ROOT), rule.threshold() + "", rule
					.dilation() / BenchmarkImages.PIXEL_SIZE + "")));
		}
		Files.write(folder.resolve("configurations.csv"), lines);
	}
}
