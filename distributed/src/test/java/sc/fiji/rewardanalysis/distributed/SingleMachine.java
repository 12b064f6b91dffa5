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

package sc.fiji.rewardanalysis.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.scijava.Context;

import ij.IJ;
import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;

/** The same analysis on the same images in one Java machine, without Spark: what a cluster is compared with. */
final class SingleMachine {

	private SingleMachine() {}

	/** @param args folder of images, output folder, analysis, options, threads */
	public static void main(final String... args) throws IOException, InterruptedException,
		ExecutionException
	{
		System.setProperty("java.awt.headless", "true");
		final long start = System.nanoTime();
		final Path output = Path.of(args[1]);
		final List<Path> images;
		try (Stream<Path> files = Files.list(Path.of(args[0]))) {
			images = files.sorted().toList();
		}
		final ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(args[4]));
		try (Context context = new Context(UnseenAnalysis.services())) {
			final UnseenAnalysis analysis = new UnseenAnalysis(context, args[2], args[3]);
			final long begin = System.nanoTime();
			final List<Future<?>> all = images.stream().<Future<?>>map(image -> threads.submit(
				() -> Parallelization.runSingleThreaded(() -> analysis.run(IJ.openImage(image.toString()),
					output.resolve(image.getFileName()), Map.of(), note -> {}, Progress.NONE)))).toList();
			for (final Future<?> one : all)
				one.get();
			final long end = System.nanoTime();
			System.out.printf(Locale.ROOT, "Seconds: %.1f until the first image, %.1f for %d images, %.1f for tables.%n",
				(begin - start) * 1e-9, (end - begin) * 1e-9, images.size(), 0.0);
		}
		finally {
			threads.shutdownNow();
		}
	}
}
