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

import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * LoG*: parameters are searched anew in each image.
 *
 * @param engine how
 * @param rule when a search ends that isn't exact
 * @param pick which solution is taken
 * @param seed of a search that isn't exact
 */
public record OptimizedLog(SearchEngine engine, StopRule rule, Pick pick, long seed)
	implements NoiseMethod
{

	/** Its name. */
	public static final String NAME = "LoG*";

	/** A search takes some tens of detections. */
	private static final double EFFORT = 25;

	public OptimizedLog {
		Checks.given("engine", engine);
		Checks.given("stop rule", rule);
		Checks.given("pick", pick);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String description() {
		return "Laplacian of Gaussian, its parameters optimised anew at each level (search: " + engine
			.name().toLowerCase(Locale.ROOT) + ").";
	}

	@Override
	public double effort() {
		return EFFORT;
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		final AtomSolution solution = solution(image, scene, progress);
		return new Detected(solution.atoms().atoms(), LogBlobs.table(solution.parameters()));
	}

	/** The solution that is picked. */
	AtomSolution solution(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		final AtomFindingTask task = new AtomFindingTask(image, scene.area(), scene.settings(), progress
			.part(0, 0.05));
		final Study study = task.search().run(engine, rule, seed, progress.part(0.05, 0.95)).study();
		// What a cancelled search has found so far isn't its optimum.
		progress.checkCanceled();
		return task.pick(study, pick).map(e -> task.solution(e, progress)).orElseThrow(
			() -> new RewardAnalysisException(
				"None of the parameters that were tried found 5 atoms in the counted area."));
	}
}
