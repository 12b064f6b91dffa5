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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/** Keeps what was found of each window, so that a search can be resumed. */
public interface WindowLog extends AutoCloseable {

	/** Keeps nothing. */
	WindowLog NONE = new WindowLog() {

		@Override
		public Optional<Searched> known(final int window, final SearchSpace space) {
			return Optional.empty();
		}

		@Override
		public void done(final int window, final SearchSpace space, final Searched searched) {}
	};

	/**
	 * A window's search.
	 *
	 * @param evaluations all of them, in order
	 * @param story how it went, sentences
	 * @param seconds how long it took
	 */
	record Searched(List<Evaluation> evaluations, String story, double seconds) {

		public Searched {
			evaluations = List.copyOf(evaluations);
		}
	}

	/** What an earlier run found of a window; empty if it didn't come to it. */
	Optional<Searched> known(int window, SearchSpace space);

	/** A window's search has ended. */
	void done(int window, SearchSpace space, Searched searched);

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
