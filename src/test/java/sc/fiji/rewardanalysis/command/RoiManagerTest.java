package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

@NeedsDisplay
class RoiManagerTest {

	@Test
	void atomsComeAfterWhatIsThere() throws Exception {
		final RoiManager manager = RoiManager.getRoiManager();
		try {
			final Roi mine = new Roi(1, 2, 3, 4);
			manager.addRoi(mine);
			final ImagePlus image = CommandImages.ybco();
			Commands.succeed(FindAtoms.class, "image", image);
			Commands.succeed(AtomsToRoiManager.class, "image", image);
			assertEquals(1 + AtomOverlay.count(image), manager.getCount());
			assertEquals(mine, manager.getRoi(0));
			assertEquals(AtomOverlay.ATOM, manager.getRoi(1).getStrokeColor());
			assertEquals("atom 1", manager.getRoi(1).getName());
		}
		finally {
			manager.close();
		}
	}
}
