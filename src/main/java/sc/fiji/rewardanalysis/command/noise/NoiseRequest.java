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

package sc.fiji.rewardanalysis.command.noise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.io.NoiseFiles;
import sc.fiji.rewardanalysis.core.io.NoiseJournal;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseStudy;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseTruth;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.OracleRequest;
import sc.fiji.rewardanalysis.imagej.Oracles;
import sc.fiji.rewardanalysis.plot.NoisePlot;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.TableWindow;

/**
 * What the user asked {@link StudyNoiseRobustness} for.
 *
 * @param image the slice that is shown
 * @param oracle who knows the true positions; null for nobody
 * @param folder where files go; null for none
 * @param macro the line that repeats the run
 */
record NoiseRequest(AnalysedImage image, NoiseSettings settings, OracleRequest oracle, Path folder,
	String macro)
{

	private static final String GOES_ON = " The same settings and output folder go on from there.";

	/** The study; it complains if the inputs don't go together. */
	NoiseStudy study(final Progress progress) {
		return new NoiseStudy(image.pixels(), image.area(), settings, oracle == null ? null : given(),
			progress);
	}

	private NoiseTruth given() {
		final Oracle truth = Oracles.read(image, settings.finding().pixelSize(), oracle).shifted(-image
			.x(), -image.y());
		// Of their size nothing is known, nor asked.
		return NoiseTruth.given(truth.points().stream().map(p -> new Blob(p.x(), p.y(), Double.NaN,
			Double.NaN)).toList(), truth.origin());
	}

	/** Runs the study, writes the files and shows what came out. */
	void run(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
		final long start = System.nanoTime();
		final NoiseStudy study = study(progress.part(0, 0.01));
		final String hash = image.hash();
		final NoiseResult result;
		try (NoiseLog log = NoiseJournal.open(folder, study, hash)) {
			if (!log.known().isEmpty()) note.accept("Goes on after " + Words.count(log.known().size(),
				"run") + " in " + folder.resolve(TaskJournal.NAME) + ".");
			result = study.run(log, progress.part(0.01, 0.97), run -> {});
		}
		final String unlike = result.truth().note(result.physics());
		if (!unlike.isEmpty()) note.accept(unlike);
		if (!result.isComplete()) note.accept("Cancelled: " + result.extent() + (folder == null ? ""
			: GOES_ON));
		new Report(new NoiseFiles(result, study.matchDistance(), image.run(hash, start, macro))).of(
			window, note, progress.again().part(0.97, 1));
	}

	/** What there is to say of a study. */
	private final class Report {

		private final NoiseFiles files;

		Report(final NoiseFiles files) {
			this.files = files;
		}

		void of(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
			if (folder != null) {
				final String left = written(folder, progress);
				if (!left.isEmpty()) note.accept(left);
			}
			final ImagePlus source = image.source();
			TableWindow.show(files.runs(), "Noise runs of " + source.getTitle(), source);
			if (!Display.isInteractive() && folder == null) note.accept(files.summary());
			if (Display.isInteractive()) ReportWindow.open(shown(), source.getWindow(), window::place);
			progress.update(1, files.result().extent());
		}

		/** @return why there are no SVGs; else empty */
		private String written(final Path into, final Progress progress) {
			files.write(into);
			try {
				return NoisePlot.write(into, files.result(), progress);
			}
			catch (final CancellationException exc) {
				// Pictures of an earlier run may be left, which aren't of this one.
				AtomicFile.delete(into, "noise_*.{png,svg}");
				return "";
			}
		}

		private ReportWindow.Report shown() {
			final NoiseResult result = files.result();
			final List<ReportTab> tabs = new ArrayList<>();
			for (final NoisePlot.Kind kind : NoisePlot.kinds(result))
				tabs.add(ReportTab.chart(kind.title(), () -> NoisePlot.chart(result, kind)));
			tabs.add(ReportTab.table("Table", files.summaryTable()));
			return new ReportWindow.Report("Noise robustness of " + image.source().getTitle(), files
				.summary(), result.isComplete() ? result.truth().meaning() + "." : result.extent() + GOES_ON,
				tabs, new RunPanel.Run(folder, "noise.csv", "this study", macro, "",
					into -> () -> written(into, Progress.NONE)), "study-noise-robustness", List.of());
		}
	}
}
