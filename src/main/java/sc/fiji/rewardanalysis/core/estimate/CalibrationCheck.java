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

package sc.fiji.rewardanalysis.core.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * Whether an image agrees with the crystal and the pixel size that it is said to have.
 *
 * @param agrees false if what is said is wrong by more than is uncertain
 * @param sentence what to tell the user; empty if nothing
 */
public record CalibrationCheck(boolean agrees, String sentence) {

	/** A calibration may be off by so much, relative, and by so many standard deviations. */
	private static final double TOLERANCE = 0.03, DEVIATIONS = 3;

	/** Larger misfits of the shape aren't distortions of a scan. */
	private static final double OTHER_CRYSTAL = 0.08;

	/** Of powers of ten that are the same but for the error of a calibration. */
	private static final double SAME_DECADES = 0.05;

	private static final CalibrationCheck FINE = new CalibrationCheck(true, "");

	/**
	 * Compares. Where the crystal explains the image in several ways equally well, any may agree.
	 *
	 * @param given the pixel size that is said, nm; NaN if none is
	 */
	public static CalibrationCheck of(final PhysicsEstimate estimate, final Lattice lattice,
		final double given)
	{
		Checks.given("estimate", estimate);
		Checks.given("lattice", lattice);
		if (!estimate.hasLattice() || estimate.isScarce()) return FINE;
		final List<CellMatch> matches = estimate.explainedBy(lattice, Double.NaN);
		final CellMatch best = matches.get(0);
		if (best.shapeMisfit() > OTHER_CRYSTAL) return new CalibrationCheck(false, String.format(
			Locale.ROOT,
			"The image's lattice doesn't look like %s: its shape differs by %.0f %%. Estimate Physics ranks the crystals.",
			lattice.name(), 100 * best.shapeMisfit()));
		if (!Double.isNaN(given)) for (final CellMatch match : matches)
			if (match.cost() <= best.cost() + CellMatch.DECISIVE && agrees(match.pixelSize(), given))
				return FINE;
		return new CalibrationCheck(false, "The image's lattice suggests " + text(best.pixelSize()) +
			" nm per pixel for " + lattice.name() + (Double.isNaN(given) ? "." : String.format(Locale.ROOT,
				"; given: %.4g%s.", given, mistaken(given / best.pixelSize().value()))));
	}

	/** Which units differ by such a factor; empty if none do. */
	private static String mistaken(final double factor) {
		final double decades = Math.abs(Math.log10(factor));
		return Math.abs(decades - 1) < SAME_DECADES ? ", which is off by the factor between nm and Angstrom"
			: Math.abs(decades - 3) < SAME_DECADES ? ", which is off by the factor between nm and um or pm" : "";
	}

	private static boolean agrees(final Measured measured, final double given) {
		return Math.abs(given / measured.value() - 1) <= TOLERANCE || measured.deviations(
			given) <= DEVIATIONS;
	}

	/**
	 * What an image itself says, for somebody who took the crystal and the pixel size from
	 * elsewhere.
	 *
	 * @param used the pixel size that was used, nm
	 */
	public static String remark(final PhysicsEstimate estimate, final Lattice lattice,
		final double used)
	{
		final String end = " An estimate, for information: nothing of it was used.";
		if (!estimate.hasLattice()) return "no lattice is seen in the image's spectrum." + end;
		final CellMatch best = estimate.explainedBy(lattice, used).get(0);
		return String.format(Locale.ROOT,
			"the image repeats itself by %s and %s px at %s degrees, so %s nm per pixel would suit %s; %.5g nm was used%s.",
			text(estimate.a()), text(estimate.b()), text(estimate.angle()), text(best.pixelSize()), lattice
				.name(), used, of(estimate, lattice, used).agrees() ? "" : ", which disagrees") + end;
	}

	/** With so many digits that the error has two; without an error with five. */
	public static String text(final Measured measured) {
		final double sigma = measured.sigma();
		if (!(sigma > 0)) return new BigDecimal(measured.value()).round(new MathContext(5))
			.stripTrailingZeros().toPlainString();
		final int digits = (int) Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(sigma))));
		return String.format(Locale.ROOT, "%." + digits + "f ± %." + digits + "f", measured.value(), sigma);
	}
}
