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

package sc.fiji.rewardanalysis.plot;

import java.awt.Color;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;

/** Medians of a surrogate over two axes of the unit cube, as pictures. */
final class SurrogateMap {

	/** Cells along a smooth axis, and pixels of the picture along each. */
	private static final int CELLS = 48, PIXELS = 384;

	/** Distance of the hatching's lines, px. */
	private static final int HATCH = 12;

	private final Surrogate surrogate;
	private final double[] through;
	private final int first, second;
	private final double[] x, y;

	/** By row and column; null if everything is feasible. */
	private final double[][] feasibility;

	/**
	 * A map of one objective.
	 *
	 * @param image the second axis upwards; hatched where a point is rather infeasible
	 * @param colours of its values
	 * @param capped whether larger values look like the largest one
	 */
	record Picture(BufferedImage image, Viridis colours, boolean capped) {}

	/** @param through the point whose other coordinates all points share */
	SurrogateMap(final Surrogate surrogate, final double[] through, final int first,
		final int second)
	{
		this.surrogate = surrogate;
		this.through = through;
		this.first = first;
		this.second = second;
		x = centres(surrogate.space().axes().get(first));
		y = centres(surrogate.space().axes().get(second));
		feasibility = surrogate.isBounded() ? values(surrogate::feasibility) : null;
	}

	int first() {
		return first;
	}

	int second() {
		return second;
	}

	boolean isBounded() {
		return feasibility != null;
	}

	/** The middles of a stepped axis' values, or evenly spread. */
	private static double[] centres(final Parameter parameter) {
		final int n = parameter.step() > 0 ? (int) Math.min(CELLS, Math.rint(1 / parameter.step()))
			: CELLS;
		final double[] centres = new double[n];
		for (int i = 0; i < n; i++)
			centres[i] = (i + 0.5) / n;
		return centres;
	}

	private interface Function {

		double at(double[] unit);
	}

	private double[][] values(final Function function) {
		final double[][] values = new double[y.length][x.length];
		final double[] point = through.clone();
		for (int row = 0; row < y.length; row++)
			for (int column = 0; column < x.length; column++) {
				point[first] = x[column];
				point[second] = y[row];
				values[row][column] = function.at(point);
			}
		return values;
	}

	/** @param worthless a value beyond which all look the same */
	Picture picture(final int objective, final double worthless) {
		final double[][] medians = values(point -> surrogate.median(point, objective));
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final double[] row : medians)
			for (final double v : row) {
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
		final boolean capped = low < worthless && high > worthless;
		if (capped) high = worthless;
		final Viridis colours = new Viridis(low, high);
		final boolean smoothX = isSmooth(first), smoothY = isSmooth(second);
		final BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
		for (int row = 0; row < PIXELS; row++)
			for (int column = 0; column < PIXELS; column++) {
				final double px = place(column, x.length, smoothX), py = place(PIXELS - 1 - row, y.length,
					smoothY);
				final int colour = colours.rgb(between(medians, px, py));
				final boolean hatched = feasibility != null && between(feasibility, px, py) < 0.5;
				image.setRGB(column, row, hatched ? hatched(colour, row + column) : colour);
			}
		return new Picture(image, colours, capped);
	}

	private boolean isSmooth(final int axis) {
		return surrogate.space().axes().get(axis).step() == 0;
	}

	/** A pixel's centre in cells, whose centres are integers. */
	private static double place(final int pixel, final int cells, final boolean smooth) {
		final double place = (pixel + 0.5) / PIXELS * cells - 0.5;
		return Math.max(0, Math.min(cells - 1, smooth ? place : Math.rint(place)));
	}

	/** Bilinear. */
	private static double between(final double[][] values, final double px, final double py) {
		final int column = (int) px, row = (int) py;
		final int right = Math.min(column + 1, values[0].length - 1), up = Math.min(row + 1,
			values.length - 1);
		final double u = px - column, v = py - row;
		return (1 - v) * ((1 - u) * values[row][column] + u * values[row][right]) + v * ((1 - u) *
			values[up][column] + u * values[up][right]);
	}

	/** A white line and a dark one beside it, so that it is seen on any colour. */
	private static int hatched(final int colour, final int diagonal) {
		return switch (diagonal % HATCH) {
			case 0, 1 -> Color.WHITE.getRGB();
			case 2, 3 -> Palette.INK.getRGB();
			default -> colour;
		};
	}

	/** For a legend. */
	static TexturePaint hatch() {
		final BufferedImage tile = new BufferedImage(HATCH, HATCH, BufferedImage.TYPE_INT_RGB);
		for (int row = 0; row < HATCH; row++)
			for (int column = 0; column < HATCH; column++)
				tile.setRGB(column, row, hatched(new Viridis(0, 1).rgb(0.5), row + column));
		return new TexturePaint(tile, new Rectangle2D.Double(0, 0, HATCH, HATCH));
	}
}
