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

package sc.fiji.rewardanalysis.command.network;

import java.nio.file.Path;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.Raster;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.RegionImages;
import sc.fiji.rewardanalysis.ui.MapWindow;

/** A network's probabilities as an image of the size of the one that it was given. */
final class NetworkPictures {

	private static final String NAME = "probability.tif";

	private NetworkPictures() {}

	/** Writes them, which {@code Compare With Oracle...} reads. */
	static void write(final Path folder, final AnalysedImage analysed, final NetworkMap map) {
		RegionImages.write(image(analysed, map), folder.resolve(NAME));
	}

	/** Shows them beside the image. */
	static void show(final AnalysedImage analysed, final NetworkMap map) {
		MapWindow.show(image(analysed, map), analysed.source());
	}

	/** 0 where the network has seen nothing. */
	private static ImagePlus image(final AnalysedImage analysed, final NetworkMap map) {
		final ImagePlus source = analysed.source();
		final Raster part = map.inImage(Progress.NONE);
		final float[] all = new float[source.getWidth() * source.getHeight()];
		for (int y = 0; y < part.height(); y++)
			System.arraycopy(part.values(), y * part.width(), all, (analysed.y() + y) * source.getWidth() +
				analysed.x(), part.width());
		return RegionImages.heat(all, source, "Probability of atoms in " + source.getTitle());
	}
}
