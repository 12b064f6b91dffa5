package sc.fiji.rewardanalysis.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** Removes from an image's overlay what the suite has put there, and nothing else. */
@Plugin(type = Command.class, headless = true, menuPath = "Plugins > Reward Analysis > " +
	RemoveOverlay.LEAF)
public final class RemoveOverlay extends AnalysisCommand {

	static final String LEAF = "Remove Overlay of Reward Analysis";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		AtomOverlay.clear(AnalysedImage.given(image));
	}
}
