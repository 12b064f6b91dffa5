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

package sc.fiji.rewardanalysis.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDManager;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.learning.columns.ColumnNetwork;
import sc.fiji.rewardanalysis.learning.columns.ColumnTraining;
import sc.fiji.rewardanalysis.learning.latent.LatentTraining;
import sc.fiji.rewardanalysis.learning.latent.TrainedVae;

/** Nothing native is left behind; NetworkMemory measures the same in megabytes. */
@NeedsNetworks
class NetworkLeakTest {

	/** How many native arrays there are in the whole process. */
	private static int arrays() {
		try (NetworkEngine engine = NetworkEngine.onCpu()) {
			NDManager manager = engine.manager();
			while (manager.getParentManager() != null)
				manager = manager.getParentManager();
			return manager.getManagedArrays().size();
		}
	}

	@Test
	void trainingLeavesNothing() {
		final NetworkSettings settings = new NetworkSettings(SceneSettings.mixed(16, 0, 0.1), 4, 2, 2, 2,
			0.002, new NetworkShape(4, 1), 1);
		final int before = arrays();
		ColumnTraining.train(settings, ColumnTraining.begun(settings), s -> {}, Progress.NONE);
		assertEquals(before, arrays());
	}

	@Test
	void answersLeaveNothing() {
		final NetworkSettings settings = new NetworkSettings(SceneSettings.mixed(16, 0, 0.1), 4, 2, 2, 2,
			0.002, new NetworkShape(4, 1), 1);
		final int before = arrays();
		try (ColumnNetwork network = ColumnNetwork.of(TrainingFile.network(ColumnTraining.begun(settings)),
			"new", Double.NaN))
		{
			network.probabilities(new float[256], 16, 16);
			final int open = arrays();
			assertTrue(open > before, "weights are counted");
			for (int i = 0; i < 3; i++)
				network.probabilities(new float[256], 16, 16);
			assertEquals(open, arrays());
		}
		assertEquals(before, arrays());
	}

	@Test
	void latentPhasesLeaveNothing() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[][] patches = new float[12][16];
		for (final float[] patch : patches)
			for (int i = 0; i < patch.length; i++)
				patch[i] = (float) random.nextDouble();
		final PatchSet set = new PatchSet(4, patches, new double[12], new double[12], 4, 3);
		final int before = arrays();
		final TrainedVae vae = new LatentTraining().train(set, VaeSettings.DEFAULTS.withWidth(5).withBatch(6)
			.withEpochs(2), s -> {}, Progress.NONE);
		vae.encode(set, Progress.NONE);
		assertEquals(before, arrays());
	}
}
