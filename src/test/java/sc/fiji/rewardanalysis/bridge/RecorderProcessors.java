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

package sc.fiji.rewardanalysis.bridge;

import java.awt.GraphicsEnvironment;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/** What imagej-legacy's MacroRecorderPreprocessor and -Postprocessor do. */
final class RecorderProcessors {

	/** What was given before the dialog is not recorded. */
	private static final Map<Module, Set<String>> EXCLUDED = Collections.synchronizedMap(
		new WeakHashMap<>());

	private static String headlessLine;

	private RecorderProcessors() {}

	/** The line that the latest command left; as its window appends it. */
	static String line(final String leaf) {
		if (GraphicsEnvironment.isHeadless()) return "run(\"" + leaf + (headlessLine == null ? "\");"
			: "\", \"" + headlessLine + "\");");
		final String text = Recorder.getInstance().getText().stripTrailing();
		return text.substring(text.lastIndexOf('\n') + 1);
	}

	static final class Pre extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (IJ.isMacro()) return;
			if (Recorder.record) Recorder.setCommand(module.getInfo().getMenuPath().getLeaf().getName());
			final Set<String> excluded = new HashSet<>();
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (module.isInputResolved(input.getName())) excluded.add(input.getName());
			EXCLUDED.put(module, excluded);
		}
	}

	static final class Post extends AbstractPostprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (IJ.isMacro()) return;
			final Set<String> excluded = EXCLUDED.remove(module);
			if (!Recorder.record) return;
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final Object value = module.getInput(input.getName());
				if (!excluded.contains(input.getName()) && input.getVisibility() != ItemVisibility.MESSAGE &&
					value != null) Recorder.recordOption(escaped(input.getName()), escaped(
						value instanceof final ImagePlus image ? image.getTitle() : value.toString()));
			}
			// Without its window the recorder has the options, but nowhere to write them.
			headlessLine = Recorder.getCommandOptions();
			Recorder.saveCommand();
		}
	}

	private static String escaped(final String text) {
		return text.replaceAll("([\"\\\\])", "\\\\$1").replace("\b", "\\b").replace("\n", "\\n").replace(
			"\t", "\\t").replace("\f", "\\f").replace("\r", "\\r");
	}
}
