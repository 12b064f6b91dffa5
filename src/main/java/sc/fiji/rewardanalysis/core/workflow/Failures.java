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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What an evaluation throws: whether it is a property of its parameters, and how to say it. */
final class Failures {

	private Failures() {}

	/**
	 * Throws on what isn't to be taken for a failed evaluation, even if threads wrapped it:
	 * errors such as a lack of memory, but for a stack that overflowed, and a cancel. Whatever a cancelled evaluation throws is
	 * no property of its parameters.
	 */
	static void passOn(final Throwable exc, final Progress progress) {
		for (Throwable cause = exc; cause != null; cause = cause.getCause()) {
			if (cause instanceof final Error error && !(cause instanceof StackOverflowError)) throw error;
			if (cause instanceof final CancellationException cancelled) throw cancelled;
		}
		progress.checkCanceled();
	}

	/** The reason in one line. */
	static String sentence(final Throwable exc) {
		final String kind = exc.getClass().getSimpleName(), message = exc.getMessage();
		final String text = exc instanceof RewardAnalysisException ? message
			: message == null ? kind : kind + ": " + message;
		final String line = text.replaceAll("\\s+", " ").strip();
		return line.endsWith(".") ? line : line + ".";
	}
}
