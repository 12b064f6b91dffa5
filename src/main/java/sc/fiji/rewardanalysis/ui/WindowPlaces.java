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

package sc.fiji.rewardanalysis.ui;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import ij.IJ;

/** Where windows go. */
public final class WindowPlaces {

	/** Between two windows, px. */
	private static final int GAP = 8;

	/** What a pixel of any other window weighs. */
	private static final double OTHERS = 1e-3;

	private WindowPlaces() {}

	/** Puts a window to a place, but not beyond its screen. */
	public static void put(final Window window, final Point place) {
		window.setLocation(within(new Rectangle(place, window.getSize()), window
			.getGraphicsConfiguration().getBounds()).getLocation());
	}

	/**
	 * Puts a window to a place if there is one, and otherwise beside another window.
	 *
	 * @param beside null, or one that isn't showing, for the middle of the screen
	 */
	public static void put(final Window window, final Supplier<Optional<Point>> place,
		final Window beside)
	{
		place.get().ifPresentOrElse(p -> put(window, p), () -> putBeside(window, beside != null && beside
			.isShowing() ? beside : null));
	}

	/**
	 * Puts a window beside another one: right of it, left of it, below or above, or into a
	 * corner of the screen, where it hides least of it and of ImageJ's own window, and of such
	 * places where it hides least of all others.
	 *
	 * @param other null to put it into the middle of the screen
	 */
	public static void putBeside(final Window window, final Window other) {
		putBeside(window, window.getSize(), other);
	}

	/** As {@link #putBeside(Window, Window)}, of a window that is about to have that size. */
	static void putBeside(final Window window, final Dimension size, final Window other) {
		window.setLocationRelativeTo(null);
		if (other == null) return;
		final List<Rectangle> kept = new ArrayList<>(List.of(other.getBounds()));
		final Window main = IJ.getInstance();
		if (main != null && main.isShowing()) kept.add(main.getBounds());
		final List<Rectangle> others = Arrays.stream(Window.getWindows()).filter(w -> w.isShowing() &&
			w != window).map(Window::getBounds).toList();
		window.setLocation(beside(new Rectangle(window.getLocation(), size), kept, others, other.getGraphicsConfiguration()
			.getBounds()));
	}

	/**
	 * Of places that hide equally much the first one.
	 *
	 * @param kept what shall be seen, first of all the window that it goes beside
	 * @param others what decides between places that hide equally little of these
	 */
	static Point beside(final Rectangle own, final List<Rectangle> kept,
		final List<Rectangle> others, final Rectangle screen)
	{
		final Rectangle other = kept.get(0);
		final int right = screen.x + screen.width - own.width, bottom = screen.y + screen.height -
			own.height;
		Point best = own.getLocation();
		double least = Double.POSITIVE_INFINITY;
		for (final Point p : List.of(new Point(other.x + other.width + GAP, other.y), new Point(other.x -
			own.width - GAP, other.y), new Point(other.x, other.y + other.height + GAP), new Point(other.x,
				other.y - own.height - GAP), new Point(right, bottom), new Point(screen.x, bottom), new Point(
					right, screen.y), screen.getLocation()))
		{
			final Rectangle there = within(new Rectangle(p, own.getSize()), screen);
			final double hidden = kept.stream().mapToDouble(k -> hidden(there.intersection(k))).sum() + OTHERS *
				others.stream().mapToDouble(k -> hidden(there.intersection(k))).sum();
			if (hidden >= least) continue;
			least = hidden;
			best = there.getLocation();
		}
		return best;
	}

	private static double hidden(final Rectangle both) {
		return both.isEmpty() ? 0 : (double) both.width * both.height;
	}

	private static Rectangle within(final Rectangle window, final Rectangle screen) {
		return new Rectangle(within(window.x, screen.x, screen.width - window.width), within(window.y,
			screen.y, screen.height - window.height), window.width, window.height);
	}

	private static int within(final int wanted, final int low, final int room) {
		return Math.max(low, Math.min(wanted, low + room));
	}
}
