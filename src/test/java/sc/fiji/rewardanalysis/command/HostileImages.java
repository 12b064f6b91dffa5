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

package sc.fiji.rewardanalysis.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Small images of every kind that ImageJ may hand to a command, and what tells whether one was changed. */
final class HostileImages {

	private static final int SIZE = 48;

	private static final SimulatedImage SIMULATED = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
		"SrTiO3-001")).size(SIZE, SIZE).pixelSize(0.03).noise(0.1).seed(1).build(), Progress.NONE);

	private static final ImagePlus CRYSTAL = SimulatedImages.toImagePlus(SIMULATED, "crystal");

	private HostileImages() {}

	/** By what is peculiar; the first two are not. */
	static Map<String, Supplier<ImagePlus>> all() {
		final Map<String, Supplier<ImagePlus>> all = new LinkedHashMap<>();
		all.put("crystal", HostileImages::crystal);
		all.put("film", () -> {
			final ImageStack stack = new ImageStack(SIZE, SIZE);
			for (int i = 0; i < 2; i++)
				stack.addSlice(CRYSTAL.getProcessor().duplicate());
			final ImagePlus image = new ImagePlus("film", stack);
			image.setCalibration(CRYSTAL.getCalibration().copy());
			return image;
		});
		all.put("1x1", () -> image(new FloatProcessor(1, 1)));
		all.put("2x3", () -> image(new FloatProcessor(2, 3, new float[] { 1, 2, 3, 4, 5, 6 })));
		all.put("constant", () -> image(filled(7)));
		all.put("NaN", () -> image(filled(Float.NaN)));
		all.put("infinite", () -> {
			final ImagePlus image = crystal();
			image.getProcessor().setf(3, 4, Float.POSITIVE_INFINITY);
			image.getProcessor().setf(9, 4, Float.NEGATIVE_INFINITY);
			return image;
		});
		all.put("huge", () -> image(filled(Float.MAX_VALUE)));
		all.put("RGB", () -> image(new ColorProcessor(24, 20, ints(24 * 20))));
		all.put("colours", () -> {
			final byte[] up = new byte[256], down = new byte[256];
			for (int i = 0; i < 256; i++) {
				up[i] = (byte) i;
				down[i] = (byte) (255 - i);
			}
			final ByteProcessor bytes = (ByteProcessor) CRYSTAL.getProcessor().convertToByte(true);
			bytes.setLut(new LUT(up, down, up));
			return image(bytes);
		});
		all.put("16 bit", () -> image((ShortProcessor) CRYSTAL.getProcessor().convertToShort(true)));
		all.put("hyperstack", () -> {
			final ImageStack stack = new ImageStack(24, 24);
			for (int i = 0; i < 8; i++)
				stack.addSlice(CRYSTAL.getProcessor().resize(24));
			final ImagePlus image = new ImagePlus("hyperstack", stack);
			image.setDimensions(2, 2, 2);
			image.setOpenAsHyperStack(true);
			return image;
		});
		all.put("frames", () -> {
			final ImageStack stack = new ImageStack(SIZE, SIZE);
			for (int i = 0; i < 3; i++)
				stack.addSlice(i == 1 ? filled(0) : CRYSTAL.getProcessor().duplicate());
			return new ImagePlus("frames", stack);
		});
		all.put("empty selection", () -> selected(new Roi(5, 5, 0, 0)));
		all.put("selection outside", () -> selected(new Roi(500, 500, 20, 20)));
		all.put("selection of a pixel", () -> selected(new Roi(5, 5, 1, 1)));
		all.put("line", () -> selected(new Line(2, 3, 30, 40)));
		all.put("points", () -> selected(new PointRoi(new float[] { 8, 20 }, new float[] { 9, 30 })));
		all.put("no unit", () -> calibrated(1, ""));
		all.put("NaN px", () -> calibrated(Double.NaN, "nm"));
		all.put("0 px", () -> calibrated(0, "nm"));
		all.put("negative px", () -> calibrated(-0.03, "nm"));
		all.put("huge px", () -> calibrated(1e300, "nm"));
		all.put("tiny px", () -> calibrated(1e-300, "nm"));
		all.put("furlongs", () -> calibrated(0.03, "furlong\n\"x\""));
		all.put("title", () -> {
			final ImagePlus image = crystal();
			image.setTitle("a [b] 'c' \"d\"=\n../日本😀e\u0301 " + "x".repeat(200) + ".");
			return image;
		});
		all.put("no title", () -> {
			final ImagePlus image = crystal();
			image.setTitle("");
			return image;
		});
		all.put("overlay", () -> {
			final ImagePlus image = crystal();
			image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
			return image;
		});
		all.put("atoms", () -> {
			final ImagePlus image = crystal();
			AtomOverlay.show(AnalysedImage.of(image), List.of(new Blob(8, 8, 2, 1), new Blob(20, 8, 2, 1), new Blob(
				8, 20, 2, 1), new Blob(20, 20, 2, 1), new Blob(31, 20, 2, 1)), new int[0]);
			return image;
		});
		return all;
	}

	/** The columns of the first one, as a table. */
	static String columns() {
		final StringBuilder text = new StringBuilder("x_px,y_px,class\n");
		for (final Column column : SIMULATED.columns())
			text.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", column.x(), column.y(), column.species()));
		return text.toString();
	}

	static ImagePlus crystal() {
		final ImagePlus image = CRYSTAL.duplicate();
		image.setTitle("crystal");
		return image;
	}

	/** Changes if its pixels, its calibration or its selection do. */
	static String contents(final ImagePlus image) {
		if (image.getProcessor() == null) return "none";
		final StringBuilder text = new StringBuilder();
		for (int i = 1; i <= image.getStackSize(); i++)
			text.append(hash(image.getStack().getPixels(i))).append(' ');
		final Calibration c = image.getCalibration();
		return text.append(image.getTitle()).append(image.getCurrentSlice()).append(Arrays.asList(c.pixelWidth,
			c.pixelHeight, c.pixelDepth, c.xOrigin, c.yOrigin, c.getUnit(), c.getFunction())).append(shape(image
				.getRoi())).toString();
	}

	/** Changes if its overlay does. */
	static String marks(final ImagePlus image) {
		return image.getOverlay() == null ? "none" : Arrays.stream(image.getOverlay().toArray()).map(
			HostileImages::shape).toList().toString();
	}

	private static String shape(final Roi roi) {
		return roi == null ? "none" : roi.getTypeAsString() + roi.getFloatBounds() + roi.getName() + roi
			.getStrokeColor();
	}

	private static int hash(final Object pixels) {
		if (pixels instanceof final float[] p) return Arrays.hashCode(p);
		if (pixels instanceof final short[] p) return Arrays.hashCode(p);
		if (pixels instanceof final int[] p) return Arrays.hashCode(p);
		return Arrays.hashCode((byte[]) pixels);
	}

	private static ImagePlus image(final ij.process.ImageProcessor pixels) {
		return new ImagePlus("image", pixels);
	}

	private static FloatProcessor filled(final float value) {
		final float[] pixels = new float[SIZE * SIZE];
		Arrays.fill(pixels, value);
		return new FloatProcessor(SIZE, SIZE, pixels);
	}

	private static int[] ints(final int n) {
		return new java.util.Random(1).ints(n).toArray();
	}

	private static ImagePlus selected(final Roi roi) {
		final ImagePlus image = crystal();
		image.setRoi(roi);
		return image;
	}

	private static ImagePlus calibrated(final double pixel, final String unit) {
		final ImagePlus image = crystal();
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = calibration.pixelHeight = pixel;
		calibration.setUnit(unit);
		return image;
	}
}
