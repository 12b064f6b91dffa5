package sc.fiji.rewardanalysis.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;

import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;

/**
 * Maps of windows as 32-bit images, a channel each: only channels have display ranges of their
 * own.
 */
public final class WindowImages {

	/** The file of the maps. */
	public static final String NAME = "maps.tif";

	private WindowImages() {}

	/**
	 * The maps over the analysed box, with the image's unit and origin.
	 *
	 * @param analysed where the windows are
	 */
	public static ImagePlus maps(final WindowMaps maps, final AnalysedImage analysed) {
		final ImageStack stack = new ImageStack(maps.width(), maps.height());
		for (final WindowMaps.Map map : maps.maps())
			stack.addSlice(map.label(), new FloatProcessor(maps.width(), maps.height(), map.values()
				.clone()));
		final ImagePlus plain = new ImagePlus("Maps of " + analysed.source().getTitle(), stack);
		plain.setDimensions(stack.size(), 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		for (int c = 1; c <= stack.size(); c++) {
			final float[] range = maps.maps().get(c - 1).range();
			final LUT colours = RegionImages.heatColours();
			colours.min = range[0];
			colours.max = range[1];
			image.setChannelLut(colours, c);
		}
		final Calibration calibration = analysed.source().getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		calibration.pixelWidth *= maps.block();
		calibration.pixelHeight *= maps.block();
		calibration.xOrigin = (calibration.xOrigin - analysed.x()) / maps.block();
		calibration.yOrigin = (calibration.yOrigin - analysed.y()) / maps.block();
		image.setCalibration(calibration);
		// Confidence last, and first to be seen.
		image.setPosition(stack.size(), 1, 1);
		return image;
	}
}
