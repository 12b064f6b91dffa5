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

package sc.fiji.rewardanalysis.imagej.macro;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ij.IJ;
import ij.macro.Interpreter;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroRunner;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * Runs macros with ImageJ's own interpreter, one after the other, each on a fresh copy of the
 * slice that is analysed and in a {@link MacroSandbox}. Whatever a macro does ends within a time:
 * loops are stopped at their next statement, commands when they look whether they shall stop,
 * dialogs are closed and told. One object serves one search.
 */
public final class MacroRun implements MacroRunner {

	/** Of the threads; ImageJ tells by its end that they may be aborted without asking. */
	private static final String NAME = "Reward Analysis_Macro$";

	/** How often is looked whether a macro is done, ms. */
	private static final long POLL = 20;

	/** How long a macro that shall stop has for it before it is forced to, ms. */
	private static final long GRACE = 60;

	/** How long a cancelled macro is waited for, ms; it ends by itself later. */
	private static final long AFTER_CANCEL = 100;

	/** How long one that has run out of time may take to end, ms. */
	private static final long AFTER_LIMIT = 10_000;

	private final AnalysedImage analysed;
	private final MacroItems items;
	private final double secondsLimit;

	/** The macro that runs this command; null for none. */
	private final Interpreter outer;

	/**
	 * @param analysed the slice that macros get, with its selection
	 * @param items what of that a macro leaves is judged
	 * @param secondsLimit after which a macro is stopped
	 * @throws RewardAnalysisException if a macro that is tuned would run this
	 */
	public MacroRun(final AnalysedImage analysed, final MacroItems items,
		final double secondsLimit)
	{
		this.analysed = Checks.given("image", analysed);
		this.items = Checks.given("items", items);
		this.secondsLimit = Checks.positive("seconds_limit", secondsLimit);
		// A preview that shall end is given the time for it; a macro that waits for this never ends.
		final long start = System.nanoTime();
		while (isTuned(Interpreter.getInstance(), false)) {
			if (System.nanoTime() - start > 1e6 * AFTER_LIMIT / 5) throw new RewardAnalysisException(
				"A macro that is tuned can't tune macros itself; take Tune Macro out of it.");
			IJ.wait((int) POLL);
		}
		final Interpreter running = Interpreter.getInstance();
		outer = isTuned(running, true) ? null : running;
	}

	/** @param stopped whether it may be one that shall end */
	private static boolean isTuned(final Interpreter interpreter, final boolean stopped) {
		return interpreter != null && interpreter.getDebugger() instanceof final MacroEvaluation e &&
			(stopped || !e.isStopped());
	}

	@Override
	public synchronized MacroOutcome run(final String macro, final Progress progress) {
		awaitOthers(progress);
		final MacroEvaluation evaluation = new MacroEvaluation(analysed, items, macro);
		final FutureTask<MacroOutcome> task = new FutureTask<>(evaluation::run);
		final Set<Window> windows = showing();
		final Thread thread = new Thread(task, NAME);
		thread.setDaemon(true);
		final long start = System.nanoTime();
		thread.start();
		boolean stopped = false;
		for (;;) {
			if (isDone(task, POLL)) return result(task);
			if (progress.isCanceled()) {
				evaluation.stop("Cancelled.", thread);
				if (!isDone(task, GRACE)) evaluation.force();
				isDone(task, AFTER_CANCEL - GRACE);
				throw new CancellationException("Cancelled.");
			}
			final double seconds = (System.nanoTime() - start) * 1e-9;
			// Without a word there is no window with Cancel.
			progress.update(0, String.format(Locale.ROOT,
				"The macro has run for %.0f s", seconds));
			if (!stopped) stopped = isAsking(thread, windows, evaluation);
			if (!stopped && seconds > secondsLimit) {
				evaluation.stop(String.format(Locale.ROOT,
					"The macro still ran after %s s, in line %d; raise seconds_limit if it needs longer, or search smaller values.",
					number(secondsLimit), evaluation.line()), thread);
				stopped = true;
			}
			if (stopped && !isDone(task, GRACE)) evaluation.force();
			if (seconds > secondsLimit + AFTER_LIMIT * 1e-3) throw new CancellationException(
				"A command of the macro doesn't stop.");
		}
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	/** Two macros at once would work on each other's images; a cancelled one may be about to end. */
	private void awaitOthers(final Progress progress) {
		while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().endsWith(NAME)) ||
			Interpreter.getInstance() != null && Interpreter.getInstance() != outer)
		{
			progress.checkCanceled();
			progress.update(0, "Waiting for another macro to end");
			IJ.wait((int) POLL);
		}
	}

	private static boolean isDone(final FutureTask<?> task, final long ms) {
		try {
			task.get(ms, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (final TimeoutException exc) {
			return false;
		}
		catch (final ExecutionException exc) {
			// It is looked at where it matters.
			return true;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}

	private static MacroOutcome result(final FutureTask<MacroOutcome> task) {
		try {
			return task.get();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof final Error error) throw error;
			throw (RuntimeException) exc.getCause();
		}
	}

	private static Set<Window> showing() {
		final Set<Window> showing = new HashSet<>();
		if (!GraphicsEnvironment.isHeadless()) for (final Window window : Window.getWindows())
			if (window.isShowing()) showing.add(window);
		return showing;
	}

	/** Whether a macro waits for an answer in a dialog, which is closed then. */
	private static boolean isAsking(final Thread thread, final Set<Window> before,
		final MacroEvaluation evaluation)
	{
		if (GraphicsEnvironment.isHeadless() || Arrays.stream(thread.getStackTrace()).noneMatch(f -> f
			.getMethodName().equals("show") && (f.getClassName().equals("java.awt.Dialog") || f
				.getClassName().equals("ij.gui.WaitForUserDialog")))) return false;
		for (final Window window : Window.getWindows())
			if (window instanceof final Dialog dialog && dialog.isShowing() && !before.contains(dialog)) {
				evaluation.stop(String.format(Locale.ROOT,
					"The macro opened the dialog \"%s\" in line %d and waits for an answer; give the command all of its options, and let the macro ask nothing.",
					dialog.getTitle(), evaluation.line()), thread);
				EventQueue.invokeLater(dialog::dispose);
				return true;
			}
		return false;
	}

	/** Tells commands of ImageJ that poll for it to stop. */
	static void escape() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
	}
}
