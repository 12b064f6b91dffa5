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

package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What a classification of atoms depends on besides image and atoms.
 *
 * @param window side of the patches, px; 0 for {@value #SPACINGS} times the typical distance
 *          of nearest atoms
 * @param normalization of each patch
 * @param first how all atoms are told apart
 * @param split which class is split in a second pass
 * @param splitInto into how many; {@link PassSettings#SUGGESTED} for what the criterion
 *          suggests. Patches aren't averaged with their turned selves there
 * @param lattice the crystal, which names the classes; null if it isn't known
 */
public record ClassificationSettings(double window, PatchNormalization normalization,
	PassSettings first, Split split, int splitInto, Lattice lattice)
{

	/**
	 * The automatic window in typical distances of nearest atoms. With twice that distance the
	 * orientations of Ba in YBa2Cu3O7 fell apart in some images only, with 2.6 times in all.
	 */
	public static final double SPACINGS = 2.6;

	/** The normalisation if nothing else is asked for: differences in thickness don't count. */
	public static final PatchNormalization NORMALIZATION = PatchNormalization.STANDARD;

	public ClassificationSettings {
		if (window != 0) Checks.atLeast("window (px)", window, 2);
		Checks.given("normalization", normalization);
		Checks.given("first pass", first);
		Checks.given("class to split", split);
		if (splitInto != PassSettings.SUGGESTED) Checks.within("split_into", splitInto, 2,
			PassSettings.MOST_COMPONENTS);
	}

	/** What is used if nothing else is asked for. */
	public static ClassificationSettings of(final Lattice lattice, final long seed) {
		return new ClassificationSettings(0, NORMALIZATION, PassSettings.species(seed), Split.NONE, 2,
			lattice);
	}

	/** The same with a second pass. */
	public ClassificationSettings split(final Split which, final int into) {
		return new ClassificationSettings(window, normalization, first, which, into, lattice);
	}
}
