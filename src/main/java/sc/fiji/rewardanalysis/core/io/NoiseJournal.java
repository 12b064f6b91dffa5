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
import java.util.List;

import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseRun;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseStudy;

/**
 * The journal of a noise study in its output folder: a header with all on which a run depends,
 * then a line a run. Levels, repeats and methods aren't in the header, so a study with more of
 * them goes on from one with fewer. A journal of another image or other settings is kept under
 * {@code journal-1.jsonl} and so on. A line that a kill cut short is written over.
 */
public final class NoiseJournal implements NoiseLog {

	private final EntryJournal journal;
	private final List<NoiseRun> known;

	private NoiseJournal(final EntryJournal journal, final List<NoiseRun> known) {
		this.journal = journal;
		this.known = known;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param folder null to keep none
	 * @param hash of the analysed pixels
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is in use, damaged, or
	 *           can't be written
	 */
	public static NoiseLog open(final Path folder, final NoiseStudy study, final String hash) {
		if (folder == null) return NoiseLog.NONE;
		final EntryJournal journal = EntryJournal.open(folder.resolve(TaskJournal.NAME), NoiseJson.about(
			study, hash));
		boolean done = false;
		try {
			final NoiseLog log = new NoiseJournal(journal, journal.known().stream().map(NoiseJson::run)
				.toList());
			done = true;
			return log;
		}
		finally {
			if (!done) journal.close();
		}
	}

	@Override
	public List<NoiseRun> known() {
		return known;
	}

	@Override
	public void done(final NoiseRun run) {
		journal.append(NoiseJson.line(run));
	}

	@Override
	public void close() {
		journal.close();
	}
}
