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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.ImagePlus;
import ij.Macro;
import ij.io.Opener;

import sc.fiji.rewardanalysis.Complaints;

/** Runs commands as a headless script does. */
public final class Commands {

	/** What is refused, and why, of a macro as of the command line. */
	public static final Map<String, String> REFUSED_PAIRS = Map.of(
		"threshold=0,1", "threshold is \"0,1\", which is no number with a decimal point.",
		"num_sigma=7.5", "num_sigma is \"7.5\", which is no whole number.",
		"elliptic=yes", "elliptic is \"yes\", which is neither true nor false.",
		"elliptic=1", "elliptic is \"1\", which is neither true nor false.",
		"threshold=1 threshold=2", "threshold is given twice; leave one of them out.");

	private Commands() {}

	public static Context context() {
		return new Context(CommandService.class, StatusService.class);
	}

	/** All commands of the suite. */
	public static List<CommandInfo> all(final Context context) {
		return context.service(CommandService.class).getCommandsOfType(Command.class).stream().filter(
			c -> c.getDelegateClassName().startsWith(Commands.class.getPackageName())).toList();
	}

	public static String leaf(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	/** Inputs as a macro's options have them; empty ones are left out. */
	public static Map<String, Object> inputs(final Context context, final CommandInfo command,
		final String options)
	{
		final Map<String, Object> inputs = new LinkedHashMap<>();
		for (final ModuleItem<?> item : command.inputs()) {
			final String value = Macro.getValue(options, item.getName(), "");
			if (!value.isEmpty()) inputs.put(item.getName(), context.service(ConvertService.class).convert(value,
				Types.box(item.getType())));
		}
		return inputs;
	}

	public static Module run(final Class<? extends Command> command, final Object... inputs)
		throws Exception
	{
		try (Context context = context()) {
			return context.service(CommandService.class).run(command, true, inputs).get(300,
				TimeUnit.SECONDS);
		}
	}

	/** Runs a command that must succeed. */
	public static Module succeed(final Class<? extends Command> command, final Object... inputs)
		throws Exception
	{
		final Module module = run(command, inputs);
		assertTrue(!cancelable(module).isCanceled(), cancelable(module).getCancelReason());
		return module;
	}

	/** Runs a command that must be refused in one sentence that has all these words. */
	public static void refuse(final Class<? extends Command> command, final String[] words,
		final Object... inputs) throws Exception
	{
		final Cancelable module = cancelable(run(command, inputs));
		assertTrue(module.isCanceled(), "it was not refused");
		Complaints.assertSays(module.getCancelReason(), words);
	}

	private static Cancelable cancelable(final Module module) {
		return (Cancelable) module.getDelegateObject();
	}

	/** A sample image, opened anew. */
	public static ImagePlus sample(final String name) {
		return new Opener().openTiff(Commands.class.getResourceAsStream("/sample-data/" + name +
			".tif"), name);
	}
}
