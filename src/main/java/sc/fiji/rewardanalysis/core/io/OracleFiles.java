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
import java.util.List;
import java.util.Locale;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.compare.Interval;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Confusion;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Pair;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleFront;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleRewards;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleSolution;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict;

/**
 * A comparison with oracles as tables, text and JSON.
 *
 * @param front the solutions of an earlier study, judged; null for none
 */
public record OracleFiles(OracleVerdict verdict, OracleFront front, OracleRun run) {

	private static final String FRONT = "front_oracle.csv", SECOND = "comparison_b.csv";

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		return new OracleText(verdict, front, run).summary();
	}

	/**
	 * One row a found atom, then one a point of the oracle without a partner. Places are px of the
	 * image: pixel centres are integers, (0, 0) is the top-left pixel.
	 *
	 * @param oracle its index
	 */
	public CsvTable points(final int oracle) {
		final OracleComparison c = verdict.comparisons().get(oracle);
		final double nm = verdict.question().pixelSize();
		final CsvTable table = new CsvTable(List.of("id", "outcome", "x_px", "y_px", "x_nm", "y_nm",
			"oracle_x_px", "oracle_y_px", "dx_px", "dy_px", "distance_px", "distance_pm", "class",
			"oracle_class", "atom", "oracle_point"));
		final int left = run.image().x(), top = run.image().y();
		for (final Pair p : c.pairs()) {
			final Position found = p.found() < 0 ? null : c.found().get(p.found());
			final OraclePoint truth = p.oracle() < 0 ? null : c.oracle().points().get(p.oracle());
			final Position at = found == null ? truth : found;
			final double x = left + at.x(), y = top + at.y();
			table.add(Arrays.asList(table.size() + 1, p.outcome().word(), x, y, x * nm, y * nm, truth == null
				? null : left + truth.x(), truth == null ? null : top + truth.y(), p.dx(), p.dy(), p
					.distance(), 1000 * nm * p.distance(), found == null || c.kinds().isEmpty() ? null : c.kinds()
						.get(p.found()), truth == null ? null : truth.kind(), found == null ? null : p.found() + 1,
				truth == null ? null : p.oracle() + 1));
		}
		return table;
	}

	/** One row a solution of the study, in its order. */
	public CsvTable solutions() {
		final List<String> header = new ArrayList<>(List.of("evaluation", "min_sigma_px", "max_sigma_px",
			"num_sigma", "threshold", "overlap", "background_sigma_px", "denoise_sigma_px", "contrast",
			"atoms", "atoms_counted", "QC", "QC_paper", "ER", "on_front"));
		for (int i = 0; i < front.oracles().size(); i++)
			for (final String column : List.of("QC_oracle_", "ER_oracle_", "precision_", "recall_", "F1_",
				"RMSD_px_", "on_front_"))
				header.add(column + OracleText.name(i));
		final CsvTable table = new CsvTable(header);
		for (final OracleSolution s : front.solutions()) {
			final LogParameters p = s.parameters();
			final List<Object> row = new ArrayList<>(List.of(s.id(), p.minSigma(), p.maxSigma(), p
				.numSigma(), p.threshold(), p.overlap(), s.preparation().backgroundSigma(), s.preparation()
					.denoiseSigma(), s.preparation().contrast().name().toLowerCase(Locale.ROOT), s
						.atoms(), s.counted(), s.count(), s.countOfPaper(), s.spacing(), s.onFront()));
			for (final OracleSolution.Judged j : s.judged())
				row.addAll(List.of(j.rewards().count(), j.rewards().spacing(), j.match().precision(), j.match()
					.recall(), j.match().f1(), j.match().rmsd(), j.onFront()));
			table.add(row);
		}
		return table;
	}

	/** All numbers. */
	public String json() {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", "comparison with an oracle");
		json.add("versions", StudyJson.versions());
		json.add("image", run.image().json());
		json.add("pixel_size_nm", StudyJson.number(verdict.question().pixelSize()));
		json.addProperty("atoms", verdict.question().atoms().size());
		json.addProperty("atoms_from", run.atoms());
		json.addProperty("match_distance_px", verdict.tolerance());
		json.addProperty("match_distance_rule", verdict.toleranceRule());
		json.addProperty("ds_px", verdict.limit());
		json.addProperty("ds_fraction", verdict.question().dsFraction());
		json.add("crystal", crystal());
		final JsonArray oracles = new JsonArray();
		for (int i = 0; i < verdict.comparisons().size(); i++)
			oracles.add(oracle(verdict.comparisons().get(i), verdict.rewards().get(i)));
		json.add("oracles", oracles);
		json.addProperty("study", run.study());
		json.addProperty("seconds", run.image().seconds());
		json.addProperty("macro", run.image().macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private JsonElement crystal() {
		final OracleVerdict.Own own = verdict.own();
		if (own == null) return JsonNull.INSTANCE;
		final JsonObject json = new JsonObject();
		json.add("lattice", LatticeFile.json(verdict.question().lattice()));
		json.addProperty("expected", own.expected());
		json.addProperty("fewest", own.low());
		json.addProperty("most", own.high());
		json.addProperty("QC", own.count());
		json.addProperty("QC_paper", own.countOfPaper());
		json.add("ER", StudyJson.number(own.spacing()));
		return json;
	}

	private JsonObject oracle(final OracleComparison c, final OracleRewards rewards) {
		final Match m = c.match();
		final JsonObject json = new JsonObject();
		json.addProperty("from", c.oracle().origin());
		json.addProperty("points", c.oracle().size());
		final JsonArray notes = new JsonArray();
		c.oracle().notes().forEach(notes::add);
		json.add("notes", notes);
		json.addProperty("hits", m.truePositives());
		json.addProperty("false_alarms", m.falsePositives());
		json.addProperty("misses", m.falseNegatives());
		json.add("count_ratio", StudyJson.number(c.countRatio()));
		json.addProperty("precision", m.precision());
		json.addProperty("recall", m.recall());
		json.addProperty("F1", m.f1());
		json.add("precision_95", interval(c.precisionInterval()));
		json.add("recall_95", interval(c.recallInterval()));
		json.add("F1_95", interval(c.f1Interval()));
		json.add("rmsd_px", StudyJson.number(m.rmsd()));
		json.add("bias_px", StudyJson.numbers(m.biasX(), m.biasY()));
		json.add("median_distance_px", StudyJson.number(c.distance(0.5)));
		json.addProperty("QC_oracle", rewards.count());
		json.addProperty("ER_oracle", rewards.spacing());
		json.add("classes", classes(c));
		if (c.isClassified()) json.add("confusion", confusion(c.confusion()));
		return json;
	}

	private static JsonArray interval(final Interval interval) {
		return StudyJson.numbers(interval.low(), interval.high());
	}

	private static JsonArray classes(final OracleComparison c) {
		final JsonArray classes = new JsonArray();
		for (final OracleComparison.Kind k : c.perKind()) {
			final JsonObject json = new JsonObject();
			json.addProperty("class", k.kind());
			json.addProperty("hits", k.hits());
			json.addProperty("misses", k.misses());
			json.add("recall", StudyJson.number(k.recall()));
			json.add("rmsd_px", StudyJson.number(k.rmsd()));
			json.add("bias_px", StudyJson.numbers(k.biasX(), k.biasY()));
			classes.add(json);
		}
		return classes;
	}

	/** The last row holds false alarms, the last column misses. */
	private static JsonObject confusion(final Confusion confusion) {
		final JsonObject json = new JsonObject();
		final JsonArray rows = new JsonArray(), columns = new JsonArray(), counts = new JsonArray();
		confusion.rows().forEach(rows::add);
		confusion.columns().forEach(columns::add);
		for (final int[] row : confusion.counts())
			counts.add(StudyJson.numbers(Arrays.stream(row).asDoubleStream().toArray()));
		json.add("oracle", rows);
		json.add("found", columns);
		json.add("counts", counts);
		return json;
	}

	/**
	 * Writes tables, text and JSON, each whole or not at all; what there is no more of from an
	 * earlier run is deleted.
	 */
	public void write(final Path folder) {
		points(0).write(folder.resolve("comparison.csv"));
		if (verdict.comparisons().size() > 1) points(1).write(folder.resolve(SECOND));
		else AtomicFile.delete(folder.resolve(SECOND));
		if (front != null) solutions().write(folder.resolve(FRONT));
		else AtomicFile.delete(folder.resolve(FRONT));
		AtomicFile.write(folder.resolve("comparison.json"), json());
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
