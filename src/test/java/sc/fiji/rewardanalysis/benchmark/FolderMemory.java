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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventHandler;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/**
 * Many small images through {@link ProcessFolder}: what of the heap is in use after a collection,
 * how fast it goes, and how busy the processors are. Run with {@code -Xmx256m}; arguments: number
 * of images (1000), their side in px (128), options of the analysis (none), further key=value inputs.
 */
public final class FolderMemory {

	private final int images, every;

	/** Of the analysis alone. */
	private final long start = System.nanoTime();
	private final double before = processorSeconds();
	private int told;

	private FolderMemory(final int images) {
		this.images = images;
		every = Math.max(1, images / 10);
	}

	public static void main(final String... args) throws Exception {
		System.setProperty("java.awt.headless", "true");
		final int n = args.length > 0 ? Integer.parseInt(args[0]) : 1000, side = args.length > 1 ? Integer
			.parseInt(args[1]) : 128;
		final Path folder = Files.createTempDirectory("many-images");
		try {
			simulate(folder.resolve("in"), n, side);
			new FolderMemory(n).run(folder, args);
		}
		finally {
			AtomicFile.deleteAll(folder);
		}
	}

	private static void simulate(final Path into, final int n, final int side) throws IOException {
		Files.createDirectories(into);
		for (int i = 1; i <= n; i++)
			Files.write(into.resolve("image " + i + ".tif"), SimulatedImages.toTiff(SimulatedImages.toImagePlus(
				ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE).size(side, side).pixelSize(
					0.015).noise(0.1).seed(i).build(), Progress.NONE), "image")));
	}

	private void run(final Path folder, final String... args) throws Exception {
		System.out.println("images  heap after GC (MB)  images/s  processor s / s");
		try (Context context = new Context(CommandService.class, ConvertService.class,
			StatusService.class))
		{
			context.inject(this);
			final Object[] inputs = new Object[6 + 2 * Math.max(0, args.length - 3)];
			inputs[0] = "input_folder";
			inputs[1] = folder.resolve("in").toFile();
			inputs[2] = "output_folder";
			inputs[3] = folder.resolve("out").toFile();
			inputs[4] = "options";
			inputs[5] = args.length > 2 ? args[2] : "";
			for (int i = 3; i < args.length; i++) {
				final String[] pair = args[i].split("=", 2);
				inputs[2 * i] = pair[0];
				inputs[2 * i + 1] = pair[1];
			}
			context.service(CommandService.class).run(ProcessFolder.class, true, inputs).get();
		}
		line(images);
		System.out.println(Files.readString(folder.resolve("out/summary.txt")));
	}

	@EventHandler
	private void onEvent(final StatusEvent event) {
		final String message = event.getStatusMessage();
		if (message == null || !message.matches("\\d+ of \\d+.*")) return;
		final int done = Integer.parseInt(message.substring(0, message.indexOf(' ')));
		if (done < told + every || done >= images) return;
		told = done;
		line(done);
	}

	private void line(final int done) {
		System.gc();
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		System.out.printf(Locale.ROOT, "%6d  %18.1f  %8.2f  %15.2f%n", done, (runtime.totalMemory() - runtime
			.freeMemory()) / 1048576.0, done / seconds, (processorSeconds() - before) / seconds);
	}

	private static double processorSeconds() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() *
			1e-9;
	}
}
