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

package sc.fiji.rewardanalysis.ui.pareto;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/**
 * What a session knows of evaluations' solutions: what was found lately, and what stands in for it.
 * Belongs to the event thread.
 */
final class KnownSolutions<F extends Found> {

	/** Solutions kept for going back. */
	private static final int KEPT = 12;

	private final Solutions<F> solutions;

	/** By the evaluation's number. */
	private final Map<Integer, Substitute<F>> substitutes = new HashMap<>();
	private final Map<Integer, F> found = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Integer, F> eldest) {
			return size() > KEPT;
		}
	};

	/**
	 * What stands in for a solution.
	 *
	 * @param isEdited whether it differs from what is found
	 */
	private record Substitute<F>(Function<Progress, F> finder, boolean isEdited) {}

	/** A solution that is to be worked out, on any thread. */
	interface Wanted<F> {

		/** @param early is given what is there before it is complete */
		F find(Consumer<F> early, Progress progress);
	}

	KnownSolutions(final Solutions<F> solutions) {
		this.solutions = solutions;
	}

	/** It was found. */
	void put(final F solution) {
		found.put(solution.evaluation().id(), solution);
	}

	/** It must be found anew. */
	void forget(final Evaluation evaluation) {
		found.remove(evaluation.id());
	}

	/** Has another solution stand in for an evaluation's. */
	void replace(final Evaluation evaluation, final Function<Progress, F> finder,
		final boolean isEdited)
	{
		substitutes.put(evaluation.id(), new Substitute<>(finder, isEdited));
	}

	/** Whether an evaluation's solution has been edited. */
	boolean isEdited(final Evaluation evaluation) {
		final Substitute<F> substitute = substitutes.get(evaluation.id());
		return substitute != null && substitute.isEdited;
	}

	/** An evaluation's solution, edits included, as things are now. */
	Wanted<F> wanted(final Evaluation evaluation) {
		final Substitute<F> substitute = substitutes.get(evaluation.id());
		if (substitute != null) return (early, progress) -> substitute.finder.apply(progress);
		final F before = found.get(evaluation.id());
		return before != null ? (early, progress) -> before : (early, progress) -> solutions.find(
			evaluation, early, progress);
	}
}
