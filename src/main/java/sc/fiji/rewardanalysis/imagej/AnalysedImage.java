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

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.ImageRun;

/**
 * The part of an ImageJ image that is analysed: the selection's bounding box in one
 * slice, or all of the slice if no area is selected. Selections that are no area
 * (points, lines) don't restrict the analysis.
 * <p>
 * Pixels are copied, so that nothing the user does meanwhile matters; images too large
 * for that are read in place.
 *
 * @param source the image; unchanged
 * @param slice which image of a stack, from 1
 * @param pixels of the analysed box, its origin at (0, 0)
 * @param area the selection within the box
 * @param x the box's left edge in the image, px
 * @param y its upper edge, px
 */
public record AnalysedImage(ImagePlus source, int slice,
	RandomAccessibleInterval<FloatType> pixels, Area area, int x, int y)
{

	/** Larger boxes are not copied: 256 MiB as floats. */
	private static final long COPIED_PIXELS = 1L << 26;

	/**
	 * The slice that is shown.
	 *
	 * @throws RewardAnalysisException if there is no image, or it is RGB, or the selection
	 *           lies outside
	 */
	public static AnalysedImage of(final ImagePlus image) {
		return of(image, image == null ? null : image.getRoi());
	}

	/**
	 * The same for a selection that the user may change meanwhile.
	 *
	 * @param roi a copy of the selection; null for none
	 */
	public static AnalysedImage of(final ImagePlus image, final Roi roi) {
		check(image);
		return of(image, image.getCurrentSlice(), image.getProcessor(), roi);
	}

	/**
	 * The same box and area in another slice, whatever the user has selected since.
	 *
	 * @param other from 1 to {@link #slices}
	 * @throws RewardAnalysisException if the image was closed
	 */
	public AnalysedImage at(final int other) {
		if (other != slice && Display.isGone(source)) throw new RewardAnalysisException(
			"\"%s\" was closed, so its slices can't be read any more; open it and search again.", source
				.getTitle());
		// What is shown may have been edited, which a virtual stack doesn't know.
		return other == slice ? this : new AnalysedImage(source, other, pixels(source.getStack()
			.getProcessor(other), new Rectangle(x, y, width(), height())), area, x, y);
	}

	/** How many slices an image has, channels and frames included; 0 if there is no image. */
	public static int slices(final ImagePlus image) {
		return image == null || image.getProcessor() == null ? 0 : image.getStackSize();
	}

	/**
	 * @return the image
	 * @throws RewardAnalysisException if there is none
	 */
	public static ImagePlus given(final ImagePlus image) {
		if (image == null || image.getProcessor() == null) throw new RewardAnalysisException(
			"There is no image; open one first (File > Open, or Plugins > Reward Analysis > Open Sample).");
		return image;
	}

	private static void check(final ImagePlus image) {
		given(image);
		final String title = image.getTitle();
		if (image.getWidth() == 0 || image.getHeight() == 0) throw new RewardAnalysisException(
			"\"%s\" is empty.", title);
		if (image.getType() == ImagePlus.COLOR_RGB) throw new RewardAnalysisException(
			"\"%s\" is an RGB image; convert it with Image > Type > 32-bit.", title);
		if (image.getType() == ImagePlus.COLOR_256) throw new RewardAnalysisException(
			"\"%s\" is an indexed-colour image; convert it with Image > Type > 8-bit.", title);
	}

	private static AnalysedImage of(final ImagePlus image, final int slice,
		final ImageProcessor processor, final Roi roi)
	{
		final Rectangle box = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		if (roi == null || !roi.isArea()) return new AnalysedImage(image, slice, pixels(processor, box),
			Area.image(box.width, box.height), 0, 0);
		final Rectangle inside = roi.getBounds().intersection(box);
		if (inside.isEmpty()) throw new RewardAnalysisException(
			"The selection on \"%s\" lies outside the image or is empty; draw another.", image
				.getTitle());
		return new AnalysedImage(image, slice, pixels(processor, inside), area(roi, inside), inside.x,
			inside.y);
	}

	/** Width of the analysed box, px. */
	public int width() {
		return (int) pixels.dimension(0);
	}

	/** Height of the analysed box, px. */
	public int height() {
		return (int) pixels.dimension(1);
	}

	/**
	 * What is kept of a run on it that has ended.
	 *
	 * @param hash of the pixels
	 * @param start when it began, of {@link System#nanoTime}
	 * @param macro the line that repeats it
	 */
	public ImageRun run(final String hash, final long start, final String macro) {
		return new ImageRun(source.getTitle(), source.getWidth(), source.getHeight(), slice, x, y, width(),
			height(), hash, (System.nanoTime() - start) * 1e-9, macro);
	}

	/** SHA-256 of the analysed pixels as big-endian floats, row by row. */
	public String hash() {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final ByteBuffer row = ByteBuffer.allocate(Float.BYTES * width());
			final RandomAccess<FloatType> access = pixels.randomAccess();
			for (int line = 0; line < height(); line++) {
				access.setPosition(0, 0);
				access.setPosition(line, 1);
				for (int column = 0; column < width(); column++) {
					row.putFloat(access.get().get());
					access.fwd(0);
				}
				digest.update(row.array());
				row.clear();
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}

	/** What an area selection holds of a box, in coordinates of that box. */
	static Area area(final Roi roi, final Rectangle inside) {
		if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0) return Area.image(
			inside.width, inside.height);
		return Area.mask(MaskRoi.mask(roi, inside.width, inside.height, inside.x, inside.y), inside.width,
			inside.height);
	}

	private static RandomAccessibleInterval<FloatType> pixels(final ImageProcessor processor,
		final Rectangle box)
	{
		// Only a calibration function needs a copy of the whole image.
		final ImageProcessor all = processor instanceof FloatProcessor || processor
			.getCalibrationTable() == null ? processor : processor.convertToFloatProcessor();
		if ((long) box.width * box.height > COPIED_PIXELS) return part(all, box);
		final float[] values = new float[box.width * box.height];
		for (int row = 0; row < box.height; row++)
			for (int column = 0; column < box.width; column++)
				values[row * box.width + column] = all.getf(box.x + column, box.y + row);
		return ArrayImgs.floats(values, box.width, box.height);
	}

	private static RandomAccessibleInterval<FloatType> part(final ImageProcessor processor,
		final Rectangle box)
	{
		final long width = processor.getWidth(), height = processor.getHeight();
		final Object pixels = processor.getPixels();
		final RandomAccessibleInterval<FloatType> all;
		if (pixels instanceof final float[] floats) all = ArrayImgs.floats(floats, width, height);
		else if (pixels instanceof final short[] shorts) all = asFloats(ArrayImgs.unsignedShorts(shorts,
			width, height));
		else all = asFloats(ArrayImgs.unsignedBytes((byte[]) pixels, width, height));
		return Views.zeroMin(Views.interval(all, new long[] { box.x, box.y }, new long[] { box.x +
			box.width - 1, box.y + box.height - 1 }));
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<FloatType> asFloats(
		final RandomAccessibleInterval<T> image)
	{
		return Converters.convert(image, (in, out) -> out.set(in.getRealFloat()), new FloatType());
	}
}
