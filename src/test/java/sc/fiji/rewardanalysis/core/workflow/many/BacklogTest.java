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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Arrived;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;

class BacklogTest {

	@Test
	void whatCameFirstIsFirst() {
		final Backlog backlog = new Backlog(false);
		fill(backlog);
		assertEquals(List.of("i2", "i10", "b", "a"), all(backlog));
	}

	@Test
	void orWhatCameLast() {
		final Backlog backlog = new Backlog(true);
		fill(backlog);
		assertEquals("a", backlog.next().orElseThrow().file().path());
		backlog.add(new Arrived(new Listed("c", 1, 1), 30));
		assertEquals(List.of("c", "b", "i10", "i2"), all(backlog));
	}

	@Test
	void aFileWaitsOnceAndAsItIsNow() {
		final Backlog backlog = new Backlog(false);
		backlog.add(new Arrived(new Listed("a", 1, 1), 10));
		backlog.add(new Arrived(new Listed("b", 1, 1), 20));
		backlog.add(new Arrived(new Listed("a", 2, 2), 30));
		assertEquals(2, backlog.size());
		assertEquals("b", backlog.next().orElseThrow().file().path());
		assertEquals(2, backlog.next().orElseThrow().file().size());
	}

	private static void fill(final Backlog backlog) {
		backlog.add(new Arrived(new Listed("a", 1, 1), 20));
		backlog.add(new Arrived(new Listed("b", 1, 2), 10));
		// At once: by their own times, then by name.
		backlog.add(new Arrived(new Listed("i10", 1, 1), 10));
		backlog.add(new Arrived(new Listed("i2", 1, 1), 10));
	}

	private static List<String> all(final Backlog backlog) {
		final List<String> paths = new ArrayList<>();
		while (backlog.size() > 0)
			paths.add(backlog.next().orElseThrow().file().path());
		return paths;
	}
}
