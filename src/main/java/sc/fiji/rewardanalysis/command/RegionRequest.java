package sc.fiji.rewardanalysis.command;

import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;

/**
 * What the user asked {@link OptimizeAmorphousRegions} for.
 *
 * @param image the slice that is shown
 * @param atoms px of the image
 * @param settings the physics and the ranges
 * @param search how to search
 * @param inputs keys of the macro line that are the same for each solution, with a space after
 *          them
 */
record RegionRequest(AnalysedImage image, ImageAtoms atoms, RegionSettings settings,
	SearchRequest search, String inputs)
{

	/** px of the analysed box. */
	List<Blob> atomsInBox() {
		return atoms.atoms().stream().map(a -> new Blob(a.x() - image.x(), a.y() - image.y(), a.sigma(), a
			.response())).toList();
	}

	/** What is asked again and again. */
	AtomScene scene(final List<Blob> inBox, final Progress progress) {
		return new AtomScene(image.pixels(), image.area(), inBox, settings.pixelSize(), settings.lattice(),
			(int) settings.dimensions().high(), search.seed(), progress);
	}
}
