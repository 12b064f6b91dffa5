package sc.fiji.rewardanalysis.ui.physics;

import java.awt.image.BufferedImage;
import java.util.List;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.estimate.Measured;

/** What a {@link PhysicsWindow} asks a command for. */
public interface Physics {

	/** Whose estimate it is. */
	ImagePlus image();

	/** Some lines for a person. */
	String summary();

	/** Rows of name, value with error and unit, meaning; none if no lattice is seen. */
	List<List<String>> quantities();

	/** Headings of {@link #crystals}. */
	List<String> crystalHeadings();

	/** One row a crystal, the best first. */
	List<List<String>> crystals();

	/** The power spectrum with its peaks. */
	BufferedImage spectrum();

	/** The mean cell; null if no lattice is seen. */
	BufferedImage motif();

	/** The sample in the image; null likewise. */
	BufferedImage sample();

	/** The pixel size that suits the crystal, nm; null if the crystal isn't known. */
	Measured pixelSize();

	/** In words why that pixel size is proposed, with what else is possible. */
	String reason();

	/** Makes a pixel size the image's; on the event thread. */
	void setPixelSize(double nanometres);

	/** Makes the sample the image's selection; on the event thread. */
	void selectSample();
}
