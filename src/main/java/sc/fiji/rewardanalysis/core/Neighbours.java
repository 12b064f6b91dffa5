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

package sc.fiji.rewardanalysis.core;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** The nearest atoms of atoms and of places, found in a grid. Immutable. */
public final class Neighbours {

	private final List<? extends Position> atoms;
	private final PointGrid grid;
	private final double spacing;

	/** Longest distance between two atoms that is possible, px. */
	private final double farthest;

	private record Place(double x, double y) implements Position {}

	/**
	 * One of them.
	 *
	 * @param atom its index
	 * @param distance px
	 */
	public record Neighbour(int atom, double distance) {}

	/** @param atoms at least one, px */
	public Neighbours(final List<? extends Position> atoms) {
		this.atoms = atoms;
		final double width = extent(atoms.stream().mapToDouble(Position::x).toArray());
		final double height = extent(atoms.stream().mapToDouble(Position::y).toArray());
		farthest = Math.max(1e-6, Math.hypot(width, height));
		// At least a thousandth of the extent: atoms on a line have no area.
		spacing = Math.max(Math.sqrt(width * height / atoms.size()), farthest / Math.max(1000, Math
			.sqrt(atoms.size())));
		grid = new PointGrid(atoms, spacing);
	}

	private static double extent(final double[] values) {
		return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
	}

	/**
	 * The {@code k} nearest other atoms, the nearest one first, of equals the one of lower
	 * index; fewer if there aren't so many.
	 */
	public Neighbour[] of(final int atom, final int k) {
		final Neighbour[] found = new Neighbour[k];
		for (double radius = 1.5 * spacing;; radius *= 2) {
			final int count = within(atom, radius, found);
			if (count == k || radius > farthest) return Arrays.copyOf(found, count);
		}
	}

	private int within(final int atom, final double radius, final Neighbour[] into) {
		final Position centre = atoms.get(atom);
		final int[] count = { 0 };
		grid.forEachNear(centre, radius, i -> {
			if (i == atom) return;
			final double distance = Math.hypot(atoms.get(i).x() - centre.x(), atoms.get(i).y() - centre
				.y());
			if (distance > radius) return;
			int at = count[0] < into.length ? count[0]++ : into.length;
			for (; at > 0 && comesBefore(i, distance, into[at - 1]); at--)
				if (at < into.length) into[at] = into[at - 1];
			if (at < into.length) into[at] = new Neighbour(i, distance);
		});
		return count[0];
	}

	private static boolean comesBefore(final int atom, final double distance,
		final Neighbour other)
	{
		return distance < other.distance() || distance == other.distance() && atom < other.atom();
	}

	/** The atom nearest to a place, of equals the one of lower index. */
	public int nearest(final Position place) {
		for (double radius = spacing;; radius *= 2) {
			final int found = nearest(place.x(), place.y(), radius);
			if (found >= 0) return found;
		}
	}

	/** The same, at most {@code radius} away; −1 if there is none. */
	public int nearest(final double x, final double y, final double radius) {
		final int[] best = { -1 };
		final double[] least = { radius * radius };
		grid.forEachNear(new Place(x, y), radius, i -> {
			final double dx = atoms.get(i).x() - x, dy = atoms.get(i).y() - y;
			final double square = dx * dx + dy * dy;
			if (square < least[0] || square == least[0] && (best[0] < 0 || i < best[0])) {
				least[0] = square;
				best[0] = i;
			}
		});
		return best[0];
	}

	/** Calls with the index of every atom near another, and of some more beyond. */
	public void forEachNear(final int atom, final double radius, final IntConsumer consumer) {
		grid.forEachNear(atoms.get(atom), radius, consumer);
	}
}
