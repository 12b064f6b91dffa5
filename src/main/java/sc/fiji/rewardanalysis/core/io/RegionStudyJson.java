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

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSearchSettings;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSolution;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/** What {@link StudyJson} tells of a search for amorphous regions. */
final class RegionStudyJson {

	private RegionStudyJson() {}

	/**
	 * @param lattice the crystal; null if it isn't known
	 * @param origin where the atoms come from
	 * @param picked null if nothing was feasible
	 */
	static String toText(final RegionTask task, final RegionSearchSettings settings, final Lattice lattice,
		final String origin, final Study study, final RunRecord run, final RegionSolution picked)
	{
		final Map<String, JsonElement> about = new LinkedHashMap<>();
		about.put("settings", settings(task, settings, lattice));
		final JsonObject atoms = atoms(task);
		atoms.addProperty("from", origin);
		about.put("atoms", atoms);
		final Map<String, JsonElement> result = new LinkedHashMap<>();
		if (picked != null) result.put("result", RegionJson.result(task.finder(), picked.regions()));
		final Evaluation evaluation = picked == null ? null : picked.evaluation();
		final boolean byRule = evaluation != null && task.pick(study, run.pick()).filter(e -> e
			.id() == evaluation.id()).isPresent();
		return new StudyJson(study, run).toText(new StudyJson.Task(RegionJson.ANALYSIS, about, task.objectives()
			.goals().stream().map(Goal::reward).toList(), task.objectives().heldOut(), null),
			new StudyJson.Picked(evaluation, byRule, result));
	}

	/** What the user said that isn't part of the search space. */
	static JsonObject settings(final RegionTask task, final RegionSearchSettings s,
		final Lattice lattice)
	{
		final JsonObject json = new JsonObject();
		json.add("lattice", lattice == null ? JsonNull.INSTANCE : LatticeFile.json(lattice));
		json.addProperty("pixel_size_nm", task.finder().scene().pixelSize());
		json.addProperty("objectives", RegionRanges.word(s.objectives()));
		json.addProperty("amorphous", RegionRanges.word(s.component()));
		json.addProperty("normalization", RegionRanges.word(s.normalization()));
		json.addProperty("mask", RegionRanges.word(s.mask()));
		json.addProperty("fewest_atoms", s.fewestAtoms());
		json.addProperty("least_contrast", s.leastContrast());
		return json;
	}

	/** How many there are, and a checksum of their positions. */
	static JsonObject atoms(final RegionTask task) {
		return atoms(task.finder().scene().atoms());
	}

	/** How many there are, and a checksum of their positions. */
	static JsonObject atoms(final List<Blob> atoms) {
		final CRC32 checksum = new CRC32();
		final ByteBuffer position = ByteBuffer.allocate(2 * Double.BYTES);
		for (final Blob atom : atoms)
			checksum.update(position.clear().putDouble(atom.x()).putDouble(atom.y()).array());
		final JsonObject json = new JsonObject();
		json.addProperty("count", atoms.size());
		json.addProperty("crc32_of_positions", Long.toHexString(checksum.getValue()));
		return json;
	}
}
