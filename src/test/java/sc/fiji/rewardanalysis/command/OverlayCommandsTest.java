package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.imagej.AtomOverlay;

class OverlayCommandsTest {

	@Test
	void onlyWhatIsOursIsRemoved() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
		Commands.succeed(FindAtoms.class, "image", image);
		assertTrue(AtomOverlay.count(image) > 10);
		Commands.succeed(RemoveOverlay.class, "image", image);
		assertEquals(0, AtomOverlay.count(image));
		assertEquals(1, image.getOverlay().size());
		Commands.succeed(RemoveOverlay.class, "image", image);
	}

	@Test
	void aManagerNeedsADisplay() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		Commands.refuse(AtomsToRoiManager.class, new String[] { "ybco", "no atoms" }, "image", image);
		Commands.succeed(FindAtoms.class, "image", image);
		Commands.refuse(AtomsToRoiManager.class, new String[] { "display", "overlay of \"ybco\"",
			"TIFF", "atoms.csv" }, "image", image);
	}

	/** Pixels that are no numbers are shown as left out, and stay so in the file. */
	@Test
	void whatIsLeftOutIsShown() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		image.getProcessor().setf(60, 70, Float.NaN);
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "refine", "none");
		final List<Roi> areas = java.util.Arrays.stream(image.getOverlay().toArray()).filter(r -> "left out"
			.equals(r.getName())).toList();
		assertEquals(1, areas.size());
		assertTrue(areas.get(0).contains(60, 70));
	}
}
