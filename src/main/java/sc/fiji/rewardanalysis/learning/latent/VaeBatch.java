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

import java.util.Arrays;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import sc.fiji.rewardanalysis.core.latent.PatchBatches;
import sc.fiji.rewardanalysis.core.latent.TurnedPatch;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/**
 * What a step learns from: patches, one standard normal number for each latent of each, which
 * pixels are drawn, and a neighbour of each patch.
 *
 * @param patches each row by row
 * @param noise by patch, then by latent
 * @param pixels ascending
 * @param beside of each patch one that lies next to it, turned by any angle if content shall not
 *          depend on it; none at all if nobody asks for neighbours
 */
record VaeBatch(float[][] patches, float[] noise, int[] pixels, float[][] beside) {

	/**
	 * @param chosen patches of all
	 * @param neighbours of all patches; null if nobody asks for them
	 */
	static VaeBatch of(final float[][] all, final int[] chosen, final int[][] neighbours,
		final VaeSettings settings, final SplittableRandom random)
	{
		final float[] noise = new float[chosen.length * settings.latents()];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		final int size = (int) Math.rint(Math.sqrt(all[0].length));
		final int[] pixels = pixels(size, settings, random);
		if (neighbours == null) return new VaeBatch(some(all, chosen), noise, pixels, new float[0][]);
		final float[][] beside = some(all, PatchBatches.beside(neighbours, chosen, random));
		// Grains are as large as domains: without this their orientation is the slow feature.
		if (settings.invariance().rotates()) Arrays.setAll(beside, i -> TurnedPatch.of(beside[i], size, 2 *
			Math.PI * random.nextDouble()));
		return new VaeBatch(some(all, chosen), noise, pixels, beside);
	}

	private static float[][] some(final float[][] all, final int[] chosen) {
		return Arrays.stream(chosen).mapToObj(i -> all[i]).toArray(float[][]::new);
	}

	/** A random part of what counts; all of it where the decoder draws all in any case. */
	private static int[] pixels(final int size, final VaeSettings settings,
		final SplittableRandom random)
	{
		final int[] pixels = settings.counted(size);
		final int count = pixels.length, part = (int) Math.max(1, Math.rint(settings.pixels() * count));
		if (part == count || !VaeNetwork.isSpatial(settings)) return pixels;
		for (int i = 0; i < part; i++) {
			final int j = i + random.nextInt(count - i), pixel = pixels[i];
			pixels[i] = pixels[j];
			pixels[j] = pixel;
		}
		final int[] chosen = Arrays.copyOf(pixels, part);
		Arrays.sort(chosen);
		return chosen;
	}

	int count() {
		return patches.length;
	}

	/** What goes into the encoder: all patches, then all neighbours. */
	NDArray seen(final NDManager manager, final DataType type) {
		final float[][] all = Arrays.copyOf(patches, patches.length + beside.length);
		System.arraycopy(beside, 0, all, patches.length, beside.length);
		return rows(manager, all, type);
	}

	/** Patches × pixels. */
	static NDArray rows(final NDManager manager, final float[][] patches, final DataType type) {
		final int pixels = patches[0].length;
		final float[] values = new float[patches.length * pixels];
		for (int i = 0; i < patches.length; i++)
			System.arraycopy(patches[i], 0, values, i * pixels, pixels);
		return typed(manager.create(values, new Shape(patches.length, pixels)), type);
	}

	/** Those pixels × patches that are drawn. */
	NDArray drawn(final NDManager manager, final DataType type) {
		final float[] values = new float[pixels.length * patches.length];
		for (int p = 0; p < pixels.length; p++)
			for (int i = 0; i < patches.length; i++)
				values[p * patches.length + i] = patches[i][pixels[p]];
		return typed(manager.create(values, new Shape(pixels.length, patches.length)), type);
	}

	/** Patches × latents. */
	NDArray noise(final NDManager manager, final DataType type) {
		return typed(manager.create(noise, new Shape(patches.length, noise.length / patches.length)),
			type);
	}

	private static NDArray typed(final NDArray array, final DataType type) {
		return array.getDataType() == type ? array : array.toType(type, false);
	}
}
