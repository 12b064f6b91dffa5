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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which pixels of an image belong to something.
 *
 * @param width px
 * @param height px
 * @param pixels row by row, {@code pixels[y * width + x]}; shared, not to be changed
 */
public record Mask(int width, int height, boolean[] pixels) {

	public Mask {
		Checks.atLeast("width of the mask", width, 1);
		Checks.atLeast("height of the mask", height, 1);
		Checks.given("pixels of the mask", pixels);
		if (pixels.length != (long) width * height) throw new RewardAnalysisException(
			"A mask of %d x %d px needs %d values, not %d.", width, height, (long) width * height,
			pixels.length);
	}

	/** The pixels of an image of {@code width} × {@code height} px whose centres lie in an area. */
	public static Mask of(final Area area, final int width, final int height) {
		Checks.given("area", area);
		Checks.atLeast("width of the mask", width, 1);
		Checks.atLeast("height of the mask", height, 1);
		final boolean[] pixels = new boolean[Math.multiplyExact(width, height)];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				pixels[y * width + x] = area.contains(x, y);
		return new Mask(width, height, pixels);
	}

	/** Whether a pixel belongs to it. */
	public boolean get(final int x, final int y) {
		return pixels[y * width + x];
	}

	/** Number of pixels that belong to it. */
	public long area() {
		long n = 0;
		for (final boolean p : pixels)
			if (p) n++;
		return n;
	}

	/** The pixels that don't belong to it. */
	public Mask complement() {
		final boolean[] other = new boolean[pixels.length];
		for (int i = 0; i < other.length; i++)
			other[i] = !pixels[i];
		return new Mask(width, height, other);
	}

	/**
	 * The pixels that belong to both.
	 *
	 * @throws RewardAnalysisException if the other one has another size
	 */
	public Mask and(final Mask other) {
		checkSameSize(other);
		final boolean[] both = new boolean[pixels.length];
		for (int i = 0; i < both.length; i++)
			both[i] = pixels[i] && other.pixels[i];
		return new Mask(width, height, both);
	}

	/**
	 * Checks that another mask has as many columns and rows.
	 *
	 * @throws RewardAnalysisException if not
	 */
	public void checkSameSize(final Mask other) {
		Checks.given("other mask", other);
		if (other.width != width || other.height != height) throw new RewardAnalysisException(
			"The masks have %d x %d and %d x %d px; they must be equally large.", width, height,
			other.width, other.height);
	}
}
