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
