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

package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.RadiusNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Which columns lie so close to another that its fit must know of them. Blobs nearer
 * to each other than the smaller one's σ are the same column at two scales: they
 * don't count as neighbours.
 */
final class Neighbours {

	private final int[][] indices;

	/**
	 * @param own largest radius of a column's pixels, in its σ
	 * @param tail how far a column's tail reaches, in its σ
	 * @param progress polled for each blob
	 */
	Neighbours(final List<Blob> blobs, final double own, final double tail,
		final Progress progress)
	{
		final double largest = blobs.stream().mapToDouble(Blob::sigma).max().orElse(0);
		indices = new int[blobs.size()][];
		if (blobs.isEmpty()) return;
		final KDTree<Integer> tree = new KDTree<>(IntStream.range(0, blobs.size()).boxed().toList(),
			blobs.stream().map(Neighbours::point).toList());
		final var search = new RadiusNeighborSearchOnKDTree<>(tree);
		for (int i = 0; i < indices.length; i++) {
			progress.checkCanceled();
			final double radius = own * blobs.get(i).sigma() + Math.max(own * blobs.get(i).sigma(), tail *
				largest);
			search.search(point(blobs.get(i)), radius, false);
			final int[] found = new int[search.numNeighbors()];
			int n = 0;
			for (int k = 0; k < found.length; k++) {
				final int j = search.getSampler(k).get();
				if (search.getDistance(k) >= Math.min(blobs.get(i).sigma(), blobs.get(j).sigma()))
					found[n++] = j;
			}
			indices[i] = Arrays.copyOf(found, n);
			// In a fixed order, for sums to be the same each time.
			Arrays.sort(indices[i]);
		}
	}

	int[] of(final int column) {
		return indices[column];
	}

	private static RealPoint point(final Blob blob) {
		return new RealPoint(blob.x(), blob.y());
	}
}
