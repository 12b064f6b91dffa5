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

package sc.fiji.rewardanalysis.core.region;

import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Masks of square boxes around atoms: the pixels whose centres lie in [x − w/2, x +
 * w/2) × [y − w/2, y + w/2), so w × w of them, less what lies outside the analysed
 * area. The masks of the paper's scripts are of this kind. Immutable.
 */
public final class AtomBoxes implements AtomMasks {

	private final Mask analysed;
	private final int side;

	/** Each box's first column and row. */
	private final int[] left, top;

	/**
	 * Places the boxes.
	 *
	 * @param side w, px
	 */
	public AtomBoxes(final List<? extends Position> atoms, final int side, final int width,
		final int height, final Area area)
	{
		Checks.given("atoms", atoms);
		this.side = Checks.atLeast("side of the boxes (px)", side, 1);
		for (final Position p : atoms)
			if (!Double.isFinite(p.x() + p.y())) throw new RewardAnalysisException(
				"An atom lies at (%s, %s); positions must be finite.", Double.toString(p.x()), Double
					.toString(p.y()));
		analysed = Mask.of(area, width, height);
		left = atoms.stream().mapToInt(p -> (int) Math.ceil(p.x() - side / 2.0)).toArray();
		top = atoms.stream().mapToInt(p -> (int) Math.ceil(p.y() - side / 2.0)).toArray();
	}

	@Override
	public int size() {
		return left.length;
	}

	@Override
	public Mask of(final boolean[] selected) {
		checkLength(selected.length);
		final int w = analysed.width(), h = analysed.height();
		// How many boxes begin less those that end here: their running sum is how many cover a pixel.
		final int[] edges = new int[(w + 1) * (h + 1)];
		for (int k = 0; k < selected.length; k++) {
			if (!selected[k]) continue;
			final int x0 = clamp(left[k], w), x1 = clamp((long) left[k] + side, w);
			final int y0 = clamp(top[k], h), y1 = clamp((long) top[k] + side, h);
			edges[y0 * (w + 1) + x0]++;
			edges[y0 * (w + 1) + x1]--;
			edges[y1 * (w + 1) + x0]--;
			edges[y1 * (w + 1) + x1]++;
		}
		final boolean[] pixels = new boolean[w * h];
		final int[] cover = new int[w];
		for (int y = 0; y < h; y++) {
			int sum = 0;
			for (int x = 0; x < w; x++) {
				sum += edges[y * (w + 1) + x];
				cover[x] += sum;
				pixels[y * w + x] = cover[x] > 0 && analysed.get(x, y);
			}
		}
		return new Mask(w, h, pixels);
	}

	private static int clamp(final long at, final int length) {
		return (int) Math.max(0, Math.min(length, at));
	}
}
