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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Arrived;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;

class ArrivalsTest {

	private static final long REST = 500;

	private final Arrivals arrivals = new Arrivals(REST);

	@Test
	void aFileArrivesOnceItHasRested() {
		assertEquals(List.of(), look(0, file("a", 10)));
		assertEquals(List.of(), look(400, file("a", 20)));
		assertEquals(1, arrivals.waiting());
		assertEquals(List.of(), look(899, file("a", 20)));
		assertEquals(List.of("a"), look(900, file("a", 20)));
		assertEquals(List.of(), look(5000, file("a", 20)));
		assertEquals(0, arrivals.waiting());
	}

	@Test
	void anEmptyFileIsWaitedFor() {
		look(0, file("a", 0));
		assertEquals(List.of(), look(10_000, file("a", 0)));
		look(10_100, file("a", 7));
		assertEquals(List.of("a"), look(10_600, file("a", 7)));
	}

	@Test
	void whatIsWrittenOverOrDeletedArrivesAnew() {
		look(0, file("a", 1));
		assertEquals(List.of("a"), look(500, file("a", 1)));
		look(600, new Listed("a", 1, 99));
		assertEquals(List.of("a"), look(1100, new Listed("a", 1, 99)));
		look(1200);
		look(1300, new Listed("a", 1, 99));
		assertEquals(List.of("a"), look(1800, new Listed("a", 1, 99)));
	}

	@Test
	void itIsKnownSinceWhenAFileIsAsItIs() {
		look(0, file("a", 1));
		look(100, file("a", 2));
		assertEquals(100, arrivals.changed());
		look(300, file("a", 2));
		assertEquals(List.of(100L), arrivals.look(List.of(file("a", 2)), 700).stream().map(
			Arrived::since).toList());
		assertEquals(100, arrivals.changed());
	}

	@Test
	void theFirstToRestComesFirst() {
		look(0, file("b", 1));
		look(100, file("a", 1), file("b", 1));
		look(200, file("a", 1), file("b", 1), file("c", 1));
		assertEquals(List.of("b", "a", "c"), look(900, file("a", 1), file("b", 1), file("c", 1)));
	}

	/** Files that grow at random times and are looked at at random times. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void everyFileArrivesOnceAndWhole(final long seed) {
		final Random random = new Random(seed);
		final int n = 50;
		final long[][] writes = new long[n][];
		long last = 0;
		for (int i = 0; i < n; i++) {
			long at = random.nextInt(5000);
			writes[i] = new long[1 + random.nextInt(5)];
			for (int k = 0; k < writes[i].length; k++) {
				writes[i][k] = at;
				// Never so slow that it looks whole.
				at += random.nextInt((int) REST - 100);
			}
			last = Math.max(last, at);
		}
		final Map<String, Long> sizes = new HashMap<>();
		for (long now = 0; now < last + 3 * REST; now += random.nextInt(100)) {
			final List<Listed> listing = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				long size = 0;
				for (final long write : writes[i])
					if (write <= now) size++;
				if (size > 0) listing.add(file("f" + i, size));
			}
			for (final Listed file : arrivals.look(listing, now).stream().map(Arrived::file).toList())
				assertTrue(sizes.put(file.path(), file.size()) == null, file + " twice");
		}
		assertEquals(n, sizes.size());
		for (int i = 0; i < n; i++)
			assertEquals(writes[i].length, sizes.get("f" + i), "f" + i);
	}

	private static Listed file(final String path, final long size) {
		return new Listed(path, size, size);
	}

	private List<String> look(final long now, final Listed... listing) {
		return arrivals.look(List.of(listing), now).stream().map(a -> a.file().path()).toList();
	}
}
