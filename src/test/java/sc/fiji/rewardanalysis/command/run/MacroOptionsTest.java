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

package sc.fiji.rewardanalysis.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ij.Macro;
import ij.macro.Interpreter;

import sc.fiji.rewardanalysis.Complaints;

/** What the options of a macro mean, and what is refused in them. */
class MacroOptionsTest {

	@Test
	void optionsAreReadKeyByKey() {
		assertEquals(Map.of("a", "1", "b_c", "two words", "d", "", "e", "x=y"), MacroOptions.parse(
			" a=1 b_c=[two words]  d= e=x=y "));
		assertEquals(Collections.singletonMap("elliptic", null), MacroOptions.parse("elliptic"));
		assertEquals(Map.of("folder", "/a b/[c] threshold=3", "threshold", "1"), MacroOptions.parse(
			"folder=[/a b/[c] threshold=3] threshold=1"));
		assertEquals(Map.of("x", "it is", "y", ""), MacroOptions.parse("x='it is' y=[]"));
		for (final String twice : List.of("x=1 x=2", "x x", "x=1 y=[x=2] x", "x=1 x=1"))
			Complaints.assertRefused(() -> MacroOptions.parse(twice), "x is given twice");
		assertEquals(Map.of("x", "[a", "y", "'b"), MacroOptions.parse("x=[a y='b"));
		assertEquals(Map.of(), MacroOptions.parse(""));
	}

	/** Where ImageJ's own reading is unambiguous, ours is the same. */
	@Test
	void valuesAreThoseOfImageJ() {
		final Random random = new Random(1);
		final List<String> values = List.of("1", "-2.5", "", "a", "[]", "[a b]", "[[a] b]", "'c d'", "x,y");
		for (int trial = 0; trial < 200; trial++) {
			final List<String> pairs = new ArrayList<>();
			for (final String key : List.of("p", "q_r", "s"))
				if (random.nextBoolean()) pairs.add(key + "=" + values.get(random.nextInt(values.size())));
			final String options = String.join(" ", pairs);
			MacroOptions.parse(options).forEach((key, value) -> assertEquals(Macro.getValue(options, key,
				null), value, options));
		}
	}

	/** As ImageJ reads them and as we do, or it is known that no line can have them. */
	@Test
	void anyNameIsReadAgain() {
		final List<String> names = AnyName.all();
		int carried = 0;
		for (final String name : names) {
			if (!MacroOptions.isCarried(name, '/')) {
				assertTrue(name.contains("'") && (name.contains("[") || name.contains("]")), name);
				continue;
			}
			final String pair = MacroOptions.pair("key", name, '/');
			// A macro's text, as ImageJ's own interpreter has it.
			final String options = carried++ % 100 > 0 ? unescaped(pair) : new Interpreter().run("return \"" + pair + "\";",
				"");
			assertEquals(unescaped(pair), options);
			assertEquals(name, Macro.getValue(options + " z=1 ", "key", null), options);
			assertEquals(name, MacroOptions.parse(options + " z=1 ").get("key"), options);
			final Map<String, String> all = Map.of("key", name);
			assertEquals(all, MacroOptions.parse(MacroOptions.text(all)));
		}
		assertTrue(carried > names.size() / 2, carried + " of " + names.size());
	}

	private static String unescaped(final String text) {
		return text.translateEscapes();
	}

	@Test
	void whatIsWrittenIsReadAgain() {
		for (final Object value : Arrays.asList(new File("/a b/c"), new File(""), -1.5, 3L, true, "x y",
			new File("a=b"), new File("[x] y"), null))
		{
			final String pair = MacroOptions.pair("key", value, '/');
			assertEquals(value == null ? "" : value.toString(), MacroOptions.parse(pair + " z=1").get("key"));
		}
		assertEquals("f=C:/new/table", MacroOptions.pair("f", new File("C:\\new\\table"), '\\'));
		assertEquals("f=[C:/my data]", MacroOptions.pair("f", new File("C:\\my data"), '\\'));
		assertEquals("f=a\\\\b\\\"c", MacroOptions.pair("f", new File("a\\b\"c"), '/'),
			"a macro's text has escapes");
	}
}
