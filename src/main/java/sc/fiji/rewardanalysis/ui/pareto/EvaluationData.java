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

package sc.fiji.rewardanalysis.ui.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.workflow.Pooling;

/** What tables and tool tips say of each evaluation. Immutable. */
final class EvaluationData {

	/** Endings of column names that are units. */
	private static final List<String> UNITS = List.of("px", "nm", "px2", "nm2", "deg");

	private final List<String> names;
	private final Object[][] values;
	private final Map<Integer, Integer> rows;
	private final List<Objective> objectives;
	private final int firstObjective;

	EvaluationData(final Solutions<?> solutions) {
		final CsvTable table = solutions.evaluations();
		final List<Evaluation> evaluations = solutions.study().evaluations();
		names = table.header();
		values = new Object[table.size()][names.size()];
		for (int c = 0; c < names.size(); c++) {
			final String name = names.get(c);
			final boolean numeric = IntStream.range(0, table.size()).allMatch(r -> table.isNumber(r, name));
			for (int r = 0; r < values.length; r++)
				values[r][c] = numeric ? (Object) table.number(r, name) : table.get(r, name);
		}
		rows = IntStream.range(0, evaluations.size()).boxed().collect(Collectors.toMap(i -> evaluations.get(
			i).id(), Function.identity()));
		firstObjective = names.indexOf(solutions.study().objectives().get(0).name());
		objectives = solutions.study().objectives();
	}

	int rows() {
		return values.length;
	}

	int columns() {
		return names.size();
	}

	/** A column's heading: its name, and its unit in brackets. */
	String heading(final int column) {
		final String name = names.get(column);
		final int end = name.lastIndexOf('_');
		final String words = Pooling.inWords(name);
		final int objective = column - firstObjective;
		if (firstObjective >= 0 && objective >= 0 && objective < objectives.size()) {
			final String unit = objectives.get(objective).unit();
			return unit.isEmpty() || unit.equals("1") ? words : words + " (" + unit + ")";
		}
		return end > 0 && UNITS.contains(name.substring(end + 1)) ? name.substring(0, end) + " (" + name
			.substring(end + 1) + ")" : words;
	}

	/** The columns as they are read best: number, objectives, what differs, what is always the same. */
	int[] readingOrder() {
		final IntPredicate isObjective = c -> firstObjective >= 0 && c >= firstObjective && c <
			firstObjective + objectives.size();
		return IntStream.range(0, columns()).boxed().sorted(Comparator.comparingInt(c -> c == 0 ? 0
			: isObjective.test(c) ? 1 : isConstant(c) ? 3 : 2)).mapToInt(Integer::intValue).toArray();
	}

	private boolean isConstant(final int column) {
		return Arrays.stream(values).map(row -> row[column]).distinct().count() < 2;
	}

	/** How many columns come first in that order: the number and the objectives. */
	int leading() {
		return firstObjective < 0 ? 1 : 1 + objectives.size();
	}

	/** A number or a text. */
	Object value(final int row, final int column) {
		return values[row][column];
	}

	boolean isNumeric(final int column) {
		return values.length > 0 && values[0][column] instanceof Double;
	}

	/** The row of an evaluation. */
	int row(final Evaluation evaluation) {
		return rows.get(evaluation.id());
	}

	/** A number with the digits that a person reads. */
	static String text(final Object value) {
		if (!(value instanceof final Double number)) return String.valueOf(value);
		if (Double.isNaN(number)) return "";
		return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.format(Locale.ROOT, "%.0f",
			number) : String.format(Locale.ROOT, "%.4g", number);
	}

	/**
	 * All of an evaluation that matters, for a tool tip.
	 *
	 * @param more a sentence to add; empty for none
	 */
	String html(final Evaluation evaluation, final String more) {
		final int row = row(evaluation);
		final StringBuilder html = new StringBuilder("<html><b>Evaluation ").append(evaluation.id()).append(
			"</b>, ").append(evaluation.origin()).append(evaluation.feasible() ? "" : ", not feasible").append(
				more.isEmpty() ? "" : "<br>" + more).append("<table cellpadding=0 cellspacing=1>");
		// Objectives first, then parameters, which stand before them.
		final int from = Math.max(2, firstObjective);
		for (int c = from; c < from + objectives.size() && firstObjective >= 0; c++)
			add(html, row, c);
		for (int c = 2; c < firstObjective; c++)
			add(html, row, c);
		html.append("</table>");
		if (!evaluation.failure().isEmpty()) html.append(escaped(evaluation.failure()));
		return html.append("</html>").toString();
	}

	private void add(final StringBuilder html, final int row, final int column) {
		html.append("<tr><td>").append(escaped(heading(column))).append("&nbsp;&nbsp;</td><td align=right>")
			.append(escaped(text(value(row, column)))).append("</td></tr>");
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
