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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;

/** A small image without noise, with its truth. */
public final class NoiseTestData {

	static final SimulatedImage IMAGE = ImageSimulator.simulate(SimulationParameters.builder(
		Ybco.LATTICE).size(Ybco.SIZE, Ybco.SIZE).pixelSize(Ybco.PIXEL).noise(0).seed(1).build(),
		Progress.NONE);

	static final AtomFindingSettings FINDING = AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL);

	static final OptimizedLog SEARCH = new OptimizedLog(SearchEngine.EXACT, new StopRule(60, false),
		Pick.EUCLIDEAN, 1);

	private static final Map<Boolean, NoiseResult> RESULTS = new ConcurrentHashMap<>();

	private NoiseTestData() {}

	static NoiseSettings settings(final NoiseLevels levels, final int repeats,
		final NoiseMethod... methods)
	{
		return new NoiseSettings(FINDING, levels, repeats, SEARCH, List.of(methods), 0, 1);
	}

	static NoiseTruth truth() {
		return NoiseTruth.given(IMAGE.columns().stream().map(c -> new Blob(c.x(), c.y(), 1, 0)).toList(),
			"the simulation");
	}

	static NoiseStudy study(final NoiseSettings settings, final NoiseTruth truth) {
		return new NoiseStudy(IMAGE.image(), Ybco.AREA, settings, truth, Progress.NONE);
	}

	/** A small study for tests of what shows it. */
	public static NoiseResult result(final boolean dose) {
		return RESULTS.computeIfAbsent(dose, NoiseTestData::made);
	}

	private static NoiseResult made(final boolean dose) {
		final NoiseLevels levels = dose ? NoiseLevels.poisson(NoiseUnit.ELECTRONS_PER_AREA, 1e6, 1e3, 3)
			: NoiseLevels.gaussian(1, 2);
		return study(settings(levels, 2, SEARCH, new KeptLog(), new DefaultLog(), new RmsLog(),
			new OtsuRegions()), dose ? null : truth()).run(NoiseLog.NONE, Progress.NONE, r -> {});
	}
}
