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

package sc.fiji.rewardanalysis.core.io.journal;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** The first line of a journal: everything on which a study depends, so that it may be resumed. */
final class JournalHeader {

	/** How every journal begins. */
	static final String MAGIC = "{\"journal\":\"reward analysis study\",";

	/** Raised when a reader of older journals would misread newer ones. */
	private static final int FORMAT = 1;

	private JournalHeader() {}

	/** With what every header begins, whatever the journal is of. */
	static JsonObject begun() {
		final JsonObject json = new JsonObject();
		json.addProperty("journal", "reward analysis study");
		json.addProperty("format", FORMAT);
		json.addProperty("version", Version.current());
		return json;
	}

	/** @param about whatever else it depends on: texts, numbers, booleans, lists, maps */
	static JsonObject of(final Study study, final Map<String, ?> about) {
		final JsonObject json = begun();
		json.addProperty("seed", study.seed());
		json.addProperty("engine", study.engine().name());
		json.add("space", parameters(study.space()));
		json.add("conditions", conditions(study.space()));
		final JsonArray objectives = new JsonArray();
		study.objectives().forEach(o -> objectives.add(objective(o)));
		json.add("objectives", objectives);
		final JsonArray constraints = new JsonArray();
		study.constraints().forEach(c -> constraints.add(constraint(c)));
		json.add("constraints", constraints);
		json.add("about", tree(about));
		return json;
	}

	private static JsonElement tree(final Map<String, ?> about) {
		try {
			return new Gson().toJsonTree(about);
		}
		catch (final IllegalArgumentException exc) {
			throw new RewardAnalysisException(exc,
				"What a journal is about must be texts, finite numbers, booleans, lists and maps, not %s.",
				about);
		}
	}

	private static JsonArray parameters(final SearchSpace space) {
		final JsonArray array = new JsonArray();
		for (final Parameter p : space.parameters()) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", p.name());
			json.addProperty("kind", kind(p));
			json.addProperty("unit", p.unit());
			if (p instanceof final Parameter.Choice choice) {
				final JsonArray options = new JsonArray();
				choice.options().forEach(options::add);
				json.add("options", options);
			}
			else if (p instanceof final Parameter.Levels levels) {
				final JsonArray values = new JsonArray();
				levels.values().forEach(values::add);
				json.add("values", values);
			}
			else if (p instanceof final Parameter.Fixed fixed) json.addProperty("value", fixed.value());
			else {
				json.addProperty("min", p.at(0));
				json.addProperty("max", p.at(1));
			}
			if (p instanceof final Parameter.Real real) json.addProperty("log", real.log());
			array.add(json);
		}
		return array;
	}

	private static String kind(final Parameter p) {
		if (p instanceof Parameter.Choice) return "choice";
		if (p instanceof Parameter.Fixed) return "fixed";
		if (p instanceof Parameter.Levels) return "levels";
		return p instanceof Parameter.Whole ? "whole" : "real";
	}

	private static JsonArray conditions(final SearchSpace space) {
		final JsonArray array = new JsonArray();
		space.conditions().forEach((name, condition) -> {
			final JsonObject json = new JsonObject();
			json.addProperty("parameter", name);
			json.addProperty("choice", condition.choice());
			final JsonArray options = new JsonArray();
			condition.options().forEach(options::add);
			json.add("options", options);
			array.add(json);
		});
		return array;
	}

	private static JsonObject objective(final Objective o) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", o.name());
		json.addProperty("unit", o.unit());
		json.addProperty("link", o.link().toString());
		json.addProperty("reference", o.reference());
		return json;
	}

	private static JsonObject constraint(final Constraint c) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", c.name());
		json.addProperty("unit", c.unit());
		json.addProperty("limit", c.limit());
		return json;
	}

	/** @throws RewardAnalysisException if it is no header */
	static void checkJournal(final JsonFields header) {
		if (!header.has("journal")) throw new RewardAnalysisException(
			"%s is not that of a study's journal; name another file, or move it away.", header.where());
	}

	/** @throws RewardAnalysisException if it is one of a format that isn't known */
	static void check(final JsonFields header) {
		if (header.integer("format") != FORMAT) throw new RewardAnalysisException(
			"%s: the journal's format is %d, this version reads %d; use the version that wrote it, or move it away.",
			header.where(), header.integer("format"), FORMAT);
	}

	/** The search space of a journal's study. */
	static SearchSpace space(final JsonFields header) {
		final List<Parameter> parameters = new ArrayList<>();
		for (final JsonFields p : header.objects("space"))
			parameters.add(parameter(p));
		SearchSpace space = new SearchSpace(parameters);
		for (final JsonFields c : header.objects("conditions"))
			space = space.when(c.string("parameter"), c.string("choice"), c.strings("options").toArray(
				String[]::new));
		return space;
	}

	private static Parameter parameter(final JsonFields p) {
		final String name = p.string("name"), unit = p.string("unit"), kind = p.string("kind");
		return switch (kind) {
			case "choice" -> new Parameter.Choice(name, p.strings("options"));
			case "levels" -> new Parameter.Levels(name, unit, Arrays.stream(p.reals("values")).boxed().toList());
			case "fixed" -> new Parameter.Fixed(name, unit, p.number("value"));
			case "whole" -> new Parameter.Whole(name, unit, p.integer("min"), p.integer("max"));
			case "real" -> new Parameter.Real(name, unit, p.number("min"), p.number("max"), p.yes("log"));
			default -> throw new RewardAnalysisException(
				"%s: the kind of %s is \"%s\"; it must be real, whole, levels, choice or fixed.", p.where(), name,
				kind);
		};
	}
}
