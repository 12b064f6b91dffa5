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

import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;

/** What was learnt of patches up to some epoch; training goes on from there. Immutable. */
public interface LatentModel {

	/** Columns of the history: the mean of a patch, in nats; the term for short discontinuities. */
	String LOSS = "loss", ELBO = "elbo", RECONSTRUCTION = "reconstruction", KL = "kl", PHYSICS =
		"physics";

	/** Points along a side of its patches. */
	int size();

	/** Of network and training. */
	VaeSettings settings();

	/** What was measured epoch by epoch. */
	TrainingHistory history();

	/** Why there are no more epochs and what to do; empty if all are done. */
	String advice();

	/**
	 * Latents of patches of the same size.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Latents encode(PatchSet patches, Progress progress);

	/**
	 * What it draws for latents.
	 *
	 * @param points by patch, then by latent, in the order of {@link VaeSettings#latentNames}
	 * @return patches, row by row
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	float[][] decode(float[][] points, Progress progress);

	/** Writes all that is needed to go on to one file, whole or not at all. */
	void save(Path file);
}
