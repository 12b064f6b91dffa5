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

package sc.fiji.rewardanalysis.learning.latent;

import static sc.fiji.rewardanalysis.learning.Constant.number;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;

import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.learning.Weights;

/**
 * Encoder and decoder as functions of arrays. Rows are patches; a decoder's result has pixels
 * as rows and patches as columns. Weights are laid out as PyTorch's linear layers: output,
 * input. Every operation starts from an array of the caller's manager, so its result is freed
 * with that.
 */
final class VaeNetwork {

	/** Keeps standard deviations from being 0. */
	private static final double NARROWEST = 1e-6;

	/** Added to a variance, so that there is no 0/0. */
	private static final double SMALLEST = 1e-8;

	private final VaeSettings settings;
	private final int size;
	private final Weights weights;

	/** @param size of a patch, px along a side */
	VaeNetwork(final VaeSettings settings, final int size, final Weights weights) {
		this.settings = settings;
		this.size = size;
		this.weights = weights;
	}

	/** What an encoder says of patches: means and standard deviations, patches × latents. */
	record Encoded(NDArray mean, NDArray deviation) {}

	/** Weights to begin with: even in ±1/√inputs, as PyTorch's linear layers. */
	static Map<String, Tensor> begin(final VaeSettings settings, final int size) {
		final SplittableRandom random = new SplittableRandom(settings.seed());
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		final int pixels = size * size, width = settings.width();
		hidden(weights, random, "encoder", pixels, settings);
		layer(weights, random, "encoder.mean", width, settings.latents(), true);
		layer(weights, random, "encoder.deviation", width, settings.latents(), true);
		if (isSpatial(settings)) {
			layer(weights, random, "decoder.coordinates", 2, width, true);
			layer(weights, random, "decoder.content", settings.content(), width, false);
			hidden(weights, random, "decoder", width, settings);
			layer(weights, random, "decoder.out", width, 1, true);
		}
		else {
			hidden(weights, random, "decoder", settings.content(), settings);
			layer(weights, random, "decoder.out", width, pixels, true);
		}
		return weights;
	}

	private static void hidden(final Map<String, Tensor> weights, final SplittableRandom random,
		final String name, final int inputs, final VaeSettings settings)
	{
		for (int i = 0; i < settings.layers(); i++)
			layer(weights, random, name + "." + i, i == 0 ? inputs : settings.width(), settings.width(),
				true);
	}

	private static void layer(final Map<String, Tensor> weights, final SplittableRandom random,
		final String name, final int inputs, final int outputs, final boolean bias)
	{
		final double bound = 1 / Math.sqrt(inputs);
		weights.put(name + ".weight", Tensor.uniform(random, bound, outputs, inputs));
		if (bias) weights.put(name + ".bias", Tensor.uniform(random, bound, outputs));
	}

	static boolean isSpatial(final VaeSettings settings) {
		return settings.firstContent() > 0;
	}

	/** @param patches patches × pixels */
	Encoded encode(final NDArray patches) {
		final NDArray hidden = hidden("encoder", settings.round() ? patches.mul(disc(patches)) : patches);
		final NDArray deviation = Activation.softPlus(linear("encoder.deviation", hidden));
		return new Encoded(linear("encoder.mean", hidden), deviation.add(number(deviation, NARROWEST)));
	}

	/**
	 * Content with mean 0 and variance 1 over these patches, as in batch-normalised inference
	 * (Zhu et al., ACL 2020, 2636); the gradient goes through mean and variance.
	 *
	 * @param means patches × latents
	 */
	NDArray normalized(final NDArray means) {
		final int first = settings.firstContent();
		final NDArray content = means.get(":, " + first + ":");
		final NDArray centred = content.sub(content.mean(new int[] { 0 }, true));
		final NDArray deviation = centred.square().mean(new int[] { 0 }, true).add(number(means,
			SMALLEST)).sqrt();
		final NDArray normalized = centred.div(deviation);
		return first == 0 ? normalized : NDArrays.concat(new NDList(means.get(":, 0:" + first),
			normalized), 1);
	}

	/**
	 * Changes the encoder's last layer so that content has mean 0 and variance 1 over all patches by
	 * itself: what is {@link #normalized} stays what it is, and who encodes needs no patches but his.
	 *
	 * @param means of all patches as the encoder is, by latent
	 */
	void normalize(final float[][] means) {
		final Map<String, Tensor> tensors = weights.tensors();
		final Tensor weight = tensors.get("encoder.mean.weight"), bias = tensors.get("encoder.mean.bias");
		final float[] rows = weight.values().clone(), offsets = bias.values().clone();
		final int width = settings.width();
		for (int latent = settings.firstContent(); latent < means.length; latent++) {
			double sum = 0, squares = 0;
			for (final float mean : means[latent])
				sum += mean;
			final double centre = sum / means[latent].length;
			for (final float mean : means[latent])
				squares += (mean - centre) * (mean - centre);
			final double deviation = Math.sqrt(squares / means[latent].length + SMALLEST);
			offsets[latent] = (float) ((offsets[latent] - centre) / deviation);
			for (int i = latent * width; i < (latent + 1) * width; i++)
				rows[i] /= deviation;
		}
		tensors.put("encoder.mean.weight", new Tensor(weight.shape(), rows));
		tensors.put("encoder.mean.bias", new Tensor(bias.shape(), offsets));
		weights.set(tensors);
	}

	/** 1 where pixels count, 0 elsewhere. */
	private NDArray disc(final NDArray patches) {
		final float[] disc = new float[size * size];
		for (final int pixel : settings.counted(size))
			disc[pixel] = 1;
		return patches.getManager().create(disc, new Shape(1, disc.length)).toType(patches.getDataType(),
			false);
	}

	private NDArray hidden(final String name, final NDArray input) {
		NDArray array = input;
		for (int i = 0; i < settings.layers(); i++)
			array = linear(name + "." + i, array).tanh();
		return array;
	}

	private NDArray linear(final String name, final NDArray input) {
		return Linear.linear(input, weights.get(name + ".weight"), weights.get(name + ".bias"))
			.singletonOrThrow();
	}

	/** The same without a bias. */
	private NDArray product(final String name, final NDArray input) {
		return Linear.linear(input, weights.get(name + ".weight")).singletonOrThrow();
	}

	/**
	 * Draws patches.
	 *
	 * @param latents patches × latents
	 * @param pixels which ones of a patch, ascending
	 * @return logits of the values, pixels × patches
	 */
	NDArray decode(final NDArray latents, final int[] pixels) {
		if (isSpatial(settings)) return spatial(latents, pixels);
		final NDArray all = linear("decoder.out", hidden("decoder", latents)).transpose();
		return pixels.length == size * size ? all : all.get(all.getManager().create(pixels));
	}

	/**
	 * The first layer, W(R(φ)x + t) + b + Vz, is linear in the coordinates, so its three
	 * coefficients of each patch are computed first, then those of all pixels by one product.
	 */
	private NDArray spatial(final NDArray latents, final int[] pixels) {
		final NDManager manager = latents.getManager();
		final long patches = latents.getShape().get(0);
		NDArray constant = product("decoder.content", latents.get(":, " + settings.firstContent() +
			":"));
		if (settings.invariance().shifts()) {
			final int first = settings.invariance().rotates() ? 1 : 0;
			constant = constant.add(linear("decoder.coordinates", latents.get(":, " + first + ":" + (first +
				2)).mul(number(latents, settings.shiftPrior()))));
		}
		else constant = constant.add(weights.get("decoder.coordinates.bias"));
		final NDArray cosine, sine;
		if (settings.invariance().rotates()) {
			final NDArray angle = latents.get(":, 0:1").mul(number(latents, settings.anglePrior()));
			cosine = angle.cos();
			sine = angle.sin();
		}
		else {
			cosine = manager.ones(new Shape(patches, 1), latents.getDataType());
			sine = cosine.zerosLike();
		}
		final NDArray alongX = product("decoder.coordinates", NDArrays.concat(new NDList(cosine, sine),
			1));
		final NDArray alongY = product("decoder.coordinates", NDArrays.concat(new NDList(sine.neg(),
			cosine), 1));
		final NDArray coefficients = NDArrays.stack(new NDList(alongX, alongY, constant), 0).reshape(3,
			patches * settings.width());
		final NDArray first = grid(manager, pixels).toType(latents.getDataType(), false).matMul(
			coefficients).reshape(pixels.length * patches, settings.width()).tanh();
		return linear("decoder.out", hidden("decoder", first)).reshape(pixels.length, patches);
	}

	/** Coordinates of pixels and a 1: −1 is the centre of a patch's first pixel, 1 of its last. */
	private NDArray grid(final NDManager manager, final int[] pixels) {
		final float[] grid = new float[3 * pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			grid[3 * i] = coordinate(pixels[i] % size);
			grid[3 * i + 1] = coordinate(pixels[i] / size);
			grid[3 * i + 2] = 1;
		}
		return manager.create(grid, new Shape(pixels.length, 3));
	}

	private float coordinate(final int pixel) {
		return size == 1 ? 0 : 2f * pixel / (size - 1) - 1;
	}
}
