/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
