package sc.fiji.rewardanalysis.core.feature;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Where a patch is sampled: a square around the atom, divided into points × points equal
 * cells of which each is sampled at its centre. Point i of a row lies (i − (points − 1) / 2)
 * · step from the atom.
 * <p>
 * Up to {@value #MOST_POINTS} px the step is 1 px and the window a whole number of pixels
 * wide. A wider one has {@value #MOST_POINTS} points and a step of window /
 * {@value #MOST_POINTS}; to sample it without aliasing, the image is smoothed first by a
 * Gaussian of σ = ½ √(step² − 1) px: what turns pixels, taken as blurred by half a pixel,
 * into ones blurred by half a step (Lowe 2004, Int. J. Comput. Vis. 60:91, section 3.3).
 *
 * @param points along each side
 * @param step from point to point, px, at least 1
 */
public record PatchWindow(int points, double step) {

	/** Along each side; more would tell little and cost memory. */
	public static final int MOST_POINTS = 32;

	/** Pixels on either side of a point that cubic convolution needs. */
	private static final int REACH = 2;

	/** Of the Gaussian, in σ. */
	private static final double CUT = 3;

	public PatchWindow {
		Checks.within("points of a patch", points, 2, MOST_POINTS);
		Checks.atLeast("step of a patch (px)", step, 1);
	}

	/**
	 * The window nearest to a size.
	 *
	 * @param size side of the window, px, at least 2
	 */
	public static PatchWindow of(final double size) {
		Checks.atLeast("window (px)", size, 2);
		return size <= MOST_POINTS ? new PatchWindow((int) Math.rint(size), 1) : new PatchWindow(
			MOST_POINTS, size / MOST_POINTS);
	}

	/** Side of the window, px. */
	public double size() {
		return points * step;
	}

	/** How many values a patch has. */
	public int dimension() {
		return points * points;
	}

	/** Standard deviation of the Gaussian that the image is smoothed with, px; 0 for none. */
	public double smoothing() {
		return 0.5 * Math.sqrt(step * step - 1);
	}

	/** Radius of that Gaussian's kernel, px. */
	int kernelRadius() {
		return (int) Math.ceil(CUT * smoothing());
	}

	/** Where the first point lies on an axis, px. */
	double first(final double centre) {
		return centre - 0.5 * (points - 1) * step;
	}

	/** The first pixel that the patch depends on. */
	long from(final double centre) {
		return (long) Math.floor(first(centre)) + 1 - REACH - kernelRadius();
	}

	/** The last one. */
	long to(final double centre) {
		return (long) Math.floor(first(centre) + (points - 1) * step) + REACH + kernelRadius();
	}
}
