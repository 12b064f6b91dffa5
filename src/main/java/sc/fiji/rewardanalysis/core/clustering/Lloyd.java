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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Lloyd's k-means from centres that k-means++ spreads (Arthur &amp; Vassilvitskii, 2007). A
 * cluster that loses all its points takes the one farthest from its own centre.
 */
final class Lloyd {

	private final PointBlocks points;
	private final Progress progress;
	private final int[] labels;
	private final double[] distances;
	private double[][] centers;
	private int[] counts;
	private double inertia;
	private int steps;
	private boolean converged;

	private Lloyd(final PointBlocks points, final double[][] centers, final Progress progress) {
		this.points = points;
		this.centers = centers;
		this.progress = progress;
		labels = new int[points.number() * PointBlocks.LENGTH];
		distances = new double[labels.length];
	}

	/** Goes until no point changes its cluster, or so many steps. */
	static Lloyd run(final PointBlocks points, final int clusters, final int most,
		final Random random, final Progress progress)
	{
		final Lloyd lloyd = new Lloyd(points, spread(points, clusters, random, progress), progress);
		Arrays.fill(lloyd.labels, -1);
		while (lloyd.steps < most && !lloyd.converged)
			lloyd.step();
		return lloyd;
	}

	/** The cluster of each point; there are more than points, up to whole blocks. */
	int[] labels() {
		return labels;
	}

	/** The sum of squared distances from the centres before the last step. */
	double inertia() {
		return inertia;
	}

	int steps() {
		return steps;
	}

	boolean converged() {
		return converged;
	}

	double[][] centers() {
		return centers;
	}

	/** A line of 0s and 1s for each cluster. */
	double[][] shares(final int block) {
		final double[][] shares = new double[centers.length][PointBlocks.LENGTH];
		for (int n = 0; n < points.count(block); n++)
			shares[labels[block * PointBlocks.LENGTH + n]][n] = 1;
		return shares;
	}

	/** Whose centre is nearest, the first one of equals. */
	static void nearest(final double[][] block, final double[][] centers, final int[] labels,
		final double[] distances, final int at)
	{
		final double[] line = new double[PointBlocks.LENGTH], best = new double[PointBlocks.LENGTH];
		Arrays.fill(best, Double.POSITIVE_INFINITY);
		for (int c = 0; c < centers.length; c++) {
			distancesTo(centers[c], block, line);
			for (int n = 0; n < line.length; n++)
				if (line[n] < best[n]) {
					best[n] = line[n];
					labels[at + n] = c;
				}
		}
		System.arraycopy(best, 0, distances, at, best.length);
	}

	private static void distancesTo(final double[] center, final double[][] block,
		final double[] line)
	{
		Arrays.fill(line, 0);
		for (int a = 0; a < block.length; a++)
			MixtureLoops.addSquare(block[a], center[a], line);
	}

	private void step() {
		final int[] before = labels.clone();
		final List<double[][]> parts = Chunks.ofPoints(points.number(), this::assign, progress);
		final double[][] sums = Chunks.sum(parts);
		final int k = centers.length;
		inertia = sums[k][k];
		counts = IntStream.range(0, k).map(c -> (int) sums[k][c]).toArray();
		final double[][] moved = new double[k][];
		for (int c = 0; c < k; c++) {
			moved[c] = sums[c];
			if (counts[c] > 0) Vectors.scale(moved[c], 1.0 / counts[c]);
		}
		fill(moved);
		centers = moved;
		converged = Arrays.equals(before, labels);
		steps++;
	}

	/** Sums of the points of each cluster, then how many they are, then the inertia. */
	private double[][] assign(final int from, final int to) {
		final int k = centers.length;
		final double[][] sums = new double[k + 1][points.dimension()];
		sums[k] = new double[k + 1];
		for (int b = from; b < to; b++) {
			progress.checkCanceled();
			final int at = b * PointBlocks.LENGTH, count = points.count(b);
			final double[][] block = points.block(b);
			nearest(block, centers, labels, distances, at);
			for (int n = 0; n < count; n++) {
				sums[k][labels[at + n]]++;
				sums[k][k] += distances[at + n];
			}
			for (int a = 0; a < block.length; a++) {
				final double[] line = block[a];
				for (int n = 0; n < count; n++)
					sums[labels[at + n]][a] += line[n];
			}
		}
		return sums;
	}

	/** Gives clusters without points those that are farthest from their centres. */
	private void fill(final double[][] moved) {
		final int[] empty = IntStream.range(0, counts.length).filter(c -> counts[c] == 0).toArray();
		if (empty.length == 0) return;
		final int[] far = IntStream.range(0, points.size()).boxed().sorted(Comparator.comparingDouble(
			i -> -distances[i])).filter(i -> counts[labels[i]] > 1).mapToInt(i -> i).limit(empty.length)
			.toArray();
		for (int e = 0; e < Math.min(empty.length, far.length); e++) {
			moved[empty[e]] = points.point(far[e]);
			counts[labels[far[e]]]--;
			labels[far[e]] = empty[e];
			counts[empty[e]] = 1;
		}
	}

	/** Centres far from each other: a point becomes one as probably as its squared distance. */
	private static double[][] spread(final PointBlocks points, final int clusters,
		final Random random, final Progress progress)
	{
		final double[][] centers = new double[clusters][];
		final double[] distances = new double[points.number() * PointBlocks.LENGTH];
		Arrays.fill(distances, Double.POSITIVE_INFINITY);
		centers[0] = points.point(random.nextInt(points.size()));
		for (int c = 1; c < clusters; c++) {
			final double[] last = centers[c - 1];
			final double[][] sums = Chunks.sum(Chunks.ofPoints(points.number(), (from, to) -> {
				final double[] line = new double[PointBlocks.LENGTH];
				double sum = 0;
				for (int b = from; b < to; b++) {
					progress.checkCanceled();
					distancesTo(last, points.block(b), line);
					for (int n = 0, i = b * line.length; n < points.count(b); n++, i++) {
						distances[i] = Math.min(distances[i], line[n]);
						sum += distances[i];
					}
				}
				return new double[][] { { sum } };
			}, progress));
			if (!(sums[0][0] > 0)) throw new RewardAnalysisException(
				"Only %d of the %d points differ from each other, which is too few for %d components; " +
					"ask for fewer.", c, points.size(), clusters);
			centers[c] = points.point(drawn(distances, points.size(), random.nextDouble() * sums[0][0]));
		}
		return centers;
	}

	private static int drawn(final double[] distances, final int size, final double at) {
		double sum = 0;
		int last = 0;
		for (int i = 0; i < size; i++)
			if (distances[i] > 0) {
				last = i;
				sum += distances[i];
				if (sum > at) return i;
			}
		return last;
	}
}
