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
import java.util.Locale;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What the coordinates of points are counted in.
 *
 * @param length null for pixels
 */
public record PointUnit(LengthUnit length) {

	/** Pixels. */
	public static final PointUnit PIXEL = new PointUnit(null);

	private static final List<String> PIXELS = List.of("px", "pix", "pixel", "pixels");

	/** The unit that is spelt so; empty for anything else. */
	public static Optional<PointUnit> parse(final String spelling) {
		if (spelling != null && PIXELS.contains(spelling.strip().toLowerCase(Locale.ROOT))) return Optional
			.of(PIXEL);
		return LengthUnit.parse(spelling).map(PointUnit::new);
	}

	/**
	 * How many px of an image one unit is.
	 *
	 * @throws RewardAnalysisException if the image's pixel size is needed and isn't known
	 */
	double px(final OracleFrame frame, final String origin) {
		if (length == null) return 1;
		if (!(frame.pixelSize() > 0)) throw new RewardAnalysisException(
			"%s is in %s, and the pixel size of \"%s\" isn't known; give pixel_size and pixel_unit.", origin,
			length.label(), frame.title());
		return length.nanometres() / frame.pixelSize();
	}

	/** How messages call it. */
	public String label() {
		return length == null ? "px" : length.label();
	}
}
