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

package sc.fiji.rewardanalysis.core.workflow.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

class ConfidenceTest {

	@Test
	void itIsTheProductOfItsParts() {
		assertEquals(0.9 * 0.8 * 0.7 * 0.5, Confidence.of(0.1, 0.2, 0.3, 0.5).value(), 1e-12);
		assertEquals(0.9 * 0.8 * 0.7, Confidence.of(0.1, 0.2, 0.3, Double.NaN).value(), 1e-12);
		assertEquals(0, Confidence.of(1.4, 0, 0, 1).value(), "no error counts for more than all");
		assertTrue(Double.isNaN(Confidence.none(1).value()));
		assertTrue(Double.isNaN(Confidence.of(0, 0, Double.NaN, 1).value()));
	}

	/** Two windows of 40 px, 20 px apart: both can see from 20 to 40, with a rim of 4 from 23.5 to 35.5. */
	@Test
	void windowsAgreeOnWhatBothCanSee() {
		final WindowGrid grid = WindowGrid.of(Area.image(60, 40), 40, 20);
		final Agreement agreement = new Agreement(grid, 4, 2);
		final Blob left = blob(5), rim = blob(22), one = blob(26), two = blob(30), three = blob(33), right =
			blob(55);
		assertArrayEquals(new double[] { 1, 1 }, agreement.of(List.of(List.of(left, rim, two), List.of(two,
			right)), Progress.NONE));
		// Two of three and two of two: 2 · 2 / 5.
		assertArrayEquals(new double[] { 0.8, 0.8 }, agreement.of(List.of(List.of(one, two, three), List.of(
			blob(26.9), three)), Progress.NONE), 1e-12);
		assertTrue(Double.isNaN(agreement.of(List.of(List.of(left), List.of(right)), Progress.NONE)[0]));
	}

	private static Blob blob(final double x) {
		return new Blob(x, 20, 2, 1);
	}
}
