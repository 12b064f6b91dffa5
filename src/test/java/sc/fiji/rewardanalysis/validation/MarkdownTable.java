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

package sc.fiji.rewardanalysis.validation;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table as it stands in the documentation. */
final class MarkdownTable {

	private final PrintStream out;

	MarkdownTable(final PrintStream out, final String... heading) {
		this.out = out;
		row(List.of(heading));
		row(Arrays.stream(heading).map(h -> "---").toList());
	}

	void row(final List<String> cells) {
		out.println("|" + cells.stream().map(c -> " " + c + " |").collect(Collectors.joining()));
	}

	/** To two digits. */
	static String two(final double value) {
		return number("%.2f", value);
	}

	/** To three digits. */
	static String three(final double value) {
		return number("%.3f", value);
	}

	private static String number(final String format, final double value) {
		if (Double.isNaN(value)) return "–";
		final String text = String.format(Locale.ROOT, format, value);
		// −0.000 is 0.
		return text.matches("-0\\.0+") ? text.substring(1) : text.replace('-', '−');
	}

	static double median(final double[] values) {
		final double[] v = known(values);
		return v.length == 0 ? Double.NaN : (v[(v.length - 1) / 2] + v[v.length / 2]) / 2;
	}

	static double mean(final double[] values) {
		return Arrays.stream(known(values)).average().orElse(Double.NaN);
	}

	static double most(final double[] values) {
		return Arrays.stream(known(values)).max().orElse(Double.NaN);
	}

	private static double[] known(final double[] values) {
		return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
	}
}
