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

package sc.fiji.rewardanalysis.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ArgumentsTest {

	private static Arguments of(final String... args) {
		return new Arguments(Set.of("input", "tile"), Set.of("resume"), args);
	}

	@Test
	void readsNamesAndFlags() {
		final Arguments arguments = of("--input", "a", "--resume", "--input", "--b");
		assertEquals(List.of("a", "--b"), arguments.all("input"));
		assertTrue(arguments.has("resume"));
		assertFalse(arguments.has("tile"));
		assertEquals(7, arguments.number("tile", 7, 1));
	}

	@Test
	void saysWhatIsWrong() {
		assertThrows(RewardAnalysisException.class, () -> of("--output", "a"));
		assertThrows(RewardAnalysisException.class, () -> of("input"));
		assertThrows(RewardAnalysisException.class, () -> of("--input"));
		assertThrows(RewardAnalysisException.class, () -> of("--input", "a", "--input", "b").text("input", ""));
		assertThrows(RewardAnalysisException.class, () -> of().required("input"));
		assertThrows(RewardAnalysisException.class, () -> of("--tile", "0").number("tile", 1, 1));
		assertThrows(RewardAnalysisException.class, () -> of("--tile", "big").number("tile", 1, 1));
	}
}
