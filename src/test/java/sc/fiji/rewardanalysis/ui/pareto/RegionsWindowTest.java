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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/** The window of a task that finds no atoms. */
@NeedsDisplay
class RegionsWindowTest {

	private final ImagePlus image = new ImagePlus("regions", new FloatProcessor(128, 128));
	private final FakeRegions regions = new FakeRegions(image);
	private ParetoWindow window;

	@BeforeEach
	void open() throws Exception {
		image.show();
		await(() -> image.getCanvas() != null && image.getCanvas().isShowing());
		final Evaluation first = regions.study().front().get(0);
		SwingUtilities.invokeAndWait(() -> {
			regions.show(regions.boxes(first));
			window = ParetoWindow.show("Regions window", regions, regions.boxes(first), Optional::empty);
		});
	}

	@AfterEach
	void close() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			window.frame().dispose();
			image.changes = false;
			image.close();
		});
	}

	private static void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(10);
		}
	}

	private static Stream<Component> all(final Container in) {
		return Arrays.stream(in.getComponents()).flatMap(c -> c instanceof final Container more ? Stream
			.concat(Stream.of(c), all(more)) : Stream.of(c));
	}

	private <T> List<T> every(final Class<T> type) {
		return all(window.frame().getContentPane()).filter(type::isInstance).map(type::cast).toList();
	}

	private Optional<Roi> mark() {
		return image.getOverlay() == null ? Optional.empty() : Arrays.stream(image.getOverlay().toArray())
			.filter(roi -> "chosen region".equals(roi.getName())).findFirst();
	}

	@Test
	void nothingSpeaksOfAtoms() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			assertEquals(List.of("Use this", "Save…", "Copy macro line", "Help"), every(AbstractButton.class)
				.stream().map(AbstractButton::getText).filter(t -> t != null && !t.isEmpty()).toList());
			for (final JComponent c : every(JComponent.class))
				assertFalse(c.getToolTipText() != null && c.getToolTipText().toLowerCase(Locale.ROOT).contains(
					"atom"), c.getToolTipText());
			final JTabbedPane tabs = every(JTabbedPane.class).get(0);
			assertEquals("Regions", tabs.getTitleAt(tabs.getTabCount() - 1));
			assertEquals(List.of(), every(JTable.class).stream().flatMap(t -> IntStream.range(0,
				t.getColumnCount()).mapToObj(t::getColumnName)).filter(n -> n.contains("atom") || n.equals(
					"edited")).toList());
		});
	}

	@Test
	void aRegionIsChosenOnTheImageAndInTheTable() throws Exception {
		final Selection selection = window.session().selection();
		final ImageCanvas canvas = image.getCanvas();
		SwingUtilities.invokeAndWait(() -> {
			for (final int id : new int[] { MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED })
				canvas.dispatchEvent(new MouseEvent(canvas, id, 0, MouseEvent.BUTTON1_DOWN_MASK, canvas.screenX(
					48), canvas.screenY(44), 1, false, MouseEvent.BUTTON1));
			assertEquals(1, selection.item());
			assertEquals(new Rectangle(38, 35, 20, 18), mark().orElseThrow().getBounds());
			final JTable table = every(JTable.class).stream().filter(t -> t.getColumnCount() == 3).findFirst()
				.orElseThrow();
			assertEquals(1, table.getSelectedRow());
			table.setRowSelectionInterval(0, 0);
			assertEquals(8, mark().orElseThrow().getBounds().x);
		});
	}

	@Test
	void anotherSolutionIsShownAndUsed() throws Exception {
		final Evaluation other = regions.study().front().get(1);
		SwingUtilities.invokeAndWait(() -> window.session().selection().choose(other));
		await(() -> window.session().found().evaluation() == other);
		assertEquals(regions.boxes(other).boxes().size(), image.getOverlay().size());
		assertNull(regions.accepted);
		SwingUtilities.invokeAndWait(window::use);
		await(() -> !window.frame().isDisplayable());
		assertEquals(other, regions.accepted.evaluation());
	}
}
