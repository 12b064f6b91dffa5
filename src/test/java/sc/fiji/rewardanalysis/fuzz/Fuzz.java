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

package sc.fiji.rewardanalysis.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What all fuzz tests share: how many cases, which ones, and what each must keep to. A case ends
 * within {@value #SECONDS} s, with a value or with a {@link RewardAnalysisException} whose message
 * is one sentence for users; anything else fails the test.
 * <p>
 * {@code -Dfuzz.cases=100000} tries five times as many cases as the {@value #CASES} of which shares
 * are told, some 39,000 of several entry points each; {@code -Dfuzz.seed=7} tries others.
 */
public final class Fuzz {

	/** What shares are of, unless said otherwise. */
	public static final int CASES = 20_000;

	private static final int SECONDS = 10;

	/** Longer ones are no sentence: they show a file's content. */
	private static final int LONGEST_MESSAGE = 1500;

	/** What a user shouldn't see: names of classes, and what can't be read in a dialog. */
	private static final Pattern INTERNALS = Pattern.compile(
		"Exception|\\b(java|com\\.google|sc\\.fiji\\.\\w+)\\.\\w+\\.|\\p{Cntrl}");

	private static final SynchronousQueue<FutureTask<?>> WAITING = new SynchronousQueue<>();

	private static Thread worker;

	private Fuzz() {}

	/** The first random number of all others. */
	public static long seed() {
		return Long.getLong("fuzz.seed", 42);
	}

	/**
	 * How many cases to try.
	 *
	 * @param share of {@value #CASES}
	 */
	public static int cases(final int share) {
		return (int) Math.max(1, (long) share * Integer.getInteger("fuzz.cases", CASES) / CASES);
	}

	/** Random numbers for one kind of cases, whatever else runs. */
	public static Random random(final String kind) {
		return new Random(seed() ^ (long) kind.hashCode() << 32);
	}

	/**
	 * Tries one case.
	 *
	 * @param input what it was, for the message if it fails
	 * @return whether it ended with a value, not with a complaint
	 */
	public static boolean holds(final Callable<?> code, final Supplier<String> input) {
		return value(() -> {
			code.call();
			return true;
		}, input).isPresent();
	}

	/**
	 * Tries one case.
	 *
	 * @param code what it does; not null
	 * @param input what it was, for the message if it fails
	 * @return what it ended with; empty if that was a complaint
	 */
	public static <T> Optional<T> value(final Callable<T> code, final Supplier<String> input) {
		final FutureTask<T> task = new FutureTask<>(code);
		try {
			start(task);
			return Optional.of(task.get(SECONDS, TimeUnit.SECONDS));
		}
		catch (final TimeoutException exc) {
			final String where = Arrays.toString(worker.getStackTrace());
			worker = null;
			return fail("No end after " + SECONDS + " s: " + where + "\n" + input.get());
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof RewardAnalysisException) check(exc.getCause().getMessage(), exc
				.getCause(), input);
			else fail(exc.getCause().getClass().getName() + "\n" + input.get(), exc.getCause());
			return Optional.empty();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(exc);
		}
	}

	private static void check(final String message, final Throwable thrown,
		final Supplier<String> input)
	{
		if (message == null || message.isBlank() || !message.endsWith(".")) fail("No sentence: " +
			message + "\n" + input.get(), thrown);
		if (message.length() > LONGEST_MESSAGE || INTERNALS.matcher(message).find()) fail(
			"Nothing to show to a user: " + shown(message.replaceAll("\\p{Cntrl}", "¶")) + "\n" + input.get(), thrown);
	}

	/** As much as one can look at. */
	public static String shown(final String text) {
		return text.length() <= 3000 ? text : text.substring(0, 3000) + "... (" + text.length() + ")";
	}

	/** On a thread as small as those of Fiji's commands, one for all cases that end. */
	private static synchronized void start(final FutureTask<?> task) throws InterruptedException {
		if (worker == null || !worker.isAlive()) {
			worker = new Thread(Fuzz::work, "Fuzz");
			worker.setDaemon(true);
			worker.start();
		}
		WAITING.put(task);
	}

	private static void work() {
		try {
			while (worker == Thread.currentThread())
				WAITING.take().run();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
