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

package sc.fiji.rewardanalysis.core.io.many;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.Figures.Unlike;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * What became of many images as {@code report.html}: one page that needs nothing but the pictures beside
 * it. It says what was done, which images failed and why, which to look at first, shows the main figures
 * as charts, and all images in a table that can be sorted and filtered. Without scripts it shows the same.
 */
public final class FolderReport {

	/** Its name. */
	public static final String NAME = "report.html";

	/** The small picture in an image's folder. */
	private static final String THUMBNAIL = "thumbnail.png";

	/** Most figures as charts, and as columns of the table before one asks for all. */
	private static final int CHARTS = 9, COLUMNS = 9;

	/** Of more images the other figures are in {@link FolderTable} only: a page must open at once. */
	private static final int ALL_FIGURES = 3000;

	/** Most images to look at first, and failed ones of one reason that are named. */
	private static final int FIRST = 12, NAMED = 30;

	/** Files that a row leads to, by what they are called there. */
	private static final Map<String, List<String>> FILES = files();

	private final Path folder;
	private final FolderRun run;
	private final Figures figures;
	private final List<Set<String>> files = new ArrayList<>();
	private final StringBuilder html = new StringBuilder();

	/** Whether any image has a small one. */
	private boolean pictures;

	private FolderReport(final Path folder, final FolderRun run, final List<ImageOutcome> outcomes) {
		this.folder = folder;
		this.run = run;
		figures = new Figures(outcomes);
	}

	private static Map<String, List<String>> files() {
		final Map<String, List<String>> files = new LinkedHashMap<>();
		files.put("summary", List.of("summary.txt"));
		files.put("table", List.of("atoms.csv", "regions.csv", "phases.csv", "physics.csv", "comparison.csv",
			"noise.csv", "results.csv"));
		files.put("picture", List.of("overlay.png", "phases.png", "comparison.png", "strain.png",
			"spectrum.png", "noise_f1.png", "overlay_0001.png"));
		return files;
	}

	/**
	 * Writes the report, whole or not at all.
	 *
	 * @param folder in which each image has a folder, perhaps with a small picture, {@code thumbnail.png}
	 * @param run what was done
	 * @param outcomes of all images, in order
	 * @param progress hears how many images are looked at
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder, final FolderRun run,
		final List<ImageOutcome> outcomes, final Progress progress)
	{
		AtomicFile.write(folder.resolve(NAME), new FolderReport(folder, run, outcomes).page(progress));
	}

	private String page(final Progress progress) {
		final int n = figures.outcomes().size();
		for (int i = 0; i < n; i++) {
			progress.checkCanceled();
			progress.update((double) i / n, "Writing " + NAME);
			files.add(list(folder.resolve(figures.outcomes().get(i).folder())));
		}
		pictures = files.stream().anyMatch(names -> names.contains(THUMBNAIL));
		add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n",
			Html.text(run.title()), Html.resource("report.css"));
		head();
		failed();
		first();
		charts();
		table();
		add("<footer>Reward Analysis %s. All figures: <a href=\"%s\">%s</a>.</footer>\n<script>\n%s</script>\n</body>\n</html>\n",
			Html.text(Version.current()), FolderTable.NAME, FolderTable.NAME, Html.resource("report.js"));
		return html.toString();
	}

	private static Set<String> list(final Path folder) {
		if (!Files.isDirectory(folder)) return Set.of();
		try (var all = Files.list(folder)) {
			return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "Cannot list %s (%s); choose another folder.", folder,
				AtomicFile.reason(exc));
		}
	}

	private void add(final String format, final Object... values) {
		html.append(String.format(Locale.ROOT, format, values));
	}

	private void head() {
		final List<ImageOutcome> all = figures.outcomes();
		final long done = all.stream().filter(ImageOutcome::isDone).count();
		add("<header>\n<h1>%s</h1>\n<ul class=\"totals\">\n", Html.text(run.title()));
		total(all.size(), all.size() == 1 ? "image" : "images", "");
		total(done, "done", "");
		total(all.size() - done, "failed", all.size() > done ? "#failed" : "");
		total(figures.first().size(), "to look at", figures.first().isEmpty() ? "" : "#first");
		add("<li><b>%s</b> altogether</li>\n</ul>\n<dl>\n", time(run.seconds()));
		run.about().forEach((what, text) -> {
			if (!text.isEmpty()) add("<dt>%s</dt><dd>%s</dd>\n", Html.text(what), Html.text(text));
		});
		add("</dl>\n");
		if (!run.macro().isEmpty()) add(
			"<details><summary>Macro line that repeats it</summary><pre>%s</pre></details>\n", Html.text(run
				.macro()));
		final List<String> sheets = list(folder).stream().filter(name -> name.matches(
			"contact-sheet-\\d{3,}\\.png")).sorted(Comparator.comparing(String::length).thenComparing(
				name -> name)).toList();
		final List<String> links = new ArrayList<>(List.of(link(FolderTable.NAME, FolderTable.NAME)));
		for (final String chart : List.of("figures.png", "figures.svg"))
			if (Files.isRegularFile(folder.resolve(chart))) links.add(link(chart, chart));
		if (!sheets.isEmpty()) links.add("contact sheets " + IntStream.range(0, sheets.size()).mapToObj(i -> link(
			sheets.get(i), Integer.toString(i + 1))).collect(Collectors.joining(" ")));
		add("<p class=\"files\">%s</p>\n</header>\n", String.join(" · ", links));
	}

	private void total(final long count, final String what, final String target) {
		add("<li><b>%d</b> %s</li>\n", count, target.isEmpty() ? what : "<a href=\"" + target + "\">" + what +
			"</a>");
	}

	private static String time(final double seconds) {
		final long whole = Math.round(seconds);
		if (seconds < 100) return String.format(Locale.ROOT, "%.1f s", seconds);
		return whole < 6000 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60) : String
			.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
	}

	private static String link(final String path, final String words) {
		return "<a href=\"" + Html.link(path) + "\">" + Html.text(words) + "</a>";
	}

	/** By reason, the most frequent first. */
	private void failed() {
		final Map<String, List<Integer>> reasons = IntStream.range(0, figures.outcomes().size()).boxed().filter(
			i -> !figures.outcomes().get(i).isDone()).collect(Collectors.groupingBy(i -> figures.outcomes().get(
				i).failure(), LinkedHashMap::new, Collectors.toList()));
		if (reasons.isEmpty()) return;
		add("<section id=\"failed\">\n<h2>Failed</h2>\n<table class=\"failed\">\n<thead><tr><th scope=\"col\">Reason</th><th scope=\"col\">Images</th></tr></thead>\n<tbody>\n");
		reasons.entrySet().stream().sorted((a, b) -> b.getValue().size() - a.getValue().size()).forEach(e -> {
			final List<Integer> images = e.getValue();
			final String some = images.stream().limit(NAMED).map(i -> "<a href=\"#i" + (i + 1) + "\">" + Html
				.text(figures.outcomes().get(i).image()) + "</a>").collect(Collectors.joining(", "));
			final String more = images.size() > NAMED ? " and " + (images.size() - NAMED) + " more" : "";
			add("<tr><th scope=\"row\">%s</th><td>%s%s%s</td></tr>\n", Html.text(e.getKey()), images.size() > 1
				? "<b>" + images.size() + "</b>: " : "", some, more);
		});
		add("</tbody>\n</table>\n</section>\n");
	}

	private void first() {
		final List<Integer> first = figures.first();
		if (first.isEmpty()) return;
		add("<section id=\"first\">\n<h2>Look at these first</h2>\n<p>%s what speaks against the result, or figures that are unlike those of the other images%s.</p>\n<ul class=\"cards\">\n",
			first.size() == 1 ? "One image has" : first.size() + " images have", first.size() > FIRST ? "; the "
				.concat(FIRST + " most striking ones") : "");
		for (final int i : first.subList(0, Math.min(FIRST, first.size()))) {
			final List<String> reasons = new ArrayList<>();
			if (!figures.doubts(i).isEmpty()) reasons.add(Html.text(figures.doubts(i)));
			figures.unlike(i).stream().limit(3).map(FolderReport::inWords).forEach(reasons::add);
			add("<li>%s<div><a href=\"#i%d\">%s</a><ul>%s</ul></div></li>\n", thumbnail(i), i + 1, Html.text(figures
				.outcomes().get(i).image()), reasons.stream().map(r -> "<li>" + r + "</li>").collect(Collectors
					.joining()));
		}
		add("</ul>\n</section>\n");
	}

	private static String inWords(final Unlike unlike) {
		return String.format(Locale.ROOT, "%s %s; the median is %s", Html.text(FigureWords.label(unlike
			.name())), FigureWords.value(unlike.value()), FigureWords.value(unlike.median()));
	}

	private String thumbnail(final int image) {
		final ImageOutcome outcome = figures.outcomes().get(image);
		if (!pictures) return "";
		if (!files.get(image).contains(THUMBNAIL)) return "<span class=\"none\"></span>";
		return String.format(Locale.ROOT, "<a href=\"%s\"><img src=\"%s\" loading=\"lazy\" width=\"96\" height=\"96\" alt=\"%s\"/></a>",
			Html.link(outcome.folder() + "/" + file(image, "picture")), Html.link(outcome.folder() +
				"/" + THUMBNAIL), Html.text("Result of " + outcome.image()));
	}

	/** Empty if there is none. */
	private String file(final int image, final String what) {
		return FILES.get(what).stream().filter(files.get(image)::contains).findFirst().orElse("");
	}

	private void charts() {
		final List<String> names = figures.outcomes().size() < 2 ? List.of() : figures.varying(CHARTS);
		if (names.isEmpty()) return;
		add("<section id=\"charts\">\n<h2>Figures</h2>\n<p>Each over the images' numbers, if it isn't the same in all of them. A dot is an image, the dashed line the median%s. Orange dots are unlike the others.</p>\n<div class=\"charts\">\n",
			figures.hasBand(Figures.COUNT) ? ", the band what is possible for the crystal" : "");
		names.forEach(name -> html.append(new FigureChart(figures, name).toHtml()));
		add("</div>\n</section>\n");
	}

	private void table() {
		final List<String> main = figures.main(COLUMNS);
		final boolean all = figures.outcomes().size() <= ALL_FIGURES;
		final List<String> columns = figures.names().stream().filter(name -> main.contains(name) || all && !name
			.equals(Figures.CHECK)).toList();
		add("<section id=\"images\">\n<h2>Images</h2>\n<p class=\"tools\"><label hidden=\"\">Filter <input id=\"filter\" type=\"search\" placeholder=\"name or reason\"/></label> <label hidden=\"\">Show <select id=\"show\"><option value=\"\">all</option><option value=\"failed\">failed</option><option value=\"look\">to look at</option></select></label> %s<span id=\"shown\" role=\"status\"></span></p>\n",
			columns.size() > main.size() ? "<label><input id=\"all\" type=\"checkbox\"/> all figures</label> " : "");
		add("<div class=\"wide\"><table id=\"table\">\n<thead><tr><th scope=\"col\" class=\"num\">No.</th>%s<th scope=\"col\">Image</th><th scope=\"col\">Status</th>",
			pictures ? "<th scope=\"col\">Result</th>" : "");
		for (final String name : columns)
			add("<th scope=\"col\" class=\"%s%s\">%s</th>", isNumber(name) ? "num" : "", main.contains(name) ? ""
				: " more", heading(name));
		add("<th scope=\"col\" class=\"num\">Time (s)</th></tr></thead>\n<tbody>\n");
		for (int i = 0; i < figures.outcomes().size(); i++)
			row(i, columns, main);
		add("</tbody>\n</table></div>\n</section>\n");
	}

	private static String heading(final String name) {
		return Html.text(FigureWords.label(name));
	}

	private boolean isNumber(final String name) {
		return figures.numeric().contains(name);
	}

	private void row(final int i, final List<String> columns, final List<String> main) {
		final ImageOutcome outcome = figures.outcomes().get(i);
		final boolean look = !figures.doubts(i).isEmpty() || !figures.unlike(i).isEmpty();
		add("<tr id=\"i%d\"%s><td class=\"num\">%d</td>%s<th scope=\"row\">%s</th><td class=\"status\">%s</td>",
			i + 1, !outcome.isDone() ? " class=\"failed\"" : look ? " class=\"look\"" : "", i + 1, pictures
				? "<td class=\"pic\">" + thumbnail(i) + "</td>" : "", name(i), status(i, look));
		for (final String column : columns) {
			final Object value = outcome.figures().get(column);
			final boolean unlike = isNumber(column) && figures.isUnlike(i, column);
			final String classes = (isNumber(column) ? "num" : "") + (main.contains(column) ? "" : " more") +
				(unlike ? " unlike" : "");
			html.append("<td").append(classes.isEmpty() ? "" : " class=\"" + classes.strip() + "\"").append(unlike
				? " title=\"median " + FigureWords.value(figures.median(column)) + "\"" : "").append('>').append(
					Html.text(shown(value))).append("</td>");
		}
		add("<td class=\"num\">%s</td></tr>\n", FigureWords.value(Math.round(10 * outcome.seconds()) / 10.0));
	}

	/** Checksums are long. */
	private static String shown(final Object value) {
		final String text = FigureWords.value(value);
		return text.matches("[0-9a-f]{64}") ? text.substring(0, 12) + "…" : text;
	}

	private String name(final int i) {
		final ImageOutcome outcome = figures.outcomes().get(i);
		if (files.get(i).isEmpty()) return Html.text(outcome.image());
		final String links = FILES.keySet().stream().filter(what -> !file(i, what).isEmpty()).map(what -> link(
			outcome.folder() + "/" + file(i, what), what)).collect(Collectors.joining(" "));
		return link(outcome.folder() + "/", outcome.image()) + "<small>" + links + "</small>";
	}

	private String status(final int i, final boolean look) {
		final ImageOutcome outcome = figures.outcomes().get(i);
		if (!outcome.isDone()) return "failed<small>" + Html.text(outcome.failure()) + "</small>";
		if (!look) return "done";
		return "look<small>" + (figures.doubts(i).isEmpty() ? Words.count(figures.unlike(i).size(),
			"unlike figure") : Html.text(figures.doubts(i))) + "</small>";
	}
}
