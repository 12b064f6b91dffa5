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

import java.util.Locale;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.JournalLines;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseRun;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseStudy;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseTruth;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;

/** A noise study, and its journal's lines, as JSON. */
final class NoiseJson {

	private static final String ANALYSIS = "noise robustness";

	private NoiseJson() {}

	/** All on which a run depends besides its level, repeat and method. */
	static JsonObject about(final NoiseStudy study, final String hash) {
		final JsonObject json = new JsonObject();
		json.addProperty("analysis", ANALYSIS);
		json.add("image", TaskJournal.image(study.area(), hash));
		json.add("settings", settings(study.settings(), study.matchDistance()));
		json.add("expected", AtomFindingJson.expected(study.physics()));
		json.add("truth", study.truth().<JsonElement>map(t -> RegionStudyJson.atoms(t.atoms())).orElse(
			StudyJson.number(Double.NaN)));
		return json;
	}

	private static JsonObject settings(final NoiseSettings s, final double matchDistance) {
		final OptimizedLog search = s.search();
		final JsonObject json = AtomFindingJson.settings(s.finding());
		json.addProperty("noise_unit", s.levels().unit().symbol());
		json.addProperty("noise_seed", s.seed());
		json.addProperty("match_distance_nm", matchDistance);
		json.addProperty("engine", search.engine().name().toLowerCase(Locale.ROOT));
		json.addProperty("evaluations", search.rule().budget());
		json.addProperty("stop_early", search.rule().whenConverged());
		json.addProperty("pick", search.pick().name().toLowerCase(Locale.ROOT));
		json.addProperty("search_seed", search.seed());
		return json;
	}

	/** A run; doubles keep every bit. */
	static JsonObject line(final NoiseRun run) {
		final NoiseRun.Scores s = run.scores();
		final JsonObject json = new JsonObject();
		json.addProperty("noise", run.noise());
		json.addProperty("repeat", run.repeat());
		json.addProperty("method", run.method());
		json.addProperty("count", s.count());
		json.add("qc", JournalLines.number(s.qc()));
		json.add("qc_paper", JournalLines.number(s.qcPaper()));
		json.add("er", JournalLines.number(s.er()));
		json.add("f1", JournalLines.number(s.f1()));
		json.add("precision", JournalLines.number(s.precision()));
		json.add("recall", JournalLines.number(s.recall()));
		json.add("rmsd_nm", JournalLines.number(s.rmsd()));
		final JsonObject parameters = new JsonObject();
		run.parameters().forEach((name, value) -> parameters.add(name, JournalLines.number(value)));
		json.add("parameters", parameters);
		json.add("seconds", JournalLines.number(run.seconds()));
		json.addProperty("failure", run.failure());
		return json;
	}

	/** A line read back; its level isn't known. */
	static NoiseRun run(final JsonFields line) {
		final Map<String, Double> parameters = line.realsByName("parameters");
		return new NoiseRun(0, line.real("noise"), line.integer("repeat"), line.string("method"),
			new NoiseRun.Scores(line.integer("count"), line.real("qc"), line.real("qc_paper"), line.real(
				"er"), line.real("f1"), line.real("precision"), line.real("recall"), line.real("rmsd_nm")),
			parameters, line.real("seconds"), line.string("failure"));
	}

	/** All that is needed to repeat a study. */
	static String study(final NoiseResult result, final double matchDistance, final ImageRun run) {
		final NoiseSettings settings = result.settings();
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", ANALYSIS);
		json.add("versions", StudyJson.versions());
		json.addProperty("seed", settings.seed());
		json.add("image", run.json());
		json.add("settings", settings(settings, matchDistance));
		json.add("levels", StudyJson.numbers(settings.levels().values()));
		json.addProperty("repeats", settings.repeats());
		final JsonArray methods = new JsonArray();
		for (final NoiseMethod method : settings.methods()) {
			final JsonObject m = new JsonObject();
			m.addProperty("name", method.name());
			m.addProperty("description", method.description());
			methods.add(m);
		}
		json.add("methods", methods);
		json.add("expected", AtomFindingJson.expected(result.physics()));
		json.add("truth", truth(result.truth()));
		final JsonObject optimum = new JsonObject();
		optimum.addProperty("min_sigma_px", result.optimum().minSigma());
		optimum.addProperty("max_sigma_px", result.optimum().maxSigma());
		optimum.addProperty("num_sigma", result.optimum().numSigma());
		optimum.addProperty("threshold", result.optimum().threshold());
		optimum.addProperty("overlap", result.optimum().overlap());
		json.add("optimum_without_noise", optimum);
		json.addProperty("complete", result.isComplete());
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		final JsonArray runs = new JsonArray();
		result.runs().forEach(r -> runs.add(plain(line(r))));
		json.add("runs", runs);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private static JsonObject truth(final NoiseTruth truth) {
		final JsonObject json = RegionStudyJson.atoms(truth.atoms());
		json.addProperty("from", truth.origin());
		json.addProperty("given", truth.isGiven());
		return json;
	}

	/** Numbers that aren't finite as null, as in every study.json. */
	private static JsonObject plain(final JsonObject line) {
		final JsonObject json = new JsonObject();
		line.entrySet().forEach(e -> json.add(e.getKey(), e.getValue().isJsonPrimitive() && "NaN".equals(e
			.getValue().getAsString()) ? null : e.getValue()));
		return json;
	}
}
