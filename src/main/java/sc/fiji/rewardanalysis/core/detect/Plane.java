package sc.fiji.rewardanalysis.core.detect;

/**
 * The response of a tile at one scale in single precision.
 *
 * @param rows its rows; the first pixel is the tile's
 * @param unit of its values, in units of the image; all planes of a tile have the same
 * @param error no value is farther than this from the one in double precision
 */
record Plane(float[][] rows, double unit, float error) {

	/** Memory that it takes, bytes. */
	long bytes() {
		return rows.length * ((long) PlaneCache.ROW_BYTES + Float.BYTES * rows[0].length);
	}
}
