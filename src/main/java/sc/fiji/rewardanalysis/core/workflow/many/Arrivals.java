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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Tells which files of a folder have arrived. A microscope writes a file bit by bit, and a network
 * drive hands it on so: it is whole once it isn't empty and neither its size nor its time have
 * changed for a while, of this computer's clock, for that of a drive may differ. A file that
 * changes after it has arrived arrives anew. For one thread.
 */
public final class Arrivals {

	/**
	 * A file as a listing of its folder has it.
	 *
	 * @param path tells files apart
	 * @param size bytes
	 * @param modified ms since 1970, of the drive's clock
	 */
	public record Listed(String path, long size, long modified) {

		public Listed {
			Checks.given("path", path);
		}
	}

	/**
	 * A file that has arrived.
	 *
	 * @param file as it is
	 * @param since when it was seen so first, ms of the caller's clock
	 */
	public record Arrived(Listed file, long since) {}

	private final long rest;

	/** By path, those that haven't arrived yet: since when they are as they are. */
	private final Map<String, Arrived> waiting = new LinkedHashMap<>();
	private final Map<String, Listed> arrived = new LinkedHashMap<>();
	private long changed = Long.MIN_VALUE;

	/** @param rest for how long nothing may change, ms */
	public Arrivals(final long rest) {
		Checks.atLeast("rest", rest, 0);
		this.rest = rest;
	}

	/**
	 * Looks at a listing.
	 *
	 * @param listing all files that there are now
	 * @param now ms of a clock that only goes forwards
	 * @return those that have arrived since the last look, the first that came to rest first
	 */
	public List<Arrived> look(final Collection<Listed> listing, final long now) {
		final List<Arrived> complete = new ArrayList<>();
		final Collection<String> present = new HashSet<>();
		for (final Listed file : listing) {
			present.add(file.path);
			if (file.equals(arrived.get(file.path))) continue;
			final Arrived before = waiting.get(file.path);
			final Arrived entry = before != null && before.file.equals(file) ? before : new Arrived(file,
				now);
			if (entry != before) {
				changed = now;
				waiting.remove(file.path);
				waiting.put(file.path, entry);
			}
			if (file.size > 0 && now - entry.since >= rest) complete.add(entry);
		}
		waiting.keySet().retainAll(present);
		arrived.keySet().retainAll(present);
		complete.sort(Comparator.comparingLong(Arrived::since));
		for (final Arrived entry : complete) {
			waiting.remove(entry.file.path);
			arrived.put(entry.file.path, entry.file);
		}
		return complete;
	}

	/** How many files are still being written, or are empty. */
	public int waiting() {
		return waiting.size();
	}

	/** Whether one of them will have arrived once it rests, for it isn't empty. */
	public boolean isExpecting() {
		return waiting.values().stream().anyMatch(a -> a.file.size > 0);
	}

	/** When a file was last seen that was new or had changed, ms; long ago if none ever was. */
	public long changed() {
		return changed;
	}
}
