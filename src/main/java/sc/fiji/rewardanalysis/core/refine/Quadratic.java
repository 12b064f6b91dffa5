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

package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.detect.LogResponses;

/**
 * The vertex of the second-order Taylor polynomial of the LoG responses, its
 * derivatives taken as central differences (Brown &amp; Lowe 2002, BMVC, 656, in two
 * dimensions). Exact if the responses are quadratic.
 */
final class Quadratic {

	/** A maximum on the pixel grid is at most half a pixel off along an axis; a bit more on a slant. */
	private static final double MAX_OFFSET = 0.75;

	private Quadratic() {}

	static <T extends RealType<T>> RefinedAtom refine(final RandomAccessibleInterval<T> image,
		final Blob blob)
	{
		final double x = Math.rint(blob.x()), y = Math.rint(blob.y());
		// There the mirrored border makes the responses symmetric, whatever the atom's place.
		if (!(x >= 1 && y >= 1 && x <= image.dimension(0) - 2 && y <= image.dimension(1) - 2))
			return RefinedAtom.kept(blob, RefinementStatus.BORDER);
		// A table may say so; nothing in the image is as wide.
		if (blob.sigma() > Math.max(image.dimension(0), image.dimension(1))) return RefinedAtom.kept(blob,
			RefinementStatus.FLAT);
		final double[] responses = LogResponses.around(image, blob);
		if (!Arrays.stream(responses).allMatch(Double::isFinite)) return RefinedAtom.kept(blob,
			RefinementStatus.PIXELS);
		final double[] offset = vertex(responses);
		if (offset == null) return RefinedAtom.kept(blob, RefinementStatus.FLAT);
		if (!(Math.max(Math.abs(offset[0]), Math.abs(offset[1])) <= MAX_OFFSET)) return RefinedAtom.kept(
			blob, RefinementStatus.WANDERED);
		return RefinedAtom.kept(RefinedAtom.moved(blob, x + offset[0], y + offset[1]),
			RefinementStatus.OK);
	}

	/**
	 * Where the quadratic has its maximum, relative to the centre, px; null if it has
	 * none.
	 *
	 * @param z nine values row by row
	 */
	static double[] vertex(final double[] z) {
		final double gx = (z[5] - z[3]) / 2, gy = (z[7] - z[1]) / 2;
		final double xx = z[5] - 2 * z[4] + z[3], yy = z[7] - 2 * z[4] + z[1];
		final double xy = (z[8] - z[6] - z[2] + z[0]) / 4;
		final double determinant = xx * yy - xy * xy;
		if (!(xx < 0 && determinant > 0)) return null;
		return new double[] { (xy * gy - yy * gx) / determinant, (xy * gx - xx * gy) /
			determinant };
	}
}
