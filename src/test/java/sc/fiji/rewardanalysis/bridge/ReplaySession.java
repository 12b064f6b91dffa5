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

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.parse.ParseService;
import org.scijava.prefs.PrefService;
import org.scijava.run.RunService;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

import ij.IJ;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.measure.Measurements;
import ij.plugin.filter.Analyzer;
import ij.process.ImageConverter;

/** The part of {@link Replay} that needs ImageJ. */
final class ReplaySession {

	private final Context context = new Context();

	private ReplaySession() throws ReflectiveOperationException {
		if (Menus.getCommands() == null) IJ.run("Close All", "");
		preferOtherwise();
		CommandBridge.install(context);
	}

	static boolean run(final String... jobs) {
		try {
			final ReplaySession session = new ReplaySession();
			for (final String job : jobs)
				session.run(job);
			return true;
		}
		catch (final Exception exc) {
			exc.printStackTrace();
			return false;
		}
	}

	private void run(final String job) throws Exception {
		final String what = job.substring(job.indexOf(':') + 1);
		final String[] parts = what.split("\\?");
		if (job.startsWith("macro:")) macro(Path.of(what));
		else if (job.startsWith("script:")) script(new File(parts[0]), parts[1]);
		else if (job.startsWith("run:")) headless(parts[0], parts[1], parts[2]);
		else if (job.startsWith("move:")) Files.move(Path.of(parts[0]), Path.of(parts[1]));
		else throw new IllegalArgumentException(job);
	}

	private static void macro(final Path file) throws IOException {
		WindowManager.setTempCurrentImage(null);
		final String result = IJ.runMacro(Files.readString(file));
		if ("[aborted]".equals(result)) throw new IllegalStateException(file + " was aborted");
	}

	private void script(final File file, final String inputs) throws Exception {
		final StringWriter written = new StringWriter();
		final ScriptModule module = context.service(ScriptService.class).getScript(file).createModule();
		module.setOutputWriter(written);
		context.inject(module);
		final var future = context.service(org.scijava.module.ModuleService.class).run(module, true, context
			.service(ParseService.class).parse(inputs).asMap());
		future.get();
		System.out.print(written);
	}

	/** As {@code --run leaf inputs} does. */
	private void headless(final String leaf, final String image, final String inputs)
		throws Exception
	{
		final Map<String, Object> map = new LinkedHashMap<>(context.service(ParseService.class).parse(
			inputs).asMap());
		if (!image.isEmpty()) map.put("image", IJ.openImage(image));
		context.service(RunService.class).run(leaf, map);
	}

	/** Every option that ImageJ remembers, and a wrong value for every input. */
	private void preferOtherwise() throws ReflectiveOperationException {
		for (final Field field : Prefs.class.getFields())
			if (field.getType() == boolean.class && Modifier.isStatic(field.getModifiers()) && !Modifier
				.isFinal(field.getModifiers())) field.setBoolean(null, !field.getBoolean(null));
		Prefs.setThreads(1);
		ImageConverter.setDoScaling(false);
		Analyzer.setMeasurements(Measurements.CENTROID | Measurements.SCIENTIFIC_NOTATION);
		Analyzer.setPrecision(0);
		final PrefService prefs = context.service(PrefService.class);
		for (final CommandInfo command : CommandBridge.commands(context))
			for (final ModuleItem<?> input : command.inputs())
				prefs.put(Class.forName(command.getDelegateClassName()), input.getName(), wrong(input));
	}

	private static String wrong(final ModuleItem<?> input) {
		if (input.getChoices() != null && !input.getChoices().isEmpty()) return input.getChoices().get(
			input.getChoices().size() - 1).toString();
		if (input.getType() == boolean.class) return "true";
		return input.getType() == File.class ? "elsewhere" : "7";
	}
}
