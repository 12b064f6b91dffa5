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

import static sc.fiji.rewardanalysis.validation.MarkdownTable.three;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.two;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.atoms.ThresholdCurve;

/**
 * The rewards of {@link RewardStudy} on real images. Three show crystals but have no labels:
 * their reference are the default search's atoms, refined, which were looked at. Three have
 * labels by hand but show single atoms without a crystal: only what needs none is compared.
 */
final class RewardRealImages {

	/** At most so much of an image, px. */
	private static final int LARGEST = 512;

	/** Of single atoms: smallest sigmas, px, and how far from a label one may be, px. */
	private static final double[] SIGMAS = { 1.5, 2, 2.5, 3, 4 };
	private static final double TOLERANCE = 6;
	private static final int THRESHOLDS = 24;

	private record Crystal(String file, String lattice, double pixelSize) {}

	private static final List<Crystal> CRYSTALS = List.of(new Crystal("openNCEM_SrTiO3.tif",
		"SrTiO3-001", 0.0100127), new Crystal("ai4stem_Fe_bcc_100.tif", "Fe-100", 0.01245), new Crystal(
			"atomap_ADF.tif", "SrTiO3-110", 0.00932627));

	private static final List<String> LABELLED = List.of("PtNC_021", "PtNC_051", "PtNC_083");

	private final PrintStream out;
	private final Path folder;

	RewardRealImages(final PrintStream out, final Path folder) {
		this.out = out;
		this.folder = folder;
	}

	void run() {
		out.println("\n#### Real images\n");
		final List<RewardSample> samples = new ArrayList<>();
		for (final Crystal c : CRYSTALS)
			if (isThere(c.file)) samples.add(new RewardSample(scene(c), 4, 16));
		if (!samples.isEmpty()) crystals(samples);
		final List<Singles> singles = LABELLED.stream().filter(name -> isThere(name + ".tif")).map(
			this::singles).toList();
		if (!singles.isEmpty()) {
			out.println();
			labelled(singles);
		}
	}

	private boolean isThere(final String file) {
		final boolean there = Files.exists(folder.resolve(file));
		if (!there) out.println("Left out: " + file + " isn't in " + folder + ".");
		return there;
	}

	/** An image with the default search's refined atoms as its reference. */
	RewardScene scene(final Crystal c) {
		final RandomAccessibleInterval<FloatType> image = read(c.file);
		final var lattice = Lattices.get(c.lattice);
		final RewardScene blank = new RewardScene(c.lattice, c.file, 0, image, List.of(), lattice, c.pixelSize,
			lattice.nearestDistance() / c.pixelSize);
		final List<Blob> found = RewardVerdict.of(blank).solution().atoms().atoms();
		final List<Blob> refined = Refiner.refine(image, Contrast.BRIGHT, found, Refinement.GAUSSIAN,
			FitOptions.ROUND, Progress.NONE).blobs();
		return new RewardScene(c.lattice, c.file, 0, image, refined, lattice, c.pixelSize, blank.spacing());
	}

	/** All of them that are there. */
	List<RewardScene> scenes() {
		return CRYSTALS.stream().filter(c -> Files.exists(folder.resolve(c.file))).map(this::scene).toList();
	}

	private RandomAccessibleInterval<FloatType> read(final String file) {
		final ImagePlus image = IJ.openImage(folder.resolve(file).toString());
		final FloatProcessor all = image.getProcessor().convertToFloatProcessor();
		final int w = Math.min(LARGEST, all.getWidth()), h = Math.min(LARGEST, all.getHeight());
		all.setRoi(0, 0, w, h);
		return ArrayImgs.floats((float[]) all.crop().getPixels(), w, h);
	}

	private void crystals(final List<RewardSample> samples) {
		final List<String> heading = new ArrayList<>(List.of("reward"));
		samples.forEach(s -> heading.add(s.scene().condition()));
		final MarkdownTable table = new MarkdownTable(out, heading.toArray(String[]::new));
		for (final RewardRule r : RewardRule.inUse()) {
			final List<String> row = new ArrayList<>(List.of(r.name()));
			samples.forEach(s -> row.add(two(r.correlation(s, 1)) + ", " + three(r.regret(s))));
			table.row(row);
		}
	}

	/** By reward its values, less is better; and F1. */
	private record Singles(String name, int labels, List<double[]> rewards, List<Double> f1) {}

	private static final List<String> WITHOUT_CRYSTAL = List.of("count against the labels'",
		"count instability", "mean response", "weakest response");

	private Singles singles(final String name) {
		final RandomAccessibleInterval<FloatType> image = read(name + ".tif");
		final Area area = Area.image((int) image.dimension(0), (int) image.dimension(1));
		final CsvTable table = CsvTable.read(folder.resolve(name + "_human_labels.csv"));
		final List<Position> labels = IntStream.range(0, table.size()).mapToObj(i -> (Position) new Blob(
			table.number(i, "X"), table.number(i, "Y"), 1, 0)).toList();
		final LogDetector detector = new LogDetector(Normalizer.normalize(image, area,
			Normalization.MIN_MAX, Contrast.BRIGHT));
		final Singles singles = new Singles(name, labels.size(), new ArrayList<>(), new ArrayList<>());
		for (final double sigma : SIGMAS) {
			final double[] responses = detector.scaleSpace(new double[] { sigma }, 0, Progress.NONE)
				.responses();
			final double low = responses[Math.min(responses.length - 1, 8 * labels.size())], high =
				responses[0];
			final LogParameters p = new LogParameters(sigma, 1.5 * sigma, 5, 0.5 * low, 0.5);
			final ThresholdCurve curve = new ThresholdCurve(detector.scaleSpace(p.sigmas(), p.threshold(),
				Progress.NONE).peaks(p), p.threshold(), p.overlap(), area, area, Progress.NONE);
			for (int t = 0; t < THRESHOLDS; t++)
				judge(curve, low * Math.pow(high / low, (t + 0.5) / THRESHOLDS), labels, area, singles);
		}
		return singles;
	}

	private static void judge(final ThresholdCurve curve, final double threshold,
		final List<Position> labels, final Area area, final Singles singles)
	{
		final List<Blob> atoms = curve.atoms(threshold);
		if (atoms.size() < 5) return;
		final double n = labels.size();
		final double[] r = atoms.stream().mapToDouble(Blob::response).sorted().toArray();
		singles.rewards.add(new double[] { Math.abs(atoms.size() - n) / n, 0.5 * Math.abs(curve.count(0.9 *
			threshold) - curve.count(1.1 * threshold)) / n, -atoms.stream().mapToDouble(Blob::response)
				.average().orElseThrow(), 1 - r[r.length / 20] / r[r.length / 2] });
		singles.f1.add(Matching.match(atoms, labels, TOLERANCE, area).f1());
	}

	private void labelled(final List<Singles> all) {
		final List<String> heading = new ArrayList<>(List.of("reward without a crystal"));
		all.forEach(s -> heading.add(s.name + " (" + s.labels + " labels, best F1 " + two(s.f1.stream()
			.mapToDouble(Double::doubleValue).max().orElseThrow()) + ")"));
		final MarkdownTable table = new MarkdownTable(out, heading.toArray(String[]::new));
		for (int i = 0; i < WITHOUT_CRYSTAL.size(); i++) {
			final int reward = i;
			final List<String> row = new ArrayList<>(List.of(WITHOUT_CRYSTAL.get(i)));
			for (final Singles s : all) {
				final double[] values = s.rewards.stream().mapToDouble(r -> r[reward]).toArray();
				final double[] f1 = s.f1.stream().mapToDouble(Double::doubleValue).toArray();
				final double least = IntStream.range(0, f1.length).mapToDouble(k -> values[k]).min().orElseThrow();
				final double picked = IntStream.range(0, f1.length).filter(k -> values[k] <= least).mapToDouble(
					k -> f1[k]).average().orElseThrow();
				final double best = IntStream.range(0, f1.length).mapToDouble(k -> f1[k]).max().orElseThrow();
				row.add(two(new SpearmansCorrelation().correlation(values, IntStream.range(0, f1.length)
					.mapToDouble(k -> -f1[k]).toArray())) + ", " + three(best - picked));
			}
			table.row(row);
		}
	}
}
