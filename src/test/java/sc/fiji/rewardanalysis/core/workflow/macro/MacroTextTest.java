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

package sc.fiji.rewardanalysis.core.workflow.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MacroTextTest {

	private static MacroText macro(final String text) {
		return new MacroText("my.ijm", text);
	}

	private static List<String> keys(final String text) {
		return macro(text).keys().stream().map(k -> k.name() + "=" + k.value() + ":" + k.line()).toList();
	}

	@Test
	void optionsOfCommandsAreKeys() {
		assertEquals(List.of("prominence=10:2", "strict=on:2", "output=Point Selection:2"), keys(
			"\nrun(\"Find Maxima...\", \"prominence=10 strict output=[Point Selection]\");"));
		assertEquals(List.of("size.low=20:1", "size.high=Infinity:1", "circularity.low=0.50:1",
			"circularity.high=1.00:1", "clear=on:1"), keys(
				"run( \"Analyze Particles...\" , \"size=20-Infinity circularity=0.50-1.00 clear\" );"));
	}

	@Test
	void whatIsComputedIsNone() {
		assertEquals(List.of("exclude=on:1"), keys(
			"run(\"Find Maxima...\", \"prominence=\" + p + \" exclude output=\" + f(\"no=1\"));"));
		assertEquals(List.of("b=2:1"), keys("run(\"X\", \"a=\" + p + \"5 b=2\");"));
		assertEquals(List.of("a=1:1"), keys("run(\"X\", \"a=1 b=2\" + p);"));
	}

	@Test
	void variablesWithPlainValuesAreKeys() {
		assertEquals(List.of("sigma=1.5:1", "n=-3:2", "small=1e-4:2", "method=Otsu:3", "on=true:4"), keys(
			"sigma = 1.5; // radius = 7;\nvar n=-3; small = 1e-4;\nmethod = \"Otsu\";\non = true;\n" +
				"x = 2 * sigma; y = f(3); a[0] = 4; if (n == 3) print(\"k=1\"); /* b = 2; */\n"));
		assertEquals(List.of("d=1:1"), keys("for (i = 0; i < 3; i++) { d = 1; }"));
	}

	@Test
	void parametersOfScriptsAreKeys() {
		assertEquals(List.of("radius=2.5:2", "name=Li:3"), keys("#@ ImagePlus imp\n" +
			"#@ Double(label=\"Radius, value\", value=2.5, min=0) radius\n#@ String (value=\"Li\") name\nprint(radius);"));
	}

	@Test
	void keysOfOneNameAreToldApart() {
		final String text = "run(\"Gaussian Blur...\", \"sigma=1\");\nrun(\"Median...\", \"sigma=2\");\n" +
			"run(\"Median...\", \"sigma=3 radius=4\");";
		assertEquals(List.of("gaussian_blur.sigma=1:1", "sigma@2=2:2", "sigma@3=3:3", "radius=4:3"), keys(
			text));
		assertEquals(3, macro(text).key("sigma@3").line());
		assertEquals(1, macro(text).key("Gaussian_Blur.sigma").line());
		assertEquals(3, macro(text).key("median.radius").line());
		assertRefused(() -> macro(text).key("sigma"), "3 times", "sigma@3 (3, line 3)");
		assertRefused(() -> macro(text).key("threshold"), "no key \"threshold\"", "radius (4, line 3)");
		assertEquals(List.of("a@1=1:1", "a@1.2=2:1"), keys("a = 1; a = 2;"));
	}

	/** Only the values change, and are read again as they were written. */
	@Test
	void valuesAreReplaced() {
		final MacroText macro = macro("s = 1; t = \"Otsu\";\nrun(\"X\", \"a=[b c] d=5-9 flag other\");\n#@ int(value=3) n\n");
		final Map<MacroKey, String> values = new HashMap<>();
		final String[] given = { "2.25", "Li dark", "e f", "6", "10", "off", "on", "4" };
		for (int i = 0; i < given.length; i++)
			values.put(macro.keys().get(i), given[i]);
		final String text = macro.with(values);
		assertEquals("s = 2.25; t = \"Li dark\";\nrun(\"X\", \"a=[e f] d=6-10  other\");\n#@ int(value=4) n\n", text);
		assertEquals(macro.text(), macro.with(Map.of()));
		assertNotEquals(macro.hash(), macro(text).hash());
	}

	@Test
	void anyNumberIsWrittenToTheLastDigit() {
		final MacroText macro = macro("a = 1;");
		final Random random = new Random(1);
		for (int i = 0; i < 1000; i++) {
			final double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
			final String text = macro.with(Map.of(macro.keys().get(0), MacroSearch.plain(value)));
			assertFalse(text.contains("E"), text);
			assertEquals(value, Double.parseDouble(text.replaceAll("a = |;", "")));
		}
	}

	@Test
	void interpretersUnderstandWhatIsRun() {
		final String text = MacroText.runnable("#@ ImagePlus imp\n#@ Double(value=2.5) radius\n" +
			"#@ String method (value=Li)\n#@output Double x\nsetBatchMode(true);\n// setBatchMode(true);\nprint(\"setBatchMode(1)\");");
		final List<String> lines = text.lines().toList();
		assertEquals(List.of("", "radius = 2.5;", "method = \"Li\";", "", "keepBatch_ok(true);",
			"// setBatchMode(true);", "print(\"setBatchMode(1)\");"), lines.subList(0, 7));
		assertTrue(lines.get(7).startsWith("function keepBatch_ok("), text);
		assertRefused(() -> MacroText.runnable("#@ Double radius\n"), "radius", "#@ Double(value=1) radius");
	}

	@Test
	void whatWaitsForSomebodyIsRefused() {
		for (final String asks : List.of("waitForUser(\"x\");", "n = getNumber(\"n\", 1);",
			"Dialog.create(\"x\");", "s = getString(\"s\", \"\");"))
			assertRefused(() -> macro("a = 1;\n" + asks), "in line 2", "give the value in the macro");
		macro("s = Table.getString(\"a\", 1); // waitForUser();\nprint(\"getNumber()\");");
		assertRefused(() -> macro("run(\"Tune Macro...\", \"\");"), "itself", "line 1");
		assertRefused(() -> macro(" // nothing\n"), "no commands");
	}
}
