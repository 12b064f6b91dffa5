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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What the amorphous zones look like. All but {@link #RANDOM} have an outline in
 * closed form: their place and direction are random, their size follows from the
 * share of the image that is to be amorphous. What doesn't fit into the frame is
 * cut off, and the shape grows until the share is met.
 */
public enum AmorphousShape {

	/** Where a smooth random field is highest: several ragged zones. */
	RANDOM,

	/** A disc, inside the frame if it fits. */
	DISC,

	/** A straight band from border to border. */
	BAND,

	/** A ring whose hole has half its outer radius. */
	RING,

	/** Two discs, one of twice the other's area, apart if they fit. */
	LOBES;

	/** Its name as inputs and files have it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The shape of that name.
	 *
	 * @throws RewardAnalysisException if there is none
	 */
	public static AmorphousShape of(final String key) {
		for (final AmorphousShape shape : values())
			if (shape.key().equals(key)) return shape;
		throw new RewardAnalysisException("There is no amorphous_shape \"%s\"; choose one of %s.", key,
			Arrays.stream(values()).map(AmorphousShape::key).collect(Collectors.joining(", ")));
	}

	/**
	 * The negative distance to the shape's skeleton, px, up to a constant: its level
	 * sets are the shape in different sizes. The random shape has none.
	 *
	 * @param size of the shape, px²
	 */
	LevelField field(final RandomGenerator random, final int width, final int height,
		final double size)
	{
		return switch (this) {
			case DISC -> disc(random, width, height, Math.sqrt(size / Math.PI));
			case BAND -> band(random, width, height);
			case RING -> ring(random, width, height, Math.sqrt(size / (0.75 * Math.PI)));
			case LOBES -> lobes(random, width, height, size);
			case RANDOM -> throw new IllegalStateException("a random zone has no outline");
		};
	}

	private static LevelField disc(final RandomGenerator random, final int width, final int height,
		final double radius)
	{
		final double x = place(random, width, radius), y = place(random, height, radius);
		return field((px, py) -> -Math.hypot(px - x, py - y));
	}

	private static LevelField band(final RandomGenerator random, final int width,
		final int height)
	{
		final double angle = Math.PI * random.nextDouble();
		final double x = place(random, width, width / 3.0), y = place(random, height, height / 3.0);
		final double nx = Math.cos(angle), ny = Math.sin(angle);
		return field((px, py) -> -Math.abs(nx * (px - x) + ny * (py - y)));
	}

	private static LevelField ring(final RandomGenerator random, final int width, final int height,
		final double outer)
	{
		final double x = place(random, width, outer), y = place(random, height, outer);
		return field((px, py) -> -Math.abs(Math.hypot(px - x, py - y) - 0.75 * outer));
	}

	private static LevelField lobes(final RandomGenerator random, final int width, final int height,
		final double size)
	{
		final double large = Math.sqrt(size * 2 / 3 / Math.PI), small = Math.sqrt(size / 3 / Math.PI);
		// Opposite each other on a line through about the middle, a quarter of the frame apart.
		final double angle = 2 * Math.PI * random.nextDouble();
		final double half = (large + small + Math.min(width, height) / 8.0) / 2;
		final double ux = Math.cos(angle), uy = Math.sin(angle);
		final double x1 = fit((width - 1) / 2.0 + half * ux, width, large);
		final double y1 = fit((height - 1) / 2.0 + half * uy, height, large);
		final double x2 = fit((width - 1) / 2.0 - half * ux, width, small);
		final double y2 = fit((height - 1) / 2.0 - half * uy, height, small);
		return field((px, py) -> Math.max(large - Math.hypot(px - x1, py - y1), small - Math.hypot(px -
			x2, py - y2)));
	}

	/** A random place so that {@code reach} px on both sides lie within, else the middle. */
	private static double place(final RandomGenerator random, final int length,
		final double reach)
	{
		final double free = Math.max(0, length - 2 * reach);
		return (length - 1) / 2.0 + free * (random.nextDouble() - 0.5);
	}

	/** The place nearest to {@code at} so that {@code reach} px on both sides lie within. */
	private static double fit(final double at, final int length, final double reach) {
		final double middle = (length - 1) / 2.0, free = Math.max(0, length / 2.0 - reach);
		return Math.max(middle - free, Math.min(middle + free, at));
	}

	private static LevelField field(final Level level) {
		return (y, row) -> {
			for (int x = 0; x < row.length; x++)
				row[x] = (float) level.at(x, y);
		};
	}

	private interface Level {

		double at(double x, double y);
	}
}
