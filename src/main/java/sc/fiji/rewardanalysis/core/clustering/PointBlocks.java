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
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Points less a centre, in blocks with a line for each axis, so that loops run along points.
 */
final class PointBlocks {

	/** Points of a block; the last one is filled up with points at the centre. */
	static final int LENGTH = 512;

	private final int size, dimension;
	private final double[] center;
	private final double[][][] blocks;

	private PointBlocks(final Points points, final double[] center, final Progress progress) {
		size = points.size();
		dimension = points.dimension();
		this.center = center;
		blocks = new double[(size + LENGTH - 1) / LENGTH][dimension][LENGTH];
		Chunks.ofPoints(blocks.length, (from, to) -> {
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				fill(blocks[b], b * LENGTH, points.values());
			}
			return null;
		}, progress);
	}

	/**
	 * About their mean.
	 *
	 * @throws RewardAnalysisException for values that aren't finite
	 */
	static PointBlocks of(final Points points, final Progress progress) {
		if (points.size() == 0) throw new RewardAnalysisException(
			"There are no points to cluster; give at least 2.");
		points.checkFinite();
		final double[] origin = Arrays.copyOf(points.values(), points.dimension());
		final PointBlocks rough = new PointBlocks(points, origin, progress);
		final double[] sum = Chunks.sum(Chunks.ofPoints(rough.blocks.length, (from,
			to) -> new double[][] { rough.sums(from, to) }, progress))[0];
		for (int i = 0; i < origin.length; i++)
			origin[i] += sum[i] / points.size();
		return new PointBlocks(points, origin, progress);
	}

	/** About a given centre. */
	static PointBlocks about(final double[] center, final Points points, final Progress progress) {
		if (points.dimension() != center.length) throw new RewardAnalysisException(
			"The components are of %d dimensions, and these points have %d; give points alike.",
			center.length, points.dimension());
		return new PointBlocks(points, center, progress);
	}

	int size() {
		return size;
	}

	int dimension() {
		return dimension;
	}

	int number() {
		return blocks.length;
	}

	double[] center() {
		return center;
	}

	/** A line for each axis; not to be changed. */
	double[][] block(final int b) {
		return blocks[b];
	}

	/** How many points of a block there really are. */
	int count(final int b) {
		return Math.min(LENGTH, size - b * LENGTH);
	}

	/** A point less the centre. */
	double[] point(final int i) {
		return IntStream.range(0, dimension).mapToDouble(a -> blocks[i / LENGTH][a][i % LENGTH]).toArray();
	}

	/** The sum over points of the products of any two axes, about the centre. */
	double[][] scatter(final Progress progress) {
		final double[][] sum = Chunks.sum(Chunks.ofPoints(blocks.length, (from, to) -> {
			final double[][] products = new double[dimension][dimension];
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				MixtureLoops.products(blocks[b], blocks[b], products);
			}
			return products;
		}, progress));
		for (int i = 0; i < dimension; i++)
			for (int j = 0; j < i; j++)
				sum[j][i] = sum[i][j];
		return sum;
	}

	private void fill(final double[][] lines, final int first, final double[] values) {
		final int count = Math.min(LENGTH, size - first);
		for (int i = 0; i < count; i++)
			for (int a = 0, at = (first + i) * dimension; a < dimension; a++)
				lines[a][i] = values[at + a] - center[a];
	}

	private double[] sums(final int from, final int to) {
		final double[] sums = new double[dimension];
		for (int b = from; b < to; b++)
			for (int a = 0; a < dimension; a++)
				sums[a] += Vectors.sum(blocks[b][a]);
		return sums;
	}
}
