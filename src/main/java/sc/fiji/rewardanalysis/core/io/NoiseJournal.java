package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

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

	private final JournalFile file;
	private final List<NoiseRun> known;

	private NoiseJournal(final JournalFile file, final List<NoiseRun> known) {
		this.file = file;
		this.known = List.copyOf(known);
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
		final Path path = folder.resolve(TaskJournal.NAME);
		final JsonObject header = JournalHeader.begun();
		header.add("about", NoiseJson.about(study, hash));
		for (;;) {
			final Optional<NoiseLog> log = open(path, header);
			if (log.isPresent()) return log.get();
			JournalFile.keep(path);
		}
	}

	/** @return empty if it is that of something else */
	private static Optional<NoiseLog> open(final Path path, final JsonObject header) {
		JournalFile opened = null;
		boolean done = false;
		try {
			opened = new JournalFile(path);
			final JournalText text = new JournalText(path, opened.content());
			// As it is when it was read: numbers as texts.
			if (!text.isEmpty() && JournalDifference.of(text.header().json(), JsonParser.parseString(header
				.toString())).isPresent()) return Optional.empty();
			final List<NoiseRun> known = text.entries().stream().map(NoiseJson::run).toList();
			opened.begin(text.length());
			if (text.isEmpty()) opened.append(header, false);
			done = true;
			return Optional.of(new NoiseJournal(opened, known));
		}
		finally {
			if (opened != null && !done) opened.close();
		}
	}

	@Override
	public List<NoiseRun> known() {
		return known;
	}

	@Override
	public void done(final NoiseRun run) {
		file.append(NoiseJson.line(run), true);
	}

	@Override
	public void close() {
		file.close();
	}
}
