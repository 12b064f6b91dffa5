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
import java.util.Map;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;

/** What a {@link TaskJournal} tells of a search for a macro's values: of another macro too. */
public final class MacroJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param area the analysed one
	 * @param hash of the analysed pixels
	 */
	public MacroJournal(final Path folder, final Path warmStart, final MacroTask task,
		final MacroSetup setup, final Area area, final String hash)
	{
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", MacroJson.ANALYSIS);
		about.put("image", TaskJournal.image(area, hash));
		about.put("macro_sha256", task.search().macro().hash());
		about.put("settings", MacroJson.settings(task, setup));
		journal = new TaskJournal(folder, warmStart, about);
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}
}
