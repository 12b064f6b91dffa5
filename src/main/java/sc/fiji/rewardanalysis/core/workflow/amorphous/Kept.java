package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what was computed lately. Of several threads that ask for the same, one computes it
 * and the others wait; what fails isn't kept.
 */
final class Kept<K, V> {

	private final Map<K, Slot<V>> entries;

	private static final class Slot<V> {

		private V value;
	}

	/** @param most how many are kept */
	Kept(final int most) {
		entries = new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(final Map.Entry<K, Slot<V>> eldest) {
				return size() > most;
			}
		};
	}

	V get(final K key, final Supplier<V> computation) {
		final Slot<V> slot;
		synchronized (entries) {
			slot = entries.computeIfAbsent(key, k -> new Slot<>());
		}
		synchronized (slot) {
			if (slot.value == null) slot.value = computation.get();
			return slot.value;
		}
	}
}
