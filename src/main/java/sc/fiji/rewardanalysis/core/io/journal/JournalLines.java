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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/** The lines of a journal after the header, to and from JSON. Doubles keep every bit. */
public final class JournalLines {

	/** The kinds of lines. */
	public static final String QUEUED = "queued", ASKED = "asked", EVALUATION = "evaluation";

	private final SearchSpace space;
	private final Map<String, Parameter> parameters = new LinkedHashMap<>();

	/** Of points of this space. */
	public JournalLines(final SearchSpace space) {
		this.space = space;
		space.parameters().forEach(p -> parameters.put(p.name(), p));
	}

	/** Points that the user wants to be tried. */
	public JsonObject queued(final List<Study.Queued> added) {
		final JsonArray array = new JsonArray();
		for (final Study.Queued q : added) {
			final JsonObject entry = new JsonObject();
			entry.addProperty("origin", q.origin());
			entry.add("parameters", parameters(q.configuration()));
			array.add(entry);
		}
		final JsonObject json = new JsonObject();
		json.add(QUEUED, array);
		return json;
	}

	/** Those of a line. */
	public List<Study.Queued> queued(final JsonFields json) {
		return json.objects(QUEUED).stream().map(q -> new Study.Queued(configuration(q), q.string(
			"origin"))).toList();
	}

	/** A trial that was proposed. */
	public JsonObject asked(final Trial t) {
		final JsonObject json = new JsonObject();
		json.addProperty(ASKED, t.id());
		json.addProperty("origin", t.origin());
		json.add("parameters", parameters(t.configuration()));
		json.add("expected_gain", number(t.expectedGain()));
		return json;
	}

	/** That of a line. */
	public Trial asked(final JsonFields json) {
		final Configuration configuration = configuration(json);
		return new Trial(json.integer(ASKED), configuration, space.toUnit(configuration), json.string(
			"origin"), json.real("expected_gain"));
	}

	/** What came out of a trial. */
	public JsonObject evaluation(final Evaluation e) {
		final JsonObject json = new JsonObject();
		json.addProperty(EVALUATION, e.id());
		json.addProperty("origin", e.origin());
		json.add("parameters", parameters(e.configuration()));
		json.add("signals", numbers(e.signals()));
		json.add("constraints", numbers(e.constraints()));
		json.addProperty("valid", e.observation().feasible());
		json.add("objectives", numbers(e.objectives()));
		json.addProperty("feasible", e.feasible());
		final JsonObject metrics = new JsonObject();
		e.metrics().forEach((name, value) -> metrics.add(name, number(value)));
		json.add("metrics", metrics);
		json.addProperty("failure", e.failure());
		json.add("seconds", number(e.seconds()));
		return json;
	}

	/** That of a line. */
	public Evaluation evaluation(final JsonFields json) {
		final Configuration configuration = configuration(json);
		final Observation observation = new Observation(json.reals("signals"), json.reals(
			"constraints"), json.yes("valid"), json.realsByName("metrics"), json.string("failure"));
		return new Evaluation(json.integer(EVALUATION), configuration, space.toUnit(configuration),
			observation, json.reals("objectives"), json.yes("feasible"), json.real("seconds"), json.string(
				"origin"));
	}

	/** Choices by name: an index would change its meaning with the list. */
	public JsonObject parameters(final Configuration configuration) {
		final JsonObject json = new JsonObject();
		configuration.asMap().forEach((name, value) -> {
			if (parameters.get(name) instanceof final Parameter.Choice choice) json.addProperty(name, choice
				.option(value));
			else json.addProperty(name, value);
		});
		return json;
	}

	private Configuration configuration(final JsonFields line) {
		final JsonFields json = line.object("parameters");
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String name : json.keys()) {
			final Parameter p = parameters.get(name);
			if (p == null) throw new RewardAnalysisException(
				"%s: the header has no parameter %s; the line is damaged.", json.where(), name);
			values.put(name, p instanceof final Parameter.Choice choice ? choice.index(json.string(name))
				: json.number(name));
		}
		return space.completed(Configuration.of(values));
	}

	/** Values with all their bits. */
	public static JsonArray numbers(final double[] values) {
		final JsonArray array = new JsonArray();
		Arrays.stream(values).forEach(v -> array.add(number(v)));
		return array;
	}

	/** JSON has no infinite numbers; as texts they survive. */
	public static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(Double.toString(
			value));
	}
}
