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

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** What {@link StudyJson} tells of a search for atoms. */
final class AtomFindingJson {

	/** What it is called in files. */
	static final String ANALYSIS = "atom finding";

	private AtomFindingJson() {}

	/**
	 * @param picked null if nothing was feasible
	 * @param refined its atoms where they are listed; null likewise
	 * @param edited the same as a person may have edited them; null if nobody could
	 */
	static String toText(final AtomFindingTask task, final Study study, final RunRecord run,
		final AtomSolution picked, final RefinedAtoms refined, final EditedAtoms edited)
	{
		final Map<String, JsonElement> about = new LinkedHashMap<>();
		about.put("settings", settings(task));
		about.put("expected", expected(task.physics()));
		final Map<String, JsonElement> result = new LinkedHashMap<>();
		if (edited != null && edited.isEdited()) result.put("edits", new EditReport(edited, task).json());
		result.put("refinement", refined == null ? JsonNull.INSTANCE : refinement(refined));
		final Evaluation evaluation = picked == null ? null : picked.evaluation();
		final boolean byRule = evaluation != null && task.pick(study, run.pick()).filter(e -> e
			.id() == evaluation.id()).isPresent();
		return new StudyJson(study, run).toText(new StudyJson.Task(ANALYSIS, about, task.goals().stream()
			.map(Goal::reward).toList(), task.heldOut(), task.tieBreaker().name()), new StudyJson.Picked(
				evaluation, byRule, result));
	}

	static JsonObject settings(final AtomFindingTask task) {
		final JsonObject json = settings(task.settings());
		// A followed search may have done with fewer scales than were asked for.
		json.addProperty("num_sigma", task.ranges().numSigma());
		json.add("max_sigma_range_px", StudyJson.numbers(task.ranges().maxSigma().low(), task.ranges()
			.maxSigma().high()));
		return json;
	}

	/** Without what follows from the image. */
	static JsonObject settings(final AtomFindingSettings s) {
		final JsonObject json = new JsonObject();
		json.add("lattice", LatticeFile.json(s.lattice()));
		json.addProperty("pixel_size_nm", s.pixelSize());
		json.addProperty("background", s.preparation().background().name());
		json.addProperty("denoise", s.preparation().denoise().name());
		json.addProperty("contrast", s.preparation().atoms().name());
		json.addProperty("normalization", s.normalization().name());
		json.addProperty("count_rule", s.countRule().name());
		json.addProperty("ds_fraction", s.dsFraction());
		json.addProperty("pixel_tolerance", s.pixelTolerance());
		json.addProperty("num_sigma", s.numSigma());
		return json;
	}

	static JsonObject expected(final AtomPhysics physics) {
		final JsonObject json = new JsonObject();
		json.addProperty("columns", physics.expected());
		json.addProperty("fewest", physics.low());
		json.addProperty("most", physics.high());
		json.addProperty("counted_area_px2", physics.counted().size());
		json.addProperty("judged_area_px2", physics.judged().size());
		json.addProperty("ds_nm", physics.neighbourSumLimit());
		return json;
	}

	static JsonObject refinement(final RefinedAtoms refined) {
		final JsonObject json = new JsonObject();
		json.addProperty("method", refined.method().name());
		json.addProperty("elliptic", refined.options().elliptic());
		final JsonObject counts = new JsonObject();
		refined.counts().forEach((status, count) -> counts.addProperty(status.word(), count));
		json.add("atoms", counts);
		return json;
	}
}
