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

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.training.Tensor;

/**
 * A network's weights by name, in the order in which they were added. They live as long as the
 * manager.
 */
public final class Weights {

	private final NDManager manager;
	private final DataType type;
	private final boolean trained;
	private final Map<String, NDArray> arrays = new LinkedHashMap<>();

	/** @param trained whether gradients are wanted */
	private Weights(final NDManager manager, final DataType type, final boolean trained) {
		this.manager = manager;
		this.type = type;
		this.trained = trained;
	}

	/** For use: no gradients. */
	public static Weights fixed(final NDManager manager, final Map<String, Tensor> tensors) {
		return new Weights(manager, DataType.FLOAT32, false).with(tensors);
	}

	/** For training. */
	public static Weights trainable(final NDManager manager, final Map<String, Tensor> tensors) {
		return trainable(manager, DataType.FLOAT32, tensors);
	}

	/** For training in another precision: 64 bits where gradients are checked. */
	public static Weights trainable(final NDManager manager, final DataType type,
		final Map<String, Tensor> tensors)
	{
		return new Weights(manager, type, true).with(tensors);
	}

	private Weights with(final Map<String, Tensor> tensors) {
		tensors.forEach(this::put);
		return this;
	}

	private void put(final String name, final Tensor tensor) {
		final NDArray array = array(manager, type, tensor);
		if (trained) array.setRequiresGradient(true);
		final NDArray old = arrays.put(name, array);
		if (old != null) old.close();
	}

	/** A tensor as the engine's array. */
	public static NDArray array(final NDManager manager, final DataType type, final Tensor tensor) {
		final NDArray array = manager.create(tensor.values(), new Shape(tensor.shape()));
		if (type == DataType.FLOAT32) return array;
		try (NDArray single = array) {
			return single.toType(type, true);
		}
	}

	/** The engine's array as a tensor of 32-bit floats. */
	public static Tensor tensor(final NDArray array) {
		final long[] shape = array.getShape().getShape();
		if (array.getDataType() == DataType.FLOAT32) return new Tensor(shape, array.toFloatArray());
		try (NDArray single = array.toType(DataType.FLOAT32, true)) {
			return new Tensor(shape, single.toFloatArray());
		}
	}

	/** One of them; ask anew in each step, since {@link #set} replaces the arrays. */
	public NDArray get(final String name) {
		final NDArray array = arrays.get(name);
		if (array == null) throw new RewardAnalysisException(
			"The network has no weights called %s; its file is of another network or version.", name);
		return array;
	}

	/**
	 * What is computed from a weight is freed with that weight's manager: until this one is closed,
	 * that is this one.
	 */
	public Weights lentTo(final NDManager scratch) {
		arrays.values().forEach(array -> array.tempAttach(scratch));
		return this;
	}

	/** Their names. */
	public Set<String> names() {
		return Collections.unmodifiableSet(arrays.keySet());
	}

	/** How many numbers. */
	public long count() {
		return arrays.values().stream().mapToLong(NDArray::size).sum();
	}

	/** Copies of all. */
	public Map<String, Tensor> tensors() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		arrays.forEach((name, array) -> tensors.put(name, tensor(array)));
		return tensors;
	}

	/** Sets all. */
	public void set(final Map<String, Tensor> tensors) {
		if (!tensors.keySet().equals(arrays.keySet())) throw new RewardAnalysisException(
			"These weights are of another network: %s instead of %s.", tensors.keySet(), arrays.keySet());
		tensors.forEach(this::put);
	}

	/** @throws RewardAnalysisException if names or shapes differ from those that a network needs */
	public static void check(final Map<String, Tensor> given, final Map<String, Tensor> needed,
		final String name)
	{
		needed.forEach((weight, tensor) -> {
			final Tensor other = given.get(weight);
			if (other == null || !Arrays.equals(other.shape(), tensor.shape()))
				throw new RewardAnalysisException(
					"%s is of another network: %s is %s there and must be %s.", name, weight, other == null
						? "missing" : other, tensor);
			if (other.isBroken()) throw new RewardAnalysisException(
				"%s is damaged: %s holds values that are no numbers.", name, weight);
		});
		given.keySet().forEach(weight -> {
			if (!needed.containsKey(weight)) throw new RewardAnalysisException(
				"%s is of another network: it has weights called %s.", name, weight);
		});
	}
}
