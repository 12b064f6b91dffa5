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
import java.util.List;
import java.util.SplittableRandom;

import ai.djl.ndarray.types.DataType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.BoundaryLength;
import sc.fiji.rewardanalysis.core.latent.NeighbourGraph;
import sc.fiji.rewardanalysis.core.latent.PatchBatches;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss.Form;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.TrainingLoop;

/** Goes through all patches once. */
final class VaeEpoch implements TrainingLoop.Epoch {

	private final PatchSet patches;
	private final VaeSettings settings;
	private final VaeNetwork network;
	private final NetworkEngine engine;
	private final TrainingLoop loop;
	private final VaeLoss loss;

	/** Of each patch; null where no differentiable form is asked for. */
	private final int[][] neighbours;

	VaeEpoch(final PatchSet patches, final VaeSettings settings, final VaeNetwork network,
		final NetworkEngine engine, final TrainingLoop loop)
	{
		this.patches = patches;
		this.settings = settings;
		this.network = network;
		this.engine = engine;
		this.loop = loop;
		loss = new VaeLoss(settings, network, patches.size(), DataType.FLOAT32);
		final Form form = settings.physics().form();
		if (form == Form.PUBLISHED && !patches.isWhole()) throw new RewardAnalysisException(
			"The published physics loss needs a whole raster of patches; select a rectangle, or choose the differentiable form.");
		final NeighbourGraph graph = form == Form.DIFFERENTIABLE ? NeighbourGraph.of(patches) : null;
		if (graph != null && graph.pairs() == 0) throw new RewardAnalysisException(
			"No two patches are neighbours; choose a smaller stride or no physics loss.");
		neighbours = graph == null ? null : graph.neighbours();
	}

	/** Sums of an epoch, by patch. */
	private static final class Sums {

		private double loss, reconstruction, kl, variation;
		private int patches;
	}

	@Override
	public List<Double> run(final int number, final SplittableRandom random,
		final Progress progress)
	{
		final double scharr = settings.physics().form() == Form.PUBLISHED ? scharr(progress) : 0;
		final List<int[]> chosen = PatchBatches.shuffled(patches.count(), settings.batch(), random);
		final double beta = settings.kl().at(number - 1), weight = settings.physics().weightAt(number -
			1);
		final Sums sums = new Sums();
		for (final int[] some : chosen) {
			progress.checkCanceled();
			step(VaeBatch.of(patches.patches(), some, neighbours, settings, random), beta, weight,
				scharr, sums);
		}
		final double reconstruction = sums.reconstruction / sums.patches, kl = sums.kl / sums.patches;
		final double physics = switch (settings.physics().form()) {
			case NONE -> Double.NaN;
			case PUBLISHED -> scharr;
			case DIFFERENTIABLE -> sums.variation / sums.patches;
		};
		if (neighbours != null) network.normalize(means(progress));
		return List.of(sums.loss / sums.patches, -reconstruction - kl, reconstruction, kl, physics);
	}

	private void step(final VaeBatch batch, final double beta, final double weight,
		final double scharr, final Sums sums)
	{
		final double[] values = new double[3];
		final double value = loop.step(settings.learningRate(), scratch -> {
			final VaeLoss.Terms terms = loss.terms(scratch, batch);
			values[0] = terms.reconstruction().getFloat();
			values[1] = terms.kl().getFloat();
			if (terms.variation() != null) values[2] = terms.variation().getFloat();
			return loss.total(terms, beta, weight, scharr);
		});
		final int count = batch.count();
		sums.patches += count;
		sums.loss += count * value;
		sums.reconstruction += count * values[0];
		sums.kl += count * values[1];
		sums.variation += count * values[2];
	}

	/** Of the whole raster, as the encoder is now; no gradient. */
	private double scharr(final Progress progress) {
		final float[][] means = means(progress);
		final float[][] content = Arrays.copyOfRange(means, settings.firstContent(),
			means.length);
		return BoundaryLength.scharr(content, patches.columns(), patches.rows(), progress);
	}

	/** Of all patches, by latent, as the encoder is now; no gradient. */
	private float[][] means(final Progress progress) {
		return Encoding.of(engine.manager(), network, settings, patches.patches(), progress).means();
	}
}
