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

import java.awt.GraphicsEnvironment;

import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Lets a macro, a script or a headless call of our commands leave inputs out: they have
 * their defaults. Without this SciJava would open a dialog for them, or, where a single
 * File input is left, a file chooser, and headless not run the command at all without
 * saying so. A value that an input can't have and an image that isn't open would end in
 * the same way, so they are refused here, and a key that there isn't is told.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ReplayPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private ConvertService convertService;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof final AnalysisCommand command)) return;
		final String options = IJ.isMacro() ? Macro.getOptions() : null;
		if (options == null && !GraphicsEnvironment.isHeadless() && !isScripted(module)) return;
		try {
			if (options != null && convertService != null) MacroOptions.parse(options).forEach((key,
				value) -> set(module, command, key, value));
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (AnalysisCommand.isPlain(item)) module.resolveInput(item.getName());
				else if (item.getType() == ImagePlus.class) checkImage(item.getName(), module.getInput(item
					.getName()));
		}
		catch (final RewardAnalysisException exc) {
			command.fail(exc.getMessage());
			cancel(exc.getMessage());
		}
	}

	/** From the menu nothing but the image is known yet; a script gives something. */
	private static boolean isScripted(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (AnalysisCommand.isPlain(item) && module.isInputResolved(item.getName())) return true;
		return false;
	}

	private void set(final Module module, final AnalysisCommand command, final String key,
		final String text)
	{
		final ModuleItem<?> item = module.getInfo().getInput(key);
		if (item == null) command.note("\"" + key + "\" is no key of this command and was ignored.");
		else if (AnalysisCommand.isPlain(item)) module.setInput(key, MacroOptions.value(convertService, item,
			text));
		else if (item.getType() == ImagePlus.class && !isImage(module.getInput(key), text))
			throw new RewardAnalysisException("%s is \"%s\", which is no open image.", key, text);
	}

	/** Of a file that can't be opened SciJava makes an image without pixels. */
	private static void checkImage(final String key, final Object image) {
		if (image == null) throw new RewardAnalysisException(
			"There is no %s; open one before this command runs.", key);
		if (image instanceof final ImagePlus given && given.getProcessor() == null && given.getTitle()
			.isBlank()) throw new RewardAnalysisException(
				"There is no %s; open one before this command runs, or name a file that ImageJ can open.", key);
	}

	private static boolean isImage(final Object input, final String text) {
		return input instanceof final ImagePlus image && (image.getTitle().equals(text) || String.valueOf(
			image.getID()).equals(text));
	}
}
