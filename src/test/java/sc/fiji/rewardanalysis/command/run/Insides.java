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

package sc.fiji.rewardanalysis.command.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.ui.dialog.Input;
import sc.fiji.rewardanalysis.ui.dialog.Subject;

/** How a command runs, for tests of the commands, from which the rest of this package is hidden. */
public final class Insides {

	private Insides() {}

	/** Runs a command's analysis on this thread, and nothing around it. */
	public static void analyse(final AnalysisCommand command, final Progress progress) {
		command.analyse(progress);
	}

	/** The same as for one of many images. */
	public static void runUnseen(final AnalysisCommand command, final Path place, final Consumer<String> notes,
		final Progress progress)
	{
		command.runUnseen(place, notes, progress);
	}

	/** A command's name in macros. */
	public static String leaf(final AnalysisCommand command) {
		return command.leaf();
	}

	/** The line that repeats a command's run. */
	public static String macroLine(final AnalysisCommand command) {
		return command.macroLine();
	}

	/** Whether a macro carries an input. */
	public static boolean isPlain(final ModuleItem<?> item) {
		return AnalysisCommand.isPlain(item);
	}

	/** What a macro's text means to an input. */
	public static Object value(final ConvertService service, final ModuleItem<?> item, final String text) {
		return MacroOptions.value(service, item, text);
	}

	/** What a dialog asks for. */
	public static List<ModuleItem<?>> asked(final ModuleInfo info) {
		return DialogPreprocessor.asked(info);
	}

	/** An input as a dialog has it. */
	public static Input input(final ModuleItem<?> item, final Module module) {
		return DialogPreprocessor.input(item, module);
	}

	/** Asks in a dialog; false if it was cancelled. */
	public static boolean fill(final Module module, final Previewed command, final ImagePlus image) {
		return DialogPreprocessor.fill(module, command, image);
	}

	/** What a dialog asks of copies of a command. */
	public static Subject subject(final ModuleInfo info, final ImagePlus image) {
		return new DialogPreprocessor.Copies(info, image);
	}
}
