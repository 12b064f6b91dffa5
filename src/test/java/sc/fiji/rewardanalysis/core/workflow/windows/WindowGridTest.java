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

package sc.fiji.rewardanalysis.core.workflow.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class WindowGridTest {

	private static final Lattice YBCO = Lattices.get("YBa2Cu3O7-100");

	/** Over random sizes: every pixel has the window of the nearest centre, and lies in it. */
	@Test
	void cellsTileTheAreaEachInsideItsWindow() {
		final Random random = new Random(1);
		for (int trial = 0; trial < 200; trial++) {
			final int w = 5 + random.nextInt(60), h = 5 + random.nextInt(60), size = 1 + random.nextInt(30);
			final WindowGrid grid = WindowGrid.of(Area.image(w, h), size, 1 + random.nextInt(size));
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final Window owner = grid.owner(x, y);
					assertTrue(owner.area().contains(x, y));
					assertTrue(grid.outside(owner, x, y) <= 0);
					for (final Window other : grid.windows()) {
						assertTrue(Math.abs(owner.centreX() - x) <= Math.abs(other.centreX() - x));
						assertTrue(Math.abs(owner.centreY() - y) <= Math.abs(other.centreY() - y));
					}
				}
		}
	}

	@Test
	void theLastWindowsEndWithTheArea() {
		final List<Window> windows = WindowGrid.of(Area.image(100, 50), 40, 20).windows();
		assertEquals(List.of(0, 20, 40, 60, 0, 20, 40, 60), windows.stream().map(Window::x).toList());
		assertEquals(List.of(0, 0, 0, 0, 10, 10, 10, 10), windows.stream().map(Window::y).toList());
		assertEquals(3, WindowGrid.of(Area.image(61, 40), 40, 20).windows().size());
		windows.forEach(w -> assertEquals(1600, w.area().size()));
	}

	@Test
	void aSmallAreaIsOneWindow() {
		final List<Window> windows = WindowGrid.of(Area.image(30, 20), 40, 7).windows();
		assertEquals(1, windows.size());
		assertEquals(600, windows.get(0).area().size());
	}

	@Test
	void windowsWithoutAPixelAreLeftOut() {
		final boolean[] mask = new boolean[90 * 30];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % 90 < 20 || i % 90 > 70;
		final WindowGrid grid = WindowGrid.of(Area.mask(mask, 90, 30), 30, 30);
		assertEquals(2, grid.windows().size());
		assertNull(grid.owner(45, 15));
		assertEquals(1, grid.owner(80, 15).index());
		assertEquals(20 * 30, grid.windows().get(0).area().size());
		assertEquals(2, grid.order().size(), "each group has its first");
	}

	@Test
	void neighboursComeFirst() {
		final Random random = new Random(2);
		for (int trial = 0; trial < 50; trial++) {
			final WindowGrid grid = WindowGrid.of(Area.image(20 + random.nextInt(100), 20 + random.nextInt(
				100)), 20, 1 + random.nextInt(20));
			final Set<Window> done = new HashSet<>();
			for (final Window w : grid.order()) {
				assertTrue(done.isEmpty() || grid.neighbours(w).stream().anyMatch(done::contains));
				assertTrue(done.add(w));
			}
			assertEquals(grid.windows().size(), done.size());
		}
	}

	@Test
	void aProposedWindowHasItsColumns() {
		for (final String name : Lattices.names()) {
			final Lattice lattice = Lattices.get(name);
			final double px = lattice.nearestDistance() / 15;
			final WindowSize size = WindowSize.of(lattice, px, Area.image(500, 400), 0, 0);
			assertEquals(WindowSize.COLUMNS, size.columns(), 0.05 * WindowSize.COLUMNS, name);
			assertEquals(size.size() / 2, size.stride());
		}
	}

	@Test
	void lengthsAreInNanometres() {
		final WindowSize size = WindowSize.of(YBCO, 0.02, Area.image(500, 400), 3, 1);
		assertEquals(150, size.size());
		assertEquals(50, size.stride());
		assertEquals(8 * 6, size.grid(Area.image(500, 400)).windows().size());
		assertTrue(size.isWhole(Area.image(150, 150)));
		assertTrue(!size.isWhole(Area.image(151, 150)));
	}

	@Test
	void itSaysWhatToChange() {
		final Area area = Area.image(2000, 2000);
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 1, 0), "A window of 1 nm has", "columns",
			"30 are needed", "window_size at least 1.77");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 3, 3.5), "stride of 3.5 nm is longer",
			"window of 3 nm");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 3, 0.001), "less than a pixel", "0.015 nm");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 3, 0.015), "windows, 10000 are the most",
			"make stride longer");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, -3, 0), "window_size (nm)");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 3, Double.NaN), "stride (nm)");
		assertRefused(() -> WindowSize.of(YBCO, 0.015, area, 1e9, 0), "larger than any image");
		assertRefused(() -> WindowGrid.of(area, 10, 11), "stride of 11 px");
		assertRefused(() -> WindowGrid.of(area, 0, 1), "window size");
		assertRefused(() -> WindowGrid.of(Area.mask(new boolean[9], 3, 3), 2, 1), "empty");
	}
}
