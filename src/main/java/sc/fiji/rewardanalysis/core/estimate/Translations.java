package sc.fiji.rewardanalysis.core.estimate;

/**
 * Two vectors that span a plane lattice, in an image's px (or, of the spectrum, in cycles
 * per px).
 *
 * @param ax the first one
 * @param ay likewise
 * @param bx the second one
 * @param by likewise
 */
public record Translations(double ax, double ay, double bx, double by) {

	/** Length of the first. */
	public double a() {
		return Math.hypot(ax, ay);
	}

	/** Length of the second. */
	public double b() {
		return Math.hypot(bx, by);
	}

	/** From the first to the second, degrees, 0 to 180. */
	public double angle() {
		return Math.toDegrees(Math.atan2(Math.abs(ax * by - ay * bx), ax * bx + ay * by));
	}

	/** Of the cell. */
	public double area() {
		return Math.abs(determinant());
	}

	private double determinant() {
		return ax * by - ay * bx;
	}

	/**
	 * The two shortest independent vectors of the same lattice (Lagrange's reduction), the
	 * shorter one first and to the right, the angle between them 60 to 90 degrees.
	 */
	public Translations reduced() {
		double px = ax, py = ay, qx = bx, qy = by;
		// A basis that is reduced up to rounding is kept.
		while (true) {
			if (px * px + py * py > (qx * qx + qy * qy) * (1 + 1e-12)) {
				double keep = px;
				px = qx;
				qx = keep;
				keep = py;
				py = qy;
				qy = keep;
			}
			final double ratio = (px * qx + py * qy) / (px * px + py * py);
			final double times = Math.abs(ratio) <= 0.5 + 1e-9 ? 0 : Math.rint(ratio);
			if (times == 0 || !(px * px + py * py > 0)) break;
			qx -= times * px;
			qy -= times * py;
		}
		if (px < 0 || px == 0 && py < 0) {
			px = -px;
			py = -py;
		}
		if (px * qx + py * qy < 0) {
			qx = -qx;
			qy = -qy;
		}
		return new Translations(px, py, qx, qy);
	}

	/** The basis of the reciprocal lattice: a·a* = b·b* = 1, a·b* = b·a* = 0. */
	public Translations reciprocal() {
		final double d = determinant();
		return new Translations(by / d, -bx / d, -ay / d, ax / d);
	}

	/** m·a + n·b, the first coordinate. */
	public double x(final double m, final double n) {
		return m * ax + n * bx;
	}

	/** m·a + n·b, the second coordinate. */
	public double y(final double m, final double n) {
		return m * ay + n * by;
	}

	/** Coordinate of a point along the first vector, in its lengths. */
	public double first(final double x, final double y) {
		return (x * by - y * bx) / determinant();
	}

	/** Coordinate of a point along the second vector, in its lengths. */
	public double second(final double x, final double y) {
		return (ax * y - ay * x) / determinant();
	}

	/** All vectors times a number. */
	public Translations times(final double factor) {
		return new Translations(ax * factor, ay * factor, bx * factor, by * factor);
	}
}
