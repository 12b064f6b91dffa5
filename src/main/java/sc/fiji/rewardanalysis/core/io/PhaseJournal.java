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

import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseTask;

/** What a {@link TaskJournal} tells of a search for the weight of a physics loss. */
public final class PhaseJournal implements StudyLog.Opener {

	private final TaskJournal journal;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart the journal of an earlier search to start from; null for none
	 * @param hash of the analysed pixels
	 */
	public PhaseJournal(final Path folder, final Path warmStart, final PhaseTask task,
		final String hash)
	{
		final Map<String, Object> about = new LinkedHashMap<>();
		about.put("analysis", PhaseStudyFiles.ANALYSIS);
		about.put("image", TaskJournal.image(task.scene().area(), hash));
		about.put("pixel_size_nm", StudyJson.number(task.scene().pixelSize()));
		about.put("patches", PhaseJson.patches(task.settings().patches()));
		about.put("patches_count", task.patches().count());
		about.put("network", PhaseJson.network(task.settings().network()));
		about.put("segmentation", PhaseJson.segmentation(task.settings().segmentation()));
		journal = new TaskJournal(folder, warmStart, about);
	}

	@Override
	public StudyLog open(final Study study) {
		return journal.open(study);
	}
}
