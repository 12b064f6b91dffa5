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

package sc.fiji.rewardanalysis.core.lattice;

import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One visible atom column of a projected cell. Columns too light to be seen
 * (oxygen in a Z-contrast image) are no sites: leave them out.
 *
 * @param species its name, such as {@code Ba} or {@code Cu1}; letters, digits and
 *          {@code + - . _ ( ) '}, because it is written to CSV files
 * @param atomicNumber of the element which dominates the column, 1 to 118
 * @param u coordinate along the cell's first vector, as a fraction, [0, 1)
 * @param v coordinate along the cell's second vector, as a fraction, [0, 1)
 */
public record Site(String species, int atomicNumber, double u, double v) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+\\-._()']+");

	/**
	 * @throws RewardAnalysisException if the species isn't letters and digits, there is no such
	 *          element, or a coordinate isn't from 0 to below 1
	 */
	public Site {
		Checks.given("species of a lattice site", species);
		if (!NAME.matcher(species).matches()) throw new RewardAnalysisException(
			"The species \"%s\" has a character that tables cannot carry; use letters and digits.",
			species);
		Checks.within("atomic number of " + species, atomicNumber, 1, 118);
		fraction("u", species, u);
		fraction("v", species, v);
	}

	private static void fraction(final String axis, final String species, final double value) {
		if (!(value >= 0 && value < 1)) throw new RewardAnalysisException(
			"%s of %s is %s; it must be a fraction of the cell, from 0 up to but not including 1.",
			axis, species, Double.toString(value));
	}
}
