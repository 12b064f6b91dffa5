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

import java.util.Locale;
import java.util.Optional;

import ij.IJ;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionObjectives;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * How well amorphous zones of known outline are found in simulated YBa2Cu3O7: shapes, noise,
 * seeds, objectives. Prints one CSV line a run.
 * <p>
 * Usage: {@code AmorphousStudy [evaluations] [seeds] [size_px] [pixel_nm] [first seed]}, or {@code
 * AmorphousStudy samples [evaluations]} in the project's folder for those of sample-data.
 * {@code -Dall=true} compares the objectives too.
 */
public final class AmorphousStudy {

	private static final Lattice LATTICE = Lattices.get("YBa2Cu3O7-100");

	private AmorphousStudy() {}

	public static void main(final String... args) {
		System.out.println(
			"shape,noise,seed,pixel_nm,objectives,atoms,iou,best_iou,separation,compactness,perimeter," +
				"area,contrast,regions,feasible,seconds,parameters");
		if (args.length > 0 && args[0].equals("samples")) {
			samples(args.length > 1 ? Integer.parseInt(args[1]) : 60);
			return;
		}
		final int evaluations = args.length > 0 ? Integer.parseInt(args[0]) : 60;
		final int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
		final int size = args.length > 2 ? Integer.parseInt(args[2]) : 512;
		final double pixel = args.length > 3 ? Double.parseDouble(args[3]) : 0.02;
		final int first = args.length > 4 ? Integer.parseInt(args[4]) : 1;
		for (int seed = first; seed < first + seeds; seed++)
			for (final double noise : new double[] { 0, 0.1, 0.2 })
				for (int shape = -1; shape < AmorphousShape.values().length; shape++)
					run(shape < 0 ? null : AmorphousShape.values()[shape], noise, seed, size, pixel,
						evaluations);
	}

	private static void samples(final int evaluations) {
		for (final String name : new String[] { "disc", "band", "ring", "amorphous" }) {
			final String path = "sample-data/ybco-" + name;
			final FloatProcessor pixels = IJ.openImage(path + ".tif").getProcessor()
				.convertToFloatProcessor();
			final ImageProcessor zones = IJ.openImage(path + "_zones.tif").getProcessor();
			final boolean[] truth = new boolean[zones.getPixelCount()];
			for (int i = 0; i < truth.length; i++)
				truth[i] = zones.getf(i) != 0;
			run(name + "," + (name.equals("amorphous") ? "0.08,sample,0.015" : "0.1,sample,0.02"), ArrayImgs
				.floats((float[]) pixels.getPixels(), pixels.getWidth(), pixels.getHeight()), new Mask(zones
					.getWidth(), zones.getHeight(), truth), name.equals("amorphous") ? 0.015 : 0.02, 1,
				evaluations);
		}
	}

	private static void run(final AmorphousShape shape, final double noise, final long seed,
		final int size, final double pixel, final int evaluations)
	{
		final SimulationParameters.Builder builder = SimulationParameters.builder(LATTICE).size(size,
			size).pixelSize(pixel).noise(noise).seed(seed);
		if (shape != null) builder.amorphousFraction(0.25).amorphousShape(shape);
		final SimulatedImage simulated = ImageSimulator.simulate(builder.build(), Progress.NONE);
		run(shape + "," + noise + "," + seed + "," + pixel, simulated.image(), new Mask(size, size,
			simulated.amorphous()), pixel, seed, evaluations);
	}

	private static void run(final String name, final Img<FloatType> image, final Mask truth,
		final double pixel, final long seed, final int evaluations)
	{
		final Area area = Area.image(truth.width(), truth.height());
		final AtomFindingTask finding = new AtomFindingTask(image, area, AtomFindingSettings.of(LATTICE,
			pixel), Progress.NONE);
		final SearchResult found = finding.search().run(SearchEngine.AUTO, new StopRule(60,
			false), seed, Progress.NONE);
		final AtomSolution atoms = finding.solution(finding.pick(found.study(), Pick.EUCLIDEAN)
			.orElseThrow(), Progress.NONE);
		for (final RegionObjectives objectives : RegionObjectives.values()) {
			if (objectives != RegionObjectives.SEPARATION && System.getProperty("all") == null) continue;
			final long start = System.nanoTime();
			final AtomScene scene = new AtomScene(image, area, atoms.atoms().atoms(), pixel, LATTICE,
				seed, Progress.NONE);
			final RegionTask task = new RegionTask(new RegionFinder(scene, AmorphousRule.DISORDER),
				RegionRanges.of(scene.spacing()), objectives);
			final SearchResult result = task.run(SearchEngine.AUTO, new StopRule(evaluations, false),
				seed, s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE);
			final double seconds = (System.nanoTime() - start) * 1e-9;
			double best = 0;
			for (final Evaluation e : result.study().evaluations())
				if (e.feasible()) best = Math.max(best, MaskAgreement.of(task.solution(e, Progress.NONE).mask(),
					truth).iou());
			final Optional<Evaluation> pick = task.pick(result.study(), Pick.EUCLIDEAN);
			final AmorphousRegions r = pick.map(e -> task.solution(e, Progress.NONE)).orElse(null);
			final long feasible = result.study().evaluations().stream().filter(Evaluation::feasible).count();
			System.out.println(String.format(Locale.ROOT,
				"%s,%s,%d,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.2f,%d,%d,%.1f,%s", name, objectives, scene.atoms()
					.size(), r == null ? Double.NaN : MaskAgreement.of(r.mask(), truth).iou(), best, r == null ? 0 : r.separation(), r == null ? 0 : r.measures().roundness(),
				r == null ? 0 : r.measures().perimeter(), r == null ? 0 : r.measures().areaFraction(),
				r == null ? 0 : r.contrast(), r == null ? 0 : r.regions().size(), feasible, seconds, pick.map(
					e -> e.configuration().toString().replace(',', ';')).orElse("")));
		}
	}
}
