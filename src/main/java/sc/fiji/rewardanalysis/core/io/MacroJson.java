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

import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroKey;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;

/** What {@link StudyJson} tells of a search for a macro's values. */
final class MacroJson {

	/** What is searched for. */
	static final String ANALYSIS = "macro";

	private MacroJson() {}

	/**
	 * @param picked null if nothing was feasible
	 * @param found what it leaves; null likewise
	 */
	static String toText(final MacroTask task, final MacroSetup setup, final Study study,
		final RunRecord run, final Evaluation picked, final MacroOutcome found)
	{
		final Map<String, JsonElement> about = new LinkedHashMap<>();
		about.put("macro_file", macro(task));
		about.put("settings", settings(task, setup));
		if (task.physics() != null) about.put("expected", AtomFindingJson.expected(task.physics()));
		final Map<String, JsonElement> result = new LinkedHashMap<>();
		if (picked != null) result.put("result", result(task, picked, found));
		final boolean byRule = picked != null && task.pick(study, run.pick()).filter(e -> e.id() == picked
			.id()).isPresent();
		return new StudyJson(study, run).toText(new StudyJson.Task(ANALYSIS, about, task.goals().stream()
			.map(Goal::reward).toList(), task.heldOut(), null), new StudyJson.Picked(picked, byRule, result));
	}

	/** Which macro it is, to the last character. */
	static JsonObject macro(final MacroTask task) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", task.search().macro().name());
		json.addProperty("sha256", task.search().macro().hash());
		final JsonArray keys = new JsonArray();
		for (final MacroKey key : task.search().keys()) {
			final JsonObject entry = new JsonObject();
			entry.addProperty("name", key.name());
			entry.addProperty("line", key.line());
			entry.addProperty("command", key.command());
			entry.addProperty("value", key.value());
			keys.add(entry);
		}
		json.add("keys", keys);
		return json;
	}

	/** What the user said that isn't part of the search space. */
	static JsonObject settings(final MacroTask task, final MacroSetup setup) {
		final JsonObject json = new JsonObject();
		json.add("lattice", setup.lattice() == null ? JsonNull.INSTANCE : LatticeFile.json(setup
			.lattice()));
		json.add("pixel_size_nm", setup.lattice() == null ? JsonNull.INSTANCE : StudyJson.number(setup
			.pixelSize()));
		json.addProperty("search", task.search().canonical());
		json.addProperty("objectives", task.objectives().canonical());
		json.addProperty("items", setup.items());
		json.addProperty("seconds_limit", setup.secondsLimit());
		return json;
	}

	private static JsonObject result(final MacroTask task, final Evaluation picked,
		final MacroOutcome found)
	{
		final JsonObject json = new JsonObject();
		final JsonObject values = new JsonObject();
		task.search().values(picked.configuration()).forEach((key, value) -> values.addProperty(key
			.name(), value));
		json.add("values", values);
		json.addProperty("items", found.atoms().size());
		json.addProperty("items_from", found.origin());
		json.addProperty("errors", task.errors(found).length);
		json.addProperty("rows", found.rows());
		return json;
	}
}
