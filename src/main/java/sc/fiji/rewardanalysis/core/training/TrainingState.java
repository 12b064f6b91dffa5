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

package sc.fiji.rewardanalysis.core.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All of a training that is needed to continue it exactly: random numbers come from the seed and the
 * epoch's number, so they need no state.
 *
 * @param about what it is a training of: the network, its settings, data, seed, version
 * @param history what was measured so far; as many rows as epochs were finished
 * @param steps of the optimiser so far
 * @param weights by name, in the network's order
 * @param means first moments of the gradients, by weight; empty before the first step
 * @param variances second moments of the gradients, by weight; empty before the first step
 */
public record TrainingState(Map<String, String> about, TrainingHistory history, long steps,
	Map<String, Tensor> weights, Map<String, Tensor> means, Map<String, Tensor> variances)
{

	/** Copies. */
	public TrainingState {
		about = copy(about);
		weights = copy(weights);
		means = copy(means);
		variances = copy(variances);
	}

	/** Before the first epoch. */
	public static TrainingState begun(final Map<String, String> about, final TrainingHistory history,
		final Map<String, Tensor> weights)
	{
		return new TrainingState(about, history, 0, weights, Map.of(), Map.of());
	}

	/** How many epochs were finished. */
	public int epoch() {
		return history.size();
	}

	private static <T> Map<String, T> copy(final Map<String, T> map) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
