package sc.fiji.rewardanalysis.command;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What the dialog of {@link OptimizeAmorphousRegions} says of the values in it. */
final class RegionOutlook {

	private RegionOutlook() {}

	/** @param given whether the user gave the pixel size */
	static Outlook of(final RegionRequest request, final boolean given, final Progress progress) {
		final AtomScene scene = request.scene(request.atomsInBox(), progress);
		final double nm = request.settings().pixelSize();
		final RegionRanges ranges = request.settings().ranges(scene.spacing());
		final List<Double> windows = ranges.windows();
		return new Outlook(List.of(new Fact("Pixel size", number(nm) + " nm, " + (given ? "as given"
			: "from the image"), "All lengths depend on it."), //
			new Fact("Atoms", scene.atoms().size() + ", from " + request.atoms().origin(),
				"Those in the analysed area."), //
			new Fact("Distance of neighbours", number(scene.spacing()) + " nm = " + number(scene.spacing() /
				nm) + " px", "Median distance of an atom to its nearest one."), //
			new Fact("Windows", number(windows.get(0)) + " to " + number(windows.get(windows.size() - 1)) +
				" nm = " + number(windows.get(0) / nm) + " to " + number(windows.get(windows.size() - 1) /
					nm) + " px, " + Words.count(windows.size(), "size"),
				"Sides of the patches around atoms that are tried.")), AnalysedImage.slices(request.image()
					.source()) > 1 ? "Of this stack only the slice that is shown is searched." : "", null, null,
			"");
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.3g", value);
	}
}
