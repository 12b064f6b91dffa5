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

package sc.fiji.rewardanalysis.learning.columns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.learning.Weights;

/**
 * A U-Net (Ronneberger et al. 2015, MICCAI, doi:10.1007/978-3-319-24574-4_28) that keeps the
 * size of its input.
 * <p>
 * Down: at each resolution two 3 × 3 convolutions, then the maximum of 2 × 2 pixels. Up: a 3 × 3
 * convolution, each pixel doubled along both axes, what was there on the way down beside it,
 * another 3 × 3 convolution. At last a 1 × 1 convolution. ReLU after all but the last. Convolutions
 * see zeros beyond the picture's edge. Nothing is normalised within, so a picture's answer depends on
 * neither its batch nor, farther than the reach from an edge, on where it was cut.
 */
final class UNet {

	/** Share of pixels that belong to columns, about: the start of the last layer's offset. */
	private static final double SHARE = 0.13;

	private static final Shape ONE = new Shape(1, 1), TWO = new Shape(2, 2), NONE = new Shape(0, 0);

	private final NetworkShape shape;
	private final Weights weights;

	UNet(final NetworkShape shape, final Weights weights) {
		this.shape = shape;
		this.weights = weights;
	}

	/** Weights to begin with: normally distributed with variance 2 / inputs (He et al. 2015, ICCV). */
	static Map<String, Tensor> start(final NetworkShape shape, final SplittableRandom random) {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		int in = 1;
		for (int level = 0; level <= shape.levels(); level++) {
			final int out = shape.channels(level);
			layer(tensors, "down" + level + ".1", in, out, 3, random);
			layer(tensors, "down" + level + ".2", out, out, 3, random);
			in = out;
		}
		for (int level = shape.levels() - 1; level >= 0; level--) {
			final int out = shape.channels(level);
			layer(tensors, "up" + level + ".1", in, out, 3, random);
			layer(tensors, "up" + level + ".2", 2 * out, out, 3, random);
			in = out;
		}
		// Small, so that the first answers are the share of columns everywhere.
		tensors.put("last.weight", Tensor.normal(random, 0.1 / Math.sqrt(in), 1, in, 1, 1));
		tensors.put("last.bias", Tensor.filled((float) Math.log(SHARE / (1 - SHARE)), 1));
		return tensors;
	}

	private static void layer(final Map<String, Tensor> tensors, final String name, final int in,
		final int out, final int side, final SplittableRandom random)
	{
		tensors.put(name + ".weight", Tensor.normal(random, Math.sqrt(2.0 / (in * side * side)), out, in,
			side, side));
		tensors.put(name + ".bias", Tensor.filled(0, out));
	}

	/**
	 * @param x (pictures, 1, height, width), sides multiples of {@link NetworkShape#multiple()}
	 * @return logits of the same shape
	 */
	NDArray logits(final NDArray x) {
		final NDArray[] kept = new NDArray[shape.levels()];
		NDArray y = x;
		for (int level = 0; level <= shape.levels(); level++) {
			y = convolved(convolved(y, "down" + level + ".1"), "down" + level + ".2");
			if (level == shape.levels()) break;
			kept[level] = y;
			y = Pool.maxPool2d(y, TWO, TWO, NONE, false);
		}
		for (int level = shape.levels() - 1; level >= 0; level--) {
			y = doubled(convolved(y, "up" + level + ".1")).concat(kept[level], 1);
			y = convolved(y, "up" + level + ".2");
		}
		return Conv2d.conv2d(y, weights.get("last.weight"), weights.get("last.bias"), ONE, NONE)
			.singletonOrThrow();
	}

	private NDArray convolved(final NDArray x, final String name) {
		return Conv2d.conv2d(x, weights.get(name + ".weight"), weights.get(name + ".bias"), ONE, ONE)
			.singletonOrThrow().getNDArrayInternal().relu();
	}

	/** Each pixel becomes 2 × 2 of the same value. */
	private static NDArray doubled(final NDArray x) {
		final Shape s = x.getShape();
		return x.getNDArrayInternal().interpolation(new long[] { 2 * s.get(2), 2 * s.get(3) }, 0, false);
	}
}
