package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;

/** Editing on an image, without mouse and window. */
@NeedsDisplay
class ImageLinkTest {

	private final ImagePlus image = new ImagePlus("link", new FloatProcessor(Ybco.SIZE, Ybco.SIZE));
	private ImageCanvas canvas;
	private Session session, other;
	private ImageLink link, otherLink;

	@BeforeEach
	void open() throws Exception {
		image.show();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (image.getCanvas() == null || !image.getCanvas().isShowing()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(10);
		}
		canvas = image.getCanvas();
		SwingUtilities.invokeAndWait(() -> {
			session = session();
			other = session();
			link = new ImageLink(session, () -> {}, () -> {});
			otherLink = new ImageLink(other, () -> {}, () -> {});
		});
	}

	private Session session() {
		final FakeSolutions fake = new FakeSolutions(image);
		return new Session(fake, fake.found(fake.atoms(FakeSolutions.evaluation(0))),
			SwingUtilities::invokeLater);
	}

	@AfterEach
	void close() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			link.close();
			otherLink.close();
			session.close();
			other.close();
			image.changes = false;
			image.close();
		});
	}

	@Test
	void anAtomIsTakenBackWhileItIsDragged() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			final int before = session.atoms().size();
			session.edit(atoms -> atoms.add(60, 60));
			link.drag(before, 61, 60);
			session.edit(EditedAtoms::undo);
			link.drag(before, 62, 60);
			link.move(before, 62, 60);
			assertEquals(before, session.atoms().size());
		});
	}

	/** The canvas has its own listeners back only when nobody edits on it. */
	@Test
	void onlyOneEditsAtATime() throws Exception {
		final int[] ended = { 0 };
		SwingUtilities.invokeAndWait(() -> {
			link.whenEditEnds(() -> ended[0]++);
			assertTrue(hasTools());
			link.edit(true);
			assertFalse(hasTools());
			otherLink.edit(true);
			assertEquals(1, ended[0]);
			link.close();
			assertFalse(hasTools(), "the other one edits");
			otherLink.close();
			assertTrue(hasTools());
		});
		assertEquals(1, Arrays.stream(canvas.getMouseListeners()).filter(l -> l == canvas).count());
		assertEquals(1, Arrays.stream(canvas.getMouseMotionListeners()).filter(l -> l == canvas).count());
	}

	private boolean hasTools() {
		return Arrays.asList(canvas.getMouseListeners()).contains(canvas);
	}
}
