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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * A variational autoencoder of patches and its training. {@link #DEFAULTS} are those of
 * pyroVED's iVAE (Ziatdinov et al., arXiv:2104.10180), but for what is said there.
 *
 * @param invariance what the content doesn't depend on
 * @param content how many latents are content
 * @param width units of each hidden layer of encoder and decoder
 * @param layers hidden layers of each; a decoder of coordinates has one more, the first
 * @param shiftPrior standard deviation of a shift, in half widths of the patch
 * @param anglePrior standard deviation of the angle, rad
 * @param likelihood of a pixel
 * @param noise standard deviation of the GAUSSIAN likelihood, in units of the patches
 * @param kl weight of the Kullback–Leibler divergence
 * @param physics the term for short discontinuities
 * @param round whether only the disc inscribed in a patch counts: nothing comes in at its corners
 *          when it is rotated
 * @param epochs how often each patch is learnt from
 * @param batch patches of a step
 * @param learningRate of Adam
 * @param pixels share of a patch's pixels, above 0 to 1, that a step's decoder of
 *          coordinates draws, other ones each time; 1: all of them
 * @param seed of the weights, the order of patches and the samples
 */
public record VaeSettings(Invariance invariance, int content, int width, int layers,
	double shiftPrior, double anglePrior, Likelihood likelihood, double noise, KlRamp kl,
	PhysicsLoss physics, boolean round, int epochs, int batch, double learningRate, double pixels,
	long seed)
{

	/** Two content latents, shift-invariant, Bernoulli, no physics. */
	public static final VaeSettings DEFAULTS = new VaeSettings(Invariance.SHIFT, 2, 128, 2, 0.1, 1,
		Likelihood.BERNOULLI, 0.5, KlRamp.NONE, PhysicsLoss.NONE, false, 100, 100, 1e-3, 1, 1);

	public VaeSettings {
		Checks.given("The invariance", invariance);
		Checks.within("The number of content latents", content, 1, 64);
		Checks.within("The width of the hidden layers", width, 1, 4096);
		Checks.within("The number of hidden layers", layers, 1, 8);
		Checks.positive("The prior of shifts", shiftPrior);
		Checks.positive("The prior of angles", anglePrior);
		Checks.given("The likelihood", likelihood);
		Checks.positive("The noise of the likelihood", noise);
		Checks.given("The KL ramp", kl);
		Checks.given("The physics loss", physics);
		Checks.atLeast("The number of epochs", epochs, 1);
		Checks.atLeast("The batch size", batch, 2);
		Checks.positive("The learning rate", learningRate);
		Checks.positive("The share of pixels", pixels);
		Checks.within("The share of pixels", pixels, 0, 1);
	}

	/** With whole patches. */
	public VaeSettings(final Invariance invariance, final int content, final int width,
		final int layers, final double shiftPrior, final double anglePrior, final Likelihood likelihood,
		final double noise, final KlRamp kl, final PhysicsLoss physics, final int epochs,
		final int batch, final double learningRate, final double pixels, final long seed)
	{
		this(invariance, content, width, layers, shiftPrior, anglePrior, likelihood, noise, kl, physics,
			false, epochs, batch, learningRate, pixels, seed);
	}

	/** Names of the latents in their order: those of the invariance, then z1, z2 … */
	public List<String> latentNames() {
		final List<String> names = new ArrayList<>(invariance.names());
		for (int i = 1; i <= content; i++)
			names.add("z" + i);
		return List.copyOf(names);
	}

	/** Of a patch of that size, row by row, which pixels count, ascending. */
	public int[] counted(final int size) {
		final double centre = (size - 1) / 2.0;
		return IntStream.range(0, size * size).filter(i -> !round || Math.hypot(i % size - centre, i / size -
			centre) <= size / 2.0).toArray();
	}

	/** How many latents there are in all. */
	public int latents() {
		return firstContent() + content;
	}

	/** Index of the first content latent; those before are of the invariance. */
	public int firstContent() {
		return invariance.names().size();
	}

	/**
	 * What a latent is to be multiplied by to be an angle in rad or a shift in px; 1 for
	 * content.
	 *
	 * @param latent its index
	 * @param size of a patch, px
	 */
	public double scale(final int latent, final int size) {
		if (latent >= firstContent()) return 1;
		return invariance.rotates() && latent == 0 ? anglePrior : shiftPrior * (size - 1) / 2;
	}

	/** The same with another invariance. */
	public VaeSettings withInvariance(final Invariance invariance) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another number of content latents. */
	public VaeSettings withContent(final int content) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another width of hidden layers. */
	public VaeSettings withWidth(final int width) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another number of hidden layers. */
	public VaeSettings withLayers(final int layers) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another prior of shifts. */
	public VaeSettings withShiftPrior(final double shiftPrior) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another prior of angles. */
	public VaeSettings withAnglePrior(final double anglePrior) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another likelihood. */
	public VaeSettings withLikelihood(final Likelihood likelihood) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another width of the Gaussian likelihood. */
	public VaeSettings withNoise(final double noise) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another weight of the divergence. */
	public VaeSettings withKl(final KlRamp kl) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another physics term. */
	public VaeSettings withPhysics(final PhysicsLoss physics) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with or without what lies outside of the inscribed disc. */
	public VaeSettings withRound(final boolean round) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another number of epochs. */
	public VaeSettings withEpochs(final int epochs) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another size of batches. */
	public VaeSettings withBatch(final int batch) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another learning rate. */
	public VaeSettings withLearningRate(final double learningRate) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another share of pixels. */
	public VaeSettings withPixels(final double pixels) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}

	/** The same with another seed. */
	public VaeSettings withSeed(final long seed) {
		return new VaeSettings(invariance, content, width, layers, shiftPrior, anglePrior,
			likelihood, noise, kl, physics, round, epochs, batch, learningRate, pixels, seed);
	}
}
