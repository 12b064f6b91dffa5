package sc.fiji.rewardanalysis.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * A study as a file to which a line is added whenever something happens, so that it can
 * be resumed whenever the program was killed, and goes on as if it had not been.
 * <p>
 * The file is UTF-8, one JSON object a line. The first one, the header, holds all on
 * which a study depends: format, software version, seed, engine, search space,
 * objectives with their links, constraints, and what the caller adds. Then
 *
 * <pre>
 * {"queued":[{"origin":"user","parameters":{"sigma":3.5,"contrast":"dark"}}]}
 * {"asked":7,"origin":"bayes","parameters":{"sigma":3.1,"contrast":"bright"},"expected_gain":0.02}
 * {"evaluation":7,"origin":"bayes","parameters":{"sigma":3.1,"contrast":"bright"},
 *  "signals":[212.0,"NaN"],"constraints":[],"valid":true,"objectives":[0.06,"NaN"],
 *  "feasible":false,"metrics":{"coverage_gap":0.1},"failure":"","seconds":0.31}
 * </pre>
 *
 * (the last one in one line): what was put on the queue, a trial that was asked for, and
 * what came of it. {@code valid} is {@link
 * sc.fiji.rewardanalysis.core.optimize.Observation#feasible}, {@code feasible} is {@link
 * Evaluation#feasible}. Numbers keep every bit; choices stand there by name.
 * <p>
 * A line is written at once and whole; one that a kill cut short is written over by the
 * resumed study, which does again whatever it was about. One process at a time may have
 * the file open. It is used on the thread that runs the study.
 */
public final class StudyJournal implements StudyLog {

	/** Beyond any line, so that the lock keeps nobody from reading. */
	private static final long LOCKED = Long.MAX_VALUE - 1;

	private static final String IN_USE =
		"%s is in use by another run; wait until that one has ended, or choose another folder.";

	private final Path file;
	private final Study study;
	private final FileChannel channel;
	private JournalLines codec;
	private long end;

	/** The part of the study's queue that the file knows. */
	private final List<Study.Queued> queue = new ArrayList<>();

	/** Numbers of the trials that the file knows, and of those that it knows to be done. */
	private final Set<Integer> asked = new HashSet<>(), told = new HashSet<>();

	private StudyJournal(final Path file, final Study study) throws IOException {
		this.file = file;
		this.study = study;
		final Path folder = file.toAbsolutePath().getParent();
		if (folder != null) Files.createDirectories(folder);
		channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);
	}

	/**
	 * Begins a journal, or resumes the one that is there: then the study has what it had
	 * when it was interrupted, pending trials and the queue too.
	 *
	 * @param file made if it isn't there, with its folder
	 * @param study of which nothing was asked yet. What it is to try first may be enqueued
	 *          before: what the journal knows of that isn't tried again
	 * @param about whatever else it depends on, under names: texts, finite numbers, booleans,
	 *          lists and maps of them
	 * @throws RewardAnalysisException if the file is in use, is no journal, is that of
	 *           another study or of another version of the software, has a damaged line other
	 *           than an unfinished last one, or can't be written
	 */
	public static StudyJournal open(final Path file, final Study study, final Map<String, ?> about) {
		return open(file, study, about, true).orElseThrow();
	}

	/**
	 * The same, but if the file is the journal of another study it is kept under another
	 * name, for {@code journal.jsonl} {@code journal-1.jsonl} and so on, and a new one
	 * begins.
	 */
	public static StudyJournal openKeepingOthers(final Path file, final Study study,
		final Map<String, ?> about)
	{
		for (;;) {
			final Optional<StudyJournal> journal = open(file, study, about, false);
			if (journal.isPresent()) return journal.get();
			keep(file);
		}
	}

	/**
	 * Reads a journal, of which no more needs to be known. It may be in use.
	 *
	 * @throws RewardAnalysisException if there is none, or it has a damaged line other than an
	 *           unfinished last one
	 */
	public static RecordedStudy read(final Path file) {
		return new JournalText(file, JsonFields.bytes(file)).study();
	}

	/** @return empty if it is that of another study and this is no error */
	private static Optional<StudyJournal> open(final Path file, final Study study,
		final Map<String, ?> about, final boolean only)
	{
		Checks.given("The file of a journal", file);
		if (Checks.given("The study of a journal", study).nextId() > 0)
			throw new RewardAnalysisException(
				"The study has begun without its journal %s; open it before the first trial is asked for.", file);
		final JsonObject header = JournalHeader.of(study, about);
		StudyJournal journal = null;
		boolean done = false;
		try {
			journal = new StudyJournal(file, study);
			done = journal.begin(header, only);
			return done ? Optional.of(journal) : Optional.empty();
		}
		catch (final IOException exc) {
			throw cannotWrite(file, exc);
		}
		finally {
			if (journal != null && !done) journal.close();
		}
	}

	/** @return false if it is that of another study and this is no error */
	private boolean begin(final JsonObject header, final boolean only) throws IOException {
		lock();
		final JournalText text = new JournalText(file, content());
		codec = new JournalLines(study.space());
		final List<Study.Queued> first = study.queued();
		if (!text.isEmpty()) {
			final JsonFields there = text.header();
			// As it is when it was read: numbers as texts.
			final Optional<String> difference = JournalDifference.of(there.json(), JsonParser
				.parseString(header.toString()));
			if (difference.isPresent() && !only) return false;
			JournalHeader.check(there);
			if (difference.isPresent()) throw new RewardAnalysisException(
				"%s is the journal of another study: %s; make that the same, name another file, or move this one away.", there
					.where(), difference.get());
			restore(text, first);
		}
		end = text.length();
		if (channel.size() > end) channel.truncate(end);
		if (text.isEmpty()) append(header, false);
		queued(study.queued());
		return true;
	}

	/** @param first what the caller wants to be tried first; what is in the file was queued already */
	private void restore(final JournalText text, final List<Study.Queued> first) {
		final Restored restored = new Restored();
		study.clearQueue();
		text.repeat(study.space(), restored);
		queue.addAll(study.queued());
		for (final Study.Queued q : first)
			if (!restored.known.remove(q)) study.enqueue(q.configuration(), q.origin());
	}

	private void lock() throws IOException {
		try {
			if (channel.tryLock(LOCKED, 1, false) != null) return;
		}
		catch (final OverlappingFileLockException exc) {
			throw new RewardAnalysisException(exc, IN_USE, file);
		}
		throw new RewardAnalysisException(IN_USE, file);
	}

	/** Read through the channel: closing another one would give the lock away. */
	private byte[] content() throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
		while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0);
		return Arrays.copyOf(bytes.array(), bytes.position());
	}

	/** Moves a file to the first name with a number that is free. */
	static void keep(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
		for (int i = 1;; i++)
			try {
				Files.move(file, file.resolveSibling(name.substring(0, dot) + "-" + i + name.substring(
					dot)));
				return;
			}
			catch (final FileAlreadyExistsException exc) {
				// The next number then.
				continue;
			}
			catch (final NoSuchFileException exc) {
				// Another run was faster.
				return;
			}
			catch (final IOException exc) {
				throw cannotWrite(file, exc);
			}
	}

	private static RewardAnalysisException cannotWrite(final Path file, final IOException exc) {
		return new RewardAnalysisException(exc,
			"Cannot write the journal %s (%s); choose a folder that you may write to and that has room.",
			file, AtomicFile.reason(exc));
	}

	@Override
	public void queued(final List<Study.Queued> waiting) {
		final List<Study.Queued> added = waiting.subList(Math.min(queue.size(), waiting.size()), waiting
			.size());
		if (added.isEmpty()) return;
		append(codec.queued(added), false);
		queue.addAll(added);
	}

	/** Trials that the file knows, such as those pending after it was resumed, are left out. */
	@Override
	public void asked(final Trial trial) {
		if (asked.contains(trial.id())) return;
		append(codec.asked(trial), false);
		asked.add(trial.id());
		if (!queue.isEmpty()) queue.remove(0);
	}

	/** Evaluations that the file knows are left out. */
	@Override
	public void told(final Evaluation evaluation) {
		if (told.contains(evaluation.id())) return;
		append(codec.evaluation(evaluation), true);
		told.add(evaluation.id());
		asked.add(evaluation.id());
	}

	/**
	 * Runs the journal's study until it has so many evaluations, as
	 * {@link Study#evaluate(int, Function)} does, and writes down all that happens.
	 *
	 * @param evaluations how many, those that the journal knows included
	 * @param evaluator measures a configuration
	 * @return the study
	 * @throws CancellationException if the evaluator does; the trial stays pending
	 * @throws RewardAnalysisException if the file can't be written
	 */
	public Study evaluate(final int evaluations,
		final Function<Configuration, Observation> evaluator)
	{
		while (study.evaluations().size() < evaluations)
			told(study.evaluate(next(), evaluator));
		return study;
	}

	/** What is pending first. */
	private Trial next() {
		queued(study.queued());
		final List<Trial> pending = study.pending();
		final Trial trial = pending.isEmpty() ? study.ask() : pending.get(0);
		asked(trial);
		return trial;
	}

	private void append(final JsonObject line, final boolean force) {
		final ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			while (bytes.hasRemaining())
				channel.write(bytes, end + bytes.position());
			if (force) channel.force(false);
			end += bytes.limit();
		}
		catch (final ClosedByInterruptException exc) {
			throw (CancellationException) new CancellationException("Interrupted.").initCause(exc);
		}
		catch (final IOException exc) {
			// The next one to open it leaves out what is unfinished.
			final RewardAnalysisException failure = cannotWrite(file, exc);
			try {
				channel.close();
			}
			catch (final IOException other) {
				failure.addSuppressed(other);
			}
			throw failure;
		}
	}

	/** Lets others have the file. */
	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException exc) {
			throw cannotWrite(file, exc);
		}
	}

	private final class Restored implements StudyLog {

		/** All that was ever queued. */
		private final List<Study.Queued> known = new ArrayList<>();

		@Override
		public void queued(final List<Study.Queued> added) {
			added.forEach(q -> study.enqueue(q.configuration(), q.origin()));
			known.addAll(added);
		}

		@Override
		public void asked(final Trial trial) {
			study.restore(trial);
			asked.add(trial.id());
		}

		@Override
		public void told(final Evaluation evaluation) {
			study.restore(evaluation);
			asked.add(evaluation.id());
			told.add(evaluation.id());
		}
	}
}
