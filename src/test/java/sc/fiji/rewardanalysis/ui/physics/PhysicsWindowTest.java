package sc.fiji.rewardanalysis.ui.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.estimate.Measured;

@NeedsDisplay
class PhysicsWindowTest {

	private final List<String> done = new ArrayList<>();
	private PhysicsWindow window;

	/** Remembers what it is asked for. */
	private record Fake(boolean seen, List<String> done) implements Physics {

		private static final BufferedImage PICTURE = new BufferedImage(30, 30,
			BufferedImage.TYPE_INT_RGB);

		@Override
		public ImagePlus image() {
			return new ImagePlus("image", new ByteProcessor(9, 9));
		}

		@Override
		public String summary() {
			return "Lattice: …";
		}

		@Override
		public List<List<String>> quantities() {
			return seen ? List.of(List.of("a", "26.0 ± 0.1 px", "translation")) : List.of();
		}

		@Override
		public List<String> crystalHeadings() {
			return List.of("crystal", "misfit (%)");
		}

		@Override
		public List<List<String>> crystals() {
			return List.of(List.of("SrTiO3-001", "0.3"));
		}

		@Override
		public BufferedImage spectrum() {
			return PICTURE;
		}

		@Override
		public BufferedImage motif() {
			return seen ? PICTURE : null;
		}

		@Override
		public BufferedImage sample() {
			return seen ? PICTURE : null;
		}

		@Override
		public Measured pixelSize() {
			return seen ? new Measured(0.015, 0.0001) : null;
		}

		@Override
		public String reason() {
			return "0.015 nm?";
		}

		@Override
		public void setPixelSize(final double nanometres) {
			done.add("size " + nanometres);
		}

		@Override
		public void selectSample() {
			done.add("sample");
		}
	}

	private void open(final boolean seen) throws Exception {
		EventQueue.invokeAndWait(() -> window = PhysicsWindow.show("Physics", new Fake(seen, done),
			Optional::empty));
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> window.frame().dispose());
	}

	@Test
	void thePixelSizeIsSetOnlyAfterAYes() throws Exception {
		open(true);
		assertEquals(5, window.tabs().getTabCount());
		assertEquals(List.of(), done, "opening it does nothing");
		EventQueue.invokeAndWait(() -> {
			window.setQuestion(reason -> {
				done.add(reason);
				return false;
			});
			window.sizeButton().doClick();
		});
		assertEquals(List.of("0.015 nm?"), done);
		EventQueue.invokeAndWait(() -> {
			window.setQuestion(reason -> true);
			window.sizeButton().doClick();
		});
		assertEquals("size 0.015", done.get(1));
		assertTrue(window.status().contains("is set"));
	}

	@Test
	void theSampleIsSelected() throws Exception {
		open(true);
		EventQueue.invokeAndWait(() -> window.selectButton().doClick());
		assertEquals(List.of("sample"), done);
	}

	@Test
	void withoutALatticeThereIsOnlyTheSpectrum() throws Exception {
		open(false);
		assertEquals(1, window.tabs().getTabCount());
		assertFalse(window.sizeButton().isEnabled());
		assertFalse(window.selectButton().isEnabled());
		assertTrue(window.status().contains("No lattice"));
	}
}
