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

package sc.fiji.rewardanalysis.core.lattice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneAxisTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0 0 1|0|0|1", "[110]|1|1|0", "1,-1,0|1|-1|0", "[1-10]|1|-1|0",
		"<1 \u22121 2>|1|-1|2", " ( 2; 2 ; 4 ) |1|1|2", "-300|-1|0|0", "+1 0 -10|1|0|-10" })
	void isReadAsPeopleWriteIt(final String text, final int u, final int v, final int w) {
		assertEquals(new ZoneAxis(u, v, w), ZoneAxis.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1 1", "11", "1 1 1 1 1", "1.5 0 0", "[110", "1 1 y", "--100", "10 1", "1 0 0,",
		"99999999999 0 0" })
	void orIsRefused(final String text) {
		assertRefused(() -> ZoneAxis.parse(text), "zone_axis is \"" + text + "\"", "0 0 1");
	}

	@Test
	void whatIsNoDirectionIsRefused() {
		assertRefused(() -> ZoneAxis.parse("0 0 0"), "no direction");
		assertRefused(() -> ZoneAxis.parse("1 0 51"), "third index", "50");
		assertRefused(() -> ZoneAxis.parse("[11-20]"), "four indices", "3 3 0");
		assertRefused(() -> ZoneAxis.parse("1 0 0 ".repeat(1000)), "zone_axis");
	}

	@Test
	void namesAndTexts() {
		assertEquals("1-10", new ZoneAxis(2, -2, 0).digits());
		assertEquals("12.0.1", new ZoneAxis(12, 0, 1).digits());
		assertEquals("[1 -1 0]", new ZoneAxis(1, -1, 0).toString());
	}

	/** With the two translations across, all others are whole numbers of the three. */
	@Test
	void itsComplementSpansTheLattice() {
		for (int u = -7; u <= 7; u++)
			for (int v = -7; v <= 7; v++)
				for (int w = -7; w <= 7; w++) {
					if (u == 0 && v == 0 && w == 0) continue;
					final ZoneAxis zone = new ZoneAxis(u, v, w);
					final int[][] pq = zone.complement();
					assertEquals(1, zone.determinant(pq[0], pq[1]), zone.toString());
				}
	}
}
