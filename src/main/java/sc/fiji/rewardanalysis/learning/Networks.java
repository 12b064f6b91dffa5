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

package sc.fiji.rewardanalysis.learning;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Whether the Deep Java Library is there. This class needs nothing of it, so that it can be asked
 * where it is missing; it loads no native library.
 */
public final class Networks {

	/** Where it says what to install. */
	static final String HELP =
		"https://github.com/fiji/reward-analysis/blob/main/docs/networks.md";

	/** What brings the library to a Fiji. */
	static final String ZIP = "reward-analysis-<version>-fiji-networks.zip";

	private Networks() {}

	/** Whether networks can be used, as far as can be told without loading native libraries. */
	public static boolean installed() {
		return has("ai.djl.ndarray.NDManager") && has("ai.djl.pytorch.engine.PtEngineProvider");
	}

	/** @throws RewardAnalysisException that says what to install, if networks can't be used */
	public static void require() {
		if (!installed()) throw new RewardAnalysisException(
			"Networks need the Deep Java Library, which is not installed: unpack " + ZIP +
				" into the Fiji folder and restart Fiji (" + HELP + "). Everything else of the suite works.");
	}

	private static boolean has(final String type) {
		try {
			Class.forName(type, false, Networks.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return false;
		}
	}
}
