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
