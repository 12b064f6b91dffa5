/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/** What a user does with the window's keys, buttons and image. */
@NeedsDisplay
class ParetoWindowTest {

	private final ImagePlus image = new ImagePlus("window", new FloatProcessor(Ybco.SIZE, Ybco.SIZE));
	private final FakeSolutions fake = new FakeSolutions(image);
	private final List<ParetoWindow> windows = new ArrayList<>();

	@BeforeEach
	void open() throws Exception {
		image.show();
		await(() -> image.getCanvas() != null && image.getCanvas().isShowing());
		another();
	}

	private ParetoWindow another() throws Exception {
		final FoundAtoms first = fake.found(fake.atoms(FakeSolutions.evaluation(0)));
		SwingUtilities.invokeAndWait(() -> windows.add(ParetoWindow.show("Pareto window", fake, first,
			Optional::empty)));
		return windows.get(windows.size() - 1);
	}

	@AfterEach
	void close() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			windows.forEach(w -> w.frame().dispose());
			image.changes = false;
			image.close();
		});
	}

	private static AtomEdits edits(final ParetoWindow window) {
		return ((AtomTools) window.tools()).edits();
	}

	private static void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(10);
		}
	}

	private static List<Component> all(final Container in) {
		final List<Component> all = new ArrayList<>();
		for (final Component c : in.getComponents()) {
			all.add(c);
			if (c instanceof final Container more) all.addAll(all(more));
		}
		return all;
	}

	private AbstractButton button(final String text) {
		return all(windows.get(0).frame()).stream().filter(c -> c instanceof final AbstractButton b && text
			.equals(b.getText())).map(AbstractButton.class::cast).findFirst().orElseThrow();
	}

	private void close(final ParetoWindow window) throws Exception {
		SwingUtilities.invokeAndWait(() -> window.frame().dispatchEvent(new WindowEvent(window.frame(),
			WindowEvent.WINDOW_CLOSING)));
	}

	/** Wherever the focus may get to. */
	@Test
	void noComponentTakesTheArrowKeys() throws Exception {
		final ParetoWindow window = windows.get(0);
		final Session<?> session = window.session();
		SwingUtilities.invokeAndWait(() -> {
			for (final Component c : all(window.frame())) {
				if (!c.isShowing() || !c.isFocusable() || !(c instanceof final JComponent focused)) continue;
				session.selection().choose(new Front(fake.study().front()).first(FakeSolutions.evaluation(0)));
				final Evaluation before = session.selection().evaluation();
				SwingUtilities.processKeyBindings(new KeyEvent(focused, KeyEvent.KEY_PRESSED, 0, 0,
					KeyEvent.VK_END, KeyEvent.CHAR_UNDEFINED));
				final Evaluation end = session.selection().evaluation();
				SwingUtilities.processKeyBindings(new KeyEvent(focused, KeyEvent.KEY_PRESSED, 0, 0,
					KeyEvent.VK_LEFT, KeyEvent.CHAR_UNDEFINED));
				if (fake.study().front().size() > 1) {
					assertNotEquals(before.id(), end.id(), c.getClass().getName());
					assertNotEquals(end.id(), session.selection().evaluation().id(), c.getClass().getName());
				}
			}
			for (final Component c : all(window.frame()))
				assertFalse(c instanceof JTextArea && c.isFocusable(), "text takes keys");
		});
	}

	@Test
	void clicksAtAPointGoThroughItsSolutions() throws Exception {
		final ParetoWindow window = windows.get(0);
		final Ties ties = new Ties(fake.study().evaluations());
		final ParetoPanel plot = all(window.frame()).stream().filter(ParetoPanel.class::isInstance).map(
			ParetoPanel.class::cast).findFirst().orElseThrow();
		await(() -> !plot.getScreenDataArea().isEmpty());
		SwingUtilities.invokeAndWait(() -> {
			final Evaluation start = window.session().selection().evaluation();
			final Point2D at = plot.place(start);
			final List<Evaluation> here = ties.of(start);
			for (int i = 1; i <= here.size(); i++) {
				plot.dispatchEvent(new MouseEvent(plot, MouseEvent.MOUSE_CLICKED, 0, 0, (int) Math.round(at
					.getX()), (int) Math.round(at.getY()), i, false, MouseEvent.BUTTON1));
				if (here.size() > 1) assertEquals(here.get((here.indexOf(start) + i) % here.size()).id(), window
					.session().selection().evaluation().id());
			}
		});
	}

	@Test
	void theWindowOutlivesItsImage() throws Exception {
		final ParetoWindow window = windows.get(0);
		image.changes = false;
		SwingUtilities.invokeAndWait(() -> button("Edit points").doClick(0));
		SwingUtilities.invokeAndWait(image::close);
		await(() -> window.session().isImageGone());
		SwingUtilities.invokeAndWait(() -> {
			assertTrue(window.frame().isShowing());
			for (final String text : List.of("Edit points", "Neighbours")) {
				assertFalse(button(text).isEnabled(), text);
				assertEquals("The image was closed.", button(text).getToolTipText());
			}
			assertFalse(button("Edit points").isSelected());
			assertTrue(button("Save…").isEnabled());
			window.session().selection().choose(FakeSolutions.evaluation(1));
			window.use();
		});
		await(() -> fake.saved != null && window.status().contains("no circles"));
		assertEquals(List.of(), fake.shown, "there is nothing to draw on");
		assertTrue(window.frame().isShowing(), "it says so instead of closing");
	}

	@Test
	void unsavedEditsAreAskedFor() throws Exception {
		final ParetoWindow window = windows.get(0);
		final int[] asked = { 0 };
		SwingUtilities.invokeAndWait(() -> {
			window.setDiscards(() -> asked[0]++ > 0);
			edits(window).edit(atoms -> atoms.delete(0));
		});
		close(window);
		assertEquals(1, asked[0]);
		assertTrue(window.frame().isShowing(), "not discarded");
		close(window);
		assertEquals(2, asked[0]);
		assertFalse(window.frame().isShowing());
		final ParetoWindow saved = another();
		SwingUtilities.invokeAndWait(() -> {
			saved.setDiscards(() -> {
				throw new AssertionError("nothing is lost");
			});
			edits(saved).edit(atoms -> atoms.delete(0));
			saved.session().save(Path.of("A"));
		});
		await(() -> !saved.tools().hasUnsavedEdits());
		close(saved);
		assertFalse(saved.frame().isShowing());
	}

	@Test
	void titlesAreNumberedAndTheActiveWindowDraws() throws Exception {
		final ParetoWindow first = windows.get(0), second = another();
		assertEquals("Pareto window", first.frame().getTitle());
		assertEquals("Pareto window (2)", second.frame().getTitle());
		SwingUtilities.invokeAndWait(() -> second.session().selection().choose(FakeSolutions.evaluation(
			1)));
		await(() -> fake.shown.contains(FakeSolutions.evaluation(1).id()));
		SwingUtilities.invokeAndWait(() -> first.frame().dispatchEvent(new WindowEvent(first.frame(),
			WindowEvent.WINDOW_ACTIVATED)));
		await(() -> fake.shown.get(fake.shown.size() - 1) == FakeSolutions.evaluation(0).id());
		assertEquals(2, Arrays.stream(Window.getWindows()).filter(w -> w.isShowing() &&
			w instanceof final JFrame f && f.getTitle().startsWith("Pareto window")).count());
	}
}
