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
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/**
 * The Java side of {@code src/test/scripts/clusters.py}: reads a command a line, answers with
 * milliseconds and a number, so that scikit-learn's calls and ours can take turns.
 * <ul>
 * <li>{@code patches N FILE}: makes N patches of 32 × 32 px around atoms and writes them as
 * little-endian floats
 * <li>{@code points D FILE}: writes their scores along D components as little-endian doubles
 * <li>{@code pca D}: components and scores; the number is the explained variance
 * <li>{@code em D K TYPE STEPS TOLERANCE}: at most so many steps on the first D scores from a
 * fixed start; the number is the mean log-likelihood
 * </ul>
 */
public final class ClusterTimings {

	private static final int WINDOW = 32, IMAGE = 2048;

	private FloatMatrix patches;
	private Points points;

	private ClusterTimings() {}

	public static void main(final String... args) throws IOException {
		final ClusterTimings timings = new ClusterTimings();
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
		final int number = Integer.parseInt(command[1]);
		return switch (command[0]) {
			case "patches" -> {
				patches = patches(number);
				write(patches.values(), Path.of(command[2]));
				yield "0 " + number;
			}
			case "points" -> {
				points = Pca.fit(patches, number, 1, Progress.NONE).project(patches, Progress.NONE);
				write(points.values(), Path.of(command[2]));
				yield "0 " + number;
			}
			case "pca" -> timed(() -> {
				final Pca pca = Pca.fit(patches, number, 1, Progress.NONE);
				pca.project(patches, Progress.NONE);
				return Arrays.stream(pca.explainedVariance()).sum();
			});
			case "em" -> em(first(number), Integer.parseInt(command[2]), CovarianceType.valueOf(
				command[3]), Integer.parseInt(command[4]), Double.parseDouble(command[5]));
			default -> throw new IllegalArgumentException(command[0]);
		};
	}

	private static FloatMatrix patches(final int number) {
		final float[] values = new float[number * WINDOW * WINDOW];
		int at = 0;
		for (int seed = 1; at < values.length; seed++) {
			final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
				BenchmarkImages.LATTICE)).size(IMAGE, IMAGE).pixelSize(BenchmarkImages.PIXEL_SIZE).noise(0.1)
				.amorphousFraction(0.2).seed(seed).build(), Progress.NONE);
			final RandomAccess<FloatType> pixel = image.image().randomAccess();
			for (final Column column : image.columns()) {
				final int x = (int) Math.rint(column.x()) - WINDOW / 2, y = (int) Math.rint(column.y()) -
					WINDOW / 2;
				if (x < 0 || y < 0 || x + WINDOW > IMAGE || y + WINDOW > IMAGE || at == values.length) continue;
				for (int i = 0; i < WINDOW * WINDOW; i++)
					values[at++] = pixel.setPositionAndGet(x + i % WINDOW, y + i / WINDOW).get();
			}
		}
		return new FloatMatrix(number, WINDOW * WINDOW, values);
	}

	private Points first(final int dimension) {
		final double[] values = new double[points.size() * dimension];
		for (int i = 0; i < points.size(); i++)
			System.arraycopy(points.values(), i * points.dimension(), values, i * dimension, dimension);
		return new Points(points.size(), dimension, values);
	}

	/** Means at points evenly apart, the covariance the diagonal of that of all. */
	private static String em(final Points points, final int components, final CovarianceType type,
		final int steps, final double tolerance)
	{
		final int d = points.dimension();
		final double[] weights = new double[components];
		Arrays.fill(weights, 1.0 / components);
		final double[][] means = new double[components][];
		final double[][][] covariances = new double[components][d][d];
		for (int c = 0; c < components; c++) {
			final int at = points.size() / (components + 1) * (c + 1) * d;
			means[c] = Arrays.copyOfRange(points.values(), at, at + d);
			for (int a = 0; a < d; a++)
				covariances[c][a][a] = variance(points, a);
		}
		return timed(() -> GaussianMixture.from(points, type, weights, means, covariances, 1e-6, steps,
			tolerance, Progress.NONE).lowerBound());
	}

	private static double variance(final Points points, final int axis) {
		double sum = 0, squares = 0;
		for (int i = 0; i < points.size(); i++) {
			sum += points.get(i, axis);
			squares += points.get(i, axis) * points.get(i, axis);
		}
		return squares / points.size() - sum * sum / points.size() / points.size();
	}

	private static void write(final float[] values, final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		write(bytes, file);
	}

	private static void write(final double[] values, final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asDoubleBuffer().put(values);
		write(bytes, file);
	}

	private static void write(final ByteBuffer bytes, final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
			StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))
		{
			while (bytes.hasRemaining())
				channel.write(bytes);
		}
	}

	private static String timed(final DoubleSupplier work) {
		final long start = System.nanoTime();
		final double result = work.getAsDouble();
		return String.format(Locale.ROOT, "%.4f %.10g", (System.nanoTime() - start) * 1e-6, result);
	}
}
