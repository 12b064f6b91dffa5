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

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/**
 * Keeps what happens to a study, so that it can be resumed. Called on the thread that
 * runs the study, in the order in which things happen.
 */
public interface StudyLog extends AutoCloseable {

	/** Keeps nothing. */
	StudyLog NONE = new StudyLog() {

		@Override
		public void queued(final List<Study.Queued> waiting) {}

		@Override
		public void asked(final Trial trial) {}

		@Override
		public void told(final Evaluation evaluation) {}
	};

	/** Begins the log of a study that nothing has happened to yet. */
	interface Opener {

		/**
		 * @param study to which whatever is known of it already is restored
		 */
		StudyLog open(Study study);
	}

	/**
	 * Before each question: all that waits to be tried before the engine proposes, in
	 * order.
	 */
	void queued(List<Study.Queued> waiting);

	/** A trial was asked for; its evaluation hasn't begun. */
	void asked(Trial trial);

	/** The study learnt what came of a trial. */
	void told(Evaluation evaluation);

	/** What the study began with, a sentence; empty if there is nothing to say of that. */
	default String note() {
		return "";
	}

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
