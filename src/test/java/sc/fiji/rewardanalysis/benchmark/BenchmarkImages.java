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

package sc.fiji.rewardanalysis.benchmark;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/** What speed is measured on: YBa2Cu3O7 [100], 0.15 Å a pixel, noise 0.1. */
final class BenchmarkImages {

	static final String LATTICE = "YBa2Cu3O7-100";

	/** nm. */
	static final double PIXEL_SIZE = 0.015;

	/** Ten scales from 3 to 8 px, as the papers' authors use. */
	static final LogParameters PARAMETERS = new LogParameters(3, 8, 10, 0.05, 0.5);

	private BenchmarkImages() {}

	/** An image of so many pixels squared with its truth. */
	static SimulatedImage simulated(final int size) {
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(LATTICE)).size(size,
			size).pixelSize(PIXEL_SIZE).noise(0.1).seed(1).build(), Progress.NONE);
	}

	/** The same from 0 to 1, in single precision. */
	static Img<FloatType> normalized(final int size) {
		final RandomAccess<DoubleType> access = Normalizer.normalize(simulated(size).image(), Area.image(
			size, size), Normalization.MIN_MAX, Contrast.BRIGHT).randomAccess();
		final float[] pixels = new float[size * size];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) access.setPositionAndGet(i % size, i / size).get();
		return ArrayImgs.floats(pixels, size, size);
	}
}
