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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much can be said for a window's atoms, without knowing the truth: the product of four
 * parts, each from 0 to 1, so that none makes up for another.
 *
 * @param count 1 − QC: whether the number of atoms is possible
 * @param spacing 1 − ER: whether none are too close
 * @param cover 1 − coverage_gap: whether no columns are missing between the atoms
 * @param agreement whether overlapping windows, with other parameters, find the same atoms: 2m
 *          / (n₁ + n₂) of m pairs among n₁ and n₂ atoms where both can see them, over all
 *          neighbours; NaN if there are none
 */
public record Confidence(double count, double spacing, double cover, double agreement) {

	/**
	 * Below it a window is doubtful: of those that WindowStudy simulates, 88 of the 119 below it
	 * have an F1 below 0.95, and 20 of the 256 others.
	 */
	public static final double LIMIT = 0.995;

	/** Of a window without a solution. */
	static Confidence none(final double agreement) {
		return new Confidence(Double.NaN, Double.NaN, Double.NaN, agreement);
	}

	static Confidence of(final double qc, final double er, final double gap,
		final double agreement)
	{
		return new Confidence(rest(qc), rest(er), rest(gap), agreement);
	}

	private static double rest(final double error) {
		return Math.max(0, 1 - error);
	}

	/** Whether it is below {@link #LIMIT} or isn't known. */
	public boolean isDoubtful() {
		return !(value() >= LIMIT);
	}

	/** The value to three digits, rounded down so that none looks surer than it is. */
	public String text() {
		return Double.isNaN(value()) ? "no solution" : BigDecimal.valueOf(value()).setScale(3,
			RoundingMode.DOWN).toPlainString();
	}

	/** The product, without an agreement that isn't known; NaN without a solution. */
	public double value() {
		return count * spacing * cover * (Double.isNaN(agreement) ? 1 : agreement);
	}
}
