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
import static org.junit.jupiter.api.Assertions.assertSame;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

	@Test
	void whatIsRightComesBack() {
		assertEquals(2, Checks.atLeast("n", 2, 2));
		assertEquals(2.5, Checks.atLeast("v", 2.5, 2.5));
		assertEquals(Double.MIN_VALUE, Checks.positive("v", Double.MIN_VALUE));
		assertEquals(1.0, Checks.within("v", 1.0, 0, 1));
		assertEquals(-3.0, Checks.finite("v", -3.0));
		assertSame(this, Checks.given("this", this));
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void noNumberIsRefusedEverywhere(final double value) {
		assertRefused(() -> Checks.atLeast("gauge", value, 0), "gauge is " + value);
		assertRefused(() -> Checks.positive("gauge", value), "gauge is " + value);
		assertRefused(() -> Checks.within("gauge", value, 0, 1), "gauge is " + value);
		assertRefused(() -> Checks.finite("gauge", value), "gauge is " + value);
	}

	@Test
	void messagesNameValueAndBound() {
		assertRefused(() -> Checks.atLeast("n", 1, 2), "n is 1", "at least 2");
		assertRefused(() -> Checks.atLeast("v", 1.5, 2), "v is 1.5", "at least 2");
		assertRefused(() -> Checks.positive("v", 0.0), "v is 0", "above 0");
		assertRefused(() -> Checks.within("v", 1.25, 0, 1), "v is 1.25", "between 0 and 1");
		assertRefused(() -> Checks.given("crystal", null), "crystal");
	}

	@Test
	void exceptionsSpeakAlikeEverywhereAndTakePercentSigns() {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertEquals("1.50 nm", new RewardAnalysisException("%.2f nm", 1.5).getMessage());
		}
		finally {
			Locale.setDefault(before);
		}
		assertEquals("50 % of it", new RewardAnalysisException("50 % of it").getMessage());
	}
}
