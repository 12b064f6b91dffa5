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

package sc.fiji.rewardanalysis.ui.live;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;

import ij.ImagePlus;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Managers;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * Measures what being watched costs a search of 60 evaluations in CPU time, by turns with and without, and
 * how long overlays of 10 000 atoms take. Needs a display. Arguments: size of the image, turns.
 */
final class LiveTimings {

	private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(
		OperatingSystemMXBean.class);

	private LiveTimings() {}

	public static void main(final String[] args) throws Exception {
		final int size = Integer.parseInt(args[0]), turns = Integer.parseInt(args[1]);
		final ImagePlus image = SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters
			.builder(Ybco.LATTICE).size(size, size).pixelSize(Ybco.PIXEL).noise(0.2).build(), Progress.NONE),
			"image");
		image.show();
		for (final SearchEngine engine : List.of(SearchEngine.BAYESIAN, SearchEngine.EXACT)) {
			final List<Double> without = new ArrayList<>(), with = new ArrayList<>();
			search(image, engine, false);
			for (int i = 0; i < turns; i++) {
				without.add(search(image, engine, false));
				with.add(search(image, engine, true));
			}
			System.out.printf(Locale.ROOT, "%s %d: CPU time without %s median %.2f s, with %s median %.2f s%n", engine,
				size, round(without), median(without), round(with), median(with));
		}
		overlays();
		System.exit(0);
	}

	private static List<String> round(final List<Double> seconds) {
		return seconds.stream().map(s -> String.format(Locale.ROOT, "%.2f", s)).toList();
	}

	private static double median(final List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

	private static double search(final ImagePlus image, final SearchEngine engine,
		final boolean watched)
	{
		final AnalysedImage analysed = AnalysedImage.of(image);
		final long start = CPU.getProcessCpuTime();
		final AtomFindingTask task = new AtomFindingTask(analysed.pixels(), analysed.area(),
			AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), Progress.NONE);
		try (ProgressWindow window = ProgressWindow.open("Timing");
				LiveSearch live = new LiveSearch(window, image, scene(task, analysed)))
		{
			final Progress progress = new Progress() {

				@Override
				public void update(final double fraction, final String message) {
					window.update(fraction, message);
				}

				@Override
				public boolean isCanceled() {
					return false;
				}
			};
			task.search().run(engine, new StopRule(60, false), 1, s -> StudyLog.NONE, watched ? progress
				: Progress.NONE, watched ? live : SearchListener.NONE);
			return (CPU.getProcessCpuTime() - start) * 1e-9;
		}
	}

	private static LiveSearch.Scene scene(final AtomFindingTask task, final AnalysedImage analysed) {
		return new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, Pick.EUCLIDEAN);
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final AtomSolution solution = task.solution(evaluation, progress);
				return new LiveSearch.Sketch(() -> AtomOverlay.show(analysed, solution.atoms().atoms(), solution
					.errors()), task.expectation(solution));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		};
	}

	private static void overlays() throws Exception {
		final ImagePlus image = new ImagePlus("many", new ByteProcessor(2048, 2048));
		image.show();
		final Random random = new Random(1);
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 10_000; i++)
			atoms.add(new Blob(2048 * random.nextDouble(), 2048 * random.nextDouble(), 4, 1));
		final double[] build = new double[15], draw = new double[15], add = new double[5];
		for (int i = 0; i < build.length; i++) {
			long start = System.nanoTime();
			AtomOverlay.show(AnalysedImage.of(image), atoms, new int[] { 1, 2, 3 });
			build[i] = (System.nanoTime() - start) * 1e-6;
			start = System.nanoTime();
			java.awt.EventQueue.invokeAndWait(() -> image.getCanvas().paint(image.getCanvas().getGraphics()));
			draw[i] = (System.nanoTime() - start) * 1e-6;
		}
		final RoiManager manager = RoiManager.getRoiManager();
		for (int i = 0; i < add.length; i++) {
			final long start = System.nanoTime();
			Managers.add(image, AtomOverlay.rois(image));
			add[i] = (System.nanoTime() - start) * 1e-6;
		}
		Arrays.sort(build);
		Arrays.sort(draw);
		Arrays.sort(add);
		System.out.printf(Locale.ROOT, "10 000 atoms: overlay %.0f ms (worst %.0f), painted in %.0f ms (worst %.0f), to the ROI Manager (%d there) %.0f ms (worst %.0f)%n",
			build[7], build[14], draw[7], draw[14], manager.getCount(), add[2], add[4]);
	}
}
