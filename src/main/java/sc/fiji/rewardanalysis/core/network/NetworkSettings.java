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

package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How a network for atom columns is built and trained. The same settings give the same network, on
 * the same processor.
 *
 * @param scenes what it learns from
 * @param images new scenes of each epoch
 * @param heldOut scenes that it never learns from, with which it is examined after each epoch
 * @param epochs how many there are
 * @param batch scenes of one step
 * @param learningRate of Adam at first; it falls to a fiftieth along a cosine
 * @param shape of the network
 * @param seed of the weights and scenes
 */
public record NetworkSettings(SceneSettings scenes, int images, int heldOut, int epochs, int batch,
	double learningRate, NetworkShape shape, long seed)
{

	/** Part of the learning rate that is left in the last epoch. */
	private static final double LEFT = 0.02;

	public NetworkSettings {
		Checks.given("scene settings", scenes);
		Checks.within("batch", batch, 1, 256);
		Checks.within("images", images, 1, 10_000_000);
		if (images < batch) throw new RewardAnalysisException(
			"There are %d images for an epoch, fewer than the batch of %d; raise images or lower batch.",
			images, batch);
		Checks.within("held-out images", heldOut, 1, 100_000);
		Checks.within("epochs", epochs, 1, 100_000);
		Checks.within("learning_rate", learningRate, 1e-7, 1);
		Checks.given("shape of the network", shape);
		if (scenes.size() % shape.multiple() != 0) throw new RewardAnalysisException(
			"The training images are %d px wide; choose a multiple of %d px, which the network can halve %d times.",
			scenes.size(), shape.multiple(), shape.levels());
	}

	/** Steps of an epoch; images that don't fill a batch are left out. */
	public int steps() {
		return images / batch;
	}

	/** Of an epoch, counted from 0. */
	public double learningRate(final int epoch) {
		final double done = epochs == 1 ? 0 : Math.min(1, epoch / (epochs - 1.0));
		return learningRate * (LEFT + (1 - LEFT) * 0.5 * (1 + Math.cos(Math.PI * done)));
	}

	/** The number of an epoch's first scene; epochs are counted from 0. */
	public long firstScene(final int epoch) {
		return (long) epoch * images;
	}
}
