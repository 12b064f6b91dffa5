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

package sc.fiji.rewardanalysis.command.amorphous;

import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSettings;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What the dialog of {@link OptimizeAmorphousRegions} says of the values in it. */
final class RegionSearchOutlook {

	private RegionSearchOutlook() {}

	/**
	 * @param given whether the user gave the pixel size
	 * @param typical what is looked for to be shown; null for nothing
	 */
	static Outlook of(final RegionRequest request, final boolean given, final RegionSettings typical,
		final Progress progress)
	{
		final AtomScene scene = request.measured(progress);
		final RegionRanges ranges = request.settings().ranges(scene.spacing());
		final FoundRegions found = typical == null ? null : found(request, scene, typical, progress);
		final double nm = scene.pixelSize();
		final List<Double> windows = ranges.windows();
		final String first = RegionOutlook.number(windows.get(0)), last = RegionOutlook.number(windows.get(
			windows.size() - 1));
		return new Outlook(List.of(new Fact("Pixel size", RegionOutlook.number(nm) + " nm, " + (given
			? "as given" : "from the image"), "Windows, smoothing and dilation are lengths."), //
			new Fact("Atoms", scene.atoms().size() + " from " + request.scene().atoms().origin(), "From " +
				request.scene().atoms().origin() + "."), //
			new Fact("Nearest atoms", RegionOutlook.lengths(scene.spacing(), nm),
				"Median distance of an atom to its nearest one."), //
			new Fact("Windows searched", first.equals(last) ? first + " nm" : first + " to " + last +
				" nm, " + Words.count(windows.size(), "size"),
				"Sides of the squares around atoms that are tried."), //
			new Fact("Typical regions", found == null ? Outlook.PENDING : RegionOutlook.area(found.found()),
				"With the defaults of Find Amorphous Regions, before any search.")), note(request,
					found), null, null, "", found == null ? null : RegionOutlook.drawing(found));
	}

	/** Why the defaults find nothing, else of which slice of a stack this is. */
	private static String note(final RegionRequest request, final FoundRegions found) {
		return found == null || found.found().isFeasible() ? RegionOutlook.slice(request.scene())
			: found.report().verdict();
	}

	private static FoundRegions found(final RegionRequest request, final AtomScene scene,
		final RegionSettings typical, final Progress progress)
	{
		final RegionFinder finder = new RegionFinder(scene, request.settings().component());
		final AmorphousRegions found = finder.find(typical.clustering(scene.spacing()), typical.rule(scene
			.spacing()), progress);
		return new FoundRegions(request.scene(), finder, found, finder.map(found, progress));
	}
}
