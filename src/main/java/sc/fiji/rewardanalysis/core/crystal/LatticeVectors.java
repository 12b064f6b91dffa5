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

	/** The four places one translation away. */
	public double[][] steps() {
		return new double[][] { { ax, ay }, { -ax, -ay }, { bx, by }, { -bx, -by } };
	}

	/** Whether both are translations of the other too, up to a distance. */
	public boolean resembles(final LatticeVectors o, final double distance) {
		return near(ax, ay, o.ax, o.ay, distance) && near(bx, by, o.bx, o.by, distance) || near(ax, ay,
			o.bx, o.by, distance) && near(bx, by, o.ax, o.ay, distance);
	}

	private static boolean near(final double x, final double y, final double u, final double v,
		final double distance)
	{
		return Math.min(Math.hypot(x - u, y - v), Math.hypot(x + u, y + v)) <= distance;
	}
}
