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

package sc.fiji.rewardanalysis.command;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import ij.ImageStack;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.SeriesFrames;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/** Runs of a search that are cancelled at any moment. */
public final class Cancels {

	private Cancels() {}

	/** A search on an image of its own. */
	record Job(ImagePlus image, SearchEngine engine, int evaluations, boolean stack, Path folder) {}

	/** Cancelled once and for all at a time. */
	private static final class At implements Progress {

		private final long time;
		private volatile String doing = "begin";

		At(final long time) {
			this.time = time;
		}

		@Override
		public void update(final double fraction, final String message) {
			if (!isCanceled()) doing = message;
		}

		@Override
		public boolean isCanceled() {
			return System.nanoTime() >= time;
		}
	}

	/**
	 * What came of a cancel.
	 *
	 * @param seconds until the run ended; below 0 if it had ended before
	 * @param doing what it was doing
	 */
	public record Outcome(double seconds, String doing) {}

	public static ImagePlus image(final int size, final int slices) {
		final ImageStack stack = new ImageStack(size, size);
		for (int i = 0; i < slices; i++)
			stack.addSlice(SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters.builder(
				Ybco.LATTICE).size(size, size).pixelSize(Ybco.PIXEL).noise(0.2).seed(i).build(),
				Progress.NONE), "image").getProcessor());
		final ImagePlus image = new ImagePlus("image", stack);
		image.setCalibration(CommandImages.ybco().getCalibration());
		return image;
	}

	/**
	 * A run of a command's method {@code analyse}.
	 *
	 * @param after the start, s
	 * @param inputs names and values
	 */
	public static <C extends AnalysisCommand> Outcome cancel(final C command, final double after,
		final Object... inputs)
	{
		try (Context context = Commands.context()) {
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(command.getClass()), command);
			for (int i = 0; i < inputs.length; i += 2)
				module.setInput((String) inputs[i], inputs[i + 1]);
			final long time = System.nanoTime() + (long) (1e9 * after);
			final At progress = new At(time);
			try {
				Insides.analyse(command, progress);
			}
			catch (final CancellationException | sc.fiji.rewardanalysis.core.RewardAnalysisException exc) {
				// Nothing is shown or left then, or a folder's run says how far it came.
				return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
			}
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
	}

	/**
	 * Find Atoms, ready to be run by its method {@code analyse}.
	 *
	 * @param folder null for none
	 */
	static FindAtoms findAtoms(final Context context, final ImagePlus image, final Path folder) {
		final FindAtoms command = new FindAtoms();
		context.inject(command);
		final CommandModule module = new CommandModule(new CommandInfo(FindAtoms.class), command);
		module.setInput("image", image);
		module.setInput("slices", "all");
		if (folder != null) module.setInput("output_folder", folder.toFile());
		return command;
	}

	/** Runs a command's method {@code analyse}, whatever becomes of it. */
	static void run(final AnalysisCommand command, final Progress progress, final Object... inputs) {
		try (Context context = Commands.context()) {
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(command.getClass()), command);
			for (int i = 0; i < inputs.length; i += 2)
				module.setInput((String) inputs[i], inputs[i + 1]);
			Insides.analyse(command, progress);
		}
		catch (final CancellationException | sc.fiji.rewardanalysis.core.RewardAnalysisException exc) {
			// It says so, and leaves what there is.
			return;
		}
	}

	/** @param after the start, s */
	static Outcome cancelFindAtoms(final ImagePlus image, final Path folder, final double after) {
		try (Context context = Commands.context()) {
			final FindAtoms command = findAtoms(context, image, folder);
			final long time = System.nanoTime() + (long) (1e9 * after);
			final At progress = new At(time);
			try {
				command.analyse(progress);
			}
			catch (final CancellationException exc) {
				// No slice was done yet.
				return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
			}
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
	}

	/** @param after the start, s */
	public static Outcome cancelWork(final Consumer<Progress> work, final double after) {
		final long time = System.nanoTime() + (long) (1e9 * after);
		final At progress = new At(time);
		try {
			work.accept(progress);
		}
		catch (final CancellationException exc) {
			// Nothing was done yet.
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
		return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
	}

	/** @param after the start, s */
	static Outcome cancelSeries(final ImagePlus stack, final Path folder, final double after) {
		final AtomFindingSettings finding = AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL);
		final SeriesSettings settings = new SeriesSettings(finding, SearchEngine.EXACT, new StopRule(60,
			false), Pick.EUCLIDEAN, 1, Refinement.GAUSSIAN, new FitOptions(false, true), SeriesSettings.track(
				finding, 0, 2));
		final long time = System.nanoTime() + (long) (1e9 * after);
		final At progress = new At(time);
		final AnalysedImage image = AnalysedImage.of(stack);
		try (ProgressWindow window = ProgressWindow.open("test")) {
			new SeriesRequest(image, new SeriesFrames(image, SeriesFrames.Axis.AUTO), settings, Double.NaN, folder,
				"macro").run(window, text -> {}, progress);
		}
		catch (final CancellationException exc) {
			// No frame was done yet.
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
		return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
	}

	/** @param after the start, s */
	static Outcome cancelWindows(final ImagePlus image, final Path folder, final double after) {
		final long time = System.nanoTime() + (long) (1e9 * after);
		final At progress = new At(time);
		final OptimizationRequest request = new OptimizationRequest(AnalysedImage.of(image),
			AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), SearchEngine.EXACT, new StopRule(60, false),
			Pick.EUCLIDEAN, 1, Refinement.GAUSSIAN, new FitOptions(false, true), folder, null, "macro");
		try {
			new WindowOptimization(request, 1.8, 0, text -> {}).run(progress);
		}
		catch (final CancellationException exc) {
			// Half of the windows are no result.
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
		return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
	}

	/** @param after the start, s */
	static Outcome cancel(final Job job, final double after) {
		final long time = System.nanoTime() + (long) (1e9 * after);
		final At progress = new At(time);
		final OptimizationRequest request = new OptimizationRequest(AnalysedImage.of(job.image),
			AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), job.engine, new StopRule(job.evaluations,
				false), Pick.EUCLIDEAN, 1, Refinement.GAUSSIAN, new FitOptions(false, true), job.folder, null,
			"macro");
		try {
			final ProgressWindow window = ProgressWindow.open("test");
			if (job.stack) new StackOptimization(request, Pooling.MEAN, 3, window, text -> {}).run(progress);
			else new ImageOptimization(request, window, text -> {}).run(progress);
		}
		catch (final CancellationException | sc.fiji.rewardanalysis.core.RewardAnalysisException exc) {
			// Nothing was found yet.
			return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
		}
		return new Outcome((System.nanoTime() - time) * 1e-9, progress.doing);
	}
}
