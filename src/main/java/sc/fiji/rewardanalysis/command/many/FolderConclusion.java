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

package sc.fiji.rewardanalysis.command.many;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.many.FolderReport;
import sc.fiji.rewardanalysis.core.io.many.FolderRun;
import sc.fiji.rewardanalysis.core.io.many.FolderTable;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.ContactSheet;
import sc.fiji.rewardanalysis.plot.FolderPlots;
import sc.fiji.rewardanalysis.plot.Thumbnail;
import sc.fiji.rewardanalysis.ui.Guide;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;

/**
 * What there is to say of a folder whose images were analysed.
 *
 * @param request what was asked for
 * @param result what came out
 * @param anchor of the guide's section
 */
record FolderConclusion(FolderRequest request, FolderProcessing.Result result, String anchor) {

	private static final String SUMMARY = "summary.txt";

	/** Longer side of a contact sheet in the window, px; and how many there are. */
	private static final int SHEET = 1600, SHEETS = 4;

	/** Of figures that are readable below each other in the window; as many again are in another tab. */
	private static final int PANELS = 4;

	/** So many images of each reason are named. */
	private static final int NAMED = 5;

	/**
	 * Writes what is of the whole folder, and shows it.
	 *
	 * @throws RewardAnalysisException if an image failed or there was a cancel, and nobody is looking
	 */
	void show(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
		final String left = write(request.output(), progress.again().part(0.98, 1));
		if (!left.isEmpty()) note.accept(left);
		final String wrong = wrong();
		progress.update(1, wrong.isEmpty() ? "All images are done." : wrong);
		if (Display.isInteractive()) ReportWindow.open(report(wrong), null, window::place);
		else if (!wrong.isEmpty()) {
			note.accept(summary());
			throw new RewardAnalysisException("%s", wrong);
		}
	}

	/** @return why there are no SVGs; else empty */
	private String write(final Path into, final Progress progress) {
		FolderTable.write(into, result.outcomes());
		AtomicFile.write(into.resolve(SUMMARY), summary());
		String left = "";
		try {
			if (request.pictures()) {
				ContactSheet.write(into, result.outcomes(), progress.part(0, 0.5));
				left = FolderPlots.write(into, result.outcomes(), progress.part(0.5, 0.8));
			}
			FolderReport.write(into, run(), result.outcomes(), progress.part(0.8, 1));
		}
		catch (final CancellationException exc) {
			// They may be of an earlier run, and are drawn by the next one.
			AtomicFile.delete(into, "contact-sheet-*.png");
			AtomicFile.delete(into, FolderPlots.NAME + ".{png,svg}");
			AtomicFile.delete(into.resolve(FolderReport.NAME));
		}
		return left;
	}

	private FolderRun run() {
		final Map<String, String> about = new LinkedHashMap<>();
		about.put("Images", request.scan().input().toString());
		about.put("Analysis", request.analysis().leaf());
		about.put("Options", request.analysis().options(Map.of()));
		about.put("Parameters", parameters());
		about.put("Done", done());
		about.put("Version", Version.current());
		return new FolderRun(request.analysis().leaf().replace("...", "") + ": " + title(), about, request
			.macro(), result.seconds());
	}

	private String title() {
		final Path name = request.scan().input().toAbsolutePath().normalize().getFileName();
		return name == null ? request.scan().input().toString() : name.toString();
	}

	private String parameters() {
		return switch (request.mode()) {
			case OWN -> "each image has its own optimum.";
			case FIRST -> "the search of the first image is where those of the others start.";
			case PREVIOUS -> "the search of the image before is where that of the next one starts.";
			case SHARED -> "one set for all images, by the " + request.pooling().name().toLowerCase(
				Locale.ROOT) + " of their errors; see " + SharedSearch.FOLDER + ".";
		};
	}

	private String done() {
		final int failed = result.failures().size(), done = result.outcomes().size() - failed;
		final int left = result.images().size() - result.outcomes().size();
		return String.format(Locale.ROOT, "%d of %d done%s, %d failed%s.", done, result.images().size(),
			result.known() == 0 ? "" : " (" + result.known() + " of them before)", failed, left == 0 ? "" : ", " +
				left + " left out by a cancel");
	}

	/** What isn't as it should be, a sentence; empty if all is. */
	private String wrong() {
		final int failed = result.failures().size(), all = result.images().size();
		if (result.isCanceled()) return String.format(Locale.ROOT,
			"Cancelled after %d of %s; the same command goes on from there.", result.outcomes().size(), Words
				.count(all, "image"));
		return failed == 0 ? "" : String.format(Locale.ROOT, "%d of %s failed; see %s.", failed, Words.count(
			all, "image"), request.output().resolve(FolderTable.NAME));
	}

	/** What a person wants to know. */
	String summary() {
		final List<String> lines = new ArrayList<>(List.of("Images:     " + done(), "Analysis:   " + request
			.analysis().leaf() + " " + request.analysis().options(Map.of()), "Parameters: " + parameters()));
		reasons().forEach((reason, images) -> lines.add("Failed:     " + String.join(", ", images.subList(0,
			Math.min(NAMED, images.size()))) + (images.size() > NAMED ? " and " + (images.size() - NAMED) +
				" more" : "") + ": " + reason));
		final int fresh = result.outcomes().size() - result.known();
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s%s. Reward Analysis %s.", result.seconds(),
			fresh == 0 || !result.more().isEmpty() ? "" : String.format(Locale.ROOT, ", %.2f s an image", result.seconds() / fresh), Version
				.current()));
		lines.addAll(result.more());
		lines.add("Macro:      " + request.macro());
		lines.add("");
		return String.join("\n", lines);
	}

	private Map<String, List<String>> reasons() {
		return result.failures().stream().collect(Collectors.groupingBy(ImageOutcome::failure, TreeMap::new,
			Collectors.mapping(ImageOutcome::image, Collectors.toList())));
	}

	private ReportWindow.Report report(final String wrong) {
		final Path output = request.output();
		final List<ReportTab> tabs = new ArrayList<>(List.of(ReportTab.table("Images", FolderTable.of(result
			.outcomes()))));
		final Figures figures = new Figures(result.outcomes());
		final List<String> names = FolderPlots.names(figures);
		for (int i = 0; i < names.size(); i += PANELS) {
			final List<String> some = names.subList(i, Math.min(i + PANELS, names.size()));
			tabs.add(ReportTab.chart(i == 0 ? "Figures" : "More figures", () -> FolderPlots.chart(figures, some)));
		}
		final List<Path> sheets = sheets();
		for (int i = 0; i < sheets.size(); i++) {
			final Path sheet = sheets.get(i);
			tabs.add(ReportTab.picture(sheets.size() == 1 ? "Contact sheet" : "Sheet " + (i + 1),
				() -> Thumbnail.read(sheet, SHEET)));
		}
		final Path page = output.resolve(FolderReport.NAME);
		return new ReportWindow.Report("Images of " + title(), summary(), wrong, tabs, new RunPanel.Run(
			output, FolderTable.NAME, "these images", request.macro(), "", into -> () -> write(into,
				Progress.NONE)), anchor, List.of(new RunPanel.Action("Open report",
					"Opens report.html in the web browser, with all images, sorted and filtered as you like.", Files
						.exists(page), ask -> {
							Guide.open(page);
							return "";
						})));
	}

	/** The first pages; all are in the folder. */
	private List<Path> sheets() {
		final List<Path> sheets = new ArrayList<>();
		for (int i = 1; i <= SHEETS; i++) {
			final Path sheet = request.output().resolve(String.format(Locale.ROOT, "contact-sheet-%03d.png", i));
			if (request.pictures() && Files.exists(sheet)) sheets.add(sheet);
		}
		return sheets;
	}
}
