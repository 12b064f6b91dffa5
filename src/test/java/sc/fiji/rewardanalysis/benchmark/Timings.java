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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;

/**
 * The Java side of {@code src/test/scripts/performance.py}: reads a command a line,
 * answers with milliseconds and a count, so that another program's calls and ours can
 * take turns.
 * <ul>
 * <li>{@code write SIZE FILE}: the image as little-endian floats, row by row
 * <li>{@code detect SIZE THREADS}: a full detection by one thread, or else by as many as
 * ImageJ would take
 * <li>{@code filter SIZE THREADS}: the planes and maxima of the single scale 3 px
 * <li>{@code reevaluate SIZE}: another threshold
 * <li>{@code search SIZE}: a whole LoG* with the exact search
 * <li>{@code copy}: a 1024² plane of floats, and {@code multiply}: 10⁹ operations of
 * the filters' inner loop
 * </ul>
 */
public final class Timings {

	private final Map<Integer, Img<FloatType>> images = new HashMap<>();
	private final Map<Integer, ScaleSpace> scaleSpaces = new HashMap<>();
	private double threshold = 0.05;

	private Timings() {}

	public static void main(final String... args) throws IOException {
		final Timings timings = new Timings();
		final PrintStream out = System.out;
		try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in,
			StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.println(timings.answer(line.split(" ")));
				out.flush();
			}
		}
	}

	private String answer(final String... command) throws IOException {
		final int size = command.length > 1 ? Integer.parseInt(command[1]) : 0;
		return switch (command[0]) {
			case "write" -> write(image(size), Path.of(command[2]));
			case "detect" -> detect(size, BenchmarkImages.PARAMETERS, command[2]);
			case "filter" -> detect(size, new LogParameters(3, 3, 1, 0.05, 1), command[2]);
			case "reevaluate" -> reevaluate(size);
			case "search" -> search(size);
			case "copy" -> copy();
			case "multiply" -> multiply();
			default -> throw new IllegalArgumentException(command[0]);
		};
	}

	private Img<FloatType> image(final int size) {
		return images.computeIfAbsent(size, BenchmarkImages::normalized);
	}

	private static String write(final Img<FloatType> image, final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(4 * image.size())).order(
			ByteOrder.LITTLE_ENDIAN);
		image.forEach(v -> bytes.putFloat(v.get()));
		Files.write(file, bytes.array());
		return "0 " + image.size();
	}

	private String detect(final int size, final LogParameters parameters, final String threads) {
		final RandomAccessibleInterval<FloatType> image = image(size);
		final Callable<String> run = () -> timed(() -> LogDetector.once(image).blobs(parameters,
			Progress.NONE).size());
		try {
			return threads.equals("1") ? Parallelization.runSingleThreaded(run) : run.call();
		}
		catch (final Exception exc) {
			throw new IllegalStateException(exc);
		}
	}

	private String reevaluate(final int size) {
		final ScaleSpace scaleSpace = scaleSpaces.computeIfAbsent(size, s -> LogDetector.once(image(s))
			.scaleSpace(BenchmarkImages.PARAMETERS.sigmas(), 0.025, Progress.NONE));
		threshold = threshold < 0.051 ? threshold + 1e-5 : 0.05;
		return timed(() -> scaleSpace.blobs(BenchmarkImages.PARAMETERS.withThreshold(threshold)).size());
	}

	private String search(final int size) {
		final Img<FloatType> image = image(size);
		return timed(() -> {
			final AtomFindingTask task = new AtomFindingTask(image, Area.image(size, size),
				AtomFindingSettings.of(Lattices.get(BenchmarkImages.LATTICE), BenchmarkImages.PIXEL_SIZE),
				Progress.NONE);
			final var result = task.search().run(SearchEngine.EXACT, new StopRule(60, false), 1,
				Progress.NONE);
			return task.solution(task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow(), Progress.NONE)
				.atoms().atoms().size();
		});
	}

	private static String copy() {
		final float[] from = new float[1 << 20], to = new float[1 << 20];
		return timed(() -> {
			for (int i = 0; i < 100; i++)
				System.arraycopy(from, 0, to, 0, from.length);
			return (int) to[0];
		});
	}

	/** The inner loop of the filters over arrays that stay in the first cache. */
	private static String multiply() {
		final float[] a = new float[1024], b = a.clone(), c = a.clone(), d = a.clone(), out = a.clone();
		return timed(() -> {
			for (int i = 0; i < 1_000_000_000 / (6 * 1024); i++)
				addPairs(a, b, c, d, 1.0001f, 0.9999f, out);
			return (int) out[0];
		});
	}

	private static void addPairs(final float[] a, final float[] b, final float[] c, final float[] d,
		final float w, final float v, final float[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] += w * (a[i] + b[i]) + v * (c[i] + d[i]);
	}

	private static String timed(final Supplier<Integer> work) {
		final long start = System.nanoTime();
		final int result = work.get();
		return String.format(Locale.ROOT, "%.4f %d", (System.nanoTime() - start) * 1e-6, result);
	}
}
