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
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The part of an ImageJ image that is analysed: a copy of the selection's bounding
 * box, or of the whole image if no area is selected. Selections that are no area
 * (points, lines) don't restrict the analysis.
 *
 * @param source the image; unchanged
 * @param pixels copy of the analysed box, its origin at (0, 0)
 * @param area the selection within the box
 * @param x the box's left edge in the image, px
 * @param y its upper edge, px
 */
public record AnalysedImage(ImagePlus source, Img<FloatType> pixels, Area area, int x, int y) {

	/**
	 * @throws RewardAnalysisException if there is no image, or it is a stack, RGB, or
	 *           the selection lies outside
	 */
	public static AnalysedImage of(final ImagePlus image) {
		if (image == null || image.getProcessor() == null) throw new RewardAnalysisException(
			"There is no image; open one first (File > Open, or Plugins > Reward Analysis > Open Sample).");
		final String title = image.getTitle();
		if (image.getWidth() == 0 || image.getHeight() == 0) throw new RewardAnalysisException(
			"\"%s\" is empty.", title);
		if (image.getType() == ImagePlus.COLOR_RGB) throw new RewardAnalysisException(
			"\"%s\" is an RGB image; convert it with Image > Type > 32-bit.", title);
		if (image.getType() == ImagePlus.COLOR_256) throw new RewardAnalysisException(
			"\"%s\" is an indexed-colour image; convert it with Image > Type > 8-bit.", title);
		if (image.getStackSize() > 1) throw new RewardAnalysisException(
			"\"%s\" is a stack of %d images; duplicate the one to analyse with Image > Duplicate.", title,
			image.getStackSize());
		final ImageProcessor processor = image.getProcessor();
		final Rectangle box = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea()) return new AnalysedImage(image, copy(processor, box), Area
			.image(box.width, box.height), 0, 0);
		final Rectangle inside = roi.getBounds().intersection(box);
		if (inside.isEmpty()) throw new RewardAnalysisException(
			"The selection on \"%s\" lies outside the image or is empty; draw another.", title);
		return new AnalysedImage(image, copy(processor, inside), area(roi, inside), inside.x,
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

	/** SHA-256 of the analysed pixels as big-endian floats, row by row. */
	public String hash() {
		try {
			final float[] values = values();
			final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
			bytes.asFloatBuffer().put(values);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}

	/** The analysed pixels row by row. */
	public float[] values() {
		final float[] values = new float[(int) pixels.size()];
		int i = 0;
		for (final FloatType value : pixels)
			values[i++] = value.get();
		return values;
	}

	private static Area area(final Roi roi, final Rectangle inside) {
		if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0) return Area.image(
			inside.width, inside.height);
		final boolean[] mask = new boolean[inside.width * inside.height];
		for (int i = 0; i < mask.length; i++)
			mask[i] = roi.contains(inside.x + i % inside.width, inside.y + i / inside.width);
		return Area.mask(mask, inside.width, inside.height);
	}

	private static Img<FloatType> copy(final ImageProcessor processor, final Rectangle box) {
		final float[] values = new float[box.width * box.height];
		// A copy as grey values, so that neither ROI nor calibration function of the user changes.
		final ImageProcessor all = processor instanceof FloatProcessor ? processor : processor
			.convertToFloatProcessor();
		for (int row = 0; row < box.height; row++)
			for (int column = 0; column < box.width; column++)
				values[row * box.width + column] = all.getf(box.x + column, box.y + row);
		return ArrayImgs.floats(values, box.width, box.height);
	}
}
