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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RemainingTimeTest {

	private final RemainingTime time = new RemainingTime();

	@Test
	void atEvenSpeedItIsRight() {
		for (int s = 0; s <= 60; s++)
			time.update(s, s / 120.0);
		assertEquals(60, time.seconds(), 1e-6);
		assertEquals("1 min 0 s left", time.text());
		for (double s = 61; s < 110; s += 0.5)
			time.update(s, s / 120);
		assertEquals("15 s left", time.text(), "rounded up to 5 s");
	}

	@Test
	void nothingIsSaidAtFirstAndAtTheEnd() {
		assertEquals("", time.text());
		time.update(0, 0);
		time.update(0.9, 0.5);
		assertEquals("", time.text());
		time.update(3, 1);
		assertEquals("", time.text());
	}

	@Test
	void aStandstillIsNoAnswer() {
		time.update(0, 0);
		time.update(9, 0);
		assertEquals("", time.text());
	}

	/** As when a search turns out to be too much work and another one takes its place. */
	@Test
	void whatIsSkippedDoesNotCountAsSpeed() {
		for (int s = 0; s <= 10; s++)
			time.update(s, s * 0.001);
		time.update(10.001, 0.5);
		for (int s = 11; s <= 60; s++)
			time.update(s, 0.5 + (s - 10) * 0.005);
		assertEquals(50, time.seconds(), 3);
	}

	/** Evaluations of very different lengths: from one second to the next the end moves little. */
	@Test
	void itDoesNotJump() {
		final Random random = new Random(1);
		double now = 0, before = Double.NaN;
		for (int i = 0; i <= 100; i++) {
			time.update(now, i / 100.0);
			if (i > 15 && i < 100) {
				final double end = now + time.seconds();
				if (!Double.isNaN(before)) assertEquals(before, end, 0.15 * end, "evaluation " + i);
				before = end;
			}
			now += 0.2 + 1.6 * random.nextDouble();
		}
	}

	@Test
	void thePartNeverFalls() {
		time.update(0, 0.4);
		time.update(1, 0.3);
		assertEquals(0.4, time.fraction());
		time.update(2, 0.6);
		assertEquals(0.6, time.fraction(), 1e-12);
		assertTrue(time.seconds() > 0 || Double.isNaN(time.seconds()));
	}
}
