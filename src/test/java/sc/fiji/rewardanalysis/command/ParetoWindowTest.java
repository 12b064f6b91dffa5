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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JTable;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

import ij.gui.ImageWindow;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** The Pareto window as a user meets it: on a real study, with mouse and keys. */
@NeedsDisplay
class ParetoWindowTest extends ParetoWindowFixture {

	ParetoWindowTest() {
		super(false);
	}

	/** The number of the chosen evaluation, as the table of evaluations has it. */
	private int chosen() throws Exception {
		return onEvents(() -> {
			final JTable table = table(0);
			return (int) (double) (Double) table.getValueAt(table.getSelectedRow(), 0);
		});
	}

	/** The robot's events come when the display sends them, idle or not. */
	private void awaitChosen(final int number) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (chosen() != number && System.nanoTime() < end)
			Thread.sleep(20);
		assertEquals(number, chosen());
	}

	@Test
	void aClickShowsTheAtomsOfThatSolution() throws Exception {
		final String before = summary();
		final int first = chosen();
		final ChartPanel panel = component(ChartPanel.class, p -> true);
		final JTable table = table(0);
		// The feasible evaluation that is drawn farthest to the upper right.
		final int rows = onEvents(table::getRowCount);
		Point far = null;
		int number = -1;
		for (int row = 0; row < rows; row++) {
			final int at = row;
			final Object[] values = onEvents(() -> Stream.of("QC", "ER", "feasible", "evaluation").map(
				name -> table.getModel().getValueAt(at, table.getColumnModel().getColumnIndex(name))).toArray());
			final Point p = onEvents(() -> {
				final XYPlot plot = panel.getChart().getXYPlot();
				final var area = panel.getScreenDataArea();
				return new Point((int) plot.getDomainAxis().valueToJava2D((Double) values[0], area, plot
					.getDomainAxisEdge()), (int) plot.getRangeAxis().valueToJava2D((Double) values[1], area, plot
						.getRangeAxisEdge()));
			});
			if ((Double) values[2] == 1 && panel.getScreenDataArea().contains(p) && (far == null || p.x > far.x)) {
				far = p;
				number = (int) (double) (Double) values[3];
			}
		}
		final Point at = far;
		final Point screen = onEvents(panel::getLocationOnScreen);
		click(new Point(screen.x + at.x, screen.y + at.y), 0);
		awaitChosen(number);
		assertFalse(number == first, "another one");
		await(() -> !summary().equals(before) && summary().contains("chosen on the plot"));
		await(() -> AtomOverlay.count(image) == table(11).getModel().getRowCount());
		tab("Atoms");
		int row = 0;
		while (!isInside(row))
			row++;
		final boolean error = "error".equals(table(11).getModel().getValueAt(row, 6));
		awaitCircle(row, 1, (error ? AtomOverlay.ERROR : AtomOverlay.ATOM).getRGB());
	}

	/** As soon as it is open, and after a click on its text. */
	@Test
	void keysWalkAlongTheFront() throws Exception {
		robot.mouseMove(300, 10);
		onEvents(() -> {
			window.toFront();
			window.requestFocus();
			return null;
		});
		final List<Integer> front = front();
		assertTrue(front.size() > 1, "there is something to walk along");
		key(KeyEvent.VK_HOME);
		awaitChosen(front.get(0));
		key(KeyEvent.VK_RIGHT);
		awaitChosen(front.get(1));
		key(KeyEvent.VK_LEFT);
		awaitChosen(front.get(0));
		click(new Point(400, 640), 0);
		key(KeyEvent.VK_END);
		awaitChosen(front.get(front.size() - 1));
	}

	/** As the table of evaluations has it, by the first objective and then the second. */
	private List<Integer> front() throws Exception {
		return onEvents(() -> {
			final var model = table(0).getModel();
			final int qc = table(0).getColumnModel().getColumnIndex("QC");
			assertEquals(1, qc, "the objectives come first");
			return IntStream.range(0, model.getRowCount()).filter(r -> "●".equals(model.getValueAt(r, qc +
				2))).boxed().sorted(Comparator.<Integer> comparingDouble(r -> (Double) model.getValueAt(r, qc))
					.thenComparingDouble(r -> (Double) model.getValueAt(r, qc + 1))).map(
						r -> (int) (double) (Double) model.getValueAt(r, 0)).toList();
		});
	}

	private void key(final int code) {
		robot.keyPress(code);
		robot.keyRelease(code);
		robot.waitForIdle();
	}

	@Test
	void tableAndImageChooseTheSameAtom() throws Exception {
		tab("Atoms");
		int row = 0;
		while (!isInside(row))
			row++;
		final int atom = row;
		onEvents(() -> {
			final int shown = table(11).convertRowIndexToView(atom);
			table(11).setRowSelectionInterval(shown, shown);
			return null;
		});
		awaitCircle(atom, 1.35, 0xF0E442);
		int other = atom + 1;
		while (!isInside(other))
			other++;
		click(onScreen(number(other, 1), number(other, 2)), 0);
		final int clicked = other;
		await(() -> table(11).getSelectedRow() >= 0 && table(11).convertRowIndexToModel(table(11)
			.getSelectedRow()) == clicked);
		assertEquals(rows(), AtomOverlay.count(image), "the mark is no atom");
	}

	@Test
	void neighboursAreDrawnAndTakenAway() throws Exception {
		final int before = image.getOverlay().size();
		press("Neighbours");
		await(() -> image.getOverlay().size() > before);
		final int atoms = AtomOverlay.count(image);
		assertEquals(before, atoms, "lines are no atoms");
		press("Neighbours");
		await(() -> image.getOverlay().size() == before);
	}

	@Test
	void theMacroLineIsCopied() throws Exception {
		press("Copy macro line");
		await(() -> clipboard().startsWith("run(\"Find Atoms...\", \"contrast=bright "));
		assertTrue(summary().contains(clipboard()));
	}

	private static String clipboard() {
		try {
			return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(
				DataFlavor.stringFlavor);
		}
		catch (final Exception exc) {
			return "";
		}
	}

	@Test
	void closingTheImageKeepsTheWindow() throws Exception {
		final ImageWindow shown = image.getWindow();
		onEvents(() -> {
			image.changes = false;
			return shown.close();
		});
		await(() -> !button("Edit points").isEnabled());
		final int before = chosen();
		onEvents(() -> {
			table(0).setRowSelectionInterval(3, 3);
			return null;
		});
		assertFalse(chosen() == before);
		await(() -> summary().contains("chosen on the plot"));
		assertTrue(window.isShowing());
	}
}
