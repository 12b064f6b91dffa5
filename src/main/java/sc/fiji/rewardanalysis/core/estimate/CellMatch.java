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

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * How well a crystal explains the translations of an image.
 *
 * @param lattice the crystal
 * @param cell its translations that are taken for the measured ones, nm, in the same order
 * @param isWhole false if waves that tell the crystal's sites apart would have to be unseen
 * @param pixelSize that makes both cells equally large, nm
 * @param scaleMisfit how much larger the measured cell's sides are than the crystal's at the
 *          given pixel size, relative; NaN if none is given
 * @param shapeMisfit what remains after that: the larger strain, relative
 * @param brightnessMisfit root mean square of the logarithm of the waves' powers over those
 *          expected
 * @param columns that the measured cell would hold
 * @param aspect how much longer things are along x than along y, relative
 * @param shear by which angle vertical lines are tilted, degrees
 * @param cost what the rank follows from, the less the better; differences of 6 and more
 *          are decisive
 */
public record CellMatch(Lattice lattice, LatticeVectors cell, boolean isWhole, Measured pixelSize,
	double scaleMisfit, double shapeMisfit, double brightnessMisfit, double columns,
	double aspect, double shear, double cost)
{

	/** A cost that is larger by so much than another one's is decisive. */
	public static final double DECISIVE = 6;

	/** Scale, if known, and shape, as one relative deviation. */
	public double misfit() {
		return Double.isNaN(scaleMisfit) ? shapeMisfit : Math.hypot(scaleMisfit, shapeMisfit);
	}
}
