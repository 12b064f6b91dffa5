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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/**
 * What it costs that an image's files are on the disk before the journal of {@link ProcessFolder} says
 * that it is done: forcing copies of them, next to the time that the image takes. Arguments: number of
 * images (20), their side in px (256), the analysis (Find Atoms...), its options (none).
 */
public final class ForceTimings {

	private ForceTimings() {}

	public static void main(final String... args) throws Exception {
		System.setProperty("java.awt.headless", "true");
		final int n = args.length > 0 ? Integer.parseInt(args[0]) : 20, side = args.length > 1 ? Integer.parseInt(
			args[1]) : 256;
		final Path folder = Files.createTempDirectory(Path.of(""), "force-timings");
		try {
			simulate(Files.createDirectories(folder.resolve("in")), n, side);
			try (Context context = new Context(CommandService.class, ConvertService.class)) {
				context.service(CommandService.class).run(ProcessFolder.class, true, "input_folder", folder.resolve(
					"in").toFile(), "output_folder", folder.resolve("out").toFile(), "workers", 1, "analysis",
					args.length > 2 ? args[2] : "Find Atoms...", "options", args.length > 3 ? args[3] : "").get();
			}
			print(folder);
		}
		finally {
			AtomicFile.deleteAll(folder);
		}
	}

	private static void simulate(final Path into, final int n, final int side) throws IOException {
		for (int i = 1; i <= n; i++)
			Files.write(into.resolve("image " + i + ".tif"), SimulatedImages.toTiff(SimulatedImages.toImagePlus(
				ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE).size(side, side).pixelSize(
					0.015).noise(0.1).seed(i).build(), Progress.NONE), "image")));
	}

	private static void print(final Path folder) throws IOException {
		final CsvTable table = CsvTable.read(folder.resolve("out/results.csv"));
		final List<Double> images = new ArrayList<>(), forced = new ArrayList<>();
		for (int i = 0; i < table.size(); i++) {
			images.add(Double.parseDouble(table.get(i, "seconds")));
			forced.add(forced(folder.resolve("out").resolve(table.get(i, "folder")), folder.resolve("copy " + i)));
		}
		System.out.printf(Locale.ROOT,
			"%d images, %s: an image takes %.3f s (median), to force its files %.4f s (median; %.4f s at most), %.1f %%%n",
			images.size(), Files.getFileStore(folder).type(), median(images), median(forced), forced.stream()
				.mapToDouble(s -> s).max().orElse(0), 100 * median(forced) / median(images));
	}

	/** Seconds. */
	private static double forced(final Path from, final Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (final Path file : files.toList())
				Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
		}
		final long start = System.nanoTime();
		ResultFolder.force(to);
		return (System.nanoTime() - start) * 1e-9;
	}

	private static double median(final List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}
}
