package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Brings an image to the unit in which thresholds are given, atoms bright.
 */
public final class Normalizer {

	/** Φ⁻¹(3/4): the median absolute deviation of a standard normal variable. */
	private static final double NORMAL_MAD = 0.6744897501960817;

	private Normalizer() {}

	/**
	 * @param image two-dimensional; not changed
	 * @param area where the statistics are taken; pixels outside are transformed
	 *          alike
	 * @return a copy in double precision with its origin at (0, 0)
	 * @throws RewardAnalysisException if the image is not two-dimensional, empty,
	 *           constant, or holds values that are not finite
	 */
	public static <T extends RealType<T>> Img<DoubleType> normalize(
		final RandomAccessibleInterval<T> image, final Area area, final Normalization unit,
		final Contrast contrast)
	{
		Checks.given("image", image);
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		final int width = size(image, 0), height = size(image, 1);
		final double[] pixels = new double[width * height];
		final Cursor<T> cursor = Views.flatIterable(image).cursor();
		long invalid = 0;
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = cursor.next().getRealDouble();
			if (!Double.isFinite(pixels[i])) invalid++;
		}
		if (invalid > 0) throw new RewardAnalysisException(
			"%d of the image's pixels are not finite numbers (NaN or infinite); replace them, " +
				"for example with Process > Noise > Remove NaNs.", invalid);
		final double[] counted = counted(pixels, width, area);
		if (counted.length == 0) throw new RewardAnalysisException(
			"The analysed area is empty; draw a larger selection or remove it.");
		final double min = Arrays.stream(counted).min().getAsDouble();
		final double max = Arrays.stream(counted).max().getAsDouble();
		if (!(max > min)) throw new RewardAnalysisException(
			"The image is constant (every pixel of the analysed area is %s), so there is nothing to find; " +
				"choose another image or a larger selection.", min);
		final double offset, scale;
		switch (unit) {
			case MIN_MAX -> {
				offset = min;
				scale = max - min;
			}
			case NOISE -> {
				offset = median(counted);
				scale = noise(pixels, width, height, area);
			}
			default -> {
				offset = 0;
				scale = 1;
			}
		}
		transform(pixels, offset, scale, unit, contrast);
		return ArrayImgs.doubles(pixels, width, height);
	}

	private static void transform(final double[] pixels, final double offset, final double scale,
		final Normalization unit, final Contrast contrast)
	{
		final boolean dark = contrast == Contrast.DARK;
		for (int i = 0; i < pixels.length; i++) {
			final double v = (pixels[i] - offset) / scale;
			pixels[i] = !dark ? v : unit == Normalization.MIN_MAX ? 1 - v : -v;
		}
	}

	/**
	 * Standard deviation of white noise, from the median absolute value of the
	 * 3 × 3 difference operator that annihilates locally quadratic images
	 * (Immerkær 1996, CVIU 64:300; the median in place of his mean is robust
	 * against edges: Donoho &amp; Johnstone 1994, Biometrika 81:425).
	 */
	static double noise(final double[] pixels, final int width, final int height,
		final Area area)
	{
		if (width < 3 || height < 3) throw new RewardAnalysisException(
			"The image is %d x %d px; its noise can't be estimated below 3 x 3.", width, height);
		final double[] absolute = new double[(width - 2) * (height - 2)];
		int n = 0;
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				if (!area.contains(x, y)) continue;
				final int i = y * width + x;
				absolute[n++] = Math.abs(pixels[i - width - 1] - 2 * pixels[i - width] +
					pixels[i - width + 1] - 2 * pixels[i - 1] + 4 * pixels[i] - 2 * pixels[i + 1] +
					pixels[i + width - 1] - 2 * pixels[i + width] + pixels[i + width + 1]);
			}
		// The operator's weights have the root of the sum of squares 6.
		final double sd = n == 0 ? 0 : median(Arrays.copyOf(absolute, n)) / (6 * NORMAL_MAD);
		if (!(sd > 0)) throw new RewardAnalysisException(
			"The image has no measurable noise, so thresholds can't be given in units of it; " +
				"choose the normalization min-max.");
		return sd;
	}

	private static double[] counted(final double[] pixels, final int width, final Area area) {
		if (area.isRectangle() && area.size() == pixels.length) return pixels.clone();
		final double[] counted = new double[pixels.length];
		int n = 0;
		for (int i = 0; i < pixels.length; i++)
			if (area.contains(i % width, i / width)) counted[n++] = pixels[i];
		return Arrays.copyOf(counted, n);
	}

	/** Sorts its argument. */
	private static double median(final double[] values) {
		Arrays.sort(values);
		final int n = values.length;
		return n % 2 == 1 ? values[n / 2] : 0.5 * (values[n / 2 - 1] + values[n / 2]);
	}

	private static int size(final RandomAccessibleInterval<?> image, final int d) {
		final long size = image.dimension(d);
		if (size < 1) throw new RewardAnalysisException("The image is empty.");
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new RewardAnalysisException("The image has %d pixels; choose an area below 2^31.",
				image.dimension(0) * image.dimension(1));
		return (int) size;
	}
}
