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
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The sizes of input that a network takes.
 *
 * @param multiple what sides must be a multiple of: 2 to the number of its poolings
 * @param reach how far away a pixel may be, px, and still change the answer: where tiles
 *          overlap by that, their answers are those of the whole image
 * @param width the only width it takes, px; 0 for any
 * @param height the only height, px; 0 for any
 */
public record TileShape(int multiple, int reach, int width, int height) {

	/** @throws RewardAnalysisException if a fixed side isn't a multiple */
	public TileShape {
		Checks.atLeast("multiple of the network's sides", multiple, 1);
		Checks.atLeast("reach of the network (px)", reach, 0);
		Checks.atLeast("width of the network's input (px)", width, 0);
		Checks.atLeast("height of the network's input (px)", height, 0);
		if ((width == 0) != (height == 0)) throw new RewardAnalysisException(
			"The network's input is %d x %d px; fix both sides or neither.", width, height);
		if (width % multiple != 0 || height % multiple != 0) throw new RewardAnalysisException(
			"The network's input is %d x %d px, but its sides must be multiples of %d.", width, height,
			multiple);
	}

	/** Any size whose sides are a multiple of this. */
	public static TileShape any(final int multiple, final int reach) {
		return new TileShape(multiple, reach, 0, 0);
	}

	/** Whether only one size is taken. */
	public boolean isFixed() {
		return width > 0;
	}
}
