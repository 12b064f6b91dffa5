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

import java.util.Arrays;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import sc.fiji.rewardanalysis.core.DivergingColours;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;

/** Displacements and strains as a stack of the image's size and calibration. */
public final class LatticeImages {

	private LatticeImages() {}

	/**
	 * A channel for each map, named after it, with a range of its own around 0, that of strains in
	 * common. Not a number where nothing is known, which is grey.
	 *
	 * @param layers of the analysed box
	 */
	public static ImagePlus stack(final List<LatticeMaps.Layer> layers, final AnalysedImage analysed,
		final String title)
	{
		final ImagePlus source = analysed.source();
		final ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
		for (final LatticeMaps.Layer layer : layers) {
			final float[] whole = new float[source.getWidth() * source.getHeight()];
			Arrays.fill(whole, Float.NaN);
			for (int row = 0; row < analysed.height(); row++)
				System.arraycopy(layer.values(), row * analysed.width(), whole, (analysed.y() + row) * source
					.getWidth() + analysed.x(), analysed.width());
			stack.addSlice(layer.name(), whole);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		final Calibration calibration = source.getCalibration().copy();
		// Grey values are no longer the image's.
		calibration.setFunction(Calibration.NONE, null, "");
		calibration.pixelDepth = 1;
		image.setCalibration(calibration);
		return layers.size() < 2 ? image : coloured(image, layers);
	}

	private static ImagePlus coloured(final ImagePlus image, final List<LatticeMaps.Layer> layers) {
		image.setDimensions(layers.size(), 1, 1);
		final CompositeImage colours = new CompositeImage(image, CompositeImage.COLOR);
		for (int c = 0; c < layers.size(); c++) {
			final LUT lut = RegionImages.lut(v -> v == -1 ? DivergingColours.NONE : DivergingColours.rgb(v));
			lut.max = limit(layers, layers.get(c).symbol().charAt(0));
			lut.min = -lut.max;
			colours.setChannelLut(lut, c + 1);
		}
		colours.setC(1);
		return colours;
	}

	/**
	 * ImageJ draws what is not a number in the lowest colour, which is grey here. So values below
	 * the range, which are grey too, are rare: outliers alone.
	 */
	private static double limit(final List<LatticeMaps.Layer> layers, final char symbol) {
		final List<LatticeMaps.Layer> alike = layers.stream().filter(l -> l.symbol().charAt(0) == symbol)
			.toList();
		double most = 0;
		for (final LatticeMaps.Layer layer : alike)
			for (final float v : layer.values())
				if (Math.abs(v) > most) most = Math.abs(v);
		final double usual = LatticeMaps.largest(alike);
		return most > 0 ? Math.min(1.01 * most, 1.5 * usual) : usual;
	}
}
