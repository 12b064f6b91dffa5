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

package sc.fiji.rewardanalysis.core.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Says what may be wrong with an oracle that hardly agrees: rows for columns, another scale, or
 * the atoms themselves. Nothing of it is used.
 */
public final class OracleDoubts {

	/** Below this F1 somebody should look, and above it another reading is worth telling. */
	private static final double LOW = 0.5;

	/** So much better F1 must be than as it was read; a crystal agrees with much by chance. */
	private static final double GAIN = 0.25;

	/** How often images are binned, and lengths mistaken. */
	private static final double[] FACTORS = { 2, 4, 10, 0.5, 0.25, 0.1 };

	private OracleDoubts() {}

	/**
	 * A sentence; empty if there is nothing to say.
	 *
	 * @param comparison in coordinates of the analysed box
	 * @param x left edge of that box in the image, px
	 * @param y its upper edge, px
	 */
	public static String of(final OracleComparison comparison, final double x, final double y) {
		if (comparison.isSame())
			return "Atoms and oracle are the very same points: were they compared with themselves?";
		final double f1 = comparison.match().f1();
		if (f1 >= LOW) return "";
		final double swapped = f1(comparison, p -> new OraclePoint(p.y() + y - x, p.x() + x - y));
		if (isBetter(swapped, f1)) return String.format(Locale.ROOT,
			"With x and y exchanged F1 would be %.3f instead of %.3f: are the oracle's rows taken for columns?",
			swapped, f1);
		for (final double factor : FACTORS) {
			final double scaled = f1(comparison, p -> new OraclePoint(scaled(p.x() + x, factor) - x, scaled(p
				.y() + y, factor) - y));
			if (isBetter(scaled, f1)) return String.format(Locale.ROOT,
				"With all places %s times as large F1 would be %.3f instead of %.3f: is the oracle of an image of another size, or in another unit?",
				factor < 1 ? Double.toString(factor) : Integer.toString((int) factor), scaled, f1);
		}
		return "";
	}

	private static boolean isBetter(final double other, final double f1) {
		return other >= LOW && other >= f1 + GAIN;
	}

	/** The image's corner stays where it is. */
	private static double scaled(final double place, final double factor) {
		return (place + 0.5) * factor - 0.5;
	}

	private static double f1(final OracleComparison c, final UnaryOperator<OraclePoint> reading) {
		final List<OraclePoint> points = c.oracle().points().stream().map(reading).toList();
		return Matching.match(c.found(), points, c.tolerance(), c.counted()).f1();
	}
}
