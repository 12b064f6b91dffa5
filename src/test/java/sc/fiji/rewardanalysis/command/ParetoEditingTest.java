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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** Editing atoms on the image beside the Pareto window, and saving what came of it. */
@NeedsDisplay
class ParetoEditingTest extends ParetoWindowFixture {

	ParetoEditingTest() {
		super(true);
	}

	@Test
	void pointsAreEditedAndSaved() throws Exception {
		final int before = rows();
		press("Edit points");
		tab("Atoms");
		final double sigma = number(0, 5);
		// Between two columns: further from all atoms than it takes to hit one.
		double x = 0, y = 0;
		search: for (y = 40; y < 90; y++)
			for (x = 40; x < 90; x++)
				if (isFree(x, y, 1.6 * sigma)) break search;
		click(onScreen(x, y), 0);
		await(() -> table(11).getModel().getRowCount() == before + 1);
		assertEquals(x, number(before, 1), 0.5);
		assertEquals(y, number(before, 2), 0.5);
		assertEquals("edited: added", onEvents(() -> table(11).getModel().getValueAt(before, 10)));
		await(() -> summary().startsWith("Edited:     1 added, 0 moved, 0 deleted"));
		assertEquals(null, image.getRoi(), "no tool drew a selection");
		int row = 0;
		while (!isInside(row))
			row++;
		click(onScreen(number(row, 1), number(row, 2)), KeyEvent.VK_CONTROL);
		await(() -> table(11).getModel().getRowCount() == before);
		await(() -> AtomOverlay.count(image) == before);
		// Ctrl+Z reaches the window that has the keyboard.
		press("Undo");
		await(() -> table(11).getModel().getRowCount() == before + 1);
		final double toX = number(row, 1) + 3, toY = number(row, 2) - 2;
		drag(onScreen(number(row, 1), number(row, 2)), onScreen(toX, toY));
		final int moved = row;
		await(() -> "edited: moved".equals(table(11).getModel().getValueAt(moved, 10)));
		assertEquals(toX, number(row, 1), 0.7);
		assertEquals(toY, number(row, 2), 0.7);
		press("Use this");
		await(() -> frame() == null);
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(before + 1, atoms.size());
		assertEquals("edited: added", atoms.get(before, "origin"));
		assertEquals("edited: moved", atoms.get(row, "origin"));
		assertTrue(Files.readString(folder.resolve("summary.txt")).startsWith("Edited:     1 added, 1 moved"));
		assertEquals(before + 1, AtomOverlay.count(image), "the overlay stays");
		final ImagePlus other = CommandImages.ybco();
		other.show();
		await(() -> other.getCanvas() != null);
		// They go when the window has been closed, which is a moment after it is gone.
		await(() -> image.getCanvas().getMouseListeners().length == other.getCanvas()
			.getMouseListeners().length && image.getCanvas().getMouseMotionListeners().length == other
				.getCanvas().getMouseMotionListeners().length);
		other.changes = false;
		onEvents(() -> {
			other.close();
			return null;
		});
	}

	private void drag(final Point from, final Point to) {
		robot.mouseMove(from.x, from.y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int i = 1; i <= 5; i++)
			robot.mouseMove(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	private boolean isFree(final double x, final double y, final double reach) throws Exception {
		for (int row = 0; row < rows(); row++)
			if (Math.hypot(number(row, 1) - x, number(row, 2) - y) < reach) return false;
		return true;
	}
}
