package sc.fiji.rewardanalysis.core;

/**
 * A point of the image plane, in pixels.
 * <p>
 * The centre of the top-left pixel is (0, 0); x grows to the right along the
 * columns, y downwards along the rows. Only {@code imagej.PixelCentre} knows that
 * ImageJ's ROIs count from a pixel's corner.
 */
public interface Position {

	/** Column coordinate, px. */
	double x();

	/** Row coordinate, px. */
	double y();
}
