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

package sc.fiji.rewardanalysis.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What goes wrong in the background, in words. */
public final class Failures {

	private static final System.Logger LOG = System.getLogger(Failures.class.getName());

	private Failures() {}

	/**
	 * Runs work. What nobody expected is also logged with its stack trace, by default to the
	 * standard error.
	 *
	 * @return why it failed, a sentence; empty if it didn't
	 * @throws CancellationException if the work does
	 */
	public static Optional<String> of(final Runnable work) {
		try {
			work.run();
			return Optional.empty();
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final RewardAnalysisException exc) {
			return Optional.of(exc.getMessage());
		}
		catch (final RuntimeException | Error exc) {
			if (MemoryShortage.isCauseOf(exc)) return Optional.of(
				"There is not enough memory; select a smaller area, close other images or give Fiji more in Edit " +
					"> Options > Memory & Threads.");
			LOG.log(System.Logger.Level.WARNING, "Unexpected in " + Thread.currentThread().getName(), exc);
			return Optional.of("That failed: " + exc + ".");
		}
	}
}
