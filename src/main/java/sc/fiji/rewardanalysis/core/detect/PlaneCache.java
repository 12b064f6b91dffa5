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

package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.detect.Comparison.Candidates;
import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * Planes by tile and scale, and the maxima between three neighbouring planes. What
 * was not used for the longest time goes first. Thread-safe.
 */
final class PlaneCache {

	/** What an array takes beside its values. */
	static final int ROW_BYTES = 16;

	/** Maxima take so many bytes each. */
	private static final int MAXIMUM_BYTES = 40;

	/** A plane's scale between its neighbours', NaN where there is none. */
	record Triple(Tile tile, double below, double here, double above, double floor) {}

	private record Key(Tile tile, double sigma) {}

	private record FlatKey(Tile tile, double sigma, double floor) {}

	private final Buffers buffers;
	private final long capacity;
	private final Map<Object, Object> entries = new LinkedHashMap<>(16, 0.75f, true);

	/** Planes that somebody looks at, kept or not. */
	private final Set<Plane> inUse = Collections.newSetFromMap(new IdentityHashMap<>());
	private long bytes;

	/**
	 * @param capacity bytes that the entries may occupy
	 * @param buffers where the memory of planes goes that are not kept any more
	 */
	PlaneCache(final long capacity, final Buffers buffers) {
		this.buffers = buffers;
		this.capacity = capacity;
	}

	/** A plane, in use from now on, or null. */
	synchronized Plane plane(final Tile tile, final double sigma) {
		final Plane plane = (Plane) entries.get(new Key(tile, sigma));
		if (plane != null) inUse.add(plane);
		return plane;
	}

	/** Keeps a plane that is in use until it is released. */
	synchronized void put(final Tile tile, final double sigma, final Plane plane) {
		inUse.add(plane);
		put(new Key(tile, sigma), plane);
	}

	/** Forgets all about other tiles. */
	synchronized void retain(final Collection<Tile> tiles) {
		final Set<Tile> wanted = Set.copyOf(tiles);
		for (final var entry = entries.entrySet().iterator(); entry.hasNext();) {
			final var next = entry.next();
			if (wanted.contains(tile(next.getKey()))) continue;
			entry.remove();
			forget(next.getValue());
		}
	}

	private static Tile tile(final Object key) {
		if (key instanceof final Key plane) return plane.tile;
		return key instanceof final FlatKey flat ? flat.tile : ((Triple) key).tile;
	}

	/** Takes back the memory of a plane that nobody looks at any more, unless it is kept. */
	synchronized void release(final Tile tile, final double sigma, final Plane plane) {
		if (inUse.remove(plane) && entries.get(new Key(tile, sigma)) != plane) buffers.giveBack(plane.rows());
	}

	@SuppressWarnings("unchecked")
	synchronized List<Maximum> maxima(final Triple key) {
		return (List<Maximum>) entries.get(key);
	}

	/** What may be maxima of a plane alone, by bands, or null. */
	synchronized Candidates[] flat(final Tile tile, final double sigma, final double floor) {
		return (Candidates[]) entries.get(new FlatKey(tile, sigma, floor));
	}

	synchronized void put(final Tile tile, final double sigma, final double floor,
		final Candidates[] flat)
	{
		put(new FlatKey(tile, sigma, floor), flat);
	}

	synchronized void put(final Triple key, final List<Maximum> maxima) {
		put((Object) key, maxima);
	}

	private void put(final Object key, final Object value) {
		// What fills everything by itself would only drive out the rest.
		if (size(value) > capacity / 2) return;
		forget(entries.put(key, value));
		bytes += size(value);
		final var oldest = entries.values().iterator();
		while (bytes > capacity) {
			final Object gone = oldest.next();
			oldest.remove();
			forget(gone);
		}
	}

	private void forget(final Object gone) {
		if (gone == null) return;
		bytes -= size(gone);
		if (gone instanceof final Plane plane && !inUse.contains(plane)) buffers.giveBack(plane.rows());
	}

	private static long size(final Object value) {
		if (value instanceof final Plane plane) return plane.bytes();
		if (value instanceof final Candidates[] bands) return Arrays.stream(bands).mapToLong(b -> 64 +
			2L * Integer.BYTES * b.size()).sum();
		return 64 + (long) MAXIMUM_BYTES * ((List<?>) value).size();
	}
}
