package sc.fiji.rewardanalysis.core.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * Planes by tile and scale, and the maxima between three neighbouring planes. What
 * was not used for the longest time goes first.
 */
final class PlaneCache {

	/** Maxima take so many bytes each. */
	private static final int MAXIMUM_BYTES = 40;

	/** A plane's scale between its neighbours', NaN where there is none. */
	record Triple(int tile, double below, double here, double above, double floor) {}

	private record Key(int tile, double sigma) {}

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

	@SuppressWarnings("unchecked")
	List<Maximum> maxima(final Triple key) {
		return (List<Maximum>) entries.get(key);
	}

	void put(final Triple key, final List<Maximum> maxima) {
		put((Object) key, maxima);
	}

	private void put(final Object key, final Object value) {
		// What fills everything by itself would only drive out the rest.
		if (size(value) > capacity / 2) return;
		entries.put(key, value);
		bytes += size(value);
		final var oldest = entries.values().iterator();
		while (bytes > capacity) {
			bytes -= size(oldest.next());
			oldest.remove();
		}
	}

	private static long size(final Object value) {
		return value instanceof final Plane plane ? plane.bytes() : 64 + (long) MAXIMUM_BYTES *
			((List<?>) value).size();
	}
}
