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

package sc.fiji.rewardanalysis.command.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.NetworkFiles;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Ending;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Result;
import sc.fiji.rewardanalysis.learning.columns.ColumnTraining;
import sc.fiji.rewardanalysis.plot.TrainingPlot;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.live.LiveTraining;

/**
 * What the user asked {@link TrainNetwork} for.
 *
 * @param folder where files go
 * @param checkpoint to go on from; null for that of the folder, if there is one
 * @param macro the line that repeats the run
 */
record NetworkTraining(NetworkSettings settings, Path folder, Path checkpoint, String macro) {

	private static final List<TrainingPlot.Panel> PANELS = List.of(new TrainingPlot.Panel("Loss", List
		.of(ColumnTraining.LOSS, ColumnTraining.HELD_OUT)), new TrainingPlot.Panel("F1", List.of(
			ColumnTraining.F1)));

	private static final String GOES_ON = " The same values and output folder go on from there.";

	/** Trains, saves after each epoch and shows what came out. */
	void run(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
		final long start = System.nanoTime();
		AtomicFile.checkWritable(folder);
		final TrainingState begin = begin(note);
		final Result result;
		try (LiveTraining live = new LiveTraining(window, null, PANELS, settings
			.epochs(), subtitle())) {
			live.show(begin.history());
			result = ColumnTraining.train(settings, begin, state -> {
				NetworkFiles.save(folder, state);
				live.show(state.history());
			}, progress.part(0, 0.98));
		}
		if (result.state().epoch() == 0) {
			if (result.ending() == Ending.CANCELED) throw new CancellationException("Cancelled.");
			throw new RewardAnalysisException("%s", result.advice());
		}
		final NetworkFiles files = new NetworkFiles(settings, result.state(), result.advice(), (System
			.nanoTime() - start) * 1e-9, macro);
		if (result.ending() != Ending.FINISHED) note.accept(result.advice() + (result
			.ending() == Ending.CANCELED ? GOES_ON : ""));
		files.write(folder);
		draw(folder, result.state().history(), note, progress.again().part(0.98, 1));
		if (Display.isInteractive()) ReportWindow.open(report(files, result), null, window::place);
	}

	private TrainingState begin(final Consumer<String> note) {
		final Path file = checkpoint != null ? checkpoint : NetworkFiles.checkpoint(folder);
		if (file == null) return ColumnTraining.begun(settings);
		final TrainingState state = ColumnTraining.resumed(settings, TrainingFile.read(file), file
			.toString());
		if (state.epoch() > settings.epochs()) throw new RewardAnalysisException(
			"%s has %d epochs behind it, more than the %d that are asked for; raise epochs, or choose another output folder.",
			file, state.epoch(), settings.epochs());
		note.accept("Goes on after " + Words.count(state.epoch(), "epoch") + " in " + file + ".");
		return state;
	}

	private void draw(final Path into, final TrainingHistory history, final Consumer<String> note,
		final Progress progress)
	{
		try {
			final String left = TrainingPlot.write(into, history, PANELS, subtitle(), progress);
			if (!left.isEmpty()) note.accept(left);
		}
		catch (final CancellationException exc) {
			// Pictures of an earlier run may be left, which aren't of this one.
			AtomicFile.delete(into, "training.{png,svg}");
		}
	}

	private String subtitle() {
		return String.format(Locale.ROOT, "%s; noise %s to %s, %d images an epoch, %d held out", settings
			.scenes().invented() > 0 ? "all crystals" : settings.scenes().lattices().get(0).name(), settings
				.scenes().noiseLow(), settings.scenes().noiseHigh(), settings.images(), settings.heldOut());
	}

	private ReportWindow.Report report(final NetworkFiles files, final Result result) {
		final TrainingHistory history = result.state().history();
		final List<ReportTab> tabs = new ArrayList<>();
		tabs.add(ReportTab.chart("Training", () -> TrainingPlot.chart(history, PANELS, settings.epochs(),
			subtitle())));
		tabs.add(ReportTab.table("Table", TrainingFile.table(history)));
		return new ReportWindow.Report("Training of a network", files.summary(), result.advice().isEmpty()
			? "The network is " + folder.resolve(NetworkFiles.NETWORK) + "." : result.advice(), tabs,
			new RunPanel.Run(folder, NetworkFiles.CURVES, "this training", macro, "", into -> () -> {
				files.write(into);
				draw(into, history, text -> {}, Progress.NONE);
			}), "train-network", List.of());
	}
}
