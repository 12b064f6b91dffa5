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

import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.SimulatedDomains;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;

/** Simulated images as ImageJ's. */
public final class SimulatedImages {

	private SimulatedImages() {}

	/** The image with its calibration, nm. */
	public static ImagePlus toImagePlus(final SimulatedImage simulated, final String title) {
		final int width = (int) simulated.image().dimension(0), height = (int) simulated.image()
			.dimension(1);
		final float[] pixels = new float[width * height];
		int i = 0;
		for (final var value : simulated.image())
			pixels[i++] = value.get();
		final ImagePlus image = new ImagePlus(title, new FloatProcessor(width, height, pixels));
		calibrate(image, simulated.parameters().pixelSize());
		image.resetDisplayRange();
		return image;
	}

	/** The amorphous zones, 8 bits, nm: 255 in the zones, 0 elsewhere. */
	public static ImagePlus amorphous(final SimulatedImage simulated, final String title) {
		final boolean[] amorphous = simulated.amorphous();
		final byte[] pixels = new byte[amorphous.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (amorphous[i] ? 255 : 0);
		final ImagePlus image = new ImagePlus(title, new ByteProcessor((int) simulated.image().dimension(
			0), (int) simulated.image().dimension(1), pixels));
		calibrate(image, simulated.parameters().pixelSize());
		return image;
	}

	/** An image of two phases, 16 bits from its least to its largest value, nm. */
	public static ImagePlus toImagePlus(final SimulatedDomains domains, final String title) {
		final DomainParameters p = domains.parameters();
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for (final var value : domains.image()) {
			min = Math.min(min, value.get());
			max = Math.max(max, value.get());
		}
		final double scale = max > min ? 65535 / ((double) max - min) : 0;
		final short[] pixels = new short[p.width() * p.height()];
		int i = 0;
		for (final var value : domains.image())
			pixels[i++] = (short) Math.round((value.get() - (double) min) * scale);
		final ImagePlus image = new ImagePlus(title, new ShortProcessor(p.width(), p.height(), pixels,
			null));
		calibrate(image, p.pixelSize());
		image.resetDisplayRange();
		return image;
	}

	/** The phases, 8 bits, nm: 1 and 2. */
	public static ImagePlus phases(final SimulatedDomains domains, final String title) {
		final DomainParameters p = domains.parameters();
		final byte[] pixels = new byte[domains.phases().length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) domains.phases()[i];
		final ImagePlus image = new ImagePlus(title, new ByteProcessor(p.width(), p.height(), pixels));
		calibrate(image, p.pixelSize());
		return image;
	}

	private static void calibrate(final ImagePlus image, final double pixelSize) {
		final Calibration calibration = new Calibration();
		calibration.setUnit("nm");
		calibration.pixelWidth = calibration.pixelHeight = pixelSize;
		image.setCalibration(calibration);
	}

	/** A TIFF file's bytes, whatever byte order ImageJ's options prefer. */
	public static synchronized byte[] toTiff(final ImagePlus image) {
		final boolean preferred = Prefs.intelByteOrder;
		try {
			Prefs.intelByteOrder = true;
			return new FileSaver(image).serialize();
		}
		finally {
			Prefs.intelByteOrder = preferred;
		}
	}
}
