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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.fuzz.TextMutator;

/** Options of macros and arguments of the command line, damaged. */
class CommandTextFuzzTest {

	@Test
	void optionsOfMacros() {
		TextMutator.tryAll("options", 500, text -> MacroOptions.text(MacroOptions.parse(text)),
			"lattice=[a b] evaluations=60 elliptic output_folder=[/data/my results]", "a='x y' b=[[c] d]");
	}

	/** Whatever is given, it ends with a status and a sentence. */
	@Test
	void argumentsOfTheCommandLine() {
		TextMutator.tryAll("arguments", 20, text -> {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			final int status = CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), "Simulate Image...",
				"width=16", "height=16", text);
			final String printed = bytes.toString(StandardCharsets.UTF_8);
			if (status == 0) return;
			assertEquals(1, status);
			assertTrue(printed.contains("Error: "), printed);
			throw new RewardAnalysisException(printed.substring(printed.indexOf("Error: ")).strip());
		}, "noise=0.1", "seed=2", "pixel_size=0.02", "lattice=Si-110", "rotation=3");
	}
}
