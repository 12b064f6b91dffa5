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
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How latents become phases.
 *
 * @param method what divides them
 * @param classes how many phases, 2 to 5
 * @param latent of {@link Method#OTSU}: which content latent, from 1; 0 for the one whose classes
 *          hold the largest share of its variance between them
 * @param smoothing σ of the bilateral filter that goes before, in spacings of patches; 0 for none
 * @param colour its σ of values, as a share of their range
 * @param seed of the mixture's random starts
 */
public record SegmentationOptions(Method method, int classes, int latent, double smoothing,
	double colour, long seed)
{

	/** What divides latents into phases. */
	public enum Method {
			/** Thresholds of one latent, so that phases differ the most: {@link MultiOtsu}. */
			OTSU,
			/** A Gaussian mixture over all content latents. */
			MIXTURE
	}

	/** The paper's: σ of distances and of values. */
	public static final double SMOOTHING = 5, COLOUR = 0.3;

	/** σ of distances beyond which all of the map is one. */
	private static final double SMOOTHEST = 100;

	public SegmentationOptions {
		Checks.given("segmentation", method);
		Checks.within("number of classes", classes, 2, MultiOtsu.MOST_CLASSES);
		Checks.within("latent", latent, 0, 64);
		Checks.within("smoothing", smoothing, 0, SMOOTHEST);
		Checks.positive("smoothing's range of values", colour);
	}

	/**
	 * @param network that is to be divided, perhaps not trained yet
	 * @throws RewardAnalysisException if it lacks the latent
	 */
	public void checkLatent(final VaeSettings network) {
		if (method == Method.OTSU && latent > network.content()) throw new RewardAnalysisException(
			"There is no latent z%d; the network has %d. Choose another one, or 0 for the best.", latent, network
				.content());
	}
}
