package sc.fiji.rewardanalysis.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;

/** Maps of windows as a stack of 32-bit images, a slice each. */
public final class WindowImages {

	/** The file of the stack. */
	public static final String NAME = "maps.tif";

	private WindowImages() {}

	/**
	 * The maps over the analysed box, with the image's unit and origin.
	 *
	 * @param analysed where the windows are
	 */
	public static ImagePlus stack(final WindowMaps maps, final AnalysedImage analysed) {
		final ImageStack stack = new ImageStack(maps.width(), maps.height());
		for (final WindowMaps.Map map : maps.maps())
			stack.addSlice(map.label(), new FloatProcessor(maps.width(), maps.height(), map.values()
				.clone()));
		stack.setColorModel(RegionImages.heatColours());
		final ImagePlus image = new ImagePlus("Windows of " + analysed.source().getTitle(), stack);
		final Calibration calibration = analysed.source().getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		calibration.pixelWidth *= maps.block();
		calibration.pixelHeight *= maps.block();
		calibration.xOrigin = (calibration.xOrigin - analysed.x()) / maps.block();
		calibration.yOrigin = (calibration.yOrigin - analysed.y()) / maps.block();
		image.setCalibration(calibration);
		// Confidence last, and first to be seen.
		image.setSlice(stack.size());
		image.resetDisplayRange();
		return image;
	}
}
