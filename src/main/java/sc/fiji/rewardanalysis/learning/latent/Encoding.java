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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.Latents;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/** Encoder and decoder for use, block by block. */
final class Encoding {

	/** Patches at a time; as many pixels are decoded. */
	private static final int BLOCK = 256;

	private Encoding() {}

	/** Latents of patches. */
	static Latents of(final NDManager manager, final VaeNetwork network, final VaeSettings settings,
		final float[][] patches, final Progress progress)
	{
		final int latents = settings.latents();
		final float[][] means = new float[latents][patches.length], deviations =
			new float[latents][patches.length];
		for (int from = 0; from < patches.length; from += BLOCK) {
			progress.checkCanceled();
			final float[][] some = Arrays.copyOfRange(patches, from, Math.min(patches.length, from +
				BLOCK));
			try (NDManager scratch = manager.newSubManager()) {
				final VaeNetwork.Encoded encoded = network.encode(VaeBatch.rows(scratch, some,
					DataType.FLOAT32));
				put(encoded.mean(), means, from);
				put(encoded.deviation(), deviations, from);
			}
		}
		return new Latents(settings.latentNames(), means, deviations);
	}

	private static void put(final NDArray array, final float[][] into, final int from) {
		final float[] values = array.toFloatArray();
		for (int i = 0; i < values.length; i++)
			into[i % into.length][from + i / into.length] = values[i];
	}

	/** Patches drawn from latents. */
	static float[][] drawn(final NDManager manager, final VaeNetwork network, final int size,
		final float[][] points, final Progress progress)
	{
		final int[] pixels = new int[size * size];
		Arrays.setAll(pixels, i -> i);
		final float[][] drawn = new float[points.length][pixels.length];
		for (int from = 0; from < points.length; from += BLOCK) {
			progress.checkCanceled();
			final int count = Math.min(BLOCK, points.length - from), latents = points[from].length;
			final float[] values = new float[count * latents];
			for (int i = 0; i < count; i++)
				System.arraycopy(points[from + i], 0, values, i * latents, latents);
			try (NDManager scratch = manager.newSubManager()) {
				final float[] all = Activation.sigmoid(network.decode(scratch.create(values, new Shape(count,
					latents)), pixels)).toFloatArray();
				for (int i = 0; i < all.length; i++)
					drawn[from + i % count][i / count] = all[i];
			}
		}
		return drawn;
	}
}
