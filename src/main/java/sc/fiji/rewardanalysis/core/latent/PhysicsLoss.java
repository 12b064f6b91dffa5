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

package sc.fiji.rewardanalysis.core.latent;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * The term that prefers latent maps whose discontinuities are short.
 *
 * @param form how it is computed and joined to the evidence lower bound
 * @param weight PUBLISHED: w of loss = −ELBO·(w + L), above 0 (the paper's: 0.5);
 *          DIFFERENTIABLE: λ of loss = −ELBO + λ·L, nats per patch for neighbours whose content
 *          differs by one standard deviation, at least 0
 * @param delay DIFFERENTIABLE only: epochs without the term, in which latents come to tell
 *          something at all; during as many after them its weight rises along a line
 */
public record PhysicsLoss(Form form, double weight, int delay) {

	/** Which one. */
	public enum Form {

		/** None: the evidence lower bound alone. */
		NONE,

		/**
		 * Scharr magnitude of the bilateral-filtered latent maps, summed, as a factor of the
		 * evidence lower bound, as in the authors' code; it carries no gradient.
		 */
		PUBLISHED,

		/**
		 * What content latents differ by from patch to patch, squared, where each has the variance 1
		 * over all patches: of two phases the length of their boundary. Its gradient goes through
		 * the encoder.
		 */
		DIFFERENTIABLE
	}

	/** No such term. */
	public static final PhysicsLoss NONE = new PhysicsLoss(Form.NONE, 0, 0);

	public PhysicsLoss {
		Checks.given("The form of the physics loss", form);
		if (form == Form.PUBLISHED) Checks.positive("The weight of the physics loss", weight);
		else Checks.atLeast("The weight of the physics loss", weight, 0);
		Checks.atLeast("The delay of the physics loss", delay, 0);
	}

	/** From the first epoch on. */
	public PhysicsLoss(final Form form, final double weight) {
		this(form, weight, 0);
	}

	/** The same after a delay. */
	public PhysicsLoss withDelay(final int delay) {
		return new PhysicsLoss(form, weight, delay);
	}

	/** The weight in an epoch, the first one being 0. */
	public double weightAt(final int epoch) {
		if (form != Form.DIFFERENTIABLE || epoch >= 2L * delay) return weight;
		return weight * Math.max(0, epoch - delay) / delay;
	}

	/** The authors' form. */
	public static PhysicsLoss published(final double weight) {
		return new PhysicsLoss(Form.PUBLISHED, weight);
	}

	/** The form with a gradient; of weight 0 the content's variance is 1 still. */
	public static PhysicsLoss differentiable(final double weight) {
		return new PhysicsLoss(Form.DIFFERENTIABLE, weight);
	}
}
