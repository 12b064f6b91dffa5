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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;

/** The symmetries of a rectangle of pixels, and where they take a place. */
enum MovedImage {
		AS_IT_IS(false, false, false), MIRRORED_X(true, false, false), MIRRORED_Y(false, true, false),
		TURNED_BY_180(true, true, false), TRANSPOSED(false, false, true), TURNED_BY_90(false, true, true),
		TURNED_BY_270(true, false, true), OTHER_DIAGONAL(true, true, true);

	private final boolean flipsX, flipsY, swaps;

	/** First x and y are flipped, then swapped. */
	MovedImage(final boolean flipsX, final boolean flipsY, final boolean swaps) {
		this.flipsX = flipsX;
		this.flipsY = flipsY;
		this.swaps = swaps;
	}

	/** Rows of the image that results, from those of one of this size. */
	Img<DoubleType> of(final double[] pixels, final int width, final int height) {
		final double[] moved = new double[pixels.length];
		final int w = width(width, height);
		for (int i = 0; i < pixels.length; i++) {
			final double[] p = place(i % width, i / width, width, height);
			moved[(int) p[1] * w + (int) p[0]] = pixels[i];
		}
		return ArrayImgs.doubles(moved, w, width + height - w);
	}

	int width(final int width, final int height) {
		return swaps ? height : width;
	}

	int height(final int width, final int height) {
		return swaps ? width : height;
	}

	double[] place(final double x, final double y, final int width, final int height) {
		final double fx = flipsX ? width - 1 - x : x, fy = flipsY ? height - 1 - y : y;
		return swaps ? new double[] { fy, fx } : new double[] { fx, fy };
	}

	double[] place(final Position p, final int width, final int height) {
		return place(p.x(), p.y(), width, height);
	}

	Blob blob(final Blob b, final int width, final int height) {
		final double[] p = place(b, width, height);
		return new Blob(p[0], p[1], b.sigma(), b.response());
	}
}
