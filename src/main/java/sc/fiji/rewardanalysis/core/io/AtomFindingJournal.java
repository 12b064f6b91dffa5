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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;

/** What a {@link TaskJournal} tells of a search for atoms. */
public final class AtomFindingJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * Of a search of one image.
	 *
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param hash of the analysed pixels
	 */
	public AtomFindingJournal(final Path folder, final Path warmStart, final AtomFindingTask task,
		final String hash)
	{
		journal = new TaskJournal(folder, warmStart, about(task, hash));
	}

	/**
	 * Of a search of several images.
	 *
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search, of one image or several, to start
	 *          from; null for none
	 * @param hashes of the analysed pixels of those that are searched, by index
	 */
	public AtomFindingJournal(final Path folder, final Path warmStart,
		final PooledAtomFinding pooled, final IntFunction<String> hashes)
	{
		journal = new TaskJournal(folder, warmStart, about(pooled, hashes));
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}

	private static Map<String, Object> about(final AtomFindingTask task, final String hash) {
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", AtomFindingJson.ANALYSIS);
		about.put("image", TaskJournal.image(task.validArea().area(), hash));
		about.put("settings", AtomFindingJson.settings(task));
		about.put("expected", AtomFindingJson.expected(task.physics()));
		return about;
	}

	/** Nothing of images that are held out: they mustn't be read before the search has ended. */
	private static Map<String, Object> about(final PooledAtomFinding pooled,
		final IntFunction<String> hashes)
	{
		final JsonObject settings = AtomFindingJson.settings(pooled.anyTask());
		final JsonArray searched = new JsonArray(), heldOut = new JsonArray();
		for (int i = 0; i < pooled.images().size(); i++) {
			final String name = pooled.images().get(i).name();
			if (pooled.role(i) == PooledAtomFinding.Role.HELD_OUT) heldOut.add(name);
			if (pooled.role(i) != PooledAtomFinding.Role.SEARCHED) continue;
			final AtomFindingTask task = pooled.task(i, Progress.NONE).orElseThrow();
			final JsonObject image = TaskJournal.image(task.validArea().area(), hashes.apply(i));
			image.addProperty("name", name);
			image.add("expected", AtomFindingJson.expected(task.physics()));
			final JsonObject own = AtomFindingJson.settings(task);
			if (!own.equals(settings)) image.add("settings", own);
			searched.add(image);
		}
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", PooledStudyJson.ANALYSIS);
		about.put("pooling", pooled.pooling().name().toLowerCase(Locale.ROOT));
		about.put("images", searched);
		about.put("held_out", heldOut);
		about.put("settings", settings);
		return about;
	}
}
