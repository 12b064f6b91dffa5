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

package sc.fiji.rewardanalysis.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.HeatColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/** Maps over an image as images of their own, with the image's size and calibration. */
public final class RegionImages {

	private static final int COLOURS = 256, MOST = 65_535;

	private RegionImages() {}

	/**
	 * Probabilities as a 32-bit image, dark at 0 and bright at 1.
	 *
	 * @param probabilities row by row, 0 to 1; NaN where there is none
	 * @param source of the same size
	 */
	public static ImagePlus heat(final float[] probabilities, final ImagePlus source,
		final String title)
	{
		check(probabilities.length, source);
		final ImageProcessor processor = new FloatProcessor(source.getWidth(), source.getHeight(),
			probabilities.clone());
		processor.setLut(heatColours());
		processor.setMinAndMax(0, 1);
		return made(processor, source, title);
	}

	/**
	 * Regions as numbers, each in a colour: 8-bit up to 255 regions, then 16-bit.
	 *
	 * @param labels row by row, the region from 1, 0 for none
	 * @param source of the same size
	 */
	public static ImagePlus labels(final int[] labels, final ImagePlus source, final String title) {
		check(labels.length, source);
		final int most = Math.max(1, Arrays.stream(labels).max().orElse(0));
		if (most > MOST) throw new RewardAnalysisException(
			"There are %d regions, more than an image can number; let small ones be left out.", most);
		final ImageProcessor processor = most < COLOURS ? new ByteProcessor(source.getWidth(), source
			.getHeight()) : new ShortProcessor(source.getWidth(), source.getHeight());
		for (int i = 0; i < labels.length; i++)
			processor.set(i, labels[i]);
		processor.setLut(labelColours());
		processor.setMinAndMax(0, Math.max(COLOURS - 1, most));
		return made(processor, source, title);
	}

	private static void check(final int pixels, final ImagePlus source) {
		if (pixels != (long) source.getWidth() * source.getHeight()) throw new RewardAnalysisException(
			"\"%s\" is %d x %d px, the map over it has %d values.", source.getTitle(), source.getWidth(),
			source.getHeight(), pixels);
	}

	private static ImagePlus made(final ImageProcessor processor, final ImagePlus source,
		final String title)
	{
		final ImagePlus image = new ImagePlus(title, processor);
		final Calibration calibration = source.getCalibration().copy();
		// Grey values are no longer the image's.
		calibration.setFunction(Calibration.NONE, null, "");
		image.setCalibration(calibration);
		return image;
	}

	/** From dark to bright. */
	static LUT heatColours() {
		final int[] rgb = new int[COLOURS];
		for (int i = 0; i < COLOURS; i++)
			rgb[i] = HeatColours.rgb((double) i / (COLOURS - 1));
		return lut(rgb);
	}

	/** Black, then the colours of classes, again and again. */
	private static LUT labelColours() {
		final int[] rgb = new int[COLOURS];
		for (int i = 1; i < COLOURS; i++)
			rgb[i] = ClassColours.rgb(i - 1);
		return lut(rgb);
	}

	/** Colours of −1 to 1. */
	static LUT lut(final DoubleToIntFunction colours) {
		return lut(IntStream.range(0, COLOURS).map(i -> colours.applyAsInt(2.0 * i / (COLOURS - 1) - 1))
			.toArray());
	}

	private static LUT lut(final int[] rgb) {
		final byte[] reds = new byte[COLOURS], greens = new byte[COLOURS], blues = new byte[COLOURS];
		for (int i = 0; i < COLOURS; i++) {
			reds[i] = (byte) (rgb[i] >> 16);
			greens[i] = (byte) (rgb[i] >> 8);
			blues[i] = (byte) rgb[i];
		}
		return new LUT(reds, greens, blues);
	}

	/** Writes an image as TIFF, whole or not at all. */
	public static void write(final ImagePlus image, final Path file) {
		AtomicFile.write(file, SimulatedImages.toTiff(image));
	}
}
