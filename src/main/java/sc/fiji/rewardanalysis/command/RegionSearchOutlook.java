package sc.fiji.rewardanalysis.command;

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
