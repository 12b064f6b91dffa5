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

package sc.fiji.rewardanalysis.core.clustering;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

import net.imglib2.parallel.Parallelization;

/** Points and samples for tests. */
final class Simulated {

	private Simulated() {}

	/** Normal clusters of random shapes whose centres are drawn so far apart. */
	static Points clusters(final int size, final int dimension, final int clusters,
		final double apart, final long seed)
	{
		final Random random = new Random(seed);
		final double[][] centers = new double[clusters][dimension];
		final double[][][] shapes = new double[clusters][dimension][dimension];
		for (int c = 0; c < clusters; c++)
			for (int i = 0; i < dimension; i++) {
				centers[c][i] = apart * random.nextGaussian();
				for (int j = 0; j <= i; j++)
					shapes[c][i][j] = i == j ? 0.5 + random.nextDouble() : 0.3 * random.nextGaussian();
			}
		final double[] values = new double[size * dimension], normal = new double[dimension];
		for (int n = 0; n < size; n++) {
			final int c = n % clusters;
			for (int i = 0; i < dimension; i++) {
				normal[i] = random.nextGaussian();
				values[n * dimension + i] = centers[c][i];
				for (int j = 0; j <= i; j++)
					values[n * dimension + i] += shapes[c][i][j] * normal[j];
			}
		}
		return new Points(size, dimension, values);
	}

	/** Points times a matrix (a row an axis of the result), plus an offset. */
	static Points mapped(final Points points, final double[][] matrix, final double... offset) {
		final double[] values = new double[points.size() * matrix.length];
		for (int n = 0; n < points.size(); n++)
			for (int i = 0; i < matrix.length; i++) {
				values[n * matrix.length + i] = offset[i];
				for (int j = 0; j < points.dimension(); j++)
					values[n * matrix.length + i] += matrix[i][j] * points.get(n, j);
			}
		return new Points(points.size(), matrix.length, values);
	}

	/** Few strong directions and noise. */
	static FloatMatrix samples(final int size, final int dimension, final int strong,
		final long seed)
	{
		final Random random = new Random(seed);
		final double[][] directions = new double[strong][dimension];
		for (final double[] direction : directions)
			for (int i = 0; i < dimension; i++)
				direction[i] = random.nextGaussian();
		final float[] values = new float[size * dimension];
		for (int n = 0; n < size; n++) {
			final double[] sample = new double[dimension];
			for (int k = 0; k < strong; k++)
				Vectors.add(directions[k], random.nextGaussian() * (strong - k), sample);
			for (int i = 0; i < dimension; i++)
				values[n * dimension + i] = (float) (10 + sample[i] + 0.3 * random.nextGaussian());
		}
		return new FloatMatrix(size, dimension, values);
	}

	/** The same work by one, two and seven threads. */
	static <T> List<T> threads(final Callable<T> work) throws Exception {
		return List.of(Parallelization.runSingleThreaded(work), Parallelization
			.runWithNumThreads(2, work), Parallelization.runWithNumThreads(7, work));
	}
}
