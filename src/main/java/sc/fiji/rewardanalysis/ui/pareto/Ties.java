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

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.plot.ParetoAxes;

/** Which evaluations are drawn at the same point: often many are ideal. Immutable. */
final class Ties {

	private final List<Evaluation> evaluations;

	Ties(final List<Evaluation> evaluations) {
		this.evaluations = List.copyOf(evaluations);
	}

	/** Those at the point of this one that are feasible, or not, like this one, which is among them. */
	List<Evaluation> of(final Evaluation e) {
		return evaluations.stream().filter(o -> o.id() == e.id() || o.feasible() == e.feasible() &&
			ParetoAxes.x(o) == ParetoAxes.x(e) && ParetoAxes.y(o) == ParetoAxes.y(e)).toList();
	}

	/** Whether both are at the same point. */
	boolean are(final Evaluation a, final Evaluation b) {
		return of(a).stream().anyMatch(e -> e.id() == b.id());
	}

	/** The one after this at its point; after the last the first. */
	Evaluation next(final Evaluation e) {
		final List<Evaluation> here = of(e);
		return here.isEmpty() ? e : here.get((here.indexOf(e) + 1) % here.size());
	}

	/** How many there are and how to get to them; empty if there is one only. */
	String inWords(final Evaluation e) {
		final int n = of(e).size();
		if (n < 2) return "";
		final boolean ideal = Arrays.stream(e.objectives()).allMatch(v -> v == 0);
		return n + (ideal ? " ideal" : "") + (e.feasible() ? " solutions" : " evaluations") +
			" at this point" + (e.feasible() ? "; click again or → for the next." : ".");
	}
}
