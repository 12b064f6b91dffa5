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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.reward.SpacingFit;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PhysicsCheck;

/**
 * What the exact search with all its defaults picks, without the truth, and what can be told
 * of it.
 *
 * @param scene what was searched
 * @param solution what was picked
 * @param f1 by the truth
 * @param fit of the atoms' distances to those of the believed crystal
 * @param doubts what {@link PhysicsCheck} says
 */
record RewardVerdict(RewardScene scene, AtomSolution solution, double f1, SpacingFit fit,
	String doubts)
{

	static RewardVerdict of(final RewardScene scene) {
		return of(scene, scene.area());
	}

	/** @param area where it is searched */
	static RewardVerdict of(final RewardScene scene, final Area area) {
		final AtomFindingTask task = new AtomFindingTask(scene.image(), area, AtomFindingSettings.of(scene
			.lattice(), scene.pixelSize()), Progress.NONE);
		final var result = task.search().run(SearchEngine.EXACT, new StopRule(1, false), 1,
			Progress.NONE);
		final AtomSolution picked = task.solution(task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		final double f1 = Matching.match(picked.atoms().atoms(), scene.truth(), 0.25 * scene.spacing(), area
			.inset(scene.spacing() / 2)).f1();
		return new RewardVerdict(scene, picked, f1, SpacingFit.of(picked.atoms()), PhysicsCheck.of(task, picked));
	}

	/** One of the search's rewards. */
	double reward(final String name) {
		final Evaluation e = solution.evaluation();
		return switch (name) {
			case "QC" -> e.objectives()[0];
			case "ER" -> e.objectives()[1];
			default -> e.metrics().get(name);
		};
	}

	/** Whether the distances are said to be another crystal's. */
	boolean doubtsCrystal() {
		return fit.residual() > PhysicsCheck.RESIDUAL;
	}

	/** Whether another pixel size is proposed. */
	boolean doubtsPixel() {
		return doubts.contains("is the pixel size");
	}
}
