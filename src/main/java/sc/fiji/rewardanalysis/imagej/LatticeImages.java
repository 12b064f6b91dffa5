package sc.fiji.rewardanalysis.imagej;

import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.DivergingColours;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;

/** Displacements and strains as a stack of the image's size and calibration. */
public final class LatticeImages {

	private LatticeImages() {}

	/**
	 * A slice for each map, named after it; NaN where nothing is known.
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
		image.getProcessor().setLut(RegionImages.lut(DivergingColours::rgb));
		final double largest = layers.isEmpty() ? 1 : LatticeMaps.largest(layers.subList(0, 1));
		image.setDisplayRange(-largest, largest);
		return image;
	}
}
