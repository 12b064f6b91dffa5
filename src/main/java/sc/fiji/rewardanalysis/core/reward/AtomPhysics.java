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

package sc.fiji.rewardanalysis.core.reward;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What the crystal and the pixel size let us expect of the atoms in an image.
 *
 * @param pixelSize nm per px
 * @param counted where columns can be found: the analysed area without a rim of
 *          one column radius. Atoms outside it are neither counted nor blamed.
 * @param expected columns expected there: density × area
 * @param low fewest columns that can truly lie there, whatever the lattice's
 *          phase and rotation
 * @param high most columns
 * @param judged where an atom has all its neighbours inside the image: the
 *          analysed area without a rim of one nearest-neighbour distance. Only
 *          atoms in it can be spacing errors.
 * @param expectedJudged columns expected in {@code judged}
 * @param neighbourSumLimit DS: an atom whose distances to its four nearest
 *          neighbours sum to less is an error, nm
 * @param coveringRadius no point of the ideal crystal is farther from its nearest
 *          column, nm
 * @param siteDistances for each site of the projected cell, the distances to its
 *          nearest columns, ascending, nm
 */
public record AtomPhysics(double pixelSize, Area counted, double expected, int low, int high,
	Area judged, double expectedJudged, double neighbourSumLimit, double coveringRadius,
	double[][] siteDistances)
{

	/** Below this number of atoms a result has no meaning, however it scores. */
	public static final int FEWEST_ATOMS = 5;

	/**
	 * @throws RewardAnalysisException if a length isn't positive, an area is missing, fewer than
	 *          {@link #FEWEST_ATOMS} columns are expected, or {@code low} is above {@code high}
	 */
	public AtomPhysics {
		Checks.positive("pixel_size", pixelSize);
		Checks.given("counted area", counted);
		Checks.given("judged area", judged);
		Checks.positive("DS", neighbourSumLimit);
		Checks.positive("covering radius", coveringRadius);
		if (!(expected >= FEWEST_ATOMS) || !(expectedJudged > 0)) throw new RewardAnalysisException(
			"The analysed area should hold %.1f atom columns; at least %d are needed, so choose a larger " +
				"area or check the pixel size.", expected, FEWEST_ATOMS);
		if (low > high) throw new RewardAnalysisException(
			"The fewest expected columns (%d) are more than the most (%d).", low, high);
		siteDistances = Arrays.stream(siteDistances).map(double[]::clone).toArray(double[][]::new);
	}

	/** A copy. */
	@Override
	public double[][] siteDistances() {
		return Arrays.stream(siteDistances).map(double[]::clone).toArray(double[][]::new);
	}

	/** The shortest distance between two columns of the ideal crystal, nm. */
	public double nearestDistance() {
		return Arrays.stream(siteDistances).mapToDouble(d -> d[0]).min().getAsDouble();
	}
}
