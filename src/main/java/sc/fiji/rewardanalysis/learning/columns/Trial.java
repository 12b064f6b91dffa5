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

package sc.fiji.rewardanalysis.learning.columns;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.TileShape;

/**
 * What a foreign network takes and gives, found out with a picture of columns: the sizes,
 * how far it looks, and what its values are like.
 */
final class Trial {

	/** Sizes that most networks take, and those that networks of one size take. */
	private static final int[] FREE = { 64, 96 }, FIXED = { 256, 128, 512, 224, 1024, 64, 96 };

	/** What sides must be a multiple of: five poolings. */
	private static final int MULTIPLE = 32;

	/** Side of the picture on which is seen how far a network looks, px. */
	private static final int FIELD = 256;

	/** A change that is smaller than this part of the largest one changes nothing. */
	private static final double CHANGE = 1e-3;

	/** Of columns in the picture, px. */
	private static final double SPACING = 12, SIGMA = 2.5;

	private final TileShape tiles;
	private final ForeignNetwork.Output output;

	/**
	 * @param fixed the only size, as far as the file says; null for none
	 * @throws RewardAnalysisException if no size is taken
	 */
	Trial(final ForeignNetwork network, final TileShape fixed) {
		final int width, height;
		final boolean free = fixed == null && takes(network, FREE);
		if (free) width = height = FIELD;
		else if (fixed != null) {
			width = fixed.width();
			height = fixed.height();
		}
		else width = height = only(network);
		final float[] columns = columns(width, height);
		output = network.run(columns, width, height);
		final int reach = reach(network, columns, width, height);
		tiles = free ? TileShape.any(MULTIPLE, reach) : new TileShape(1, Math.min(reach, Math.min(width,
			height) / 4), width, height);
	}

	private static boolean takes(final ForeignNetwork network, final int... sides) {
		for (final int side : sides)
			try {
				network.run(columns(side, side), side, side);
			}
			catch (final RewardAnalysisException exc) {
				// Then it takes one size only, or nothing at all.
				return false;
			}
		return true;
	}

	private static int only(final ForeignNetwork network) {
		for (final int side : FIXED)
			if (takes(network, side)) return side;
		// Says why.
		network.run(columns(FIXED[0], FIXED[0]), FIXED[0], FIXED[0]);
		throw new IllegalStateException("A network that takes no size takes this one.");
	}

	/** How far from a pixel that is changed the answer changes, px; a third of the picture at most. */
	private int reach(final ForeignNetwork network, final float[] columns, final int width,
		final int height)
	{
		final int x = width / 2, y = height / 2;
		final float[] changed = columns.clone();
		changed[y * width + x] = 1 - Math.round(changed[y * width + x]);
		final float[] other = network.run(changed, width, height).values();
		double largest = 0;
		for (int i = 0; i < other.length; i++)
			largest = Math.max(largest, Math.abs(other[i] - output.values()[i]));
		int reach = 0;
		for (int i = 0; i < other.length && largest > 0; i++) {
			if (Math.abs(other[i] - output.values()[i]) < CHANGE * largest) continue;
			final int pixel = i % (width * height);
			reach = Math.max(reach, Math.max(Math.abs(pixel % width - x), Math.abs(pixel / width - y)));
		}
		return Math.min(reach, Math.min(width, height) / 3);
	}

	/** From 0 to 1. */
	private static float[] columns(final int width, final int height) {
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++) {
			final double dx = Math.IEEEremainder(i % width, SPACING), dy = Math.IEEEremainder(i / width,
				SPACING);
			values[i] = (float) Math.exp(-(dx * dx + dy * dy) / (2 * SIGMA * SIGMA));
		}
		return values;
	}

	TileShape tiles() {
		return tiles;
	}

	float[] output() {
		return output.values();
	}

	int channels() {
		return output.channels();
	}
}
