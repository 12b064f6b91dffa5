package sc.fiji.rewardanalysis.command;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Images of a crystal that wear their atoms. */
final class RegionImages {

	private RegionImages() {}

	/** @param shape of the amorphous zone; null for none */
	static ImagePlus ybco(final AmorphousShape shape) {
		final SimulatedImage simulated = AmorphousYbco.image(shape);
		final ImagePlus image = SimulatedImages.toImagePlus(simulated, shape == null ? "crystal" : shape
			.key());
		AtomOverlay.show(AnalysedImage.of(image), AmorphousYbco.atoms(simulated), new int[0]);
		return image;
	}
}
