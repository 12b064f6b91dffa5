package sc.fiji.rewardanalysis.command;

import java.io.File;
import java.util.List;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;

/**
 * Atoms to which a lattice is fitted, and those that are the reference.
 *
 * @param scene image and atoms
 * @param region which of the atoms in the box are the reference; null for no such choice
 */
record LatticeScene(RegionScene scene, Predicate<Position> region) {

	/**
	 * Reads the atoms: those in the selected area, or all if that is the reference.
	 *
	 * @param analysed the image, with its selection
	 * @param byRegion whether the selected area is the reference
	 */
	static LatticeScene of(final AnalysedImage analysed, final boolean byRegion,
		final AtomSource source, final File file, final Lattice lattice, final double pixelSize)
	{
		if (!byRegion) return new LatticeScene(RegionScene.of(analysed, source, file, lattice, pixelSize),
			null);
		final ImagePlus image = analysed.source();
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea()) throw new RewardAnalysisException(
			"The reference is a region, but \"%s\" has no area selected; draw a rectangle around the part that is the reference, or choose another reference.",
			image.getTitle());
		final AnalysedImage whole = AnalysedImage.of(image, null);
		final RegionScene scene = new RegionScene(whole, ImageAtoms.of(image, whole.slice(), null, source,
			AnalysisCommand.isGiven(file) ? file.toPath() : null), lattice, pixelSize);
		return new LatticeScene(scene, p -> analysed.area().contains(p.x() - analysed.x(), p.y() - analysed
			.y()));
	}

	AnalysedImage analysed() {
		return scene.analysed();
	}

	/** The atoms in the box, px of it. */
	List<Blob> atoms() {
		return scene.inBox();
	}

	LatticeAnalysis fit(final LatticeSettings settings, final Progress progress) {
		// Parts of it ask too seldom whether to cancel.
		return Waiting.unlessCancelled(() -> LatticeAnalysis.of(atoms(), analysed().pixels(), analysed()
			.area(), region, settings, progress), progress);
	}
}
