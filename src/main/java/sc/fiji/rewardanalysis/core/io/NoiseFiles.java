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

package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLevels;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMetric;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseRun;
import sc.fiji.rewardanalysis.core.workflow.noise.Quartiles;

/**
 * What a noise study leaves in a folder as text: {@code noise.csv}, {@code noise_summary.csv},
 * {@code study.json}, {@code summary.txt}.
 *
 * @param matchDistance largest distance of a pair, nm
 */
public record NoiseFiles(NoiseResult result, double matchDistance, ImageRun run) {

	/** What an F1 must reach to be called good in the summary. */
	private static final double GOOD = 0.9;

	/** One row a run. */
	public CsvTable runs() {
		final Set<String> parameters = new LinkedHashSet<>();
		result.runs().forEach(r -> parameters.addAll(r.parameters().keySet()));
		final List<String> header = new ArrayList<>(List.of("noise", "repeat", "method", "count",
			"expected", "fewest", "most", "qc", "qc_paper", "er", "f1", "precision", "recall", "rmsd_nm"));
		header.addAll(parameters);
		header.addAll(List.of("seconds", "failure"));
		final CsvTable table = new CsvTable(header);
		for (final NoiseRun r : result.runs()) {
			final NoiseRun.Scores s = r.scores();
			final List<Object> row = new ArrayList<>(Arrays.asList(r.noise(), r.repeat(), r.method(), s
				.count(), result.physics().expected(), result.physics().low(), result.physics().high(), s.qc(), s
					.qcPaper(), s.er(), s.f1(), s.precision(), s.recall(), s.rmsd()));
			parameters.forEach(name -> row.add(r.parameters().get(name)));
			row.addAll(List.of(r.seconds(), r.failure()));
			table.add(row);
		}
		return table;
	}

	/** One row a level and method: median and quartiles over the repeats. */
	public CsvTable summaryTable() {
		final List<String> header = new ArrayList<>(List.of("noise", "method", "runs"));
		for (final NoiseMetric metric : NoiseMetric.values())
			header.addAll(List.of(metric.column() + "_q1", metric.column() + "_median", metric.column() +
				"_q3"));
		final CsvTable table = new CsvTable(header);
		final double[] values = result.settings().levels().values();
		for (int level = 0; level < values.length; level++)
			for (final NoiseMethod method : result.settings().methods()) {
				final Quartiles counts = of(level, method, NoiseMetric.COUNT);
				if (counts.n() == 0) continue;
				final List<Object> row = new ArrayList<>(List.of(values[level], method.name(), counts.n()));
				for (final NoiseMetric metric : NoiseMetric.values()) {
					final Quartiles q = of(level, method, metric);
					row.addAll(List.of(q.lower(), q.median(), q.upper()));
				}
				table.add(row);
			}
		return table;
	}

	private Quartiles of(final int level, final NoiseMethod method, final NoiseMetric metric) {
		return result.quartiles(level, method.name(), metric::of);
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "Image:      \"%s\", %d x %d px, slice %d; %s nm per pixel.", run
			.imageName(), run.imageWidth(), run.imageHeight(), run.slice(), Math.rint(1e7 * result.settings()
				.finding().pixelSize()) / 1e7));
		lines.add(String.format(Locale.ROOT,
			"Expected:   %.1f columns of %s in the counted area; %d to %d are possible there.", result
				.physics().expected(), result.settings().finding().lattice().name(), result.physics().low(),
			result.physics().high()));
		lines.add("Noise:      " + levels());
		lines.add(String.format(Locale.ROOT, "Truth:      %s; pairs within %.4f nm. %s", result.truth()
			.meaning(), matchDistance, result.truth().note(result.physics())).strip());
		lines.add(String.format(Locale.ROOT,
			"Optimum:    without added noise sigma %.3f to %.3f px, threshold %.5g, overlap %.3f.", result
				.optimum().minSigma(), result.optimum().maxSigma(), result.optimum().threshold(), result
					.optimum().overlap()));
		lines.add("Runs:       " + result.extent() + failures());
		lines.add("");
		result.settings().methods().forEach(method -> lines.add(story(method)));
		lines.add("");
		result.settings().methods().forEach(m -> lines.add(m.name() + ": " + m.description()));
		lines.add("");
		lines.add(String.format(Locale.ROOT, "Seed:       %d; Reward Analysis %s.", result.settings().seed(),
			Version.current()));
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s.", run.seconds()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private String levels() {
		final NoiseLevels levels = result.settings().levels();
		final double[] values = levels.values();
		final String ends = level(0) + " to " + level(values.length - 1);
		return (levels.unit().isDose() ? "Poisson, " + ends + " at the brightest pixel" : "Gaussian, standard deviation " + ends +
				" of the image from 0 to 1") + "; " + Words.count(values.length, "level") + ", " + Words.count(
					result.settings().repeats(), "repeat") + ".";
	}

	private String failures() {
		final List<NoiseRun> failed = result.runs().stream().filter(r -> !r.failure().isEmpty()).toList();
		return failed.isEmpty() ? "" : " " + Words.count(failed.size(), "run") +
			" found nothing, the first one (" + failed.get(0).method() + ") because: " + failed.get(0)
				.failure();
	}

	/** How far a method goes. */
	private String story(final NoiseMethod method) {
		final int[] levels = result.levels(method.name());
		if (levels.length == 0) return String.format(Locale.ROOT, "%-11s not run.", method.name());
		final int last = levels[levels.length - 1];
		return String.format(Locale.ROOT,
			"%-11s median F1 %.3f at %s, %.3f at %s; %s; %s.", method.name(), of(levels[0], method,
				NoiseMetric.F1).median(), level(levels[0]), of(last, method, NoiseMetric.F1).median(), level(
					last), "F1 of " + GOOD + " or more " + reach(method, levels, NoiseMetric.F1, v -> v >= GOOD),
			"a possible count " + reach(method, levels, NoiseMetric.QC, v -> v == 0));
	}

	private String reach(final NoiseMethod method, final int[] levels, final NoiseMetric metric,
		final DoublePredicate good)
	{
		int n = 0;
		while (n < levels.length && good.test(of(levels[n], method, metric).median()))
			n++;
		if (n == 0) return "nowhere";
		return n == levels.length ? "at all levels" : (result.settings().levels().unit().isDose()
			? "down to " : "up to ") + level(levels[n - 1]);
	}

	private String level(final int level) {
		final NoiseLevels levels = result.settings().levels();
		return levels.unit().text(levels.values()[level]);
	}

	/** Writes tables and texts, each whole or not at all. */
	public void write(final Path folder) {
		runs().write(folder.resolve("noise.csv"));
		summaryTable().write(folder.resolve("noise_summary.csv"));
		AtomicFile.write(folder.resolve("study.json"), NoiseJson.study(result, matchDistance, run));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
