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

package sc.fiji.rewardanalysis.core.io.journal;

import java.nio.file.Path;
import java.util.ArrayList;
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
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
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

	private final Study study;
	private final JournalFile file;
	private JournalLines codec;

	/** The part of the study's queue that the file knows. */
	private final List<Study.Queued> queue = new ArrayList<>();

	/** Numbers of the trials that the file knows, and of those that it knows to be done. */
	private final Set<Integer> asked = new HashSet<>(), told = new HashSet<>();

	private StudyJournal(final JournalFile file, final Study study) {
		this.file = file;
		this.study = study;
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
			JournalFile.keep(file);
		}
	}

	/**
	 * Reads a journal, of which no more needs to be known. It may be in use.
	 *
	 * @throws RewardAnalysisException if there is none, or it has a damaged line other than an
	 *           unfinished last one
	 */
	public static RecordedStudy read(final Path file) {
		return new JournalText(file, WholeFile.bytes(file)).study();
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
			journal = new StudyJournal(new JournalFile(file), study);
			done = journal.begin(file, header, only);
			return done ? Optional.of(journal) : Optional.empty();
		}
		finally {
			if (journal != null && !done) journal.close();
		}
	}

	/** @return false if it is that of another study and this is no error */
	private boolean begin(final Path path, final JsonObject header, final boolean only) {
		final JournalText text = new JournalText(path, file.content());
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
		file.begin(text.length());
		if (text.isEmpty()) file.append(header, false);
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

	@Override
	public void queued(final List<Study.Queued> waiting) {
		final List<Study.Queued> added = waiting.subList(Math.min(queue.size(), waiting.size()), waiting
			.size());
		if (added.isEmpty()) return;
		file.append(codec.queued(added), false);
		queue.addAll(added);
	}

	/** Trials that the file knows, such as those pending after it was resumed, are left out. */
	@Override
	public void asked(final Trial trial) {
		if (asked.contains(trial.id())) return;
		file.append(codec.asked(trial), false);
		asked.add(trial.id());
		if (!queue.isEmpty()) queue.remove(0);
	}

	/** Evaluations that the file knows are left out. */
	@Override
	public void told(final Evaluation evaluation) {
		if (told.contains(evaluation.id())) return;
		file.append(codec.evaluation(evaluation), true);
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

	/** Lets others have the file. */
	@Override
	public void close() {
		file.close();
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
