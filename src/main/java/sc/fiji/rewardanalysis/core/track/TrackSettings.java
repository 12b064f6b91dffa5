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

package sc.fiji.rewardanalysis.core.track;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How columns are followed.
 *
 * @param spacing distance of neighbouring columns in the ideal crystal, px
 * @param tolerance how far a column may be from where it is expected, px, inclusive
 * @param maxGap for how many frames in a row a column may be missing, 0 or more
 * @param reach how far the drift from one frame to the next may be from the expected one, px
 */
public record TrackSettings(double spacing, double tolerance, int maxGap, double reach) {

	/** The usual tolerance in units of the spacing: below a half no two columns compete. */
	private static final double TOLERANCE = 0.4;

	/** The usual reach in units of the spacing. */
	public static final double REACH = 8;

	public TrackSettings {
		Checks.positive("distance of neighbouring columns (px)", spacing);
		Checks.positive("link distance (px)", tolerance);
		Checks.atLeast("max_gap", maxGap, 0);
		Checks.atLeast("reach of the drift (px)", reach, tolerance);
	}

	/** With the usual tolerance and reach. */
	public static TrackSettings of(final double spacing, final int maxGap) {
		return new TrackSettings(spacing, TOLERANCE * spacing, maxGap, REACH * spacing);
	}
}
