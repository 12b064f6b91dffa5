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

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;

/**
 * How probable it is that a pixel belongs to an atom column, as a network says.
 *
 * @param probabilities in the network's pixels
 * @param rescaling from the image's pixels to those
 * @param width of the image, px
 * @param height of the image, px
 * @param model whose answer it is
 */
public record NetworkMap(Raster probabilities, Rescaling rescaling, int width, int height,
	ModelInfo model)
{

	/**
	 * How a network is given an image.
	 *
	 * @param contrast of atoms; dark ones are inverted
	 * @param scale pixels of the network's input per pixel of the image
	 * @param tile side of tiles, px; 0 for a good one
	 */
	public record Options(Contrast contrast, double scale, int tile) {}

	/**
	 * Runs a network, tile by tile.
	 *
	 * @param image two-dimensional, as recorded; not changed
	 * @param area whose grey values the normalisation takes, px
	 * @throws RewardAnalysisException if image and network don't fit, with what to do
	 * @throws java.util.concurrent.CancellationException if cancelled, after a tile at most
	 */
	public static NetworkMap of(final ProbabilityModel model,
		final RandomAccessibleInterval<? extends RealType<?>> image, final Area area,
		final Options options, final Progress progress)
	{
		final ModelInfo info = model.info();
		final Rescaling rescaling = new Rescaling(options.scale());
		final Raster input = NetworkInput.of(image, area, options.contrast(), rescaling, info
			.normalization(), progress);
		final Tiling tiling = new Tiling(input.width(), input.height(), info.tiles(), options.tile());
		final Raster all = new Raster(new float[input.values().length], input.width(), input.height());
		final List<Tiling.Tile> tiles = tiling.tiles();
		for (int i = 0; i < tiles.size(); i++) {
			progress.checkCanceled();
			progress.update((double) i / tiles.size(), "Network: tile " + (i + 1) + " of " + tiles.size());
			final Tiling.Tile tile = tiles.get(i);
			final float[] answer = model.probabilities(tiling.cut(input, tile), tile.width(), tile.height());
			check(answer, tile, info);
			tiling.paste(answer, tile, all);
		}
		progress.checkCanceled();
		return new NetworkMap(all, rescaling, (int) image.dimension(0), (int) image.dimension(1), info);
	}

	private static void check(final float[] answer, final Tiling.Tile tile, final ModelInfo info) {
		if (answer.length != tile.width() * tile.height()) throw new RewardAnalysisException(
			"%s gave %d values for a tile of %d x %d px; it must give one for each pixel.", info.name(),
			answer.length, tile.width(), tile.height());
		for (final float p : answer)
			if (!(p >= 0 && p <= 1)) throw new RewardAnalysisException(
				"%s gave %s, which is no probability; check its file, or how it was trained.", info.name(),
				p);
	}

	/** The same with the image's own pixels, by interpolation or averages; each from 0 to 1. */
	public Raster inImage(final Progress progress) {
		if (rescaling.factor() == 1) return probabilities;
		final Raster back = new Rescaling(1 / rescaling.factor()).apply(probabilities, progress);
		final float[] values = new float[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				values[y * width + x] = Math.max(0, Math.min(1, back.at(Math.min(x, back.width() - 1), Math
					.min(y, back.height() - 1))));
		return new Raster(values, width, height);
	}
}
