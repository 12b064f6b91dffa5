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
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesLog;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesRun;

/**
 * The journal of a time series in its output folder: a header with all on which a frame depends,
 * then a line a frame with its atoms. How long columns may be missing isn't in the header, for
 * columns are linked anew each time; nor is the number of frames, so a series that has grown goes on.
 * A journal of other settings is kept under {@code journal-1.jsonl} and so on. A line that a kill cut
 * short is written over.
 */
public final class SeriesJournal implements SeriesLog {

	private final EntryJournal journal;
	private final List<SeriesFrame> known;

	private SeriesJournal(final EntryJournal journal, final List<SeriesFrame> known) {
		this.journal = journal;
		this.known = known;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param folder null to keep none
	 * @param image the title of the series
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is in use, damaged, or
	 *           can't be written
	 */
	public static SeriesLog open(final Path folder, final SeriesRun run, final String image) {
		if (folder == null) return SeriesLog.NONE;
		final EntryJournal journal = EntryJournal.open(folder.resolve(TaskJournal.NAME), SeriesJson.about(
			run, image));
		boolean done = false;
		try {
			final SeriesLog log = new SeriesJournal(journal, journal.known().stream().map(
				line -> SeriesJson.frame(line, run.settings())).toList());
			done = true;
			return log;
		}
		finally {
			if (!done) journal.close();
		}
	}

	@Override
	public List<SeriesFrame> known() {
		return known;
	}

	@Override
	public void done(final SeriesFrame frame) {
		journal.append(SeriesJson.line(frame));
	}

	@Override
	public void close() {
		journal.close();
	}
}
