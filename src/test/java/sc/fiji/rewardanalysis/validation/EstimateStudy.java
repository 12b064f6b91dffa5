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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import ij.IJ;

import sc.fiji.rewardanalysis.Quantiles;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.CellMatch;
import sc.fiji.rewardanalysis.core.estimate.Measured;
import sc.fiji.rewardanalysis.core.estimate.Particles;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.PhysicsPictures;
import sc.fiji.rewardanalysis.plot.Pictures;

/**
 * How right the estimates of the physics are, and their errors. Usage: {@code EstimateStudy
 * simulated [seeds] [first_seed]} prints tables over simulated crystals, {@code EstimateStudy
 * particles [seed]} one over crystals in vacuum, {@code EstimateStudy real FOLDER} the real
 * images of a folder, {@code EstimateStudy pictures FOLDER} writes those of the documentation.
 * Limits were chosen on seed 1, of crystals in vacuum on seed 4.
 */
public final class EstimateStudy {

	private static final int SIZE = 384;
	private static final double[] NOISES = { 0, 0.1, 0.3, 0.6, 1 }, SIZES = { 0.011, 0.015, 0.022 };

	/** Without distortion, and of a scan that drifts and jitters, nm. */
	private static final double[][] SCANS = { { 0, 0, 0 }, { 0.05, 0.03, 0.006 } };

	private EstimateStudy() {}

	public static void main(final String... args) {
		switch (args[0]) {
			case "simulated" -> simulated(number(args, 1, 2), number(args, 2, 2));
			case "particles" -> particles(number(args, 1, 5));
			case "real" -> real(Path.of(args[1]));
			default -> pictures(Path.of(args[1]));
		}
	}

	private static int number(final String[] args, final int index, final int otherwise) {
		return args.length > index ? Integer.parseInt(args[index]) : otherwise;
	}

	/** What of the images with one property came out. */
	private static final class Tally {

		private int images, seen, cells, columns, ranked;
		private final List<Double> lengths = new ArrayList<>(), angles = new ArrayList<>(), sizes =
			new ArrayList<>(), densities = new ArrayList<>(), deviations = new ArrayList<>();

		private static double[] sorted(final List<Double> values) {
			return values.stream().mapToDouble(v -> v).sorted().toArray();
		}

		private double within(final double limit) {
			return 100.0 * deviations.stream().filter(d -> d < limit).count() / Math.max(1, deviations
				.size());
		}

		private String row(final String name) {
			if (cells == 0) return String.format(Locale.ROOT, "| %s | %d | %d | %d | | | | | | %d | |", name,
				images, seen, cells, ranked);
			final double[] s = sorted(sizes);
			return String.format(Locale.ROOT,
				"| %s | %d | %d | %d | %d | %.3f / %.3f | %.3f | %.3f / %.3f | %.3f | %d | %.0f / %.0f |", name,
				images, seen, cells, columns, Quantiles.of(sorted(lengths), 0.5), Quantiles.of(sorted(
					lengths), 0.95), Quantiles.of(sorted(angles), 0.5), Quantiles.of(s, 0.5), Quantiles.of(s,
						0.95), Quantiles.of(sorted(densities), 0.5), ranked, within(1), within(2));
		}
	}

	private static void simulated(final int seeds, final int first) {
		final Map<String, Tally> tallies = new TreeMap<>();
		for (final String name : Lattices.names())
			for (final double nm : SIZES)
				for (final double noise : NOISES)
					for (final double[] scan : SCANS)
						for (int seed = first; seed < first + seeds; seed++) {
							final double rotation = 37.7 * seed + 100 * nm;
							final SimulationParameters p = SimulationParameters.builder(Lattices.get(name)).size(
								SIZE, SIZE).pixelSize(nm).rotation(rotation).noise(noise).drift(scan[0], scan[1])
								.rowJitter(scan[2]).seed(seed).build();
							one(p, List.of(tally(tallies, "all"), tally(tallies, "crystal " + name), tally(
								tallies, "noise " + noise), tally(tallies, "pixel " + nm), tally(tallies, scan[0] > 0
									? "scan distorted" : "scan straight")));
						}
		System.out.println(
			"| images | n | lattice seen | right cell | right columns | length, % (median / 95 %) | angle, deg | pixel size, % | density, % | right crystal first | within 1 / 2 sigma, % |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
		tallies.forEach((name, tally) -> System.out.println(tally.row(name)));
	}

	private static Tally tally(final Map<String, Tally> tallies, final String name) {
		return tallies.computeIfAbsent(name, n -> new Tally());
	}

	private static void one(final SimulationParameters p, final List<Tally> tallies) {
		final PhysicsEstimate estimate = PhysicsEstimation.of(ImageSimulator.simulate(p, Progress.NONE)
			.image(), Area.image(SIZE, SIZE), Contrast.BRIGHT, Progress.NONE);
		tallies.forEach(t -> t.images++);
		if (!estimate.hasLattice()) return;
		final double stretch = 1 + p.driftY() / p.pixelSize() / SIZE;
		final LatticeVectors truth = truth(p, stretch);
		final boolean right = Math.abs(Math.log(estimate.translations().area() / truth.area())) < 0.03;
		final boolean first = estimate.ranking(Lattices.names().stream().map(Lattices::get).toList(), p
			.pixelSize()).get(0).lattice() == p.lattice();
		// The drift makes cells larger or smaller, and so the pixel that suits them.
		final Measured size = estimate.explainedBy(p.lattice(), Double.NaN).get(0).pixelSize();
		final double off = percent(size.value(), p.pixelSize() / Math.sqrt(stretch));
		for (final Tally t : tallies) {
			t.seen++;
			t.ranked += first ? 1 : 0;
			t.sizes.add(off);
			if (!right) continue;
			t.cells++;
			final double columns = p.lattice().columnDensity() * p.pixelSize() * p.pixelSize() * truth
				.area() / stretch;
			if (estimate.motif().count().value() == Math.rint(columns)) t.columns++;
			t.lengths.add(percent(estimate.a().value(), truth.lengthA()));
			t.lengths.add(percent(estimate.b().value(), truth.lengthB()));
			t.angles.add(Math.abs(estimate.angle().value() - truth.angle()));
			t.densities.add(percent(estimate.density().value(), p.lattice().columnDensity() * p
				.pixelSize() * p.pixelSize() / stretch));
			final List<ToDoubleFunction<LatticeVectors>> all = List.of(LatticeVectors::lengthA,
				LatticeVectors::lengthB,
				LatticeVectors::angle);
			final List<Measured> found = List.of(estimate.a(), estimate.b(), estimate.angle());
			for (int i = 0; i < 3; i++)
				t.deviations.add(found.get(i).deviations(all.get(i).applyAsDouble(truth)));
		}
	}

	/** The drifted cell nearest to the crystal's smallest one, px. */
	private static LatticeVectors truth(final SimulationParameters p, final double stretch) {
		final Lattice l = p.lattice();
		// Centred cells are halved; the others are as they are listed.
		final boolean centred = List.of("Fe-100", "Au-110", "Si-110").contains(l.name());
		final double[] b = l.vectorB();
		final LatticeVectors nm = centred ? new LatticeVectors(l.a() / 2, b[1] / 2, -l.a() / 2, b[1] / 2)
			: new LatticeVectors(l.a(), 0, b[0], b[1]);
		final double c = Math.cos(Math.toRadians(p.rotation())) / p.pixelSize(), s = Math.sin(Math
			.toRadians(p.rotation())) / p.pixelSize(), shear = p.driftX() / p.pixelSize() / SIZE;
		final double[][] turned = { { c * nm.ax() - s * nm.ay(), s * nm.ax() + c * nm.ay() }, { c * nm
			.bx() - s * nm.by(), s * nm.bx() + c * nm.by() } };
		return new LatticeVectors(turned[0][0] + shear * turned[0][1], stretch * turned[0][1],
			turned[1][0] + shear * turned[1][1], stretch * turned[1][1]).reduced();
	}

	private static double percent(final double value, final double truth) {
		return 100 * Math.abs(value / truth - 1);
	}

	private static void particles(final int seed) {
		System.out.println("| crystal | shape | noise | true columns | expected | off, % |");
		System.out.println("|---|---|---|---|---|---|");
		final List<Double> off = new ArrayList<>();
		for (final String name : Lattices.names())
			for (final double noise : new double[] { 0, 0.1, 0.3 })
				for (int shape = 0; shape < 3; shape++) {
					final Particles.Particle particle = particle(name, noise, shape, seed);
					final Measured expected = PhysicsEstimation.of(particle.image(), Area.image(512, 512),
						Contrast.BRIGHT, Progress.NONE).expected();
					final double error = 100 * (expected.value() / particle.columns() - 1);
					off.add(Math.abs(error));
					System.out.printf(Locale.ROOT, "| %s | %s | %.1f | %d | %s | %.1f |%n", name, List.of("disc",
						"edge", "hole").get(shape), noise, particle.columns(), CalibrationCheck.text(expected),
						error);
				}
		final double[] sorted = Tally.sorted(off);
		System.out.printf(Locale.ROOT, "median %.2f %%, largest %.2f %%%n", Quantiles.of(sorted, 0.5),
			sorted[sorted.length - 1]);
	}

	private static Particles.Particle particle(final String name, final double noise,
		final int shape, final int seed)
	{
		return Particles.of(Lattices.get(name), 512, 0.015, 33, 0.045, (x, y) -> switch (shape) {
			case 0 -> Math.hypot(x - 260, y - 250) < 180;
			case 1 -> x + 0.3 * y < 330;
			default -> Math.hypot(x - 260, y - 250) > 130;
		}, noise, seed);
	}

	private static void real(final Path folder) {
		final Map<String, String> crystals = Map.of("openNCEM_SrTiO3.tif", "SrTiO3-001 0.0100127",
			"atomap_ADF.tif", "SrTiO3-110 0.00932627", "atomap_ABF.tif", "SrTiO3-110 0.00932627",
			"ai4stem_Fe_bcc_100.tif", "Fe-100 0.01245", "AtomSegNet_DyScO3_8nm.png", "DyScO3-110 0",
			"AtomSegNet_Si110_5nm.png", "Si-110 0", "AtomSegNet_gold_grain_boundary.png", "Au-110 0",
			"PtNC_021.tif", "", "PtNC_051.tif", "", "PtNC_083.tif", "");
		System.out.println(
			"| image | translations, px | angle | columns | grains | pixel size, nm | of the file | ranking |");
		System.out.println("|---|---|---|---|---|---|---|---|");
		new TreeMap<>(crystals).forEach((name, about) -> {
			final AnalysedImage image = AnalysedImage.of(IJ.openImage(folder.resolve(name).toString()));
			final PhysicsEstimate e = PhysicsEstimation.of(image.pixels(), image.area(), name.contains(
				"ABF") ? Contrast.DARK : Contrast.BRIGHT, Progress.NONE);
			if (!e.hasLattice()) System.out.printf(Locale.ROOT,
				"| %s | no lattice: %.1f of %.1f needed | | | | | | |%n", name, e.strongest(), e.needed());
			else row(name, e, about.split(" "));
		});
	}

	private static void row(final String name, final PhysicsEstimate e, final String[] about) {
		final double nm = Double.parseDouble(about[1]);
		final CellMatch match = e.explainedBy(Lattices.get(about[0]), Double.NaN).get(0);
		final List<String> ranking = e.ranking(Lattices.names().stream().map(Lattices::get).toList(), nm > 0
			? nm : Double.NaN).stream().limit(3).map(m -> String.format(Locale.ROOT, "%s %.1f %%", m
				.lattice().name(), 100 * m.misfit())).toList();
		System.out.printf(Locale.ROOT, "| %s | %s, %s | %s | %.0f | %d | %s | %s | %s |%n", name,
			CalibrationCheck.text(e.a()), CalibrationCheck.text(e.b()), CalibrationCheck.text(e.angle()), e
				.motif().count().value(), e.grains().size(), CalibrationCheck.text(match.pixelSize()), nm > 0
					? Double.toString(nm) : "–", String.join(", ", ranking));
	}

	private static void pictures(final Path folder) {
		final AnalysedImage image = AnalysedImage.of(IJ.openImage("sample-data/ybco-noise0.3.tif"));
		final PhysicsEstimate e = PhysicsEstimation.of(image.pixels(), image.area(), Contrast.BRIGHT,
			Progress.NONE);
		Pictures.write(folder.resolve("estimate-spectrum.png"), PhysicsPictures.spectrum(e));
		Pictures.write(folder.resolve("estimate-motif.png"), PhysicsPictures.motif(e, 0.015));
		final Particles.Particle particle = particle("SrTiO3-001", 0.3, 0, 4);
		Pictures.write(folder.resolve("estimate-sample.png"), PhysicsPictures.sample(particle.image(),
			PhysicsEstimation.of(particle.image(), Area.image(512, 512), Contrast.BRIGHT, Progress.NONE)
				.sample(), 0.015));
	}
}
