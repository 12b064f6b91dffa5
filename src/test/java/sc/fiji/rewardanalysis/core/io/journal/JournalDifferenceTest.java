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

package sc.fiji.rewardanalysis.core.io.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonParser;

/** Whoever can't resume a study learns what is not the same. */
class JournalDifferenceTest {

	private static String of(final String there, final String here) {
		return JournalDifference.of(JsonParser.parseString(there), JsonParser.parseString(here)).orElse(
			"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { //
		"{\"a\":1,\"b\":[2]} | {\"a\":1,\"b\":[2]} | ``", //
		"{\"b\":1,\"a\":1} | {\"b\":2,\"a\":2} | b is 1 there and 2 here", //
		"{\"b\":[1,2]} | {\"b\":[1]} | b.1 is 2 there and missing here", //
		"{\"s\":[{\"name\":\"x\",\"max\":1}]} | {\"s\":[{\"name\":\"x\",\"max\":2}]} | s.x.max is 1 there and 2 here", //
		"{\"s\":[{\"name\":\"x\"}]} | {\"s\":[{\"name\":\"y\"}]} | s.x is {\"name\":\"x\"} there and missing here", //
		"{\"s\":[{\"name\":\"x\"},{\"name\":\"y\"}]} | {\"s\":[{\"name\":\"y\"},{\"name\":\"x\"}]} | the order in s differs", //
		"{\"about\":{}} | {\"about\":{\"image\":\"x\"}} | about.image is missing there and \"x\" here" })
	void namesTheFirst(final String there, final String here, final String words) {
		assertEquals(words, of(there, here));
	}

	@Test
	void ofLongValuesItShowsWhereTheyDiffer() {
		final String same = "x".repeat(100);
		assertEquals("a is ..." + "x".repeat(20) + "b" + "x".repeat(39) + "... there and ..." + "x".repeat(
			20) + "c" + "x".repeat(39) + "... here", of("{\"a\":\"" + same + "b" + same + "\"}", "{\"a\":\"" +
				same + "c" + same + "\"}"));
	}
}
