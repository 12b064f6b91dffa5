package sc.fiji.rewardanalysis.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;

/**
 * The image with its atoms and crystal, as the commands' inputs say, which several share.
 *
 * @param analysed the part of the image that is analysed
 * @param atoms px of the image
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm
 */
record RegionScene(AnalysedImage analysed, ImageAtoms atoms, Lattice lattice, double pixelSize) {

	/**
	 * Reads the atoms.
	 *
	 * @param file of the atoms, if they come from one
	 */
	static RegionScene of(final AnalysedImage analysed, final AtomSource source, final File file,
		final Lattice lattice, final double pixelSize)
	{
		final ImagePlus image = analysed.source();
		return new RegionScene(analysed, ImageAtoms.of(image, analysed.slice(), image.getRoi(), source,
			AnalysisCommand.isGiven(file) ? file.toPath() : null), lattice, pixelSize);
	}

	/** Atoms in the analysed box, px of it. */
	List<Blob> inBox() {
		return atoms.atoms().stream().map(a -> new Blob(a.x() - analysed.x(), a.y() - analysed.y(), a.sigma(),
			a.response())).toList();
	}

	/** Measures the surroundings of the atoms. */
	AtomScene measured(final long seed, final Progress progress) {
		return new AtomScene(analysed.pixels(), analysed.area(), inBox(), pixelSize, lattice, seed,
			progress);
	}

	/** Refuses to write over the file that the atoms come from. */
	static void checkKept(final File atomsFile, final File folder) {
		if (!AnalysisCommand.isGiven(atomsFile) || !AnalysisCommand.isGiven(folder)) return;
		final Path from = atomsFile.toPath().toAbsolutePath().normalize();
		if (from.equals(folder.toPath().toAbsolutePath().normalize().resolve("atoms.csv")))
			throw new RewardAnalysisException(
				"The atoms come from %s, over which this command would write; choose another output_folder.",
				from);
	}
}
