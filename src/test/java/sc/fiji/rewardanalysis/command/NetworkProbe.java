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

package sc.fiji.rewardanalysis.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * A process of its own, for what is loaded can't be unloaded: makes every command of the suite and
 * what its dialog says, runs Find Atoms, then the commands named, with the defaults of all inputs but the image. Prints a line
 * for each, and the native libraries of networks that are mapped.
 */
public final class NetworkProbe {

	private NetworkProbe() {}

	/** @param leaves commands to run */
	public static void main(final String... leaves) throws Exception {
		final PrintStream out = new PrintStream(System.out, true, "UTF-8");
		try (Context context = Commands.context()) {
			final List<CommandInfo> all = Commands.all(context);
			for (final CommandInfo command : all)
				out.println("made " + Commands.leaf(command) + " " + preview(context.service(
					ModuleService.class).createModule(command)));
			final CommandInfo atoms = all.stream().filter(c -> Commands.leaf(c).equals("Find Atoms...")).findFirst()
				.orElseThrow();
			out.println("ran Find Atoms...: " + answer(run(context, atoms)));
			out.println("mapped " + mapped());
			for (final CommandInfo command : all)
				if (List.of(leaves).contains(Commands.leaf(command))) out.println("ran " + Commands.leaf(
					command) + ": " + answer(run(context, command)));
			out.println("mapped then " + mapped());
		}
		// What windows there are would keep it alive.
		System.exit(0);
	}

	/** What a network's dialog works out beside the inputs; a refusal is an answer too. */
	private static boolean preview(final Module module) {
		if (module.getInfo().getMenuPath().getLeaf().getName().matches(".*(Network|Latent).*") && module
			.getDelegateObject() instanceof final Previewed command) try {
			final ImagePlus image = Commands.sample("srtio3");
			if (module.getInfo().getInput("image") != null) module.setInput("image", image);
			command.outlook(AnalysedImage.of(image), Map.of(), false, Progress.NONE);
		}
		catch (final RewardAnalysisException exc) {
			return true;
		}
		return true;
	}

	private static Module run(final Context context, final CommandInfo command) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (final ModuleItem<?> item : command.inputs())
			if (item.getType() == ImagePlus.class) inputs.put(item.getName(), Commands.sample(
				"srtio3"));
		return context.service(CommandService.class).run(command, true, inputs).get(240,
			TimeUnit.SECONDS);
	}

	private static String answer(final Module module) {
		final Cancelable command = (Cancelable) module.getDelegateObject();
		return command.isCanceled() ? command.getCancelReason() : "done";
	}

	/** Native libraries of networks, as the operating system knows them; only Linux tells. */
	private static List<String> mapped() throws IOException {
		final Path maps = Path.of("/proc/self/maps");
		if (!Files.exists(maps)) return List.of();
		return Files.readAllLines(maps).stream().filter(l -> l.contains("/")).map(l -> l
			.replaceAll(".*/", "")).filter(l -> l.matches(
			".*(torch|c10|onnx|djl|jnidispatch|gomp).*")).distinct().sorted().toList();
	}
}
