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

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.SimulatedSeries;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.track.FrameLinks;
import sc.fiji.rewardanalysis.core.track.TrackedSeries;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesLog;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesRun;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSource;

/**
 * The tables of docs/time-series.md: how well columns are linked and drift is found in simulated
 * series with known truth, and what a frame costs. Usage: {@code SeriesStudy [cost | file]}: the costs alone, or the series of
 * the pictures into a TIFF file.
 */
public final class SeriesStudy {

	private static final double PIXEL = 0.015;

	private SeriesStudy() {}

	public static void main(final String... args) {
		if (args.length == 1 && !args[0].equals("cost")) write(new File(args[0]));
		else {
			if (args.length == 0) positions();
			images(256, 30, Refinement.GAUSSIAN);
			images(512, 12, Refinement.GAUSSIAN);
			images(512, 12, Refinement.NONE);
		}
	}

	private static SimulatedSeries.Settings settings(final String lattice, final int size,
		final int frames, final double vacancies, final double errors, final long seed)
	{
		return new SimulatedSeries.Settings(Lattices.get(lattice), PIXEL, size, frames, 0.2, 0.1, 0.1, Set
			.of(5, 12, 22), Set.of(9), vacancies, 0.03, errors, errors, 0.05, 0.1, seed);
	}

	/** Positions with errors that are known, and the images for the translations alone. */
	private static void positions() {
		System.out.println("| crystal | vacancies | missing and false in a frame | images | precision of links | recall | largest drift error | ambiguous drifts | wrong drifts | wrong, though said to be clear |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|");
		for (final String lattice : List.of("YBa2Cu3O7-100", "SrTiO3-001", "Fe-100"))
			for (final double vacancies : new double[] { 0, 0.01, 0.02 })
				for (final boolean withImages : new boolean[] { true, false })
					row(lattice, vacancies, 0.05, withImages);
		row("YBa2Cu3O7-100", 0.02, 0.1, true);
		row("YBa2Cu3O7-100", 0.02, 0.2, true);
	}

	private static void row(final String lattice, final double vacancies, final double errors,
		final boolean withImages)
	{
		double precision = 0, recall = 0, worst = 0;
		int ambiguous = 0, wrong = 0, misled = 0, all = 0;
		final int seeds = 5;
		for (int seed = 1; seed <= seeds; seed++) {
			final SimulatedSeries series = new SimulatedSeries(settings(lattice, 256, 30, vacancies, errors,
				seed));
			final TrackedSeries tracked = TrackedSeries.of(series, withImages, 2);
			precision += tracked.precision() / seeds;
			recall += tracked.recall() / seeds;
			worst = Math.max(worst, tracked.worstDrift());
			for (final FrameDrift d : tracked.drifts()) {
				if (d.reference() < 0 || !d.drift().isFound()) continue;
				all++;
				final boolean isWrong = Math.hypot(d.drift().dx() - series.totalX(d.frame()) + series.totalX(d
					.reference()), d.drift().dy() - series.totalY(d.frame()) + series.totalY(d.reference())) > 0.4 *
						series.settings().spacing();
				if (d.drift().isAmbiguous()) ambiguous++;
				if (isWrong) wrong++;
				if (isWrong && !d.drift().isAmbiguous()) misled++;
			}
		}
		System.out.printf(Locale.ROOT,
			"| %s | %.0f %% | %.0f %% | %s | %.4f | %.4f | %.2f px | %d of %d | %d | %d |%n", lattice, 100 *
				vacancies, 100 * errors, withImages ? "yes" : "no", precision, recall, worst, ambiguous, all, wrong,
			misled);
	}

	/** The whole way, from images; twice, for Java is slow at first. */
	private static void images(final int size, final int frames, final Refinement refine) {
		final SimulatedSeries series = new SimulatedSeries(settings("YBa2Cu3O7-100", size, frames, 0.02, 0,
			1));
		final AtomFindingSettings finding = AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"), PIXEL);
		final SeriesRun run = new SeriesRun(source(series), new SeriesSettings(finding, SearchEngine.AUTO,
			new StopRule(60, false), Pick.EUCLIDEAN, 1, refine, new FitOptions(false, true), SeriesSettings
				.track(finding, 0, 2)));
		run.run(SeriesLog.NONE, Progress.NONE, f -> {});
		final double[] cost = new double[frames];
		final double[] before = { processorTime() };
		final SeriesResult result = run.run(SeriesLog.NONE, Progress.NONE, f -> {
			final double now = processorTime();
			cost[f.index()] = now - before[0];
			before[0] = now;
		});
		double worst = 0, later = 0;
		int followed = 0;
		for (final SeriesFrame f : result.frames()) {
			final FrameLinks links = result.trajectories().frames().get(f.index());
			if (links.isLinked()) worst = Math.max(worst, Math.hypot(links.totalX() - series.totalX(f.index()),
				links.totalY() - series.totalY(f.index())));
			if (f.search().startsWith("followed")) {
				later += cost[f.index()];
				followed++;
			}
		}
		System.out.printf(Locale.ROOT,
			"%n%d x %d px, %d frames, refine=%s: largest drift error %.3f px; processor time %.2f s of the first frame, %.3f s of one of %d that were followed (%.1f %%), all included.%n",
			size, size, frames, refine.name().toLowerCase(Locale.ROOT), worst, cost[0], later / followed,
			followed, 100 * later / followed / cost[0]);
	}

	/** Of this Java, s; what else the machine does is no matter. */
	private static double processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime() * 1e-9;
	}

	/** Simulated beforehand, for that takes time. */
	private static SeriesSource source(final SimulatedSeries series) {
		final List<Img<FloatType>> images = IntStream.range(0, series.settings().frames()).mapToObj(
			series::image).toList();
		return new SeriesSource() {

			@Override
			public int size() {
				return series.settings().frames();
			}

			@Override
			public Area area() {
				return series.area();
			}

			@Override
			public Frame read(final int index) {
				return new Frame(images.get(index), "");
			}
		};
	}

	private static void write(final File file) {
		final SimulatedSeries series = new SimulatedSeries(settings("YBa2Cu3O7-100", 256, 30, 0.02, 0, 1));
		final ImageStack stack = new ImageStack(256, 256);
		for (int f = 0; f < series.settings().frames(); f++) {
			final Img<FloatType> image = series.image(f);
			final float[] pixels = new float[256 * 256];
			int i = 0;
			for (final FloatType value : image)
				pixels[i++] = value.get();
			stack.addSlice(new FloatProcessor(256, 256, pixels));
		}
		final ImagePlus image = new ImagePlus("series", stack);
		image.setDimensions(1, 1, series.settings().frames());
		image.getCalibration().pixelWidth = PIXEL;
		image.getCalibration().pixelHeight = PIXEL;
		image.getCalibration().setUnit("nm");
		image.getCalibration().frameInterval = 0.5;
		image.getCalibration().setTimeUnit("s");
		IJ.saveAsTiff(image, file.getPath());
	}
}
