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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.SeriesFiles;
import sc.fiji.rewardanalysis.core.io.SeriesJournal;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.track.Trajectory;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesAtom;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesLog;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesRun;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ClassOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.SeriesFrames;
import sc.fiji.rewardanalysis.plot.SeriesPlots;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.TableWindow;

/**
 * What the user asked {@link OptimizeTimeSeries} for.
 *
 * @param image the frame that is shown
 * @param series its stack
 * @param interval time from a frame to the next, s; NaN if unknown
 * @param folder where files go; null for none
 * @param macro the line that repeats the run
 */
record SeriesRequest(AnalysedImage image, SeriesFrames series, SeriesSettings settings,
	double interval, Path folder, String macro)
{

	private static final String GOES_ON = " The same settings and output folder go on from there.";

	/** Displacements from the mean place that have a colour of their own, in column distances. */
	private static final double[] LIMITS = { 0.05, 0.1, 0.2 };

	/** From still to far, and what is on no track: apart for every colour vision. */
	private static final List<Integer> COLOURS = List.of(0x56B4E9, 0x009E73, 0xE69F00, 0xD55E00);

	/** Analyses the series, writes the files and shows what came out. */
	void run(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
		final long start = System.nanoTime();
		if (series.size() == 1) note.accept("\"" + image.source().getTitle() +
			"\" is a single image: a series that has only begun. Open it as a stack to follow columns.");
		final SeriesRun run = new SeriesRun(series, settings);
		final SeriesResult result;
		try (SeriesLog log = SeriesJournal.open(folder, run, image.source().getTitle())) {
			if (!log.known().isEmpty()) note.accept("Goes on after " + Words.count(log.known().size(),
				"frame") + " in " + folder.resolve(TaskJournal.NAME) + ".");
			result = run.run(log, progress.part(0, 0.95), f -> {});
		}
		if (!result.isComplete()) note.accept("Cancelled: " + result.extent() + (folder == null ? ""
			: GOES_ON));
		for (final SeriesFrame f : result.frames())
			if (!f.isDone()) note.accept("Frame " + (f.index() + 1) + ": " + f.failure());
		final SeriesFiles files = new SeriesFiles(result, image.run(hash(result), start, macro), interval);
		new Report(files).of(window, note, progress.again().part(0.95, 1));
	}

	/** Of the first frame that was analysed. */
	private static String hash(final SeriesResult result) {
		return result.frames().stream().filter(SeriesFrame::isDone).map(SeriesFrame::hash).findFirst()
			.orElse("");
	}

	/** What there is to say of a series. */
	private final class Report {

		private final SeriesFiles files;
		private final SeriesResult result;

		Report(final SeriesFiles files) {
			this.files = files;
			result = files.result();
		}

		void of(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
			if (folder != null) {
				final String left = written(folder, progress);
				if (!left.isEmpty()) note.accept(left);
			}
			if (result.done() == 0) throw new RewardAnalysisException(
				"No frame of the series could be analysed; the first one because: %s", result.frames().get(0)
					.failure());
			final ImagePlus source = image.source();
			showAtoms(source);
			TableWindow.show(files.tracks(), "Tracks of " + source.getTitle(), source);
			TableWindow.show(files.frames(), "Frames of " + source.getTitle(), source);
			if (!Display.isInteractive() && folder == null) note.accept(files.summary());
			if (Display.isInteractive()) ReportWindow.open(shown(), source.getWindow(), window::place);
			progress.update(1, result.extent());
		}

		/** @return why there are no SVGs; else empty */
		private String written(final Path into, final Progress progress) {
			files.write(into);
			try {
				return SeriesPlots.write(into, result, progress);
			}
			catch (final CancellationException exc) {
				// Pictures of an earlier run may be left, which aren't of this one.
				AtomicFile.delete(into, SeriesPlots.FILES);
				return "";
			}
		}

		/** Atoms of all frames, coloured by how far they are from their tracks' mean places. */
		private void showAtoms(final ImagePlus source) {
			final List<int[]> labels = result.frames().stream().map(f -> new int[f.atoms().size()]).toList();
			labels.forEach(l -> Arrays.fill(l, -1));
			for (final Trajectory t : result.trajectories().tracks()) {
				if (t.points().size() < 2) continue;
				final double[] displacements = t.displacements();
				for (int i = 0; i < displacements.length; i++)
					labels.get(t.points().get(i).frame())[t.points().get(i).column()] = label(displacements[i]);
			}
			final List<ClassOverlay.OnSlice> slices = new ArrayList<>();
			for (final SeriesFrame f : result.frames())
				slices.add(new ClassOverlay.OnSlice(series.slice(f.index()), f.atoms().stream().map(SeriesAtom::blob)
					.map(b -> new Blob(image.x() + b.x(), image.y() + b.y(), b.sigma(), b.response())).toList(),
					labels.get(f.index())));
			ClassOverlay.show(source, slices, names(), COLOURS);
		}

		private int label(final double displacement) {
			int label = 0;
			while (label < LIMITS.length && displacement > LIMITS[label] * settings.track().spacing())
				label++;
			return label;
		}

		/** With the limits in pm. */
		private List<String> names() {
			final double pm = 1000 * settings.track().spacing() * settings.finding().pixelSize();
			final List<String> names = new ArrayList<>();
			for (final double limit : LIMITS)
				names.add("moved up to " + Math.round(pm * limit) + " pm");
			names.add("moved farther");
			return names;
		}

		private ReportWindow.Report shown() {
			final List<ReportTab> tabs = new ArrayList<>();
			for (final SeriesPlots.Kind kind : SeriesPlots.Kind.values())
				tabs.add(ReportTab.chart(kind.title(), () -> SeriesPlots.chart(result, kind)));
			tabs.add(ReportTab.table("Frames", files.frames()));
			tabs.add(ReportTab.table("Tracks", files.tracks()));
			return new ReportWindow.Report("Time series " + image.source().getTitle(), files.summary(),
				result.isComplete() ? result.extent() : result.extent() + GOES_ON, tabs, new RunPanel.Run(
					folder, "trajectories.csv", "this series", macro, "", into -> () -> written(into,
						Progress.NONE)), "optimize-time-series", List.of());
		}
	}
}
