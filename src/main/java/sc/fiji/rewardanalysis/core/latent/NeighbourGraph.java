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

package sc.fiji.rewardanalysis.core.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;

/**
 * Which patches are neighbours: on a raster those that share a side of its cells; around
 * atoms each with its six nearest ones, unless they are farther than twice the median distance
 * of nearest ones.
 *
 * @param patches how many there are
 * @param from one patch of each pair
 * @param to the other one, of higher index; pairs ascend
 */
public record NeighbourGraph(int patches, int[] from, int[] to) {

	private static final int NEAREST = 6;

	/** Farther than so many median distances isn't next to it. */
	private static final double FAR = 2;

	/** Of these patches. */
	public static NeighbourGraph of(final PatchSet patches) {
		return patches.isRaster() ? raster(patches) : nearest(patches);
	}

	private static NeighbourGraph raster(final PatchSet patches) {
		final int columns = patches.columns();
		final int[] at = new int[columns * patches.rows()];
		Arrays.fill(at, -1);
		for (int i = 0; i < patches.count(); i++)
			at[patches.cells()[i]] = i;
		final TreeSet<Long> pairs = new TreeSet<>();
		for (int cell = 0; cell < at.length; cell++) {
			if (at[cell] < 0) continue;
			if (cell % columns < columns - 1) add(pairs, at[cell], at[cell + 1]);
			if (cell + columns < at.length) add(pairs, at[cell], at[cell + columns]);
		}
		return of(patches.count(), pairs);
	}

	private record Place(double x, double y) implements Position {}

	private static NeighbourGraph nearest(final PatchSet patches) {
		final List<Place> places = new ArrayList<>();
		for (int i = 0; i < patches.count(); i++)
			places.add(new Place(patches.x()[i], patches.y()[i]));
		final Neighbours neighbours = new Neighbours(places);
		final Neighbours.Neighbour[][] all = new Neighbours.Neighbour[patches.count()][];
		for (int i = 0; i < all.length; i++)
			all[i] = neighbours.of(i, NEAREST);
		final double[] shortest = Arrays.stream(all).filter(n -> n.length > 0).mapToDouble(n -> n[0]
			.distance()).sorted().toArray();
		final double far = shortest.length == 0 ? 0 : FAR * shortest[shortest.length / 2];
		final TreeSet<Long> pairs = new TreeSet<>();
		for (int i = 0; i < all.length; i++)
			for (final Neighbours.Neighbour neighbour : all[i])
				if (neighbour.distance() <= far) add(pairs, i, neighbour.atom());
		return of(patches.count(), pairs);
	}

	private static void add(final TreeSet<Long> pairs, final int one, final int other) {
		if (other >= 0) pairs.add((long) Math.min(one, other) << 32 | Math.max(one, other));
	}

	private static NeighbourGraph of(final int patches, final TreeSet<Long> pairs) {
		return new NeighbourGraph(patches, pairs.stream().mapToInt(p -> (int) (p >> 32)).toArray(), pairs
			.stream().mapToInt(Long::intValue).toArray());
	}

	/** How many pairs. */
	public int pairs() {
		return from.length;
	}

	/** Of each patch those next to it, ascending. */
	public int[][] neighbours() {
		final int[] count = new int[patches];
		for (int pair = 0; pair < from.length; pair++) {
			count[from[pair]]++;
			count[to[pair]]++;
		}
		final int[][] neighbours = new int[patches][];
		for (int i = 0; i < patches; i++)
			neighbours[i] = new int[count[i]];
		Arrays.fill(count, 0);
		for (int pair = 0; pair < from.length; pair++) {
			neighbours[from[pair]][count[from[pair]]++] = to[pair];
			neighbours[to[pair]][count[to[pair]]++] = from[pair];
		}
		for (final int[] some : neighbours)
			Arrays.sort(some);
		return neighbours;
	}
}
