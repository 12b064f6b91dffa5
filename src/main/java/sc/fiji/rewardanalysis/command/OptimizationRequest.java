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

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * What the user asked {@link OptimizeAtomFinding} for, of one image or of a stack.
 *
 * @param image the slice that is shown
 * @param settings the physics and the ranges
 * @param engine how to search
 * @param rule when a search ends that isn't exact
 * @param pick which solution is shown first
 * @param seed of a search that isn't exact
 * @param refine how the picked solution's positions are refined
 * @param fit options of that
 * @param folder where files go; null for none
 * @param warmStart an earlier search to start from: its folder, its study or its journal; null for
 *          none
 * @param macro the line that repeats the run
 */
public record OptimizationRequest(AnalysedImage image, AtomFindingSettings settings, SearchEngine engine,
	StopRule rule, Pick pick, long seed, Refinement refine, FitOptions fit, Path folder,
	Path warmStart, String macro)
{

	/** Cancelled, the atoms stay as detected: the search's result is worth keeping. */
	RefinedAtoms refined(final AnalysedImage slice, final AtomSolution solution,
		final Progress progress)
	{
		try {
			return Refiner.refine(slice.pixels(), solution.preparation().contrast(), solution.atoms()
				.atoms(), refine, fit, progress);
		}
		catch (final CancellationException exc) {
			return RefinedAtoms.asDetected(solution.atoms().atoms());
		}
	}

	/** Whether an earlier solution is followed instead of being one of many that are tried. */
	boolean isFollowing() {
		return warmStart != null && (engine == SearchEngine.AUTO || engine == SearchEngine.EXACT);
	}

	/** How to search. */
	public SearchRequest search() {
		return new SearchRequest(engine, rule, pick, seed, folder, warmStart, macro);
	}
}
