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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ProgressTest {

	private final List<Double> fractions = new ArrayList<>();
	private final List<String> messages = new ArrayList<>();
	private boolean canceled;

	private class Recorded implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			fractions.add(fraction);
			messages.add(message);
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}

	@Test
	void whoKnowsOneCancelStaysCancelled() {
		final Progress progress = new Recorded();
		assertSame(progress, progress.again());
		canceled = true;
		assertTrue(progress.again().part(0, 1).again().silent().again().isCanceled());
	}

	@Test
	void messagesSayWhatTheyAreAbout() {
		final Progress about = new Recorded().part(0.5, 1).about("Frame 2 of 3");
		about.again().update(0.5, "fitting");
		assertEquals(List.of(0.75), fractions);
		assertEquals(List.of("Frame 2 of 3: fitting"), messages);
		canceled = true;
		assertTrue(about.isCanceled());
	}

	/** Views begin anew as what they are views of does. */
	@Test
	void partsHearOfTheNextCancel() {
		final Progress second = new Recorded() {

			@Override
			public boolean isCanceled() {
				return false;
			}
		};
		final Progress progress = new Recorded() {

			@Override
			public Progress again() {
				return second;
			}
		};
		canceled = true;
		final Progress part = progress.part(0.5, 1);
		assertTrue(part.isCanceled());
		assertFalse(part.again().isCanceled());
		part.again().update(0.5, "");
		assertFalse(part.silent().again().isCanceled());
		part.silent().again().update(0.5, "");
		assertEquals(List.of(0.75), fractions);
	}
}
