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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;

import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/** What a training makes small, of one batch; all values are means over its patches, in nats. */
final class VaeLoss {

	private final VaeSettings settings;
	private final VaeNetwork network;
	private final DataType type;

	/** Pixels of a patch. */
	private final int counted;

	VaeLoss(final VaeSettings settings, final VaeNetwork network, final int size,
		final DataType type)
	{
		counted = settings.counted(size).length;
		this.settings = settings;
		this.network = network;
		this.type = type;
	}

	/**
	 * Terms of the loss, single numbers.
	 *
	 * @param reconstruction −ln p(patch | latents), for one sample of the latents
	 * @param kl Kullback–Leibler divergence of the latents from their prior
	 * @param variation L, what content differs by between neighbours; null if it isn't asked for
	 */
	record Terms(NDArray reconstruction, NDArray kl, NDArray variation) {}

	Terms terms(final NDManager manager, final VaeBatch batch) {
		final boolean isPhysical = settings.physics().form() == PhysicsLoss.Form.DIFFERENTIABLE;
		final VaeNetwork.Encoded seen = network.encode(batch.seen(manager, type));
		final NDArray means = isPhysical ? network.normalized(seen.mean()) : seen.mean();
		final int patches = batch.count();
		final VaeNetwork.Encoded encoded = isPhysical ? new VaeNetwork.Encoded(means.get("0:" +
			patches), seen.deviation().get("0:" + patches)) : seen;
		final NDArray latents = batch.noise(manager, type).mul(encoded.deviation()).add(encoded.mean());
		final NDArray drawn = network.decode(latents, batch.pixels());
		final double share = (double) batch.pixels().length / counted;
		final NDArray reconstruction = reconstruction(batch.drawn(manager, type), drawn);
		final NDArray count = number(latents, patches);
		return new Terms(reconstruction.div(number(latents, share * patches)), divergence(encoded).div(
			count), isPhysical ? variation(means, patches) : null);
	}

	/**
	 * What a step makes small: −ELBO; that times w + L; or −ELBO + λL.
	 *
	 * @param beta weight of the divergence
	 * @param weight of the physics term: w or λ
	 * @param scharr L of the published form, a number without gradient
	 */
	NDArray total(final Terms terms, final double beta, final double weight, final double scharr) {
		final NDArray bound = terms.reconstruction().add(terms.kl().mul(number(terms.kl(), beta)));
		if (settings.physics().form() == PhysicsLoss.Form.PUBLISHED) return bound.mul(number(bound, weight +
			scharr));
		if (terms.variation() == null || weight == 0) return bound;
		return bound.add(terms.variation().mul(number(bound, weight)));
	}

	/** Summed over pixels and patches; of logits, so that it never takes the logarithm of 0. */
	private NDArray reconstruction(final NDArray patches, final NDArray logits) {
		if (settings.likelihood() == Likelihood.BERNOULLI) return Activation.softPlus(logits).sub(patches
			.mul(logits)).sum();
		final double noise = settings.noise();
		final NDArray square = patches.sub(Activation.sigmoid(logits)).square().sum();
		return square.div(number(square, 2 * noise * noise)).add(number(square, patches.size() * Math.log(
			noise * Math.sqrt(2 * Math.PI))));
	}

	/** In closed form: Σ (μ² + σ² − 1)/2 − ln σ. */
	private static NDArray divergence(final VaeNetwork.Encoded encoded) {
		final NDArray variance = encoded.deviation().square();
		return encoded.mean().square().add(variance).sub(number(variance, 1)).div(number(variance, 2))
			.sub(encoded.deviation().log()).sum();
	}

	/** Mean of Σ d² over patches, d what each content latent differs by. */
	private NDArray variation(final NDArray means, final int count) {
		final NDArray content = means.get(":, " + settings.firstContent() + ":");
		final NDArray difference = content.get("0:" + count).sub(content.get(count + ":"));
		return difference.square().sum().div(number(means, count));
	}
}
