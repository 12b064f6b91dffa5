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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Square windows that cover an area, one stride apart. The last ones of a row and of a column
 * are shifted inwards to end with the area; where the area is smaller than a window, there is
 * one, as large as the area. Windows without a pixel to analyse are left out.
 * <p>
 * A point belongs to the window whose centre is nearest along x and along y, of two that are
 * equally near to the one of lower number: cells that tile the area, each inside its window.
 */
public final class WindowGrid {

	private final List<Window> windows;
	private final Window[][] places;
	private final double[] centresX, centresY;
	private final int size, stride;

	private WindowGrid(final Area area, final int size, final int stride) {
		this.size = size;
		this.stride = stride;
		final int left = (int) Math.ceil(area.minX()), top = (int) Math.ceil(area.minY());
		final int width = (int) Math.ceil(area.maxX()) - left, height = (int) Math.ceil(area.maxY()) - top;
		final int[] xs = starts(left, width), ys = starts(top, height);
		final int w = Math.min(size, width), h = Math.min(size, height);
		centresX = centres(xs, w);
		centresY = centres(ys, h);
		places = new Window[ys.length][xs.length];
		windows = new ArrayList<>();
		for (int r = 0; r < ys.length; r++)
			for (int c = 0; c < xs.length; c++) {
				final Area part = area.within(xs[c] - 0.5, ys[r] - 0.5, xs[c] + w - 0.5, ys[r] + h - 0.5);
				if (part.size() == 0) continue;
				places[r][c] = new Window(windows.size(), c, r, xs[c], ys[r], w, h, part);
				windows.add(places[r][c]);
			}
	}

	/**
	 * @param area what is analysed, not empty
	 * @param size of a window's side, px
	 * @param stride from one window to the next, px; at most the size
	 */
	public static WindowGrid of(final Area area, final int size, final int stride) {
		Checks.given("area", area);
		Checks.atLeast("window size (px)", size, 1);
		Checks.atLeast("stride (px)", stride, 1);
		if (stride > size) throw new RewardAnalysisException(
			"The stride of %d px is longer than a window of %d px, so some of the image would be in none; " +
				"make the stride at most as long as the window.", stride, size);
		final WindowGrid grid = new WindowGrid(area, size, stride);
		if (grid.windows.isEmpty()) throw new RewardAnalysisException(
			"The analysed area is empty; draw a larger selection or remove it.");
		return grid;
	}

	private int[] starts(final int from, final int length) {
		final int n = length <= size ? 1 : (length - size + stride - 1) / stride + 1;
		final int[] starts = new int[n];
		for (int i = 0; i < n; i++)
			starts[i] = from + Math.max(0, Math.min(i * stride, length - size));
		return starts;
	}

	private static double[] centres(final int[] starts, final int length) {
		final double[] centres = new double[starts.length];
		for (int i = 0; i < centres.length; i++)
			centres[i] = starts[i] + (length - 1) / 2.0;
		return centres;
	}

	/** The windows, row by row. */
	public List<Window> windows() {
		return List.copyOf(windows);
	}

	/** A window's side where the area is large enough, px. */
	public int size() {
		return size;
	}

	/** From one window to the next, px. */
	public int stride() {
		return stride;
	}

	/**
	 * The window that a point belongs to.
	 *
	 * @return null if there is none, which is so only where nothing is analysed
	 */
	public Window owner(final double x, final double y) {
		return places[nearest(centresY, y)][nearest(centresX, x)];
	}

	private static int nearest(final double[] centres, final double value) {
		int best = 0;
		for (int i = 1; i < centres.length; i++)
			if (Math.abs(centres[i] - value) < Math.abs(centres[best] - value)) best = i;
		return best;
	}

	/** The part of a window that its atoms are taken from: where it is the owner. */
	public Area cell(final Window window) {
		final int i = window.column(), j = window.row();
		return window.area().within(edge(centresX, i), edge(centresY, j), edge(centresX, i + 1), edge(
			centresY, j + 1));
	}

	/** Half way between a centre and the one before it; without end beyond the first and the last. */
	private static double edge(final double[] centres, final int i) {
		if (i == 0) return Double.NEGATIVE_INFINITY;
		return i == centres.length ? Double.POSITIVE_INFINITY : (centres[i - 1] + centres[i]) / 2;
	}

	/** How far a point lies outside a window's cell, px; at most 0 inside. */
	double outside(final Window window, final double x, final double y) {
		return Math.max(outside(centresX, window.column(), x), outside(centresY, window.row(), y));
	}

	private static double outside(final double[] centres, final int i, final double value) {
		double most = Double.NEGATIVE_INFINITY;
		if (i > 0) most = Math.max(most, (centres[i - 1] + centres[i]) / 2 - value);
		if (i < centres.length - 1) most = Math.max(most, value - (centres[i] + centres[i + 1]) / 2);
		return most;
	}

	/** Windows that touch this one in the grid, by number. */
	public List<Window> neighbours(final Window window) {
		return windows.stream().filter(window::isNeighbour).toList();
	}

	/**
	 * The windows in an order in which each but the first of a connected group has a neighbour
	 * before it: breadth first, from the one nearest to the middle.
	 */
	public List<Window> order() {
		final double x = (centresX[0] + centresX[centresX.length - 1]) / 2;
		final double y = (centresY[0] + centresY[centresY.length - 1]) / 2;
		final List<Window> byDistance = windows.stream().sorted(Comparator.<Window> comparingDouble(w -> Math
			.hypot(w.centreX() - x, w.centreY() - y)).thenComparingInt(Window::index)).toList();
		final List<Window> order = new ArrayList<>();
		final boolean[] seen = new boolean[windows.size()];
		for (final Window start : byDistance) {
			final Deque<Window> next = new ArrayDeque<>(List.of(start));
			while (!next.isEmpty()) {
				final Window w = next.removeFirst();
				if (seen[w.index()]) continue;
				seen[w.index()] = true;
				order.add(w);
				next.addAll(neighbours(w));
			}
		}
		return order;
	}
}
