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

package sc.fiji.rewardanalysis.core.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A table as comma-separated values: UTF-8, a header line, a decimal point in every
 * locale, an empty field for what is not known. Doubles are written with as many
 * digits as it takes to read the same number back. A text that a spreadsheet would take for a
 * formula, such as a file name {@code =1+1.tif}, has an apostrophe before it, which is
 * taken off when it is read.
 */
public final class CsvTable {

	/** What a spreadsheet computes or runs, perhaps behind apostrophes, also in the wide forms of East Asia. */
	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r＝＋－＠].+", Pattern.DOTALL);

	/** Begins like a formula and is none. */
	private static final Pattern NUMBER = Pattern.compile(
		"[+-](\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity");

	private static final Pattern QUOTED = Pattern.compile("[,\"\\r\\n]");

	private final List<String> header;
	private final List<List<String>> rows = new ArrayList<>();

	/** An empty table. */
	public CsvTable(final List<String> header) {
		this.header = List.copyOf(header);
	}

	/**
	 * Appends a row.
	 *
	 * @param values numbers, booleans (as 1 and 0) or text; null or NaN for an empty
	 *          field
	 */
	public void add(final List<?> values) {
		if (values.size() != header.size()) throw new IllegalArgumentException("A row of " + values
			.size() + " fields under " + header.size() + " headings.");
		rows.add(values.stream().map(CsvTable::field).toList());
	}

	/**
	 * Several tables below each other. Where one lacks a heading of another, its fields are empty.
	 *
	 * @param column heading of a first column that tells them apart
	 * @param tables by what that column says of them; at least one
	 */
	public static CsvTable stacked(final String column, final SortedMap<Integer, CsvTable> tables) {
		final Set<String> headings = new LinkedHashSet<>(List.of(column));
		tables.values().forEach(table -> headings.addAll(table.header));
		final CsvTable all = new CsvTable(List.copyOf(headings));
		tables.forEach((key, table) -> table.rows.forEach(row -> {
			final List<Object> fields = new ArrayList<>(List.of(key));
			for (final String heading : all.header.subList(1, all.header.size())) {
				final int i = table.header.indexOf(heading);
				fields.add(i < 0 ? null : row.get(i));
			}
			all.add(fields);
		}));
		return all;
	}

	/** This table with a column more, its last one. */
	public CsvTable with(final String column, final IntFunction<?> value) {
		final List<String> headings = new ArrayList<>(header);
		headings.add(column);
		final CsvTable wider = new CsvTable(headings);
		for (int i = 0; i < rows.size(); i++) {
			final List<Object> row = new ArrayList<>(rows.get(i));
			row.add(value.apply(i));
			wider.add(row);
		}
		return wider;
	}

	/** The headings. */
	public List<String> header() {
		return header;
	}

	/** The number of rows. */
	public int size() {
		return rows.size();
	}

	/** One field as text. */
	public String get(final int row, final String column) {
		return rows.get(row).get(column(column));
	}

	/** One field as a number; NaN if it is empty. */
	public double number(final int row, final String column) {
		final String field = get(row, column);
		if (field.isEmpty()) return Double.NaN;
		try {
			return Double.parseDouble(field);
		}
		catch (final NumberFormatException exc) {
			throw new RewardAnalysisException(exc, "\"%s\" in row %d of column %s is not a number.", field,
				row + 1, column);
		}
	}

	/** Whether one field is a number or empty. */
	public boolean isNumber(final int row, final String column) {
		try {
			number(row, column);
			return true;
		}
		catch (final RewardAnalysisException exc) {
			return false;
		}
	}

	/** The whole table as text. */
	public String toText() {
		final StringBuilder text = new StringBuilder();
		append(text, header);
		rows.forEach(row -> append(text, row));
		return text.toString();
	}

	/** Writes the table, whole or not at all. */
	public void write(final Path file) {
		AtomicFile.write(file, toText());
	}

	/** Reads a table with a header line. */
	public static CsvTable read(final Path file) {
		final List<List<String>> lines = lines(file).stream().filter(line -> !line.isBlank()).map(
			line -> split(line, ',')).toList();
		if (lines.isEmpty()) throw new RewardAnalysisException(
			"%s is empty; it must begin with a header line.", file);
		final CsvTable table = new CsvTable(lines.get(0));
		for (final List<String> line : lines.subList(1, lines.size())) {
			if (line.size() != table.header.size()) throw new RewardAnalysisException(
				"Row %d of %s has %d fields, its header %d.", table.size() + 1, file, line.size(),
				table.header.size());
			table.rows.add(line);
		}
		return table;
	}

	private int column(final String name) {
		final int column = header.indexOf(name);
		if (column < 0) throw new RewardAnalysisException(
			"There is no column %s; the columns are %s.", name, String.join(", ", header));
		return column;
	}

	private static List<String> lines(final Path file) {
		try {
			WholeFile.check(file);
			return lines(Files.readString(file));
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); check its name and folder.", file,
				AtomicFile.reason(exc));
		}
	}

	/** A line may go on in the next one within quotes; where these have no end, it ends as if there were none. */
	private static List<String> lines(final String text) {
		final List<String> lines = new ArrayList<>();
		int begin = 0, next = 0, first = -1;
		boolean quoted = false;
		while (next < text.length()) {
			final char c = text.charAt(next++);
			if (c == '"') quoted = !quoted;
			if (c == '\n' || c == '\r') {
				if (!quoted) {
					lines.add(text.substring(begin, next - 1));
					begin = next;
					first = -1;
				}
				else if (first < 0) first = next;
			}
			if (next == text.length() && quoted && first >= 0) {
				lines.add(text.substring(begin, first - 1));
				begin = next = first;
				first = -1;
				quoted = false;
			}
		}
		if (begin < text.length()) lines.add(text.substring(begin));
		return lines;
	}

	private static String field(final Object value) {
		if (value == null) return "";
		if (value instanceof final Boolean flag) return flag ? "1" : "0";
		if (value instanceof final Double number) return Double.isNaN(number) ? "" : number.toString();
		return value.toString();
	}

	private static void append(final StringBuilder text, final List<String> fields) {
		for (int i = 0; i < fields.size(); i++)
			text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
		text.append('\n');
	}

	/** A text as a field: in quotes where it needs some, and never a formula. */
	public static String quoted(final String text) {
		final String field = guarded(text);
		return QUOTED.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
	}

	/** A text that no spreadsheet takes for a formula, for tables that others write; {@link #read} knows it. */
	public static String guarded(final String text) {
		return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
	}

	/** What {@link #quoted} was given, once its quotes are off. */
	private static String original(final String field) {
		return field.startsWith("'") && FORMULA.matcher(field).matches() ? field.substring(1) : field;
	}

	/** The fields of a line; quotes are taken off, and what keeps a text from being a formula. */
	public static List<String> split(final String line, final char separator) {
		final List<String> fields = new ArrayList<>();
		final StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				field.append(c);
				i++;
			}
			else if (c == '"') quoted = !quoted;
			else if (c == separator && !quoted) {
				fields.add(original(field.toString()));
				field.setLength(0);
			}
			else field.append(c);
		}
		fields.add(original(field.toString()));
		return fields;
	}
}
