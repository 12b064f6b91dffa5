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
 * What a network asks of its input.
 *
 * @param name for tables and messages, such as "ready-made network" or a file's name
 * @param finest smallest pixel size that it has learnt to read, nm; NaN if nobody knows
 * @param coarsest largest such pixel size, nm; NaN if nobody knows. Images in between are
 *          given to it as they are, others are rescaled to the nearer of the two
 * @param normalization how grey values are given to it
 * @param tiles the sizes of input that it takes
 */
public record ModelInfo(String name, double finest, double coarsest,
	InputNormalization normalization, TileShape tiles)
{

	/** @throws RewardAnalysisException if a size isn't one */
	public ModelInfo {
		Checks.given("name of the network", name);
		Checks.given("normalization of the network", normalization);
		Checks.given("tiles of the network", tiles);
		if (Double.isNaN(finest) != Double.isNaN(coarsest)) throw new RewardAnalysisException(
			"The network's pixel size is from %s to %s nm; give both or neither.", finest, coarsest);
		if (!Double.isNaN(finest)) {
			Checks.positive("finest pixel size of the network (nm)", finest);
			Checks.atLeast("coarsest pixel size of the network (nm)", coarsest, finest);
		}
	}

	/** Whether it is known at what pixel size it works. */
	public boolean hasPixelSize() {
		return !Double.isNaN(finest);
	}

	/**
	 * By how much an image is enlarged for it.
	 *
	 * @param pixelSize of the image, nm
	 * @return pixels of the network's input per pixel of the image; 1 if its pixel size is
	 *         unknown
	 */
	public double scale(final double pixelSize) {
		if (!hasPixelSize()) return 1;
		Checks.positive("pixel_size (nm)", pixelSize);
		return pixelSize < finest ? pixelSize / finest : pixelSize > coarsest ? pixelSize / coarsest : 1;
	}
}
