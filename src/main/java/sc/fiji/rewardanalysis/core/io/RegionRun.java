package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What belongs to regions that were found with given parameters: where image and atoms came
 * from, and how it was asked for.
 *
 * @param imageName the image's title
 * @param imageWidth px, of the whole image
 * @param imageHeight px, of the whole image
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param width its width, px
 * @param height its height, px
 * @param hash SHA-256 of the analysed pixels as big-endian floats
 * @param atoms where the atoms came from, to follow "Atoms from "
 * @param lattice the crystal; null if it isn't known
 * @param seed of the model's random starts
 * @param seconds what the whole run took
 * @param macro the macro line that repeats it
 */
public record RegionRun(String imageName, int imageWidth, int imageHeight, int x, int y,
	int width, int height, String hash, String atoms, Lattice lattice, long seed, double seconds,
	String macro)
{

	public RegionRun {
		Checks.given("image name", imageName);
		Checks.given("hash", hash);
		Checks.given("origin of the atoms", atoms);
		Checks.given("macro", macro);
	}
}
