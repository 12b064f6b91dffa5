package sc.fiji.rewardanalysis.core.crystal;

/**
 * Two translations that carry a crystal onto itself, as found in an image.
 *
 * @param ax the first one, px
 * @param ay likewise
 * @param bx the second one, px
 * @param by likewise
 */
public record LatticeVectors(double ax, double ay, double bx, double by) {

	/** Of the matrix of both as columns, px²; below 0 if the second is anticlockwise of the first. */
	public double determinant() {
		return ax * by - bx * ay;
	}

	/** Length of the first one, px. */
	public double lengthA() {
		return Math.hypot(ax, ay);
	}

	/** Length of the second one, px. */
	public double lengthB() {
		return Math.hypot(bx, by);
	}

	/** Between both, 0 to 180 degrees. */
	public double angle() {
		return Math.toDegrees(Math.atan2(Math.abs(determinant()), ax * bx + ay * by));
	}

	/** Of the first one, degrees from +x towards +y: clockwise on the screen. */
	public double direction() {
		return Math.toDegrees(Math.atan2(ay, ax));
	}

	/** The x of i times the first and j times the second one. */
	public double x(final double i, final double j) {
		return i * ax + j * bx;
	}

	/** The y of i times the first and j times the second one. */
	public double y(final double i, final double j) {
		return i * ay + j * by;
	}

	/** How many of the first one a difference has, px. */
	public double fractionA(final double x, final double y) {
		return (by * x - bx * y) / determinant();
	}

	/** How many of the second one. */
	public double fractionB(final double x, final double y) {
		return (ax * y - ay * x) / determinant();
	}

	/** The four places one translation away. */
	public double[][] steps() {
		return new double[][] { { ax, ay }, { -ax, -ay }, { bx, by }, { -bx, -by } };
	}

	/** Whether both are translations of the other too, up to a distance. */
	public boolean resembles(final LatticeVectors o, final double distance) {
		return near(ax, ay, o.ax, o.ay, distance) && near(bx, by, o.bx, o.by, distance) || near(ax, ay,
			o.bx, o.by, distance) && near(bx, by, o.ax, o.ay, distance);
	}

	/** Whether a step, px, is a sum of whole numbers of both up to a share of its length. */
	boolean isTranslation(final double x, final double y, final double share) {
		final double a = Math.rint(fractionA(x, y)), b = Math.rint(fractionB(x, y));
		return Math.hypot(x - x(a, b), y - y(a, b)) <= share * Math.hypot(x, y);
	}

	private static boolean near(final double x, final double y, final double u, final double v,
		final double distance)
	{
		return Math.min(Math.hypot(x - u, y - v), Math.hypot(x + u, y + v)) <= distance;
	}
}
