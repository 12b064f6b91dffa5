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

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/** A study with all that is needed to repeat it, as JSON, whatever was searched for. */
final class StudyJson {

	/** Raised when a reader of older files would misread newer ones. */
	static final int FORMAT = 1;

	private final Study study;
	private final RunRecord run;

	/**
	 * What was searched for.
	 *
	 * @param analysis its name
	 * @param about on what it depends, such as its settings, by key
	 * @param objectives the rewards that the study's objectives are, in order
	 * @param heldOut rewards that were measured besides
	 * @param tieBreaker the name of the reward that decides among equals; null if none does
	 */
	record Task(String analysis, Map<String, ? extends JsonElement> about,
		List<? extends Reward<?>> objectives, List<? extends Reward<?>> heldOut, String tieBreaker)
	{}

	/**
	 * The solution that was picked.
	 *
	 * @param evaluation null if nothing was feasible
	 * @param byRule whether the run's rule picks it, too
	 * @param about what there is to tell of it, by key
	 */
	record Picked(Evaluation evaluation, boolean byRule, Map<String, ? extends JsonElement> about) {}

	StudyJson(final Study study, final RunRecord run) {
		this.study = study;
		this.run = run;
	}

	String toText(final Task task, final Picked picked) {
		final JsonObject json = begun(task.analysis);
		task.about.forEach(json::add);
		json.add("search_space", searchSpace());
		json.add("objectives", objectives(task.objectives));
		if (!study.constraints().isEmpty()) json.add("constraints", constraints());
		json.add("held_out", rewards(task.heldOut));
		if (task.tieBreaker != null) json.addProperty("tie_breaker", task.tieBreaker);
		json.addProperty("stop_reason", run.search().stop());
		json.add("search", search(run.search()));
		json.addProperty("hypervolume", study.hypervolume());
		json.addProperty("pick", run.pick().name().toLowerCase(Locale.ROOT));
		if (picked.evaluation == null) json.add("picked_evaluation", JsonNull.INSTANCE);
		else json.addProperty("picked_evaluation", picked.evaluation.id());
		json.addProperty("chosen_on_the_plot", picked.evaluation != null && !picked.byRule);
		picked.about.forEach(json::add);
		return ended(json);
	}

	/** With what all studies begin. */
	JsonObject begun(final String analysis) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", FORMAT);
		json.addProperty("analysis", analysis);
		json.add("versions", versions());
		json.addProperty("seed", study.seed());
		json.add("image", image());
		return json;
	}

	/** With what all studies end, as text. */
	String ended(final JsonObject json) {
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		final JsonArray evaluations = new JsonArray();
		study.evaluations().forEach(e -> evaluations.add(evaluation(e)));
		json.add("evaluations", evaluations);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private static JsonObject search(final SearchReport report) {
		final JsonObject json = new JsonObject();
		json.addProperty("engine", report.engine().name().toLowerCase(Locale.ROOT));
		json.addProperty("reason", report.reason());
		json.addProperty("verification", report.verification());
		if (report.following() != null) {
			json.addProperty("course", report.following().course().word());
			json.addProperty("followed", report.following().earlier());
		}
		final ExactFront exact = report.exact();
		if (exact == null) return json;
		json.add("reached_of_exact_hypervolume", number(report.reached()));
		json.addProperty("exact_sigma_settings", exact.settings());
		json.addProperty("exact_candidates", exact.candidates());
		json.addProperty("exact_pairs", exact.pairs());
		json.addProperty("exact_cells", exact.cells());
		json.addProperty("exact_outcomes", exact.outcomes());
		final JsonArray front = new JsonArray();
		exact.points().forEach(p -> front.add(point(p)));
		json.add("exact_front", front);
		return json;
	}

	private static JsonObject point(final ExactFront.Point point) {
		final JsonObject json = new JsonObject();
		json.add("parameters", map(point.configuration().asMap()));
		json.addProperty("atoms_counted", point.count());
		json.addProperty("errors", point.errors());
		json.add("objectives", numbers(point.countError(), point.spacingError()));
		json.addProperty("cell_size", point.size());
		return json;
	}

	static JsonObject versions() {
		final JsonObject json = new JsonObject();
		json.addProperty("reward_analysis", Version.current());
		json.addProperty("java", Runtime.version().toString());
		json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return json;
	}

	private JsonObject image() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", run.imageName());
		json.addProperty("width_px", run.imageWidth());
		json.addProperty("height_px", run.imageHeight());
		json.add("analysed_box_px", numbers(run.x(), run.y(), run.width(), run.height()));
		json.addProperty("sha256_of_analysed_pixels", run.hash());
		return json;
	}

	JsonArray searchSpace() {
		final JsonArray array = new JsonArray();
		for (final Parameter parameter : study.space().parameters()) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", parameter.name());
			json.addProperty("unit", parameter.unit());
			array.add(json);
			if (parameter instanceof final Parameter.Choice choice) {
				final JsonArray options = new JsonArray();
				choice.options().forEach(options::add);
				json.add("options", options);
				continue;
			}
			json.addProperty("min", parameter.at(0));
			json.addProperty("max", parameter.at(1));
			json.addProperty("log", parameter instanceof final Parameter.Real real && real.log());
		}
		return array;
	}

	private JsonArray objectives(final List<? extends Reward<?>> rewards) {
		final JsonArray array = new JsonArray();
		for (int i = 0; i < study.objectives().size(); i++) {
			final JsonObject json = reward(rewards.get(i));
			json.addProperty("reference", study.objectives().get(i).reference());
			array.add(json);
		}
		return array;
	}

	private JsonArray constraints() {
		final JsonArray array = new JsonArray();
		for (final Constraint constraint : study.constraints()) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", constraint.name());
			json.addProperty("unit", constraint.unit());
			json.add("limit", number(constraint.limit()));
			array.add(json);
		}
		return array;
	}

	private static JsonArray rewards(final List<? extends Reward<?>> rewards) {
		final JsonArray array = new JsonArray();
		rewards.forEach(r -> array.add(reward(r)));
		return array;
	}

	static JsonObject reward(final Reward<?> reward) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", reward.name());
		json.addProperty("unit", reward.unit());
		json.addProperty("direction", reward.direction().name());
		json.addProperty("description", reward.description());
		return json;
	}

	private JsonObject evaluation(final Evaluation e) {
		final JsonObject json = new JsonObject();
		json.addProperty("id", e.id());
		json.addProperty("origin", e.origin());
		json.add("parameters", parameters(e.configuration()));
		json.add("signals", numbers(e.signals()));
		json.add("objectives", numbers(e.objectives()));
		if (!study.constraints().isEmpty()) json.add("constraints", numbers(e.constraints()));
		json.addProperty("feasible", e.feasible());
		if (!e.failure().isEmpty()) json.addProperty("failure", e.failure());
		json.add("metrics", map(e.metrics()));
		json.addProperty("seconds", e.seconds());
		return json;
	}

	/** Choices by name: an index would change its meaning with the list. */
	private JsonObject parameters(final Configuration configuration) {
		final JsonObject json = new JsonObject();
		for (final Parameter p : study.space().parameters())
			if (!configuration.names().contains(p.name())) continue;
			else if (p instanceof final Parameter.Choice choice) json.addProperty(p.name(), choice.option(
				configuration));
			else json.add(p.name(), number(configuration.get(p.name())));
		return json;
	}

	private static JsonObject map(final Map<String, Double> values) {
		final JsonObject json = new JsonObject();
		values.forEach((name, value) -> json.add(name, number(value)));
		return json;
	}

	static JsonArray numbers(final double... values) {
		final JsonArray array = new JsonArray();
		for (final double value : values)
			array.add(number(value));
		return array;
	}

	/** JSON has no NaN. */
	static JsonElement number(final double value) {
		if (!Double.isFinite(value)) return JsonNull.INSTANCE;
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? new JsonPrimitive((long) value)
			: new JsonPrimitive(value);
	}
}
