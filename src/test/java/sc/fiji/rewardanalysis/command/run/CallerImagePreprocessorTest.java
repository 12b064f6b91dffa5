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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.command.FindAtoms;
import sc.fiji.rewardanalysis.imagej.Opened;

/** The loop is one of Fiji: commands run on threads of SciJava, for macros and scripts that wait. */
public class CallerImagePreprocessorTest {

	private static final int IMAGES = 4, RUNS = 60;

	private static final List<String> GIVEN = new ArrayList<>();

	/** Takes the place of Fiji's ActiveImagePlusPreprocessor and remembers what it gives. */
	public static final class ActiveImage extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			final ImagePlus image = WindowManager.getCurrentImage();
			GIVEN.add(image == null ? "none" : image.getTitle());
			cancel("That was all.");
		}
	}

	private final boolean batch = Interpreter.batchMode;

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
		Interpreter.batchMode = batch;
		GIVEN.clear();
	}

	private static Context context() {
		final Context context = new Context(CommandService.class);
		final PluginInfo<PreprocessorPlugin> info = new PluginInfo<>(ActiveImage.class,
			PreprocessorPlugin.class);
		info.setPriority(Priority.VERY_HIGH + 1);
		context.service(PluginService.class).addPlugin(info);
		return context;
	}

	private static void run(final Context context) {
		try {
			context.service(CommandService.class).run(FindAtoms.class, true).get();
		}
		catch (final InterruptedException | ExecutionException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** Threads are used again that have shown images, which has given them to later commands. */
	@Test
	void commandsGetTheSelectedImage() throws Exception {
		final List<String> selected = new ArrayList<>();
		try (Context context = context()) {
			Interpreter.batchMode = true;
			final List<ImagePlus> images = new ArrayList<>();
			for (int i = 0; i < IMAGES; i++) {
				final ImagePlus image = new ImagePlus("image " + i, new ByteProcessor(4, 4));
				images.add(image);
				context.service(ThreadService.class).run(() -> Opened.show(image)).get();
			}
			for (int i = 0; i < RUNS; i++) {
				final ImagePlus image = images.get((i * 7 + i / IMAGES) % IMAGES);
				// As selectImage does.
				WindowManager.setTempCurrentImage(image);
				Interpreter.activateImage(image);
				run(context);
				selected.add(image.getTitle());
			}
			assertEquals(selected, GIVEN);
		}
	}

	/** IJ.run(image, command, options) makes it current on the script's thread and nowhere else. */
	@Test
	void commandsGetTheImageOfAScript() {
		try (Context context = context()) {
			final ImagePlus last = new ImagePlus("last", new ByteProcessor(4, 4));
			Interpreter.batchMode = true;
			Interpreter.addBatchModeImage(last);
			WindowManager.setTempCurrentImage(new ImagePlus("mine", new ByteProcessor(4, 4)));
			run(context);
			WindowManager.setTempCurrentImage(null);
			run(context);
			assertEquals(List.of("mine", "last"), GIVEN);
			Interpreter.removeBatchModeImage(last);
		}
	}
}
