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

package sc.fiji.rewardanalysis.core.io.points;

import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;

/**
 * Points of a file in px of an image.
 *
 * @param points px
 * @param fromCorner whether they count from the pixel's corner, half a pixel more than from its
 *          centre
 * @param saysUnit whether the file or the user says what unit they were in, rather than that px
 *          was assumed
 * @param notes what should be known of how they were read
 */
public record ReadPoints(List<OraclePoint> points, boolean fromCorner, boolean saysUnit,
	List<String> notes)
{

	/** Below this part of the image's sides, px are doubted. */
	private static final double SMALL = 0.25;

	/** Points that can't tell. */
	private static final int FEW = 4;

	public ReadPoints {
		points = List.copyOf(points);
		notes = List.copyOf(notes);
	}

	/**
	 * Refuses points that were taken for px but fill only a small corner of the image, as
	 * lengths do.
	 */
	ReadPoints checked(final OracleFrame frame, final Object file) {
		if (saysUnit || points.size() < FEW) return this;
		final double right = points.stream().mapToDouble(OraclePoint::x).max().orElse(0), down = points
			.stream().mapToDouble(OraclePoint::y).max().orElse(0);
		if (right < SMALL * frame.width() && down < SMALL * frame.height())
			throw new RewardAnalysisException(
				"All points of %s lie within %.2f x %.2f of \"%s\" (%d x %d px) and no unit is given; choose oracle_unit: px if that is right, or the length they are in.",
				file, right, down, frame.title(), frame.width(), frame.height());
		return this;
	}
}
