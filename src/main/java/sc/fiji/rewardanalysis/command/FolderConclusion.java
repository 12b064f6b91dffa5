package sc.fiji.rewardanalysis.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.AtomicFile;
import sc.fiji.rewardanalysis.core.io.FolderTable;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;

/**
 * What there is to say of a folder whose images were analysed.
 *
 * @param request what was asked for
 * @param result what came out
 */
record FolderConclusion(FolderRequest request, FolderProcessing.Result result) {

	private static final String SUMMARY = "summary.txt";

	/** So many images of each reason are named. */
	private static final int NAMED = 5;

	/**
	 * Writes what is of the whole folder, and shows it.
	 *
	 * @throws RewardAnalysisException if an image failed or there was a cancel, and nobody is looking
	 */
	void show(final ProgressWindow window, final Consumer<String> note, final Progress progress) {
		write(request.output());
		final String wrong = wrong();
		progress.update(1, wrong.isEmpty() ? "All images are done." : wrong);
		if (Display.isInteractive()) ReportWindow.open(report(wrong), null, window::place);
		else if (!wrong.isEmpty()) {
			note.accept(summary());
			throw new RewardAnalysisException("%s", wrong);
		}
	}

	private void write(final Path into) {
		FolderTable.write(into, result.outcomes());
		AtomicFile.write(into.resolve(SUMMARY), summary());
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
		final int failed = result.failures().size(), done = result.outcomes().size() - failed;
		final int left = result.images().size() - result.outcomes().size();
		final List<String> lines = new ArrayList<>(List.of(String.format(Locale.ROOT,
			"Images:     %d of %d done%s, %d failed%s.", done, result.images().size(), result.known() == 0 ? ""
				: " (" + result.known() + " of them before)", failed, left == 0 ? "" : ", " + left +
					" left out by a cancel"), "Analysis:   " + request.analysis().leaf() + " " + request.analysis()
						.options(Map.of())));
		lines.add("Parameters: " + switch (request.mode()) {
			case OWN -> "each image has its own optimum.";
			case FIRST -> "the search of the first image is where those of the others start.";
			case SHARED -> "one set for all images, by the " + request.pooling().name().toLowerCase(
				Locale.ROOT) + " of their errors; see " + SharedSearch.FOLDER + ".";
		});
		reasons().forEach((reason, images) -> lines.add("Failed:     " + String.join(", ", images.subList(0,
			Math.min(NAMED, images.size()))) + (images.size() > NAMED ? " and " + (images.size() - NAMED) +
				" more" : "") + ": " + reason));
		final int fresh = result.outcomes().size() - result.known();
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s%s. Reward Analysis %s.", result.seconds(),
			fresh == 0 ? "" : String.format(Locale.ROOT, ", %.2f s an image", result.seconds() / fresh), Version
				.current()));
		lines.add("Macro:      " + request.macro());
		lines.add("");
		return String.join("\n", lines);
	}

	private Map<String, List<String>> reasons() {
		return result.failures().stream().collect(Collectors.groupingBy(ImageOutcome::failure, TreeMap::new,
			Collectors.mapping(ImageOutcome::image, Collectors.toList())));
	}

	private ReportWindow.Report report(final String wrong) {
		final List<ReportTab> tabs = List.of(ReportTab.table("Images", FolderTable.of(result.outcomes())));
		return new ReportWindow.Report("Images of " + request.scan().input().getFileName(), summary(), wrong,
			tabs, new RunPanel.Run(request.output(), FolderTable.NAME, "these images", request.macro(), "",
				into -> () -> write(into)), "process-folder", List.of());
	}
}
