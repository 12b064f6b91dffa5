package sc.fiji.rewardanalysis.command;

import java.nio.file.Path;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.Raster;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.RegionImages;

/** A network's probabilities as an image of the size of the one that it was given. */
final class NetworkPictures {

	private static final String NAME = "probability.tif";

	private NetworkPictures() {}

	/** Writes them, which {@link CompareWithOracle} reads. */
	static void write(final Path folder, final AnalysedImage analysed, final NetworkMap map) {
		RegionImages.write(image(analysed, map), folder.resolve(NAME));
	}

	/** Shows them beside the image. */
	static void show(final AnalysedImage analysed, final NetworkMap map) {
		MapWindow.show(image(analysed, map), analysed.source());
	}

	/** 0 where the network has seen nothing. */
	private static ImagePlus image(final AnalysedImage analysed, final NetworkMap map) {
		final ImagePlus source = analysed.source();
		final Raster part = map.inImage(Progress.NONE);
		final float[] all = new float[source.getWidth() * source.getHeight()];
		for (int y = 0; y < part.height(); y++)
			System.arraycopy(part.values(), y * part.width(), all, (analysed.y() + y) * source.getWidth() +
				analysed.x(), part.width());
		return RegionImages.heat(all, source, "Probability of atoms in " + source.getTitle());
	}
}
