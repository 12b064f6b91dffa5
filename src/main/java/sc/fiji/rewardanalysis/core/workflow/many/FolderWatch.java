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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Arrived;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;

/**
 * Works on the files of a folder as they arrive, one at a time with all threads, until it is
 * stopped or nothing comes any more. A thread of its own lists the folder meanwhile, as often as
 * that costs a tenth of its time at most, and at least every {@value #LOOK} ms if it is cheap.
 * A file that vanishes is skipped, one that changes arrives anew. A file that can't be opened
 * may be half of one: it is tried again once after it has rested {@value #PATIENCE} times as long.
 */
public final class FolderWatch {

	/** How often the folder is listed, ms, if that is cheap. */
	static final long LOOK = 100;

	/** A listing may take this part of the time. */
	private static final double SHARE = 0.1;

	/** How often it is asked whether to stop, ms. */
	private static final long POLL = 20;

	/** A file that can't be opened is tried again after so many times its rest. */
	static final int PATIENCE = 5;

	/** Why it ended. */
	public enum Ending {
			/** Whoever started it wanted it. */
			CANCELED,
			/** Whoever else wanted it. */
			STOPPED,
			/** No file came for a while. */
			QUIET
	}

	/**
	 * How it goes about it.
	 *
	 * @param rest for how long a file may not change, ms
	 * @param newestFirst whether the turn is that of the file that came last, if several wait
	 * @param quiet it ends after so many ms without a new file; 0 for never
	 */
	public record Rules(long rest, boolean newestFirst, long quiet) {

		public Rules {
			Checks.atLeast("rest", rest, 0);
			Checks.atLeast("quiet", quiet, 0);
		}
	}

	/**
	 * What became of a file.
	 *
	 * @param outcome its result, or why there is none; null if cancelled
	 * @param isImage whether it could be opened
	 */
	public record Attempt(ImageOutcome outcome, boolean isImage) {}

	/**
	 * A file that has its result, or none for good.
	 *
	 * @param file as it arrived
	 * @param isFresh whether it came while somebody was watching, so that it is known when
	 * @param lag from when it was whole to now, s
	 */
	public record Done(Arrived file, ImageOutcome outcome, boolean isFresh, double lag) {}

	/**
	 * How things stand.
	 *
	 * @param waiting files that have arrived
	 * @param writing files that change, or haven't rested long enough
	 * @param vanished files that were deleted before their turn
	 * @param trouble why the folder can't be listed at present; empty if it can
	 */
	public record State(int waiting, int writing, int vanished, String trouble) {}

	/** The folder. Thread-safe. */
	public interface Source {

		/**
		 * The files that there are.
		 *
		 * @throws RewardAnalysisException if they can't be listed at present
		 */
		List<Listed> list(Progress progress);

		/** A file as it is now; empty if it is gone. */
		Optional<Listed> now(Listed file);

		/** Whether nothing is to be done with a file. */
		boolean isKnown(Listed file);

		/** Whether somebody else wants it to end; asked every 100 ms. */
		boolean isStopped();
	}

	/** What is done, all on one thread. */
	public interface Work {

		/** Analyses a file. */
		Attempt attempt(Listed file, Progress progress);

		/** Hears of each that is done or has failed for good. */
		void done(Done done, State state);

		/** Has time for something else, about every 20 ms unless a file is analysed. */
		void rest(State state);
	}

	private final Rules rules;
	private final Source source;
	private final Work work;
	private final Progress progress;
	private final Pace pace;
	private final Arrivals arrivals;
	private final Backlog backlog;

	/** Files to be tried again, by when; the path of each that was tried once. */
	private final PriorityQueue<Arrived> again;
	private final Set<Listed> tried = new HashSet<>();
	private final long started = now();
	private long begun = Long.MAX_VALUE;
	private int vanished;
	private String trouble = "";
	private Throwable fatal;
	private boolean ended;
	private volatile boolean stopped;

	/** @param pace told of what comes and what is done */
	public FolderWatch(final Rules rules, final Source source, final Work work, final Pace pace,
		final Progress progress)
	{
		this.rules = rules;
		this.source = source;
		this.work = work;
		this.pace = pace;
		this.progress = progress;
		arrivals = new Arrivals(rules.rest);
		backlog = new Backlog(rules.newestFirst);
		again = new PriorityQueue<>(Comparator.comparingLong(this::secondTime));
	}

	/** Of a clock that only goes forwards, ms. */
	private static long now() {
		return System.nanoTime() / 1_000_000;
	}

	private long secondTime(final Arrived file) {
		return file.since() + PATIENCE * rules.rest;
	}

	/** Watches until it ends. What is analysed then is left as it was. */
	public Ending run() {
		final Thread looker = new Thread(this::look, "Reward Analysis folder watch");
		looker.setDaemon(true);
		looker.start();
		try {
			for (;;) {
				final Optional<Ending> ending = ending();
				if (ending.isPresent()) return ending.get();
				final Optional<Arrived> next = next();
				if (next.isPresent()) one(next.get());
				else work.rest(state());
			}
		}
		finally {
			synchronized (this) {
				ended = true;
				notifyAll();
			}
		}
	}

	private synchronized Optional<Ending> ending() {
		if (fatal instanceof final Error error) throw error;
		if (fatal instanceof final RuntimeException exc) throw exc;
		if (progress.isCanceled()) return Optional.of(Ending.CANCELED);
		if (stopped) return Optional.of(Ending.STOPPED);
		final boolean busy = backlog.size() > 0 || !again.isEmpty() || begun == Long.MAX_VALUE ||
			arrivals.isExpecting();
		return rules.quiet > 0 && !busy && now() - Math.max(started, arrivals.changed()) >= rules.quiet
			? Optional.of(Ending.QUIET) : Optional.empty();
	}

	/** Waits for one, but not long. */
	private synchronized Optional<Arrived> next() {
		while (!again.isEmpty() && secondTime(again.peek()) <= now())
			backlog.add(again.remove());
		if (backlog.size() == 0) pause(POLL);
		return backlog.next();
	}

	private synchronized void pause(final long ms) {
		try {
			wait(Math.max(1, ms));
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			stopped = true;
		}
	}

	/** How things stand. */
	public synchronized State state() {
		return new State(backlog.size() + again.size(), arrivals.waiting(), vanished, trouble);
	}

	private void one(final Arrived file) {
		if (isGone(file)) return;
		final Attempt attempt = work.attempt(file.file(), new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return stopped || progress.isCanceled();
			}
		});
		if (attempt.outcome == null) {
			synchronized (this) {
				backlog.add(file);
			}
			return;
		}
		if (!attempt.outcome.isDone() && isPassing(file, attempt)) return;
		final State state = state();
		final boolean fresh = file.since() > begun;
		final double lag = (now() - file.since()) * 1e-3;
		if (fresh) pace.done(lag, attempt.outcome.seconds(), state.waiting);
		work.done(new Done(file, attempt.outcome, fresh, lag), state);
	}

	private boolean isGone(final Arrived file) {
		if (source.now(file.file()).isPresent()) return false;
		synchronized (this) {
			vanished++;
		}
		return true;
	}

	/** Whether a failure says nothing yet: the file is gone, or another one, or may be half of one. */
	private boolean isPassing(final Arrived file, final Attempt attempt) {
		if (isGone(file) || !source.now(file.file()).equals(Optional.of(file.file()))) return true;
		synchronized (this) {
			if (attempt.isImage || secondTime(file) <= now() || !tried.add(file.file())) return false;
			again.add(file);
			return true;
		}
	}

	/** On a thread of its own: a network drive may keep it waiting, but nobody else. */
	private void look() {
		long due = now();
		for (;;) {
			synchronized (this) {
				if (ended) return;
			}
			try {
				stopped |= source.isStopped();
				if (now() >= due) due = now() + list();
			}
			// An error too, or nobody would look any more.
			catch (final RuntimeException | Error exc) {
				synchronized (this) {
					fatal = exc;
					return;
				}
			}
			synchronized (this) {
				if (!ended) pause(Math.min(LOOK, due - now()));
			}
		}
	}

	/** @return after how many ms the folder shall be listed again */
	private long list() {
		final long start = System.nanoTime();
		try {
			final List<Listed> files = source.list(Progress.NONE);
			final List<Arrived> complete;
			synchronized (this) {
				final long now = now();
				complete = arrivals.look(files, now);
				if (begun == Long.MAX_VALUE) begun = now;
				trouble = "";
			}
			final List<Arrived> unknown = complete.stream().filter(f -> !source.isKnown(f.file())).toList();
			synchronized (this) {
				for (final Arrived file : unknown) {
					again.removeIf(a -> a.file().path().equals(file.file().path()));
					backlog.add(file);
					if (file.since() > begun) pace.arrived(file.since());
				}
				if (!unknown.isEmpty()) notifyAll();
			}
		}
		catch (final RewardAnalysisException exc) {
			// A network drive may be back in a while.
			synchronized (this) {
				trouble = exc.getMessage();
			}
		}
		return Math.max(LOOK, (long) ((System.nanoTime() - start) * 1e-6 / SHARE));
	}
}
