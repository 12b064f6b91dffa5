package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Arrived;

/** Files that have arrived and wait for their turn, each once. For one thread at a time. */
final class Backlog {

	/** The first that came first; of those that were there at once, by their own times and names. */
	private static final Comparator<Arrived> ORDER = Comparator.comparingLong(Arrived::since)
		.thenComparingLong(a -> a.file().modified()).thenComparing(a -> a.file().path(),
			NaturalOrder.INSTANCE);

	private final boolean newestFirst;
	private final TreeSet<Arrived> waiting = new TreeSet<>(ORDER);
	private final Map<String, Arrived> byPath = new HashMap<>();

	/** @param newestFirst whether the turn is that of the file that came last */
	Backlog(final boolean newestFirst) {
		this.newestFirst = newestFirst;
	}

	/** A file that waits already, and came anew, waits as it is now. */
	void add(final Arrived file) {
		final Arrived before = byPath.put(file.file().path(), file);
		if (before != null) waiting.remove(before);
		waiting.add(file);
	}

	/** Takes the one whose turn it is. */
	Optional<Arrived> next() {
		final Arrived next = newestFirst ? waiting.pollLast() : waiting.pollFirst();
		if (next != null) byPath.remove(next.file().path());
		return Optional.ofNullable(next);
	}

	int size() {
		return waiting.size();
	}
}
