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

package sc.fiji.rewardanalysis.core.network;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/**
 * What the scenes are like that a network learns from.
 *
 * @param lattices crystals of which each scene has one; not empty
 * @param invented share of scenes with a crystal that nobody knows, 0 to 1: a random cell with one
 *          to four columns
 * @param varied whether to add what real images have: haze, gamma, blur, an edge of the sample,
 *          vacancies, displacements, amorphous zones, drift. Without it: lattices at a random place
 *          and rotation, a slope of brightness and noise
 * @param size of a scene's side, px
 * @param spacingLow least distance of nearest columns, px
 * @param spacingHigh largest
 * @param noiseLow least standard deviation of the noise, on the picture from 0 to 1
 * @param noiseHigh largest; in between low noise is the more frequent
 */
public record SceneSettings(List<Lattice> lattices, double invented, boolean varied, int size,
	double spacingLow, double spacingHigh, double noiseLow, double noiseHigh)
{

	/** Distances of nearest columns, px, unless told otherwise. */
	public static final double SPACING_LOW = 8, SPACING_HIGH = 16;

	/** Share of invented crystals among mixed ones. */
	private static final double INVENTED = 0.3;

	/** Largest side, px. */
	private static final int LARGEST = 1024;

	public SceneSettings {
		lattices = List.copyOf(Checks.given("list of crystals", lattices));
		if (lattices.isEmpty()) throw new RewardAnalysisException(
			"There is no crystal to train on; choose at least one.");
		Checks.within("share of invented crystals", invented, 0, 1);
		Checks.within("size of a training image (px)", size, 16, LARGEST);
		Checks.within("spacing_low (px)", spacingLow, 6, 64);
		Checks.within("spacing_high (px)", spacingHigh, spacingLow, 64);
		Checks.within("noise_low", noiseLow, 0, 10);
		Checks.within("noise_high", noiseHigh, noiseLow, 10);
	}

	/** All presets and invented crystals, with everything that real images have. */
	public static SceneSettings mixed(final int size, final double noiseLow,
		final double noiseHigh)
	{
		return new SceneSettings(Lattices.names().stream().map(Lattices::get).toList(), INVENTED, true,
			size, SPACING_LOW, SPACING_HIGH, noiseLow, noiseHigh);
	}

	/** One crystal, with everything that real images have. */
	public static SceneSettings of(final Lattice lattice, final int size, final double noiseLow,
		final double noiseHigh)
	{
		return new SceneSettings(List.of(lattice), 0, true, size, SPACING_LOW, SPACING_HIGH, noiseLow,
			noiseHigh);
	}

	/** The same without a crystal: nothing of it is learnt from. */
	public SceneSettings without(final String lattice) {
		return new SceneSettings(lattices.stream().filter(l -> !l.name().equals(lattice)).toList(),
			invented, varied, size, spacingLow, spacingHigh, noiseLow, noiseHigh);
	}
}
