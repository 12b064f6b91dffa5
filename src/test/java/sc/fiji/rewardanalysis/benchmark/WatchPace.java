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

package sc.fiji.rewardanalysis.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.many.WatchFolder;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/**
 * An acquisition that is watched by {@link WatchFolder}: images of a crystal with other noise each
 * time come at an interval; how long after each its result is there. For own and previous
 * parameters, with and without pictures; what is printed is the run's own sentence on its pace.
 */
public final class WatchPace {

	private WatchPace() {}

	/**
	 * @param args images (60), their side in px (512), seconds between them (1), options of the
	 *          analysis (refine=none)
	 */
	public static void main(final String... args) throws Exception {
		final int images = args.length > 0 ? Integer.parseInt(args[0]) : 60, size = args.length > 1 ? Integer
			.parseInt(args[1]) : 512;
		final double interval = args.length > 2 ? Double.parseDouble(args[2]) : 1;
		final String options = args.length > 3 ? args[3] : "refine=none";
		final List<byte[]> files = new ArrayList<>();
		for (int i = 0; i < images; i++)
			files.add(SimulatedImages.toTiff(SimulatedImages.toImagePlus(ImageSimulator.simulate(
				SimulationParameters.builder(Ybco.LATTICE).size(size, size).pixelSize(Ybco.PIXEL).noise(0.1).seed(
					i).build(), Progress.NONE), "simulated")));
		System.out.printf("%d images of %d x %d px, one every %.2f s, %s%n", images, size, size, interval,
			options);
		try (Context context = new Context(CommandService.class, ConvertService.class)) {
			// The first round warms up.
			watch(context, files.subList(0, Math.min(5, images)), interval, "own", true, options);
			for (final String parameters : new String[] { "own", "previous" })
				for (final boolean pictures : new boolean[] { true, false })
					System.out.printf("%-9s pictures=%-5s %s%n", parameters, pictures, watch(context, files,
						interval, parameters, pictures, options));
		}
		System.exit(0);
	}

	private static String watch(final Context context, final List<byte[]> files, final double interval,
		final String parameters, final boolean pictures, final String options) throws Exception
	{
		final Path folder = Files.createTempDirectory("watch-pace"), in = Files.createDirectory(folder
			.resolve("in")), out = folder.resolve("out");
		final Map<String, Object> inputs = new LinkedHashMap<>();
		inputs.put("input_folder", in.toFile());
		inputs.put("output_folder", out.toFile());
		inputs.put("parameters_of", parameters);
		inputs.put("pictures", pictures);
		inputs.put("options", options);
		inputs.put("like_run", new File(""));
		final Future<CommandModule> run = context.service(CommandService.class).run(WatchFolder.class, true,
			inputs);
		while (!Files.exists(out.resolve("before.json")))
			Thread.sleep(20);
		Thread.sleep(500);
		final long start = System.nanoTime();
		for (int i = 0; i < files.size(); i++) {
			Thread.sleep(Math.max(0, (long) (1000 * interval * i - (System.nanoTime() - start) * 1e-6)));
			Files.write(in.resolve(i + ".tif"), files.get(i));
		}
		while (results(out) < files.size())
			Thread.sleep(50);
		Files.createFile(out.resolve("STOP"));
		run.get();
		final String pace = Files.readAllLines(out.resolve("summary.txt")).stream().filter(l -> l.startsWith(
			"Pace:")).findFirst().orElseThrow().substring(5).strip();
		AtomicFile.deleteAll(folder);
		return pace;
	}

	private static int results(final Path out) throws IOException {
		return Files.readAllLines(out.resolve("folder.jsonl")).size() - 1;
	}
}
