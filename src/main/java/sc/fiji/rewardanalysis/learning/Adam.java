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

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.training.Tensor;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1), whose moments can be taken out and put back: DJL's own
 * keeps them to itself, and a training could not be continued exactly.
 */
final class Adam {

	private static final float BETA1 = 0.9f, BETA2 = 0.999f, EPSILON = 1e-8f;

	private final Weights weights;
	private final NDManager manager;
	private final Map<String, NDArray> means = new LinkedHashMap<>(), variances =
		new LinkedHashMap<>();
	private long steps;

	Adam(final Weights weights, final NDManager manager) {
		this.weights = weights;
		this.manager = manager;
	}

	/** Goes back to where a training stood. */
	void set(final long newSteps, final Map<String, Tensor> newMeans,
		final Map<String, Tensor> newVariances)
	{
		steps = newMeans.isEmpty() ? 0 : newSteps;
		replace(means, newMeans);
		replace(variances, newVariances);
	}

	private void replace(final Map<String, NDArray> arrays, final Map<String, Tensor> tensors) {
		arrays.values().forEach(NDArray::close);
		arrays.clear();
		for (final String name : weights.names()) {
			final NDArray weight = weights.get(name);
			final Tensor tensor = tensors.get(name);
			arrays.put(name, tensor == null ? manager.zeros(weight.getShape(), weight.getDataType())
				: Weights.array(manager, weight.getDataType(), tensor));
		}
	}

	/** Moves all weights against their gradients, and forgets those. */
	void step(final double learningRate) {
		Checks.positive("learning_rate", learningRate);
		steps++;
		final double corrected = learningRate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(
			BETA1, steps));
		for (final String name : weights.names()) {
			final NDArray weight = weights.get(name);
			try (NDArray gradient = weight.getGradient()) {
				weight.getNDArrayInternal().adamUpdate(new NDList(weight, gradient, means.get(name),
					variances.get(name)), new NDList(weight), (float) learningRate, (float) corrected, 0, 1,
					-1, BETA1, BETA2, EPSILON, false, false);
			}
		}
	}

	long steps() {
		return steps;
	}

	Map<String, Tensor> means() {
		return tensors(means);
	}

	Map<String, Tensor> variances() {
		return tensors(variances);
	}

	private static Map<String, Tensor> tensors(final Map<String, NDArray> arrays) {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		arrays.forEach((name, array) -> tensors.put(name, Weights.tensor(array)));
		return tensors;
	}
}
