package sc.fiji.rewardanalysis.core;

/**
 * A bright blob of the image: one detected atom column.
 *
 * @param x column coordinate, px, pixel centres at integers
 * @param y row coordinate, px, pixel centres at integers
 * @param sigma standard deviation of the Gaussian that fits it best, px
 * @param response scale-normalised negative Laplacian of Gaussian at its maximum,
 *          in units of the normalised image
 */
public record Blob(double x, double y, double sigma, double response) implements
	Position
{

	/** No image is wider, px. */
	private static final double FARTHEST = Integer.MAX_VALUE;

	public Blob {
		Checks.within("x of an atom (px)", x, -FARTHEST, FARTHEST);
		Checks.within("y of an atom (px)", y, -FARTHEST, FARTHEST);
	}
}
