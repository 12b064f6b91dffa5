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

package sc.fiji.rewardanalysis.validation;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * Makes the pictures of the optimiser in {@code docs/images}: a Bayesian search of 40
 * evaluations on a simulated image. Usage:
 * {@code OptimizerPictures docs/images}, or with a second argument all charts.
 */
public final class OptimizerPictures {

	/** The pictures of the documentation, with their sizes in px. */
	private static final Map<StudyPlots.Kind, Dimension> SHOWN = Map.of(StudyPlots.Kind.HISTORY,
		new Dimension(800, 460), StudyPlots.Kind.SLICES, new Dimension(860, 560),
		StudyPlots.Kind.CONTOURS, new Dimension(800, 400));

	/** So much that the search has something to do. */
	private static final double NOISE = 1;

	private OptimizerPictures() {}

	public static void main(final String... args) {
		final var simulated = LogStarStudy.image(256, NOISE, 1).image();
		final AtomFindingTask task = new AtomFindingTask(simulated, Area.image((int) simulated.dimension(
			0), (int) simulated.dimension(1)), AtomFindingSettings.of(Lattices.get("YBa2Cu3O7-100"),
				LogStarStudy.PIXEL), Progress.NONE);
		final SearchResult result = task.search().run(SearchEngine.BAYESIAN, new StopRule(40,
			false), 1, Progress.NONE);
		final Evaluation picked = task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow();
		final StudyPlots plots = StudyPlots.of(result.study(), result.report());
		for (final StudyPlots.Kind kind : StudyPlots.Kind.values())
			if (args.length > 1 || SHOWN.containsKey(kind)) Pictures.write(Path.of(args[0]).resolve(
				"optimizer-" + kind.file()), plots.image(kind, picked, SHOWN.getOrDefault(kind, plots.size(
					kind)), 1));
	}
}
