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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;

/**
 * What positions are compared with.
 *
 * @param atoms px, in the image's coordinates
 * @param origin where they come from, in words
 * @param isGiven whether they are a truth that was given, or what LoG* found without added noise
 */
public record NoiseTruth(List<Blob> atoms, String origin, boolean isGiven) {

	/** True columns that are closer than this fraction of the crystal's shortest distance are none. */
	private static final double CLOSEST = 0.5;

	public NoiseTruth {
		atoms = List.copyOf(Checks.given("true positions", atoms));
		Checks.given("where the true positions come from", origin);
	}

	/** Given positions. */
	public static NoiseTruth given(final List<Blob> atoms, final String origin) {
		return new NoiseTruth(atoms, origin, true);
	}

	/** What LoG* finds without added noise: it measures agreement, not truth. */
	static NoiseTruth found(final List<Blob> atoms) {
		return new NoiseTruth(atoms, "what LoG* finds without added noise", false);
	}

	/** What F1 means then. */
	public String meaning() {
		return isGiven ? "F1 against " + origin : "F1: agreement with the noise-free result of LoG*";
	}

	/**
	 * @throws RewardAnalysisException if there are none where atoms count, some are double, or
	 *           they are much closer than the crystal's columns: in another unit, for instance
	 */
	void check(final AtomPhysics physics) {
		final AtomSet set = new AtomSet(atoms, physics);
		if (set.counted().length == 0) throw new RewardAnalysisException(
			"None of the %d true positions (%s) lies in the counted area; they must be those of this image, in px.",
			atoms.size(), origin);
		final Set<List<Double>> places = new HashSet<>();
		final long doubles = atoms.stream().filter(a -> !places.add(List.of(a.x(), a.y()))).count();
		if (doubles > 0) throw new RewardAnalysisException(
			"%s of the true positions (%s) %s more than once; leave each once.", doubles, origin, doubles == 1
				? "is there" : "are there");
		if (atoms.size() < 2) return;
		final double[] nearest = new double[atoms.size()];
		for (int i = 0; i < nearest.length; i++)
			nearest[i] = set.nearestDistances(i)[0];
		final double typical = Quartiles.of(Arrays.stream(nearest)).median();
		if (typical < CLOSEST * physics.nearestDistance()) throw new RewardAnalysisException(
			"The true positions (%s) are %.3g px apart, the crystal's nearest columns %.3g px; give positions in px of this image, and check crystal and pixel size.",
			origin, typical / physics.pixelSize(), physics.nearestDistance() / physics.pixelSize());
	}

	/** What to say of a truth that has other numbers than the crystal; empty if nothing. */
	public String note(final AtomPhysics physics) {
		final int n = new AtomSet(atoms, physics).counted().length;
		return n >= physics.low() && n <= physics.high() ? "" : String.format(Locale.ROOT,
			"There are %s in the counted area (%s), where the crystal has %d to %d.", Words.count(n,
				isGiven ? "true position" : "atom"), origin, physics.low(), physics.high());
	}
}
