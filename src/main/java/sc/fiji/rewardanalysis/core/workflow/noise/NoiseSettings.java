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

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;

/**
 * What is studied.
 *
 * @param finding the crystal, the pixel size, and what LoG* searches
 * @param levels how much noise
 * @param repeats noisy images a level; one where there is no noise
 * @param search finds the optimum without added noise
 * @param methods side by side; their names differ
 * @param matchDistance largest distance of a found atom and its true place, nm; 0 for a quarter
 *          of the crystal's shortest distance of columns
 * @param seed of the noise
 */
public record NoiseSettings(AtomFindingSettings finding, NoiseLevels levels, int repeats,
	OptimizedLog search, List<NoiseMethod> methods, double matchDistance, long seed)
{

	public NoiseSettings {
		Checks.given("settings of the atom finding", finding);
		Checks.given("noise levels", levels);
		Checks.atLeast("repeats", repeats, 1);
		Checks.given("search", search);
		Checks.atLeast("match_distance", matchDistance, 0);
		methods = List.copyOf(Checks.given("methods", methods));
		if (methods.isEmpty()) throw new RewardAnalysisException(
			"No method was chosen; choose at least one to study.");
		if (methods.stream().map(NoiseMethod::name).distinct().count() < methods.size())
			throw new RewardAnalysisException(
				"Two of the methods have the same name; give each its own.");
	}

	/** How many runs there are. */
	public int runs() {
		int runs = 0;
		for (int level = 0; level < levels.size(); level++)
			runs += repeats(level) * methods.size();
		return runs;
	}

	/** How many noisy images a level has. */
	public int repeats(final int level) {
		return levels.isClean(level) ? 1 : repeats;
	}
}
