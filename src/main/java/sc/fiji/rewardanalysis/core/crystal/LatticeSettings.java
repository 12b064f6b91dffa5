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

package sc.fiji.rewardanalysis.core.crystal;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What a lattice is fitted with.
 *
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm; NaN if it isn't known, as without a crystal it may be
 * @param reference from which lattice displacements are measured
 * @param strain which measure of strain
 * @param strainRadius how far atoms count for the strain, sides of the cell, see
 *          {@link Strains#RADIUS}
 * @param tolerance how far an atom may be from its site, see {@link LatticeFit#TOLERANCE}
 * @param sublattice species whose offset from its neighbours is mapped
 */
public record LatticeSettings(Lattice lattice, double pixelSize, ReferenceKind reference,
	StrainKind strain, double strainRadius, double tolerance, Sublattice sublattice)
{

	public LatticeSettings {
		Checks.given("reference", reference);
		Checks.given("strain", strain);
		Checks.within("strain_radius (cells)", strainRadius, 1, 50);
		Checks.within("tolerance", tolerance, 0.05, 0.5);
		Checks.given("sublattice", sublattice);
		if (lattice != null && !(pixelSize > 0)) throw new RewardAnalysisException(
			"The pixel size isn't known, which the crystal %s needs; give pixel_size, set the image's scale, or let the crystal be unknown.",
			lattice.name());
		if (lattice == null && reference == ReferenceKind.IDEAL) throw new RewardAnalysisException(
			"The ideal crystal as reference needs the crystal; choose it as lattice, or another reference.");
	}

	/** The usual ones. */
	public static LatticeSettings of(final Lattice lattice, final double pixelSize) {
		return new LatticeSettings(lattice, pixelSize, ReferenceKind.GLOBAL, StrainKind.SMALL,
			Strains.RADIUS, LatticeFit.TOLERANCE, Sublattice.LIGHTEST);
	}

	/** With another reference. */
	public LatticeSettings reference(final ReferenceKind kind) {
		return new LatticeSettings(lattice, pixelSize, kind, strain, strainRadius, tolerance, sublattice);
	}
}
