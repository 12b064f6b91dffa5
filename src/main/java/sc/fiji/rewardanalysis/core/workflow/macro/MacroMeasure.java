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

package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.math3.stat.StatUtils;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A number that a macro's outcome has: how many rows or atoms there are, or a column of its
 * Results in one number.
 *
 * @param statistic of the column
 * @param column its name; empty where a number of things is meant
 */
public record MacroMeasure(Statistic statistic, String column) {

	/** How a column, or all there is, becomes a number. */
	public enum Statistic {
			/** How many rows the table has. */
			ROWS {

				@Override
				double of(final double[] values) {
					return values.length;
				}
			},
			/** How many points, areas or particles there are. */
			ATOMS {

				@Override
				double of(final double[] values) {
					return values.length;
				}
			},
			/** Arithmetic mean. */
			MEAN {

				@Override
				double of(final double[] values) {
					return StatUtils.mean(values);
				}
			},
			/** Sum of all. */
			SUM {

				@Override
				double of(final double[] values) {
					return StatUtils.sum(values);
				}
			},
			/** Of the first row. */
			FIRST {

				@Override
				double of(final double[] values) {
					return values[0];
				}
			},
			/** Of the last row. */
			LAST {

				@Override
				double of(final double[] values) {
					return values[values.length - 1];
				}
			},
			/** The middle one. */
			MEDIAN {

				@Override
				double of(final double[] values) {
					return StatUtils.percentile(values, 50);
				}
			},
			/** Standard deviation with n − 1. */
			SD {

				@Override
				double of(final double[] values) {
					return values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values));
				}
			},
			/** The smallest. */
			MIN {

				@Override
				double of(final double[] values) {
					return StatUtils.min(values);
				}
			},
			/** The largest. */
			MAX {

				@Override
				double of(final double[] values) {
					return StatUtils.max(values);
				}
			};

		/** @param values none is NaN; not empty but for ROWS and ATOMS */
		abstract double of(double[] values);

		private String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	private static final List<String> ROWS = List.of("rows", "count"), ATOMS = List.of("atoms",
		"points", "rois", "particles");

	/**
	 * Reads {@code rows}, {@code atoms}, {@code Area} (its mean) or {@code sum.Area}.
	 *
	 * @throws RewardAnalysisException if there is nothing to read
	 */
	static MacroMeasure of(final String text) {
		if (text.isBlank()) throw new RewardAnalysisException(
			"An objective doesn't say of what; write rows, atoms or a column of the Results, as in max mean.Area.");
		if (ROWS.contains(text)) return new MacroMeasure(Statistic.ROWS, "");
		if (ATOMS.contains(text)) return new MacroMeasure(Statistic.ATOMS, "");
		final int dot = text.indexOf('.');
		for (final Statistic s : Statistic.values())
			if (s != Statistic.ROWS && s != Statistic.ATOMS && dot > 0 && dot < text.length() - 1 && text
				.substring(0, dot).equalsIgnoreCase(s.name())) return new MacroMeasure(s, text.substring(dot +
					1));
		return new MacroMeasure(Statistic.MEAN, text);
	}

	/** As it is read again. */
	String inWords() {
		return column.isEmpty() ? statistic.word() : statistic.word() + "." + column;
	}

	/**
	 * The number; NaN if the table is empty or has no row with one.
	 *
	 * @throws RewardAnalysisException if the table has other columns only
	 */
	public double of(final MacroOutcome outcome) {
		if (statistic == Statistic.ROWS) return outcome.rows();
		if (statistic == Statistic.ATOMS) return outcome.atoms().size();
		final double[] values = values(outcome.columns()).stream().mapToDouble(v -> v).filter(v -> !Double
			.isNaN(v)).toArray();
		return values.length == 0 ? Double.NaN : statistic.of(values);
	}

	private List<Double> values(final Map<String, List<Double>> columns) {
		if (columns.containsKey(column)) return columns.get(column);
		final List<String> alike = columns.keySet().stream().filter(c -> c.equalsIgnoreCase(column))
			.toList();
		if (alike.size() == 1) return columns.get(alike.get(0));
		// An empty table has no columns, whatever they would be.
		if (columns.isEmpty()) return List.of();
		throw new RewardAnalysisException("The macro's Results have no column %s, but %s.", column, String
			.join(", ", columns.keySet()));
	}

	/** Statistics of a column, to be read. */
	public static String statistics() {
		return String.join(", ", Arrays.stream(Statistic.values()).filter(s -> s != Statistic.ROWS &&
			s != Statistic.ATOMS).map(Statistic::word).toList());
	}
}
