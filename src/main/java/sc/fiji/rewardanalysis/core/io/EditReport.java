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
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms.Origin;

/** What a person's edits of a solution have changed. */
final class EditReport {

	private final EditedAtoms edited;
	private final AtomSet before, after;
	private final List<Reward<AtomSet>> rewards;

	EditReport(final EditedAtoms edited, final AtomFindingTask task) {
		this.edited = edited;
		before = edited.original().atoms();
		after = edited.solution().atoms();
		rewards = Stream.concat(task.goals().stream().map(Goal::reward), task.heldOut().stream()).toList();
	}

	/** Numbers of atoms and every reward that can still be told, with what it was before. */
	String inWords() {
		final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
			"%d added, %d moved, %d deleted by hand; %d atoms counted (were %d)", edited.count(Origin.ADDED),
			edited.count(Origin.MOVED), edited.deleted().size(), after.counted().length, before
				.counted().length));
		for (final Reward<AtomSet> reward : rewards) {
			final double now = reward.score(after).value();
			if (!Double.isNaN(now)) text.append(String.format(Locale.ROOT, ", %s %.4f (was %.4f)", reward
				.name(), now, reward.score(before).value()));
		}
		return text.append('.').toString();
	}

	/** The detected atoms that are gone, px in the analysed box, and the rewards of what is left. */
	JsonObject json() {
		final JsonObject json = new JsonObject();
		json.addProperty("added", edited.count(Origin.ADDED));
		json.addProperty("moved", edited.count(Origin.MOVED));
		final JsonArray deleted = new JsonArray();
		edited.deleted().forEach(b -> deleted.add(StudyJson.numbers(b.x(), b.y(), b.sigma(), b
			.response())));
		json.add("deleted_x_y_sigma_response_px", deleted);
		json.addProperty("atoms_counted", after.counted().length);
		final JsonObject values = new JsonObject();
		rewards.forEach(r -> values.add(r.name(), StudyJson.numbers(r.score(after).value()).get(0)));
		json.add("rewards", values);
		return json;
	}
}
