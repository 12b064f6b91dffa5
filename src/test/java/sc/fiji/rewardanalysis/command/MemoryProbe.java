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

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;

/**
 * A Java machine with too little memory for what it is asked: each analysis of an image that is too
 * large, one after the other, and after each a small one. Prints a line each: the command, what it
 * said, and what is wrong afterwards, separated by tabs.
 * <p>
 * Usage: {@code java -Xmx96m … MemoryProbe folder size [command …]}
 */
public final class MemoryProbe {

	private static final PrintStream OUT = System.out;

	private MemoryProbe() {}

	public static void main(final String... args) throws Exception {
		final Path folder = Path.of(args[0]);
		final int size = Integer.parseInt(args[1]);
		final Map<String, String> options = SmallRuns.options(folder);
		options.put(FindAtomsWithNetwork.LEAF, "lattice=SrTiO3-001 parameters=crystal output=none");
		try (Context context = new Context(UnseenAnalysis.services().toArray(new Class[0]))) {
			final List<String> wanted = args.length > 2 ? Arrays.asList(args).subList(2, args.length)
				: new ArrayList<>(options.keySet());
			small(context);
			final ImagePlus image = image(size);
			for (final String leaf : wanted) {
				final Workplace before = Workplace.of(image);
				final long start = System.nanoTime();
				final String said = run(context, leaf, options.get(leaf), image, Files.createTempDirectory(folder, "r"));
				final List<String> wrong = before.changes(said.startsWith("!"));
				image.setOverlay(null);
				try {
					small(context);
				}
				catch (final Exception | Error exc) {
					wrong.add("a small analysis fails: " + exc);
				}
				OUT.printf("%s\t%s\t%s\t%.1f s%n", leaf, said, String.join("; ", wrong), (System.nanoTime() -
					start) * 1e-9);
				OUT.flush();
			}
		}
		System.exit(0);
	}

	/** Noise has maxima everywhere. */
	private static ImagePlus image(final int size) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] pixels = new float[size * size];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) random.nextDouble();
		final ImagePlus image = new ImagePlus("large", new FloatProcessor(size, size, pixels));
		image.setCalibration(Commands.sample("srtio3").getCalibration());
		return image;
	}

	/** What it said, after an exclamation mark; "done" if it is. */
	private static String run(final Context context, final String leaf, final String options,
		final ImagePlus image, final Path into) throws Exception
	{
		final CommandInfo info = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(leaf))
			.findFirst().orElseThrow();
		final Map<String, Object> inputs = Commands.inputs(context, info, options);
		inputs.put("image", image);
		inputs.put("output_folder", into.toFile());
		final Module module = context.service(CommandService.class).run(info, true, inputs)
			.get();
		final AnalysisCommand command = (AnalysisCommand) module.getDelegateObject();
		return command.isCanceled() ? "! " + command.getCancelReason() : "done";
	}

	/** Must succeed whatever happened before. */
	private static void small(final Context context) throws Exception {
		final ImagePlus image = Commands.sample("srtio3");
		final Module module = context.service(CommandService.class).run(FindAtoms.class,
			true, "image", image, "threshold", 0.1, "num_sigma", 3).get();
		if (((AnalysisCommand) module.getDelegateObject()).isCanceled()) throw new IllegalStateException(
			((AnalysisCommand) module.getDelegateObject()).getCancelReason());
		if (image.getOverlay() == null || image.getOverlay().size() == 0) throw new IllegalStateException(
			"no atoms");
	}
}
