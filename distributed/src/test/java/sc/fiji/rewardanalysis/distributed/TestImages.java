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

package sc.fiji.rewardanalysis.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Simulated images of YBa2Cu3O7 as files. */
final class TestImages {

	private TestImages() {}

	/** @param args folder, number of images, width and height (px), and seed of the first one */
	public static void main(final String... args) throws IOException {
		final int number = Integer.parseInt(args[1]), size = Integer.parseInt(args[2]);
		final int seed = args.length > 3 ? Integer.parseInt(args[3]) : 1;
		for (int i = 0; i < number; i++)
			write(Path.of(args[0]).resolve(String.format(Locale.ROOT, "image-%05d.tif", i)), size, seed +
				i);
	}

	/** Writes an image of 32 bits with its calibration. */
	static void write(final Path file, final int size, final int seed) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file, SimulatedImages.toTiff(image(size, seed)));
	}

	static ImagePlus image(final int size, final int seed) {
		return SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters.builder(Lattices
			.get("YBa2Cu3O7-100")).size(size, size).pixelSize(0.015).noise(0.1).seed(seed).build(),
			Progress.NONE), "image");
	}
}
