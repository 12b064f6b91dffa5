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

package sc.fiji.rewardanalysis.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** A property that is refused nearly always fails, and so does one with another result each time. */
class CoreFuzzCountsTest {

	/** Something to count in. */
	private static final class Counted extends CoreFuzz {}

	@Test
	void tooFewValuesAreTold() {
		final CoreFuzz fuzz = new Counted();
		for (int i = 0; i < 100; i++) {
			final boolean accepted = i % 10 == 0;
			fuzz.value("one in ten", 0.1, () -> of(accepted));
			fuzz.value("too few", 0.2, () -> of(accepted));
		}
		final String told = fuzz.tooFew();
		assertTrue(told.startsWith("Of too few, 10 of 100 cases") && !told.contains("one in ten"), told);
	}

	private static String of(final boolean accepted) {
		if (!accepted) throw new RewardAnalysisException("It is refused.");
		return "it";
	}

	@Test
	void anotherResultEachTimeIsTold() {
		final CoreFuzz fuzz = new Counted();
		final AtomicInteger count = new AtomicInteger();
		assertEquals(7, fuzz.same("the same", 1, () -> 7, n -> n).orElseThrow());
		assertThrows(AssertionError.class, () -> fuzz.same("another", 1, count::incrementAndGet, n -> n));
	}
}
