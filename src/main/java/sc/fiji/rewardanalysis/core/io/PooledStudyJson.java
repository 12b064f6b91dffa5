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

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;

/** A study of several images with all that is needed to repeat it, as JSON. */
final class PooledStudyJson {

	/** What it is called in files. */
	static final String ANALYSIS = "atom finding in several images";

	private final PooledAtomFinding pooled;
	private final Study study;
	private final RunRecord run;

	/** Knows what all studies have in common. */
	private final StudyJson any;

	PooledStudyJson(final PooledAtomFinding pooled, final Study study, final RunRecord run) {
		this.pooled = pooled;
		this.study = study;
		this.run = run;
		any = new StudyJson(study, run);
	}

	/**
	 * @param heldOut the picked solution's means over the images held out; null if unknown
	 * @param refined its atoms in all images; null if there are none
	 */
	String toText(final Evaluation picked, final double[] heldOut, final RefinedAtoms refined) {
		final JsonObject json = any.begun(ANALYSIS);
		json.addProperty("pooling", pooled.pooling().name().toLowerCase(Locale.ROOT));
		json.add("images", images());
		json.add("settings", AtomFindingJson.settings(pooled.anyTask()));
		json.add("search_space", any.searchSpace());
		json.add("objectives", objectives());
		json.addProperty("tie_breaker", pooled.anyTask().tieBreaker().name());
		json.addProperty("engine", run.search().engine().name().toLowerCase(Locale.ROOT));
		json.addProperty("engine_reason", run.search().reason());
		json.addProperty("stop_reason", run.search().stop());
		json.addProperty("hypervolume", study.hypervolume());
		json.addProperty("pick", run.pick().name().toLowerCase(Locale.ROOT));
		json.addProperty("chosen_on_the_plot", picked != null && !pooled.pick(study, run.pick()).filter(
			e -> e.id() == picked.id()).isPresent());
		if (picked == null) json.add("picked_evaluation", JsonNull.INSTANCE);
		else {
			json.addProperty("picked_evaluation", picked.id());
			json.add("picked_searched_means", StudyJson.numbers(pooled.searchedMeans(picked)));
			json.add("picked_held_out_means", heldOut == null ? JsonNull.INSTANCE : StudyJson.numbers(
				heldOut));
		}
		json.add("refinement", refined == null ? JsonNull.INSTANCE : AtomFindingJson.refinement(refined));
		return any.ended(json);
	}

	private JsonArray images() {
		final JsonArray array = new JsonArray();
		for (int i = 0; i < pooled.images().size(); i++) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", pooled.images().get(i).name());
			json.addProperty("role", PooledFiles.word(pooled.role(i)));
			if (pooled.role(i) == PooledAtomFinding.Role.SEARCHED) pooled.task(i, Progress.NONE).ifPresent(
				task -> json.add("expected", AtomFindingJson.expected(task.physics())));
			if (!pooled.failure(i).isEmpty()) json.addProperty("left_out_because", pooled.failure(i));
			array.add(json);
		}
		return array;
	}

	private JsonArray objectives() {
		final JsonArray array = new JsonArray();
		for (int j = 0; j < study.objectives().size(); j++) {
			final Objective objective = study.objectives().get(j);
			final JsonObject json = StudyJson.reward(pooled.anyTask().goals().get(j).reward());
			json.addProperty("name", objective.name());
			json.addProperty("unit", objective.unit());
			json.addProperty("reference", objective.reference());
			array.add(json);
		}
		return array;
	}
}
