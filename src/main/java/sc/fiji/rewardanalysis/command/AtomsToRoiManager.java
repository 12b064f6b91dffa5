package sc.fiji.rewardanalysis.command;

import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Managers;

/** Adds the atoms of an image's overlay to the ROI Manager, after what is there. */
@Plugin(type = Command.class, headless = true, menuPath = "Plugins > Reward Analysis > " +
	AtomsToRoiManager.LEAF)
public final class AtomsToRoiManager extends AnalysisCommand {

	static final String LEAF = "Atoms to ROI Manager";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		final List<Roi> atoms = AtomOverlay.rois(AnalysedImage.given(image));
		if (atoms.isEmpty()) throw new RewardAnalysisException(
			"The overlay of \"%s\" has no atoms; find them first with %s or %s", image.getTitle(),
			OptimizeAtomFinding.LEAF, FindAtoms.LEAF);
		Managers.add(image, atoms);
	}
}
