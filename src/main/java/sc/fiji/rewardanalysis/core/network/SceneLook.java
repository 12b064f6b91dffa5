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

import static sc.fiji.rewardanalysis.core.network.TrainingScenes.uniform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.simulate.Column;

/**
 * What lies between a specimen and its image: an edge of the sample, haze, another scale of
 * brightness; and once there is noise, a blur, as a microscope's program or a resampling leaves it.
 */
final class SceneLook {

	/** A column is still there where this part of the sample's brightness is left. */
	private static final double LEFT = 0.3;

	private static final int WAVES = 4;

	private final int size;
	private final double spacing;
	private final SplittableRandom edges, haze, scale, blur;

	/**
	 * @param size of the picture's side, px
	 * @param spacing of columns, px
	 */
	SceneLook(final int size, final double spacing, final SplittableRandom random) {
		this.size = size;
		this.spacing = spacing;
		edges = random.split();
		haze = random.split();
		scale = random.split();
		blur = random.split();
	}

	/**
	 * Changes a noise-free picture from 0 to 1.
	 *
	 * @return the columns that are still seen
	 */
	List<Column> dress(final float[] pixels, final List<Column> columns) {
		List<Column> seen = columns.stream().filter(TrainingScenes::isSeen).toList();
		if (edges.nextDouble() < 0.12) seen = cut(pixels, seen);
		if (scale.nextDouble() < 0.3) {
			final double gamma = uniform(scale, 0.7, 1.4);
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (float) Math.pow(Math.max(0, pixels[i]), gamma);
		}
		if (haze.nextDouble() < 0.5) fog(pixels, uniform(haze, 0, 0.4), uniform(haze, 4, 12));
		// Support films and contamination: lumps about as large as columns.
		if (haze.nextDouble() < 0.25) fog(pixels, uniform(haze, 0, 0.15), uniform(haze, 0.8, 3));
		return seen;
	}

	/** Fades the sample out beyond a straight line. */
	private List<Column> cut(final float[] pixels, final List<Column> columns) {
		final double angle = 2 * Math.PI * edges.nextDouble(), nx = Math.cos(angle), ny = Math.sin(
			angle);
		final double at = uniform(edges, -0.1, 0.35) * size, soft = spacing * uniform(edges, 0.1, 1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] *= (float) kept(i % size, i / size, nx, ny, at, soft);
		final List<Column> seen = new ArrayList<>();
		for (final Column c : columns)
			if (kept(c.x(), c.y(), nx, ny, at, soft) >= LEFT) seen.add(c);
		return seen;
	}

	private double kept(final double x, final double y, final double nx, final double ny,
		final double at, final double soft)
	{
		final double middle = (size - 1) / 2.0;
		return 1 / (1 + Math.exp((nx * (x - middle) + ny * (y - middle) - at) / soft));
	}

	/** Adds a few waves of about a length, in units of the spacing. */
	private void fog(final float[] pixels, final double height, final double length) {
		for (int w = 0; w < WAVES; w++) {
			final double angle = 2 * Math.PI * haze.nextDouble(), phase = 2 * Math.PI * haze.nextDouble();
			final double k = 2 * Math.PI / (length * spacing * uniform(haze, 0.7, 1.5));
			final double kx = k * Math.cos(angle), ky = k * Math.sin(angle), a = height / Math.sqrt(WAVES);
			for (int i = 0; i < pixels.length; i++)
				pixels[i] += (float) (a * Math.cos(kx * (i % size) + ky * (i / size) + phase));
		}
	}

	/** Blurs some of the noisy pictures; the edge is repeated. */
	void smooth(final float[] pixels) {
		if (blur.nextDouble() >= 0.4) return;
		final double sigma = uniform(blur, 0.3, 1.2);
		final int reach = (int) Math.ceil(3 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int k = -reach; k <= reach; k++)
			sum += kernel[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
		for (int k = 0; k < kernel.length; k++)
			kernel[k] /= sum;
		final float[] rows = new float[pixels.length];
		pass(pixels, rows, kernel, reach, 1, size);
		pass(rows, pixels, kernel, reach, size, 1);
	}

	/** Along lines whose pixels are {@code step} apart and which are {@code next} apart. */
	private void pass(final float[] from, final float[] to, final double[] kernel, final int reach,
		final int step, final int next)
	{
		for (int line = 0; line < size; line++)
			for (int i = 0; i < size; i++) {
				double sum = 0;
				for (int k = -reach; k <= reach; k++)
					sum += kernel[k + reach] * from[line * next + Math.max(0, Math.min(size - 1, i + k)) *
						step];
				to[line * next + i * step] = (float) sum;
			}
	}
}
