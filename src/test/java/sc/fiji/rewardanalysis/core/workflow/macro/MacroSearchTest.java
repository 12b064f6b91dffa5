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
import static org.junit.jupiter.api.Assertions.assertNull;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;

class MacroSearchTest {

	private static final MacroText MACRO = new MacroText("my.ijm",
		"radius = 3; method = \"Otsu\"; zero = 0;\nrun(\"Find Maxima...\", \"prominence=10 strict output=Count\");");

	private static MacroSearch search(final String text) {
		return MacroSearch.of(MACRO, text);
	}

	@Test
	void rangesAreRead() {
		final MacroSearch search = search(
			"prominence=5..200 log; radius: 1 to 10 int\nmethod: [Otsu, Li, Triangle]; strict: on|off; zero: 2");
		assertEquals(List.of(new Parameter.Real("prominence", "", 5, 200, true), new Parameter.Whole("radius", "",
			1, 10), new Parameter.Choice("method", List.of("Otsu", "Li", "Triangle")), new Parameter.Choice(
				"strict", List.of("on", "off")), new Parameter.Fixed("zero", "", 2)), search.space()
					.parameters());
		final Configuration configuration = search.space().configuration(Map.of("prominence", 7.5, "radius",
			2, "method", "Li", "strict", "off"));
		assertEquals("radius = 2; method = \"Li\"; zero = 2;\nrun(\"Find Maxima...\", \"prominence=7.5  output=Count\");",
			search.text(configuration));
	}

	/** Nothing in it that a recorded macro or its options would take for something else. */
	@Test
	void whatIsRecordedIsPlainAndReadAgain() {
		final MacroSearch search = search(
			"prominence = 5 .. 200 log;\n\n radius: -1e-4..10; method={Otsu dark, Li}; strict=on");
		assertEquals("prominence: 5..200 log; radius: -0.00010..10; method: Otsu dark|Li; strict: on".replace(
			"0.00010", "0.0001"), search.canonical().replace("0.00010", "0.0001"));
		assertEquals(search.canonical(), search(search.canonical()).canonical());
		assertEquals(search.space().parameters(), search(search.canonical()).space().parameters());
	}

	@Test
	void theMacrosOwnValuesAreKnownIfTheyAreSearched() {
		assertEquals(10, search("prominence: 5..20; method: Otsu|Li").asWritten().get("prominence"));
		assertNull(search("prominence: 11..20").asWritten());
		assertNull(search("method: Li|Triangle").asWritten());
	}

	@Test
	void whatCanBeSearchedIsProposed() {
		assertEquals("radius: 1.5..6 log; prominence: 5..20 log", MacroSearch.proposal(MACRO));
		assertEquals(2, search(MacroSearch.proposal(MACRO)).space().dimension());
	}

	@Test
	void whatMakesNoSenseIsNotProposed() {
		assertEquals("size.low: 10..40 log; size.high: 250..1000 log; circularity.low: 0.15..0.6 log; circularity.high: 0.5..1 log",
			MacroSearch.proposal(new MacroText("my.ijm",
				"run(\"Set Measurements...\", \"area redirect=None decimal=3\");\nrun(\"Analyze Particles...\", \"size=20-500 circularity=0.30-1.00 display\");")));
	}

	@Test
	void mistakesAreTold() {
		assertRefused(() -> search(" "), "search is empty", "radius: 1.5..6 log", "prominence (10, line 2)");
		assertRefused(() -> search("prominence"), "\"prominence\"", "key: low..high");
		assertRefused(() -> search("noise: 1..2"), "no key \"noise\"");
		assertRefused(() -> search("radius: 5..1"), "from 5 to 1", "smaller number first");
		assertRefused(() -> search("radius: NaN..1"), "\"NaN\"", "decimal point");
		assertRefused(() -> search("radius: 1,5..2"), "\"1,5\"", "decimal point");
		assertRefused(() -> search("radius: 1..2 cubic"), "\"cubic\"", "log and int");
		assertRefused(() -> search("radius: 1.5..3 int"), "whole numbers");
		assertRefused(() -> search("radius: 1..9 log int"), "choose one");
		assertRefused(() -> search("radius: 0..9 log"), "above 0");
		assertRefused(() -> search("radius: 1..2; radius: 1..3"), "twice");
		assertRefused(() -> search("radius: 2"), "nothing to choose");
		assertRefused(() -> search("radius: small|large"), "is a number");
		assertRefused(() -> search("strict: 1..2"), "on|off");
		assertRefused(() -> search("strict: yes|no"), "on or off");
		assertRefused(() -> search("method: 1..2"), "Otsu|Li");
		assertRefused(() -> search("method: a\"b|c"), "quotes");
		assertRefused(() -> search("method: a|a"), "same choice twice");
		assertRefused(() -> MacroSearch.of(new MacroText("my.ijm", "run(\"Invert\");"), "a: 1..2"),
			"no value to search");
	}
}
