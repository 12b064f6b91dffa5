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

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An atom of a crystal's cell.
 *
 * @param atomicNumber 1 to 118
 * @param x coordinate along the first cell vector, as a fraction; any finite number
 * @param y along the second one
 * @param z along the third one
 * @param occupancy share of cells that have it, above 0, up to 1
 */
public record CrystalAtom(int atomicNumber, double x, double y, double z, double occupancy) {

	public CrystalAtom {
		Checks.within("atomic number", atomicNumber, 1, 118);
		Checks.within("x of " + Elements.symbol(atomicNumber), x, -1e6, 1e6);
		Checks.within("y of " + Elements.symbol(atomicNumber), y, -1e6, 1e6);
		Checks.within("z of " + Elements.symbol(atomicNumber), z, -1e6, 1e6);
		Checks.positive("occupancy of " + Elements.symbol(atomicNumber), occupancy);
		Checks.within("occupancy of " + Elements.symbol(atomicNumber), occupancy, 0, 1);
	}

	/** Its symbol. */
	public String symbol() {
		return Elements.symbol(atomicNumber);
	}

	/** How strongly it scatters to large angles: Z² times the occupancy, Rutherford's law. */
	public double scattering() {
		return occupancy * atomicNumber * atomicNumber;
	}
}
