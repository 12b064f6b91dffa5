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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

	private final Pace pace = new Pace();

	@Test
	void nothingIsSaidOfNothing() {
		assertEquals("No new file has arrived.", pace.words(0, ""));
		pace.arrived(0);
		assertEquals("No result yet.", pace.words(1, ""));
		pace.done(0.7, 0.2, 0);
		assertEquals("A result 0.7 s after it arrived.", pace.words(0, ""));
	}

	@Test
	void whoIsFasterKeepsUp() {
		for (int i = 0; i < 100; i++) {
			pace.arrived(2000 * i);
			pace.done(i == 50 ? 1.1 : 0.6, 0.1, 0);
		}
		assertEquals(2, pace.interval(), 1e-12);
		assertEquals("A file every 2.0 s, a result 0.6 s after it arrived (median; 1.1 s at most): keeps up.",
			pace.words(0, "hurry"));
		assertFalse(pace.fallsBehind(5));
	}

	@Test
	void whoIsSlowerFallsBehind() {
		for (int i = 0; i < 40; i++)
			pace.arrived(2000 * i);
		for (int i = 0; i < 20; i++)
			pace.done(3 + i, 3.1, i);
		assertTrue(pace.fallsBehind(20));
		assertFalse(pace.fallsBehind(1), "one that waits is no queue");
		assertEquals("Falls behind: 3.1 s an image, a file every 2.0 s, 20 waiting; hurry.", pace.words(20,
			"hurry"));
		assertEquals(19, pace.most());
	}

	@Test
	void aQueueThatIsGoneIsTold() {
		for (int i = 0; i < 8; i++)
			pace.arrived(2300 * i);
		for (int i = 0; i < 5; i++)
			pace.done(12 + i, 2.2, 4 - i);
		assertEquals(
			"A file every 2.3 s, a result 14.0 s after it arrived (median; 16.0 s at most): catches up with those that waited.",
			pace.words(0, "hurry"));
		assertEquals(pace.words(0, "hurry"), pace.words("hurry"));
	}

	@Test
	void onlyTheLatestFilesCount() {
		for (int i = 0; i < 50; i++)
			pace.arrived(100_000 * i);
		for (int i = 0; i < 30; i++)
			pace.arrived(5_000_000 + 500 * i);
		assertEquals(0.5, pace.interval(), 1e-12);
	}

	@Test
	void filesThatCameAtOnceHaveNoInterval() {
		for (int i = 0; i < 3; i++)
			pace.arrived(7);
		pace.done(1, 1, 2);
		assertEquals("Falls behind: 1.0 s an image, files at once, 2 waiting.", pace.words(2, ""));
	}
}
