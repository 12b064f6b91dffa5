package sc.fiji.rewardanalysis.imagej;

import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

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
		final Calibration calibration = new Calibration();
		calibration.setUnit("nm");
		calibration.pixelWidth = calibration.pixelHeight = simulated.parameters().pixelSize();
		image.setCalibration(calibration);
		image.resetDisplayRange();
		return image;
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
