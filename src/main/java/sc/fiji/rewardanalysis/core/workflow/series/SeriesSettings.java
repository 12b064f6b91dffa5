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

package sc.fiji.rewardanalysis.core.workflow.series;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.track.TrackSettings;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;

/**
 * How a series is analysed.
 *
 * @param finding the physics and the ranges
 * @param engine how frames are searched
 * @param rule when a search ends that isn't exact
 * @param pick which solution of a frame is taken
 * @param seed of searches that aren't exact
 * @param refine how positions are refined
 * @param fit options of that
 * @param track how columns are followed
 */
public record SeriesSettings(AtomFindingSettings finding, SearchEngine engine, StopRule rule,
	Pick pick, long seed, Refinement refine, FitOptions fit, TrackSettings track)
{

	public SeriesSettings {
		Checks.given("settings", finding);
		Checks.given("engine", engine);
		Checks.given("rule", rule);
		Checks.given("pick", pick);
		Checks.given("refine", refine);
		Checks.given("fit options", fit);
		Checks.given("settings of tracks", track);
	}

	/**
	 * The settings of tracks that follow from the crystal.
	 *
	 * @param linkDistance nm; 0 for the usual part of the distance of neighbouring columns
	 */
	public static TrackSettings track(final AtomFindingSettings finding, final double linkDistance,
		final int maxGap)
	{
		Checks.atLeast("link_distance", linkDistance, 0);
		final double spacing = finding.lattice().nearestDistance() / finding.pixelSize();
		if (linkDistance == 0) return TrackSettings.of(spacing, maxGap);
		final double tolerance = linkDistance / finding.pixelSize();
		return new TrackSettings(spacing, tolerance, maxGap, Math.max(tolerance, TrackSettings.REACH *
			spacing));
	}
}
