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

package sc.fiji.rewardanalysis.command.macro;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.command.Commands;

/** What Tune Macro refuses. */
class TuneMacroTest {

	private static final File MAXIMA = new File("macros/worked/find_maxima.ijm");

	@TempDir
	Path folder;

	private void refuse(final Map<String, ?> inputs, final String... words) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("image", Commands.sample("srtio3"), "seconds_limit",
			1.5, "evaluations", 5, "engine", "sobol"));
		inputs.forEach((name, value) -> all.addAll(List.of(name, value)));
		Commands.refuse(TuneMacro.class, words, all.toArray());
	}

	private File macro(final String text) throws IOException {
		return Files.writeString(folder.resolve("a macro.ijm"), text).toFile();
	}

	@Test
	void whatCannotBeTunedIsRefused() throws Exception {
		refuse(Map.of(), "macro_file is empty");
		refuse(Map.of("macro_file", new File("nowhere.ijm")), "nowhere.ijm", "isn't there");
		refuse(Map.of("macro_file", new File("pom.xml")), "pom.xml", ".ijm or .txt");
		refuse(Map.of("macro_file", macro("// nothing\n")), "has no commands");
		refuse(Map.of("macro_file", macro("run(\"Invert\");"), "search", "a: 1..2"), "no value to search");
		refuse(Map.of("macro_file", MAXIMA), "search is empty", "sigma: 0.5..2 log", "(0.02, line 3)");
		refuse(Map.of("macro_file", MAXIMA, "search", "radius: 1..2"), "no key \"radius\"", "sigma (1");
		refuse(Map.of("macro_file", MAXIMA, "search", "sigma: 1..2"), "choose it in lattice");
		refuse(Map.of("macro_file", macro("n = 1; run(\"Tune Macro...\", \"search=n\");"), "search",
			"n: 1..2"), "runs Tune Macro itself");
	}

	@Test
	void macrosThatFailAreTold() throws Exception {
		refuse(Map.of("macro_file", macro("n = 1;\nm = (n;\n"), "search", "n: 1..2", "objectives",
			"min rows worst 9"), "first 5 evaluations all failed", "in line 2", "')' expected");
		refuse(Map.of("macro_file", macro("n = 1;\nsetResult(\"A\", 0, n);"), "search", "n: 1..2",
			"objectives", "min B"), "no column B, but A");
		refuse(Map.of("macro_file", macro("n = 1;\nsetResult(\"A\", 0, n);"), "search", "n: 1..2", "lattice",
			"SrTiO3-001"), "leaves no points, areas or particles");
		refuse(Map.of("macro_file", macro("n = 1;\nwhile (true) n++;"), "search", "n: 1..2", "objectives",
			"min rows"), "still ran after 1.5 s, in line 2", "seconds_limit");
	}

	/** One objective has a plot, too. */
	@Test
	void oneObjectiveIsEnough() throws Exception {
		final File out = folder.resolve("out").toFile();
		Commands.succeed(TuneMacro.class, "image", Commands.sample("srtio3"), "macro_file", macro(
			"n = 1;\nfor (i = 0; i < n; i++) setResult(\"A\", i, i);"), "search", "n: 1..20 int", "objectives",
			"target 7 rows", "engine", "grid", "evaluations", 20, "output_folder", out);
		assertTrue(Files.readString(out.toPath().resolve("tuned.ijm")).startsWith("n = 7;"));
		assertTrue(Files.size(out.toPath().resolve("pareto.png")) > 1000);
	}
}
