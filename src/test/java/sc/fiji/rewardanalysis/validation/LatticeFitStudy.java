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
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.CellMeasures;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.Grain;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.crystal.Strains;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.plot.LatticePictures;

/**
 * How precise displacements and strains are and how many vacancies and interstitials are
 * found in simulated SrTiO3 with vacancies, extra columns and drift, from the image on: atoms
 * are searched, refined and fitted. Prints one CSV line a run. Defects nearer than
 * {@value #MARGIN} nm to the border count neither way.
 * <p>
 * Usage: {@code LatticeFitStudy [seeds] [size_px]}, or {@code LatticeFitStudy pictures FOLDER} for the
 * pictures of docs, or {@code LatticeFitStudy FILE.tif CRYSTAL PIXEL_NM FOLDER} for a real image.
 */
public final class LatticeFitStudy {

	private static final double MARGIN = 0.8, NEAR = 0.08, PIXEL = 0.02;
	private static final Lattice LATTICE = Lattices.get("SrTiO3-001");

	private LatticeFitStudy() {}

	public static void main(final String... args) {
		if (args.length == 4) {
			final ImagePlus image = IJ.openImage(args[0]);
			final Img<FloatType> pixels = ArrayImgs.floats((float[]) image.getProcessor().convertToFloatProcessor()
				.getPixels(), image.getWidth(), image.getHeight());
			write(analysed(pixels, args[1].equals("unknown") ? null : Lattices.get(args[1]), Double.parseDouble(args[2])), pixels, Path.of(args[3]));
			return;
		}
		if (args.length == 2 && args[0].equals("pictures")) {
			final Case planted = new Case(512, 0.1, 1);
			write(planted.found(), planted.image, Path.of(args[1]));
			return;
		}
		final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
		final int size = args.length > 1 ? Integer.parseInt(args[1]) : 512;
		System.out.println("noise,seed,atoms,indexed,displacement_rms_pm,strain_xx_error,strain_xx_said," +
			"shear,true_shear,shear_error,vacancies,vacancy_precision,vacancy_recall,interstitials," +
			"interstitial_precision,interstitial_recall,seconds");
		for (final double noise : new double[] { 0, 0.1, 0.3 })
			for (int seed = 1; seed <= seeds; seed++)
				System.out.println(new Case(size, noise, seed).line());
	}

	private static LatticeAnalysis analysed(final Img<FloatType> image, final Lattice lattice,
		final double pixel)
	{
		final Area area = Area.image((int) image.dimension(0), (int) image.dimension(1));
		final Lattice searched = lattice == null ? LATTICE : lattice;
		final AtomFindingTask task = new AtomFindingTask(image, area, AtomFindingSettings.of(searched, pixel),
			Progress.NONE);
		final SearchResult found = task.search().run(SearchEngine.AUTO, new StopRule(60, false), 1,
			Progress.NONE);
		final List<Blob> blobs = task.solution(task.pick(found.study(), Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE).atoms().atoms();
		final List<Blob> atoms = Refiner.refine(image, Contrast.BRIGHT, blobs, Refinement.GAUSSIAN,
			FitOptions.ROUND, Progress.NONE).blobs();
		return LatticeAnalysis.of(atoms, image, area, null, LatticeSettings.of(lattice, pixel), Progress.NONE);
	}

	private static void write(final LatticeAnalysis found, final Img<FloatType> image,
		final Path folder)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		LatticePictures.write(folder, image, found, LatticeMaps.of(found, width, height, Area.image(width, height),
			Progress.NONE), LatticeMarks.scale(found), Progress.NONE);
		for (final Grain grain : found.fit().grains())
			System.out.println(CellMeasures.of(grain.fit(), found.settings().lattice(), found.settings()
				.pixelSize()));
		System.out.println(found.atoms().size() + " atoms, " + found.fit().count(
			IndexedAtom.Status.INDEXED) + " on sites, " + found.fit().grains().size() + " grains, " + found.count(
				Defect.Kind.VACANCY) + " vacancies, " + found.count(Defect.Kind.INTERSTITIAL) + " interstitials, " + found
					.count(Defect.Kind.DOUBLE) + " doubles");
	}

	/** An image with vacancies and planted extra columns. */
	private static final class Case {

		private final double noise;
		private final int seed;
		private final SimulatedImage truth, full;
		private final Img<FloatType> image;
		private final List<Blob> extra = new ArrayList<>();

		Case(final int size, final double noise, final int seed) {
			this.noise = noise;
			this.seed = seed;
			final SimulationParameters.Builder builder = SimulationParameters.builder(LATTICE).size(size, size)
				.pixelSize(PIXEL).rotation(7.0 * seed).drift(0.15, 0).seed(seed);
			truth = ImageSimulator.simulate(builder.vacancies(0.015).noise(noise).build(), Progress.NONE);
			full = ImageSimulator.simulate(builder.vacancies(0).noise(0).build(), Progress.NONE);
			image = truth.image().copy();
			final Random random = new Random(seed);
			final double sigma = truth.columns().get(0).sigma(), spacing = 0.276 / PIXEL;
			while (extra.size() < 10) {
				final Blob atom = new Blob(size * random.nextDouble(), size * random.nextDouble(), sigma, 1);
				// In the middle between columns, as far as these let it.
				if (full.columns().stream().anyMatch(c -> distance(c, atom) < 0.66 * spacing) || !inside(atom,
					size)) continue;
				extra.add(atom);
			}
			final float peak = (float) truth.columns().stream().mapToDouble(Column::amplitude).average().orElse(
				1);
			final var cursor = image.localizingCursor();
			while (cursor.hasNext()) {
				cursor.fwd();
				for (final Blob e : extra) {
					final double d = Math.pow(cursor.getDoublePosition(0) - e.x(), 2) + Math.pow(cursor
						.getDoublePosition(1) - e.y(), 2);
					if (d < 25 * sigma * sigma) cursor.get().set(cursor.get().get() + peak * (float) Math.exp(-0.5 *
						d / (sigma * sigma)));
				}
			}
		}

		LatticeAnalysis found() {
			return analysed(image, LATTICE, PIXEL);
		}

		private static double distance(final Position a, final Position b) {
			return Math.hypot(a.x() - b.x(), a.y() - b.y());
		}

		private static boolean inside(final Position p, final int size) {
			return Math.min(Math.min(p.x(), size - 1 - p.x()), Math.min(p.y(), size - 1 - p.y())) > MARGIN / PIXEL;
		}

		String line() {
			final long start = System.nanoTime();
			// Vacancies without extra columns, which the search can't tell from their neighbours.
			final LatticeAnalysis a = analysed(truth.image(), LATTICE, PIXEL), with = found();
			final double seconds = (System.nanoTime() - start) * 1e-9;
			final int size = (int) image.dimension(0);
			final List<Position> gone = new ArrayList<>();
			for (final Column c : full.columns())
				if (truth.columns().stream().noneMatch(t -> distance(t, c) < 1)) gone.add(c);
			final double[] displacement = displacements(a, size);
			final CellMeasures m = CellMeasures.of(a.fit().grains().get(0).fit(), LATTICE, PIXEL);
			return String.format(Locale.ROOT, "%.1f,%d,%d,%d,%.2f,%.5f,%.5f,%.5f,%.5f,%.5f,%s,%s,%.1f", noise, seed,
				a.atoms().size(), a.fit().count(IndexedAtom.Status.INDEXED), displacement[0], displacement[1],
				displacement[2], m.strainXY().value(), 0.5 * 0.15 / (size * PIXEL) * Math.cos(2 * Math.toRadians(7.0 *
					seed)), m.strainXY().error(), score(a, Defect.Kind.VACANCY, gone, size), score(with,
						Defect.Kind.INTERSTITIAL, new ArrayList<>(extra), size), seconds);
		}

		/** Difference from the truth's displacement from the same lattice; of strain against the drift's. */
		private double[] displacements(final LatticeAnalysis a, final int size) {
			double sum = 0, error = 0, said = 0;
			int n = 0, strains = 0;
			final double[] xx = a.strains().values(Strains.Component.XX), e = a.strains().errors(
				Strains.Component.XX);
			for (int i = 0; i < a.atoms().size(); i++) {
				final Blob atom = a.atoms().get(i);
				if (!a.fit().indices().get(i).isIndexed() || !inside(atom, size)) continue;
				for (final Column c : truth.columns())
					if (distance(c, atom) < NEAR / PIXEL) {
						sum += Math.pow(distance(c, atom), 2) / 2;
						n++;
					}
				// Drift is linear in time, so relative to the fitted lattice there is no strain.
				error += xx[i] * xx[i];
				said += e[i] * e[i];
				strains++;
			}
			return new double[] { 1000 * PIXEL * Math.sqrt(sum / n), Math.sqrt(error / strains), Math.sqrt(said /
				strains) };
		}

		private static String score(final LatticeAnalysis a, final Defect.Kind kind,
			final List<Position> truth, final int size)
		{
			final List<Defect> found = a.defects().stream().filter(d -> d.kind() == kind && d.confidence() > 0.5)
				.toList();
			final long known = truth.stream().filter(t -> inside(t, size)).count(), claimed = found.stream().filter(
				d -> inside(d, size)).count();
			final long right = found.stream().filter(d -> inside(d, size) && truth.stream().anyMatch(t -> distance(
				t, d) < NEAR / PIXEL)).count();
			final long hit = truth.stream().filter(t -> inside(t, size) && found.stream().anyMatch(d -> distance(
				t, d) < NEAR / PIXEL)).count();
			return String.format(Locale.ROOT, "%d,%.3f,%.3f", known, (double) right / claimed, (double) hit /
				known);
		}
	}
}
