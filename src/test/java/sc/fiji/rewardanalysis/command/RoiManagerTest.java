package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Managers;

@NeedsDisplay
public class RoiManagerTest {

	private static final List<Roi> ROIS = List.of(new Roi(1, 2, 3, 4), new Roi(5, 6, 7, 8));

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

	/** A macro in batch mode has a manager without a window. */
	@Test
	void aMacroInBatchModeHasItsOwn() {
		final String add = "call(\"" + RoiManagerTest.class.getName() + ".add\");";
		// A macro that returns leaves ImageJ in batch mode.
		final String count = IJ.runMacro("setBatchMode(true);" + add + add +
			"count = roiManager(\"count\"); setBatchMode(false); return \"\" + count;");
		assertEquals("4", count);
		assertNull(RoiManager.getRawInstance(), "no window was opened");
	}

	/** Called by a macro. */
	public static void add() {
		Managers.add(new ImagePlus("test", new ByteProcessor(20, 20)), ROIS);
	}

	@Test
	void anInterruptCancels() throws Exception {
		final CountDownLatch busy = new CountDownLatch(1);
		EventQueue.invokeLater(() -> {
			try {
				busy.await();
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
		});
		try {
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, RoiManagerTest::add);
			assertTrue(Thread.interrupted(), "who called is told");
		}
		finally {
			busy.countDown();
		}
		EventQueue.invokeAndWait(() -> assertNull(RoiManager.getInstance(), "it is not done later"));
	}
}
