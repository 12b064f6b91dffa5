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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands with inputs that nobody should give them: {@code -Dfuzz.cases=5000} for more of them,
 * {@code -Dfuzz.seed=2} for others.
 */
class CommandFuzzTest {

	/** Where {@code fuzz.cases} is meant for all fuzz tests: each of these takes as long as hundreds of others. */
	private static final int MOST = 5_000;

	/** So many cases of a command, and one of them has a result. */
	private static final int ENOUGH = 100;

	@Test
	void everyRunEndsWithAResultOrASentence(@TempDir final Path folder) throws Exception {
		final int cases = Math.min(Integer.getInteger("fuzz.cases", 200), MOST);
		final Random random = new Random(Long.getLong("fuzz.seed", 1));
		final List<String> wrong = new ArrayList<>();
		try (CommandFuzz fuzz = new CommandFuzz(folder)) {
			// What is wrong with an input can only be seen where nothing else is.
			for (final CommandFuzz.Case good : fuzz.good())
				assertEquals("", fuzz.run(good), good::toString);
			assertEquals(Map.of("result", fuzz.good().size()), fuzz.outcomes, fuzz.sentences::toString);
			fuzz.byCommand.clear();
			for (int i = 0; i < cases && wrong.size() < 20; i++) {
				final CommandFuzz.Case one = fuzz.next(new Random(random.nextLong()));
				final String complaint = fuzz.run(one);
				if (!complaint.isEmpty()) wrong.add(i + " " + one + ": " + complaint);
			}
			assertEquals(List.of(), wrong);
			System.out.println(cases + " cases of commands: " + fuzz.outcomes);
			assertTrue(fuzz.outcomes.keySet().containsAll(List.of("refused", "result")), fuzz.outcomes.toString());
			for (final CommandFuzz.Case good : fuzz.good()) {
				final Map<String, Integer> of = fuzz.byCommand.getOrDefault(Commands.leaf(good.command()), Map.of());
				assertTrue(of.containsKey("result") || of.values().stream().mapToInt(n -> n).sum() < ENOUGH, () -> good + " " +
					of);
			}
		}
	}
}
