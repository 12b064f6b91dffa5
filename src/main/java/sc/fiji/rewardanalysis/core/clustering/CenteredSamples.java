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

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Samples less their mean, divided by their root mean square so that no scale of theirs
 * overflows, read block by block. Products are in single precision within a block of 256
 * samples and in double precision across them.
 */
final class CenteredSamples {

	/** Samples of a block; a multiple of eight. */
	private static final int LENGTH = 256;

	/** Features that are turned into lines at a time; a multiple of four. */
	private static final int STRIP = 32;

	/** How many strips are added up in single precision. */
	private static final int EXACTLY = 4;

	private final Samples samples;
	private final Progress progress;
	private final int size, dimension, padded, blocks;
	private final double[] mean;
	private final float[] center;
	private final double meanSquare;
	private final Queue<Block> free = new ConcurrentLinkedQueue<>();

	/**
	 * Reads all of the samples once.
	 *
	 * @throws RewardAnalysisException for values that aren't finite, or all alike
	 */
	CenteredSamples(final Samples samples, final Progress progress) {
		this.samples = samples;
		this.progress = progress;
		size = samples.size();
		dimension = samples.dimension();
		padded = (dimension + STRIP - 1) / STRIP * STRIP;
		blocks = (size + LENGTH - 1) / LENGTH;
		final double[] origin = origin();
		final double[][] moments = Chunks.sum(Chunks.map(blocks, (from, to) -> moments(from, to, origin),
			progress));
		mean = new double[dimension];
		double squares = 0;
		for (int i = 0; i < dimension; i++) {
			final double shift = moments[0][i] / size;
			mean[i] = origin[i] + shift;
			squares += Math.max(0, moments[1][i] - size * shift * shift);
		}
		if (!Double.isFinite(squares)) throw new RewardAnalysisException(
			"Some of the %d samples hold values that aren't finite; leave these samples out.", size);
		if (!(squares > 0)) throw new RewardAnalysisException(
			"All %d samples are identical, so they have no principal components; give samples that differ.",
			size);
		meanSquare = squares / size / dimension;
		center = floats(mean);
	}

	/** With another view of the same samples' moments. */
	private CenteredSamples(final Samples samples, final double[] mean, final double meanSquare,
		final Progress progress)
	{
		this.samples = samples;
		this.progress = progress;
		this.mean = mean;
		this.meanSquare = meanSquare;
		size = samples.size();
		dimension = samples.dimension();
		padded = (dimension + STRIP - 1) / STRIP * STRIP;
		blocks = (size + LENGTH - 1) / LENGTH;
		center = floats(mean);
	}

	/** Other samples less the given mean. */
	static CenteredSamples about(final double[] mean, final double meanSquare, final Samples samples,
		final Progress progress)
	{
		return new CenteredSamples(samples, mean, meanSquare, progress);
	}

	double[] mean() {
		return mean;
	}

	/** The mean over features and samples of the squared difference from the mean. */
	double meanSquare() {
		return meanSquare;
	}

	/**
	 * The covariance (over n, in units of {@link #meanSquare}) times some vectors.
	 *
	 * @param vectors each as long as there are features
	 * @return the product with each
	 */
	double[][] covarianceTimes(final double[][] vectors) {
		final float[][] weights = padded(vectors);
		final double[][] sum = Chunks.sum(Chunks.map(blocks, (from, to) -> {
			final double[][] products = new double[weights.length][dimension];
			final float[][] scores = new float[weights.length][LENGTH], part =
				new float[weights.length][dimension];
			each(from, to, (block, first) -> {
				block.scores(weights, scores);
				block.weighted(scores, part);
				for (int j = 0; j < part.length; j++)
					FloatLoops.add(part[j], products[j]);
			});
			return products;
		}, progress));
		final double[] rest = rest();
		for (int j = 0; j < sum.length; j++) {
			Vectors.scale(sum[j], 1.0 / size);
			Vectors.add(rest, -Vectors.dot(rest, vectors[j]), sum[j]);
		}
		return sum;
	}

	/** The covariance (over n, in units of {@link #meanSquare}). */
	double[][] covariance() {
		final double[][] sum = Chunks.sum(Chunks.map(blocks, (from, to) -> {
			final double[][] products = new double[dimension][dimension];
			final float[][] part = new float[dimension][dimension];
			each(from, to, (block, first) -> {
				block.products(part);
				for (int j = 0; j < dimension; j++)
					FloatLoops.add(part[j], products[j]);
			});
			return products;
		}, progress));
		final double[] rest = rest();
		for (int i = 0; i < dimension; i++)
			for (int j = 0; j <= i; j++)
				sum[i][j] = sum[j][i] = (sum[i][j] + sum[j][i]) / (2.0 * size) - rest[i] * rest[j];
		return sum;
	}

	/** How far each sample reaches along some vectors, sample by sample, in the samples' units. */
	double[] scores(final double[][] vectors) {
		final int number = vectors.length;
		final float[][] weights = padded(vectors);
		final double[] result = new double[Math.multiplyExact(size, number)];
		final double scale = Math.sqrt(meanSquare);
		final double[] rest = rest();
		Chunks.map(blocks, (from, to) -> {
			final double[][] scores = new double[weights.length][LENGTH];
			each(from, to, (block, first) -> {
				block.exactScores(weights, scores);
				for (int j = 0; j < number; j++) {
					final double offset = Vectors.dot(rest, vectors[j]);
					for (int i = 0; i < Math.min(LENGTH, size - first); i++)
						result[(first + i) * number + j] = (scores[j][i] - offset) * scale;
				}
			});
			return null;
		}, progress);
		return result;
	}

	private double[] origin() {
		final float[] first = new float[dimension];
		samples.read(0, 1, first);
		final double[] origin = new double[dimension];
		FloatLoops.add(first, origin);
		return origin;
	}

	private double[][] moments(final int from, final int to, final double[] origin) {
		final double[][] sums = new double[2][dimension];
		final float[] row = new float[dimension];
		for (int i = from * LENGTH; i < Math.min(size, to * LENGTH); i++) {
			if (i % LENGTH == 0) progress.checkCanceled();
			samples.read(i, i + 1, row);
			FloatLoops.moments(row, origin, sums[0], sums[1]);
		}
		return sums;
	}

	/** What single precision left of the mean. */
	private double[] rest() {
		final double[] rest = new double[dimension];
		for (int i = 0; i < dimension; i++)
			rest[i] = (mean[i] - center[i]) / Math.sqrt(meanSquare);
		return rest;
	}

	/** As floats, each filled up with zeros. */
	private float[][] padded(final double[][] vectors) {
		final float[][] floats = new float[vectors.length][padded];
		for (int j = 0; j < vectors.length; j++)
			System.arraycopy(floats(vectors[j]), 0, floats[j], 0, dimension);
		return floats;
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}

	private interface Use {

		void of(Block block, int firstSample);
	}

	private void each(final int from, final int to, final Use use) {
		final Block pooled = free.poll();
		final Block block = pooled == null ? new Block() : pooled;
		for (int b = from; b < to; b++) {
			progress.checkCanceled();
			block.read(b * LENGTH);
			use.of(block, b * LENGTH);
		}
		free.add(block);
	}

	/** Some samples, and a strip of their features with a line each. */
	private final class Block {

		private final float[][] rows = new float[LENGTH][dimension], lines = new float[STRIP][LENGTH];

		/** Rows behind the last sample are 0. */
		void read(final int first) {
			final float scale = (float) (1 / Math.sqrt(meanSquare));
			for (int i = 0; i < LENGTH; i++)
				if (first + i < size) {
					samples.read(first + i, first + i + 1, rows[i]);
					FloatLoops.standardize(rows[i], center, scale);
				}
				else Arrays.fill(rows[i], 0);
		}

		void scores(final float[][] weights, final float[][] scores) {
			for (final float[] line : scores)
				Arrays.fill(line, 0);
			for (int from = 0; from < dimension; from += STRIP)
				addScores(from, weights, scores);
		}

		/** With a sum in double precision over strips. */
		void exactScores(final float[][] weights, final double[][] scores) {
			final float[][] part = new float[scores.length][LENGTH];
			for (final double[] line : scores)
				Arrays.fill(line, 0);
			for (int from = 0; from < dimension; from += EXACTLY * STRIP) {
				for (final float[] line : part)
					Arrays.fill(line, 0);
				for (int strip = from; strip < Math.min(dimension, from + EXACTLY * STRIP); strip += STRIP)
					addScores(strip, weights, part);
				for (int j = 0; j < scores.length; j++)
					FloatLoops.add(part[j], scores[j]);
			}
		}

		private void addScores(final int from, final float[][] weights, final float[][] scores) {
			turn(from);
			for (int r = 0; r < STRIP && from + r < dimension; r += 4)
				for (int j = 0; j < weights.length; j++)
					FloatLoops.addFour(lines, r, weights[j], from + r, scores[j]);
		}

		/** Lines behind the last feature are 0. */
		private void turn(final int from) {
			final int number = Math.min(STRIP, dimension - from);
			if (number == STRIP) FloatLoops.transpose(rows, from, lines);
			else {
				FloatLoops.transpose(rows, from, Arrays.copyOf(lines, number));
				for (final float[] line : List.of(lines).subList(number, STRIP))
					Arrays.fill(line, 0);
			}
		}

		/** Each line of the result is the sum of the samples by a line of weights. */
		void weighted(final float[][] weights, final float[][] sums) {
			for (final float[] line : sums)
				Arrays.fill(line, 0);
			for (int i = 0; i < LENGTH; i += 4)
				for (int j = 0; j < weights.length; j++)
					FloatLoops.addFour(rows, i, weights[j], i, sums[j]);
		}

		void products(final float[][] sums) {
			for (final float[] line : sums)
				Arrays.fill(line, 0);
			for (int from = 0; from < dimension; from += STRIP) {
				turn(from);
				for (int i = 0; i < LENGTH; i += 4)
					for (int j = 0; j < Math.min(STRIP, dimension - from); j++)
						FloatLoops.addFour(rows, i, lines[j], i, sums[from + j]);
			}
		}
	}
}
