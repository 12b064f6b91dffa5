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

import java.io.PrintStream;
import java.util.Locale;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * Finds atoms in a 16-bit image of any size, made of copies of a simulated one of 2048²;
 * prints the time, the heap in use, and the longest time in which nobody asked whether
 * to cancel.
 * <p>
 * Usage: {@code java -Xmx2g … LargeImage 16384}
 */
public final class LargeImage {

	private static final int PART = 2048;

	private LargeImage() {}

	public static void main(final String... args) {
		final int size = Integer.parseInt(args[0]);
		final AnalysedImage image = AnalysedImage.of(new ImagePlus("large", new ShortProcessor(size,
			size, pixels(size), null)));
		final AtomDetection detection = new AtomDetection(Preparation.of(Contrast.BRIGHT),
			Normalization.MIN_MAX, BenchmarkImages.PARAMETERS, Refinement.NONE, FitOptions.ROUND);
		final CancelWatch watch = new CancelWatch();
		final long start = System.nanoTime();
		final int atoms = detection.find(image.pixels(), image.area(), watch).atoms().atoms().size();
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final Runtime java = Runtime.getRuntime();
		final PrintStream out = System.out;
		out.println(String.format(Locale.ROOT,
			"%d²: %d atoms in %.1f s; %d of %d MiB in use; cancel heard within %.0f ms.", size, atoms,
			seconds, java.totalMemory() - java.freeMemory() >> 20, java.maxMemory() >> 20, watch.longest() *
				1e-6));
	}

	private static short[] pixels(final int size) {
		final RandomAccess<FloatType> part = BenchmarkImages.normalized(PART).randomAccess();
		final short[] pixels = new short[size * size];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (60_000 * part.setPositionAndGet(i % size % PART, i / size % PART).get());
		return pixels;
	}
}
