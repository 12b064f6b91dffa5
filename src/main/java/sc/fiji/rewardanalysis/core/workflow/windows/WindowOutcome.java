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

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog.Searched;

/**
 * What came of a window.
 *
 * @param window where it is
 * @param physics what is expected of it; empty if that is too little to judge anything
 * @param searched how it was searched; empty without physics
 * @param solution the evaluation whose parameters it has; empty if nothing was feasible
 * @param source where its parameters come from
 * @param parameters of its detection
 * @param atoms what they find in the window
 * @param confidence how much can be said for them
 */
public record WindowOutcome(Window window, Optional<AtomPhysics> physics,
	Optional<Searched> searched, Optional<Evaluation> solution, Source source,
	LogParameters parameters, List<Blob> atoms, Confidence confidence)
{

	/** Where a window's parameters come from. */
	public enum Source {
			/** Its own search. */
			OWN,
			/** The whole area: its own search found nothing better. */
			WHOLE,
			/** The nearest window with a solution, or the whole if there is none: it has none itself. */
			NEIGHBOUR
	}

	public WindowOutcome {
		atoms = List.copyOf(atoms);
	}

	/** The error of an objective, NaN without a solution. */
	public double objective(final int index) {
		return solution.map(e -> e.objectives()[index]).orElse(Double.NaN);
	}

	/** A held-out reward, NaN without a solution. */
	public double metric(final String name) {
		return solution.map(e -> e.metrics().getOrDefault(name, Double.NaN)).orElse(Double.NaN);
	}

	/** How many parameter sets were tried. */
	public int evaluations() {
		return searched.map(s -> s.evaluations().size()).orElse(0);
	}
}
