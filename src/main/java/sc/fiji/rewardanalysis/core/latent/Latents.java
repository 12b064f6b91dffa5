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

import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What an encoder says of patches: a normal distribution of each latent. Units are those of
 * the prior N(0, 1); {@link VaeSettings#scale} makes rad and px of them. Arrays aren't copied.
 *
 * @param names of the latents, as {@link VaeSettings#latentNames}
 * @param means by latent, then by patch
 * @param deviations standard deviations, likewise
 */
public record Latents(List<String> names, float[][] means, float[][] deviations) {

	public Latents {
		names = List.copyOf(names);
		if (means.length != names.size() || deviations.length != names.size())
			throw new RewardAnalysisException("There are %d latents with %d means and %d deviations.",
				names.size(), means.length, deviations.length);
	}

	/** Means of the latent of that name, by patch. */
	public float[] mean(final String name) {
		final int latent = names.indexOf(name);
		if (latent < 0) throw new RewardAnalysisException("There is no latent %s; there are %s.", name,
			names);
		return means[latent];
	}

	/** How many patches. */
	public int patches() {
		return means[0].length;
	}

	/** Means by patch, then by latent, as a decoder takes them. */
	public float[][] points() {
		final float[][] points = new float[patches()][means.length];
		for (int latent = 0; latent < means.length; latent++)
			for (int i = 0; i < points.length; i++)
				points[i][latent] = means[latent][i];
		return points;
	}
}
