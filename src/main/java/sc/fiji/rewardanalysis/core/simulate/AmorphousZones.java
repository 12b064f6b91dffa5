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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Where the specimen is amorphous, and how much: the highest part of a smooth
 * random field or of a shape's distance function, with a soft edge.
 */
final class AmorphousZones {

	/** Softness of a random zone's edge, in standard deviations of the field. */
	private static final double EDGE = 0.12;

	/** Softness of a shape's edge, nm: about an atom, so that its outline is well known. */
	private static final double SHAPE_EDGE = 0.08;

	/** The zones' brightness and its granularity; the heaviest column's peak is 1. */
	private static final double GLOW = 0.12, GRAIN = 0.03;

	/** Correlation length of the grain, nm: about an atom. */
	private static final double GRAIN_LENGTH = 0.08;

	/** About as many values of the field tell its quantile. */
	private static final int QUANTILE_SIDE = 512;

	private final int width, height;
	private final boolean[] mask;

	/** How amorphous each pixel is, 0 to 1; null if there are no zones. */
	private final float[] weight;
	private final SmoothField grain;

	AmorphousZones(final SimulationParameters p, final SplittableRandom random,
		final Progress progress)
	{
		width = p.width();
		height = p.height();
		mask = new boolean[width * height];
		if (p.amorphousFraction() == 0) {
			weight = null;
			grain = null;
			return;
		}
		final boolean outlined = p.amorphousShape() != AmorphousShape.RANDOM;
		final double edge = outlined ? SHAPE_EDGE / p.pixelSize() : EDGE;
		final SplittableRandom place = random.split();
		final LevelField shape = outlined ? p.amorphousShape().field(place, width, height, p
			.amorphousFraction() * width * height) : new SmoothField(place, p.amorphousCorrelation() / p
				.pixelSize(), width);
		grain = new SmoothField(random.split(), GRAIN_LENGTH / p.pixelSize(), width);
		weight = new float[width * height];
		final float[] row = new float[width];
		for (int y = 0; y < height; y++) {
			if (progress.isCanceled()) return;
			shape.row(y, row);
			System.arraycopy(row, 0, weight, y * width, width);
		}
		final double threshold = quantile(1 - p.amorphousFraction());
		for (int i = 0; i < weight.length; i++) {
			mask[i] = weight[i] > threshold;
			weight[i] = (float) (1 / (1 + Math.exp((threshold - weight[i]) / edge)));
		}
	}

	private double quantile(final double share) {
		final int stepX = Math.max(1, width / QUANTILE_SIDE);
		final int stepY = Math.max(1, height / QUANTILE_SIDE);
		final float[] values = new float[((width - 1) / stepX + 1) * ((height - 1) / stepY + 1)];
		int n = 0;
		for (int y = 0; y < height; y += stepY)
			for (int x = 0; x < width; x += stepX)
				values[n++] = weight[y * width + x];
		Arrays.sort(values);
		// All of it amorphous: below every value, also those between the samples.
		if (share <= 0) return Double.NEGATIVE_INFINITY;
		return values[Math.min(n - 1, (int) (share * n))];
	}

	/** Makes a disc crystalline: the particle is no part of a zone. */
	void exclude(final double x, final double y, final double radius) {
		if (weight == null || !(radius > 0)) return;
		final int y1 = (int) Math.min(height - 1, Math.floor(y + radius));
		final int x1 = (int) Math.min(width - 1, Math.floor(x + radius));
		for (int row = (int) Math.max(0, Math.ceil(y - radius)); row <= y1; row++)
			for (int column = (int) Math.max(0, Math.ceil(x - radius)); column <= x1; column++)
				if (Math.hypot(column - x, row - y) < radius) {
					mask[row * width + column] = false;
					weight[row * width + column] = 0;
				}
	}

	/** Row by row, whether a pixel is amorphous. */
	boolean[] mask() {
		return mask;
	}

	/** How amorphous the specimen is at a point, 0 to 1; outside as at the border. */
	double weight(final double x, final double y) {
		return weight == null ? 0 : weight[index(x, y)];
	}

	/** Whether a point lies in a zone; outside as at the border. */
	boolean contains(final double x, final double y) {
		return mask[index(x, y)];
	}

	private int index(final double x, final double y) {
		final int column = (int) Math.max(0, Math.min(width - 1, Math.rint(x)));
		final int row = (int) Math.max(0, Math.min(height - 1, Math.rint(y)));
		return row * width + column;
	}

	/** Adds the glow of one row's amorphous material. */
	void glow(final int y, final double[] row, final float[] buffer) {
		if (weight == null) return;
		grain.row(y, buffer);
		for (int x = 0; x < width; x++)
			row[x] += weight[y * width + x] * (GLOW + GRAIN * buffer[x]);
	}
}
