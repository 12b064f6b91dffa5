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

package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Shape of a U-Net (Ronneberger et al. 2015, MICCAI, doi:10.1007/978-3-319-24574-4_28).
 *
 * @param channels of the planes at full resolution, 1 to 128; doubled with each halving, at most
 *          four times
 * @param levels how often the resolution is halved, 1 to 5
 */
public record NetworkShape(int channels, int levels) {

	/** What trains in minutes. */
	public static final NetworkShape DEFAULT = new NetworkShape(16, 3);

	/** How often channels are doubled at most. */
	private static final int DOUBLINGS = 2;

	public NetworkShape {
		Checks.within("channels", channels, 1, 128);
		Checks.within("levels", levels, 1, 5);
	}

	/** Width and height of a picture must be a multiple of this, px. */
	public int multiple() {
		return 1 << levels;
	}

	/** Channels after so many halvings. */
	public int channels(final int level) {
		return channels << Math.min(level, DOUBLINGS);
	}

	/**
	 * How far away a pixel may be that an answer depends on, px, at most. A tile's answers are those
	 * of the whole picture so far from the tile's edge, if the tile begins at a {@link #multiple}.
	 */
	public int reach() {
		// Way down: two 3 x 3 convolutions and a halving for each level; way up: one, doubled, one.
		int reach = 0;
		for (int level = 0; level <= levels; level++)
			reach += 2 << level;
		for (int level = levels - 1; level >= 0; level--)
			reach += (2 << level) + (1 << level);
		return reach + multiple() - 1;
	}
}
