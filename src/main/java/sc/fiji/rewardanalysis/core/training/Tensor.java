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

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Numbers in a box of any dimensions, the last index running fastest.
 *
 * @param shape lengths; none for a single number
 * @param values as many as the product of the lengths; not copied
 */
public record Tensor(long[] shape, float[] values) {

	/** Checks that the values fill the shape. */
	public Tensor {
		shape = shape.clone();
		if (size(shape) != values.length) throw new RewardAnalysisException(
			"A tensor of shape %s has %d values.", Arrays.toString(shape), values.length);
	}

	/** Lengths. */
	@Override
	public long[] shape() {
		return shape.clone();
	}

	/** How many values a shape has; -1 where that is more than a Java array holds. */
	public static long size(final long... shape) {
		long size = 1;
		for (final long length : shape) {
			if (length < 0 || length > Integer.MAX_VALUE) return -1;
			size *= length;
			if (size > Integer.MAX_VALUE - 8) return -1;
		}
		return size;
	}

	/** All of one value. */
	public static Tensor filled(final float value, final long... shape) {
		final float[] values = new float[Math.toIntExact(size(shape))];
		Arrays.fill(values, value);
		return new Tensor(shape, values);
	}

	/** Drawn evenly from [-bound, bound): a dense layer's usual start, with bound 1/√(inputs). */
	public static Tensor uniform(final SplittableRandom random, final double bound,
		final long... shape)
	{
		return drawn(() -> bound * (2 * random.nextDouble() - 1), shape);
	}

	/** Drawn from a normal distribution around 0. */
	public static Tensor normal(final SplittableRandom random, final double deviation,
		final long... shape)
	{
		return drawn(() -> deviation * random.nextGaussian(), shape);
	}

	private static Tensor drawn(final DoubleSupplier source, final long... shape) {
		final float[] values = new float[Math.toIntExact(size(shape))];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) source.getAsDouble();
		return new Tensor(shape, values);
	}

	/** Whether a value is NaN or infinite. */
	public boolean isBroken() {
		for (final float value : values)
			if (!Float.isFinite(value)) return true;
		return false;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof final Tensor tensor && Arrays.equals(shape, tensor.shape) && Arrays
			.equals(values, tensor.values);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
	}

	@Override
	public String toString() {
		return "Tensor" + Arrays.toString(shape);
	}
}
