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
