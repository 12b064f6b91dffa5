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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures for a person: few digits, units in brackets. */
public final class FigureWords {

	private static final MathContext DIGITS = new MathContext(4);

	/** What ends a figure's name if it is its unit, and how that is written. */
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("px", "px"), Map.entry("nm",
		"nm"), Map.entry("pm", "pm"), Map.entry("px2", "px²"), Map.entry("nm2", "nm²"), Map.entry("nm-2",
			"nm⁻²"), Map.entry("px-2", "px⁻²"), Map.entry("deg", "°"), Map.entry("rad", "rad"), Map.entry(
				"percent", "%"), Map.entry("nats", "nats"), Map.entry("seconds", "s"));

	/** Things that are counted, by the figure, the most telling first. */
	private static final List<Thing> THINGS = List.of(new Thing("regions", "region", "regions"), new Thing(
		"phases", "phase", "phases"), new Thing("grains", "grain", "grains"), new Thing("classes", "class",
			"classes"), new Thing("atoms_counted", "atom", "atoms"), new Thing("atoms", "atom", "atoms"));

	/** What goes without saying beside a number of things, and what isn't of the result. */
	private static final Set<String> LESS_TELLING = Set.of("expected", "fewest", "most", "atoms", "errors",
		"atoms_counted", "slices", "regions", "phases", "grains", "classes", "patches",
		"pixel_size_nm", "width_px", "height_px", "slice", "evaluations", "seed", "hypervolume",
		"analysis_seconds");

	/** Most figures of {@link #brief}. */
	private static final int BRIEF = 3;

	/** @param figure how many of them there are */
	private record Thing(String figure, String one, String many) {}

	private FigureWords() {}

	/** A figure's value: at most four digits of a number, a text as it is. */
	public static String value(final Object value) {
		if (!(value instanceof final Number number)) return value == null ? "" : value.toString();
		final double v = number.doubleValue();
		if (!Double.isFinite(v)) return Double.isNaN(v) ? "" : v > 0 ? "∞" : "−∞";
		// Large whole numbers are counts.
		if (v == Math.rint(v) && Math.abs(v) < 1e9) return Long.toString((long) v);
		final BigDecimal rounded = new BigDecimal(v).round(DIGITS).stripTrailingZeros();
		return Math.abs(v) < 1e-4 || Math.abs(v) >= 1e9 ? rounded.toString() : rounded.toPlainString();
	}

	/** A figure's name without its unit, its words apart: {@code min_sigma_px} is {@code min sigma}. */
	public static String name(final String figure) {
		return figure.substring(0, figure.length() - suffix(figure).length()).replace('_', ' ');
	}

	/** A figure's unit; empty if it has none. */
	public static String unit(final String figure) {
		final String suffix = suffix(figure);
		return suffix.isEmpty() ? "" : UNITS.get(suffix.substring(1));
	}

	/** A figure's name with its unit in brackets. */
	public static String label(final String figure) {
		return name(figure) + (unit(figure).isEmpty() ? "" : " (" + unit(figure) + ")");
	}

	private static String suffix(final String figure) {
		final int last = figure.lastIndexOf('_');
		return last > 0 && UNITS.containsKey(figure.substring(last + 1)) ? figure.substring(last) : "";
	}

	/** An image's result in a few words, such as {@code 181 atoms, QC 0, ER 0.01}. */
	public static String brief(final ImageOutcome outcome) {
		final Map<String, Object> figures = outcome.figures();
		final List<String> words = new ArrayList<>();
		THINGS.stream().filter(t -> figures.get(t.figure) instanceof Number).findFirst().ifPresent(t -> {
			final long n = ((Number) figures.get(t.figure)).longValue();
			words.add(n + " " + (n == 1 ? t.one : t.many));
		});
		for (final Map.Entry<String, Object> e : figures.entrySet()) {
			if (words.size() == BRIEF) break;
			if (!(e.getValue() instanceof final Number n) || LESS_TELLING.contains(e.getKey()) || e
				.getKey().startsWith(Figures.SIGMA)) continue;
			final String unit = unit(e.getKey());
			words.add(name(e.getKey()) + " " + value(n) + (unit.isEmpty() ? "" : unit.equals("°") ? unit : " " +
				unit));
		}
		return String.join(", ", words);
	}
}
