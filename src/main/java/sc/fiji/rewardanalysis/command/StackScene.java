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

package sc.fiji.rewardanalysis.command;

import java.util.Optional;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;

/**
 * What is seen of a stack's search while it runs: the slice that is looked at, if it is one
 * that is searched.
 *
 * @param shown one of its slices
 * @param rule which solution is shown
 */
record StackScene(PooledAtomFinding pooled, AnalysedImage shown, Pick rule) implements
	LiveSearch.Scene
{

	@Override
	public Optional<Evaluation> pick(final Study study) {
		return pooled.pick(study, rule);
	}

	@Override
	public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
		final int current = shown.source().getCurrentSlice() - 1;
		final int i = StackOptimization.isSearched(pooled, current) ? current : StackOptimization
			.firstSearched(pooled);
		final AtomSolution solution = pooled.solution(i, evaluation, progress).orElseThrow();
		return new LiveSearch.Sketch(() -> AtomOverlay.show(shown.at(i + 1), solution.atoms().atoms(),
			solution.errors()), pooled.expectation());
	}

	@Override
	public String expectation() {
		return pooled.expectation();
	}
}
