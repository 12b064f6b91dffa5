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


import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Attempt;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Done;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Ending;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Rules;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.State;

/**
 * A folder that is only imagined, watched in earnest. What depends on what the watch has seen waits
 * for that, not for a time: a busy machine may stand still for seconds.
 */
abstract class ImaginedFolder {

	static final long REST = 200;

	/** Sizes by path. */
	final Map<String, Long> files = new ConcurrentSkipListMap<>();
	final List<String> done = Collections.synchronizedList(new ArrayList<>());
	final List<Listed> attempts = Collections.synchronizedList(new ArrayList<>());
	final Pace pace = new Pace();
	final AtomicInteger listings = new AtomicInteger();
	volatile boolean stop, unreachable, canceled;
	volatile State state;

	/** Of the file that is analysed: whether to stop. */
	Progress asked;
	Function<Listed, Attempt> analysis = file -> of(file, "", true);

	private final class Folder implements FolderWatch.Source {

		@Override
		public List<Listed> list(final Progress progress) {
			listings.incrementAndGet();
			if (unreachable) throw new RewardAnalysisException("The drive is away.");
			return files.entrySet().stream().map(e -> file(e.getKey(), e.getValue())).toList();
		}

		@Override
		public Optional<Listed> now(final Listed file) {
			return Optional.ofNullable(files.get(file.path())).map(size -> file(file.path(), size));
		}

		@Override
		public boolean isKnown(final Listed file) {
			return file.path().startsWith("known");
		}

		@Override
		public boolean isStopped() {
			return stop;
		}
	}

	final class Analyses implements FolderWatch.Work {

		@Override
		public Attempt attempt(final Listed file, final Progress progress) {
			attempts.add(file);
			asked = progress;
			return progress.isCanceled() ? new Attempt(null, false) : analysis.apply(file);
		}

		@Override
		public void done(final Done result, final State now) {
			done.add(result.file().file().path() + (result.outcome().isDone() ? "" : "!"));
			state = now;
		}

		@Override
		public void rest(final State now) {
			state = now;
		}
	}

	static Listed file(final String path, final long size) {
		return new Listed(path, size, size);
	}

	static Attempt of(final Listed file, final String failure, final boolean image) {
		return new Attempt(new ImageOutcome(file.path(), file.path(), failure, Map.of(), 0), image);
	}

	Ending watch(final boolean newestFirst, final long quiet) {
		return new FolderWatch(new Rules(REST, newestFirst, quiet), new Folder(), new Analyses(), pace,
			new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return canceled;
				}
			}).run();
	}

	/** Waits until the watch knows the files that there are now. */
	void listed() {
		final int before = listings.get();
		// The first one may have begun before, the second one must have ended.
		until(() -> listings.get() >= before + 3);
	}

	static void after(final BooleanSupplier condition, final Runnable what) {
		final Thread thread = new Thread(() -> {
			until(condition);
			what.run();
		});
		thread.setDaemon(true);
		thread.start();
	}

	static void until(final BooleanSupplier condition) {
		while (!condition.getAsBoolean())
			sleep(5);
	}

	static void sleep(final long ms) {
		try {
			Thread.sleep(ms);
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
