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

import org.apache.commons.math3.distribution.NormalDistribution;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * What a model draws over a plane of latents: patches at evenly spaced quantiles, 5 % to 95 %, of
 * the prior N(0, 1) of the two most telling content latents, all others 0 (pyroVED's
 * {@code manifold2d}). The first latent grows to the right, the second one upwards.
 *
 * @param size of a patch, points along a side
 * @param columns of patches
 * @param rows of patches
 * @param patches row by row from the top; shared, not to be changed
 * @param across the latent that grows to the right
 * @param up the latent that grows upwards; empty if there is one content latent only
 */
public record Manifold(int size, int columns, int rows, float[][] patches, String across,
	String up)
{

	/** Patches along a side. */
	public static final int SIDE = 10;

	private static final double LOWEST = 0.05;

	/**
	 * @param maps say which latents tell the most
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static Manifold of(final LatentModel model, final LatentMaps maps,
		final Progress progress)
	{
		final int first = model.settings().firstContent();
		final List<Integer> telling = maps.telling();
		final boolean isLine = model.settings().content() == 1;
		final int across = telling.isEmpty() ? first : telling.get(0);
		final int up = isLine ? -1 : telling.size() > 1 ? telling.get(1) : across == first ? first + 1
			: first;
		final int rows = isLine ? 1 : SIDE;
		final double[] quantiles = quantiles();
		final float[][] points = new float[SIDE * rows][maps.count()];
		for (int i = 0; i < points.length; i++) {
			points[i][across] = (float) quantiles[i % SIDE];
			if (up >= 0) points[i][up] = (float) quantiles[SIDE - 1 - i / SIDE];
		}
		return new Manifold(model.size(), SIDE, rows, model.decode(points, progress), maps.name(across),
			up < 0 ? "" : maps.name(up));
	}

	/** Of the standard normal distribution. */
	static double[] quantiles() {
		final NormalDistribution normal = new NormalDistribution(null, 0, 1);
		final double[] quantiles = new double[SIDE];
		for (int i = 0; i < SIDE; i++)
			quantiles[i] = normal.inverseCumulativeProbability(LOWEST + (1 - 2 * LOWEST) * i / (SIDE - 1));
		return quantiles;
	}
}
