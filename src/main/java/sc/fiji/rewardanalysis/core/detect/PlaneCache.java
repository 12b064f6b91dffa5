package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * Planes by tile and scale, and the maxima between three neighbouring planes. What
 * was not used for the longest time goes first; its memory is used again, because
 * fresh memory costs as much time as the half of what is written to it.
 */
final class PlaneCache {

	/** What an array takes beside its values. */
	static final int ROW_BYTES = 16;

	/** Maxima take so many bytes each. */
	private static final int MAXIMUM_BYTES = 40;

	/** A plane's scale between its neighbours', NaN where there is none. */
	record Triple(int tile, double below, double here, double above, double floor) {}

	private record Key(int tile, double sigma) {}

	/** Three planes are compared at a time, and each of them has its maxima. */
	private static final int IN_USE = 6;

	private final Deque<float[][]> free = new ArrayDeque<>();
	private final long capacity;
	private final Map<Object, Object> entries = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	/** @param capacity bytes that the entries may occupy */
	PlaneCache(final long capacity) {
		this.capacity = capacity;
	}

	Plane plane(final int tile, final double sigma) {
		return (Plane) entries.get(new Key(tile, sigma));
	}

	void put(final int tile, final double sigma, final Plane plane) {
		put(new Key(tile, sigma), plane);
	}

	/** Memory for a plane, its content undefined. */
	float[][] memory(final int width, final int height) {
		while (!free.isEmpty()) {
			final float[][] rows = free.pop();
			if (rows.length == height && rows[0].length == width) return rows;
		}
		return new float[height][width];
	}

	/** Takes back the memory of a plane that is not looked at any more, unless it is kept. */
	void release(final int tile, final double sigma, final Plane plane) {
		if (plane != null && entries.get(new Key(tile, sigma)) != plane && free.size() < IN_USE) free.push(plane.rows());
	}

	@SuppressWarnings("unchecked")
	List<Maximum> maxima(final Triple key) {
		return (List<Maximum>) entries.get(key);
	}

	void put(final Triple key, final List<Maximum> maxima) {
		put((Object) key, maxima);
	}

	private void put(final Object key, final Object value) {
		// What is in use must not go, so there must be room for more than that.
		if (size(value) > capacity / IN_USE) return;
		entries.put(key, value);
		bytes += size(value);
		final var oldest = entries.values().iterator();
		while (bytes > capacity) {
			final Object gone = oldest.next();
			bytes -= size(gone);
			oldest.remove();
			if (gone instanceof final Plane plane && free.size() < IN_USE) free.push(plane.rows());
		}
	}

	private static long size(final Object value) {
		return value instanceof final Plane plane ? plane.bytes() : 64 + (long) MAXIMUM_BYTES *
			((List<?>) value).size();
	}
}
