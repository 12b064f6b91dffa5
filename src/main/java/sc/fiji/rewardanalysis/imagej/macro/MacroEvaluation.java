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

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Debugger;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * A macro that runs once. As the interpreter's debugger it hears of each statement before it is
 * executed: there it stops what shall stop or has failed, without the dialog that ImageJ would
 * open, and knows the line.
 */
final class MacroEvaluation implements Debugger {

	private final AnalysedImage analysed;
	private final MacroItems items;
	private final String macro;
	private final Interpreter interpreter = new Interpreter();

	/** Why the macro was stopped; null if it wasn't. */
	private volatile String stopped;
	private volatile int line = 1;
	private volatile boolean begun;
	private RoiManager manager;

	MacroEvaluation(final AnalysedImage analysed, final MacroItems items, final String macro) {
		this.analysed = analysed;
		this.items = items;
		this.macro = macro;
	}

	/** The line of the statement that runs, from 1. */
	int line() {
		return line;
	}

	/** Whether it was told to stop. */
	boolean isStopped() {
		return stopped != null;
	}

	/** Stops the macro as soon as it hears of it. */
	void stop(final String why, final Thread thread) {
		stopped = why;
		interpreter.setIgnoreErrors(true);
		MacroRun.escape();
		// Filters and waits look for that.
		thread.interrupt();
	}

	/** Ends loops that have no statement; to be called again, for the interpreter may miss it. */
	void force() {
		// Before its first statement there is nothing to end.
		if (begun) interpreter.abort(stopped);
	}

	@Override
	public int debug(final Interpreter running, final int mode) {
		if (stopped != null || running.getErrorMessage() != null) throw new RuntimeException(
			Macro.MACRO_CANCELED);
		line = running.getLineNumber();
		begun = true;
		// The interpreter forgets it at the end of the macro.
		if (manager == null && !GraphicsEnvironment.isHeadless()) manager = Interpreter
			.getBatchModeRoiManager();
		return 0;
	}

	MacroOutcome run() {
		final ImagePlus copy = MacroSandbox.copy(analysed.source(), analysed.slice(), analysed.slice());
		final Roi roi = analysed.source().getRoi() == null ? null : (Roi) analysed.source().getRoi()
			.clone();
		if (roi != null) copy.setRoi((Roi) roi.clone());
		try (MacroSandbox sandbox = new MacroSandbox(copy, macro)) {
			final RuntimeException broken = interpret();
			// Before it is asked who stopped it, for that sets the key too.
			final boolean escaped = IJ.escapePressed();
			if (stopped != null) throw stopped.startsWith("Cancel") ? new CancellationException(stopped)
				: new RewardAnalysisException("%s", stopped);
			if (escaped) throw new CancellationException("Cancelled with the Esc key.");
			check(broken, sandbox.exception());
			return new MacroLeavings(analysed, items, roi).read(images(copy), manager == null ? List.of()
				: Arrays.asList(manager.getRoisAsArray()), tables(sandbox));
		}
		finally {
			IJ.resetEscape();
			Thread.interrupted();
			copy.flush();
		}
	}

	/** What came of it but the end; null if nothing. */
	private RuntimeException interpret() {
		interpreter.setIgnoreErrors(true);
		interpreter.setDebugger(this);
		interpreter.setDebugMode(Debugger.FAST_TRACE);
		try {
			interpreter.run(macro, "");
			return null;
		}
		catch (final RuntimeException exc) {
			return Macro.MACRO_CANCELED.equals(exc.getMessage()) ? null : exc;
		}
		catch (final StackOverflowError exc) {
			// The parser recurs for ever where it is forced to stop.
			if (stopped == null) throw exc;
			return null;
		}
	}

	private void check(final RuntimeException broken, final String exception) {
		final String said = interpreter.getErrorMessage();
		final String why = said != null ? said : broken != null ? broken.toString() : exception;
		if (why.isBlank()) return;
		if (why.contains("HeadlessException")) throw new RewardAnalysisException(broken,
			"The command in line %d of the macro needs a display; start Fiji with one, or with --headless a macro without such commands. ImageJ without Fiji can run no commands without a display.",
			line);
		final String sentence = why.strip().replaceAll("\\s+", " ");
		throw new RewardAnalysisException(broken, "The macro failed in line %d: %s", line, sentence
			.endsWith(".") ? sentence : sentence + ".");
	}

	/** The copy, and what the macro worked on at the end. */
	private List<ImagePlus> images(final ImagePlus copy) {
		final ImagePlus current = WindowManager.getCurrentImage();
		final boolean alike = current != null && current != copy && current.getWidth() == copy.getWidth() &&
			current.getHeight() == copy.getHeight();
		return alike ? List.of(current, copy) : List.of(copy);
	}

	private static List<ResultsTable> tables(final MacroSandbox sandbox) {
		return Stream.concat(Stream.of(Analyzer.getResultsTable()), sandbox.tables().stream()).toList();
	}
}
