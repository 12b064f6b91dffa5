package sc.fiji.rewardanalysis.core.refine;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;

/**
 * An atom and what its refinement says. What was not measured is NaN: everything
 * but the blob unless a Gaussian fit succeeded.
 *
 * @param blob the atom at its refined position if there is one, else where it was
 *          detected; σ and response are the detector's
 * @param sigmaMajor larger standard deviation of the fitted Gaussian, px; NaN if it was held
 * @param sigmaMinor smaller one, px; the same if the fit is isotropic
 * @param angle of the major axis, degrees from +x towards +y (clockwise on the
 *          screen), [0, 180); NaN if the fit is isotropic
 * @param amplitude height of the Gaussian above the background, in units of the image
 * @param background in units of the image
 * @param errorX standard error of x, px
 * @param errorY standard error of y, px
 * @param status whether the position is a refined one, or why not
 */
public record RefinedAtom(Blob blob, double sigmaMajor, double sigmaMinor, double angle,
	double amplitude, double background, double errorX, double errorY, RefinementStatus status)
	implements Position
{

	public RefinedAtom {
		Checks.given("blob", blob);
		Checks.given("refinement status", status);
	}

	/** An atom where it is, without a fit. */
	static RefinedAtom kept(final Blob blob, final RefinementStatus status) {
		return new RefinedAtom(blob, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN, status);
	}

	/** An atom where a person has put it. */
	public static RefinedAtom byHand(final Blob blob) {
		return kept(blob, RefinementStatus.BY_HAND);
	}

	/** The blob, moved. */
	static Blob moved(final Blob blob, final double x, final double y) {
		return new Blob(x, y, blob.sigma(), blob.response());
	}

	@Override
	public double x() {
		return blob.x();
	}

	@Override
	public double y() {
		return blob.y();
	}

	/** Whether the position is a refined one. */
	public boolean isRefined() {
		return status.isRefined();
	}
}
