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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;

/**
 * A table of any program's: separated by commas, semicolons, tabs or blanks, with headings or
 * without. Lines that begin with # are skipped, but for headings of numpy's. Immutable.
 *
 * @param origin where it comes from, for messages
 * @param header headings, or numbers from 1 if there are none
 * @param rows fields; as many as headings
 * @param hasHeader whether there are headings
 * @param hadCommas whether its numbers had decimal commas; here they are points
 */
public record PointTable(String origin, List<String> header, List<List<String>> rows,
	boolean hasHeader, boolean hadCommas)
{

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?"),
			THOUSANDS = Pattern.compile("[+-]?\\d{1,3},\\d{3}"), DECIMAL_POINT = Pattern.compile(
				"[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?");

	/** Reads a file. */
	public static PointTable read(final Path file) {
		final byte[] bytes = WholeFile.bytes(file);
		final String utf8 = new String(bytes, StandardCharsets.UTF_8);
		// Programs of before UTF-8 write µ and Å as one byte.
		return parse(utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1),
			file.getFileName().toString());
	}

	/**
	 * Reads a text.
	 *
	 * @param origin where it comes from, for messages
	 */
	public static PointTable parse(final String text, final String origin) {
		final List<String> lines = new ArrayList<>(text.replace("\uFEFF", "").lines().filter(line -> !line
			.isBlank()).toList());
		String comment = "";
		while (!lines.isEmpty() && lines.get(0).startsWith("#"))
			comment = lines.remove(0).replaceFirst("^#+\\s*", "");
		lines.removeIf(line -> line.startsWith("#"));
		if (lines.isEmpty()) throw new RewardAnalysisException("%s is empty; give a table of points.",
			origin);
		if (text.indexOf('\0') >= 0) throw new RewardAnalysisException(
			"%s is no table but a binary file; give a .csv, .tsv, .xml, .roi, .zip or an image.", origin);
		final char separator = separator(lines.get(0));
		List<String> header = split(lines.get(0), separator);
		final boolean hasHeader = !header.stream().allMatch(field -> isNumber(field) || DECIMAL_COMMA
			.matcher(field).matches());
		if (hasHeader) lines.remove(0);
		else {
			// Headings of numpy.savetxt are a comment.
			final List<String> commented = split(comment, separator);
			final int columns = header.size();
			header = commented.size() == columns && !comment.isEmpty() ? commented : IntStream.rangeClosed(
				1, columns).mapToObj(Integer::toString).toList();
		}
		final List<List<String>> rows = new ArrayList<>();
		for (final String line : lines)
			rows.add(row(split(line, separator), header.size(), rows.size() + 1, origin, separator));
		final boolean commas = haveCommas(rows);
		if (commas) rows.replaceAll(PointTable::withPoints);
		return new PointTable(origin, header, List.copyOf(rows), hasHeader || !header.get(0).equals("1"),
			commas);
	}

	/** Not if some numbers have points, or if the commas may as well stand after thousands. */
	private static boolean haveCommas(final List<List<String>> rows) {
		return matches(rows, DECIMAL_COMMA) > matches(rows, THOUSANDS) && matches(rows, DECIMAL_POINT) == 0;
	}

	private static long matches(final List<List<String>> rows, final Pattern pattern) {
		return rows.stream().flatMap(List::stream).filter(f -> pattern.matcher(f).matches()).count();
	}

	private static List<String> withPoints(final List<String> row) {
		return row.stream().map(field -> DECIMAL_COMMA.matcher(field).matches() ? field.replace(',', '.')
			: field).toList();
	}

	private static List<String> row(final List<String> fields, final int columns, final int number,
		final String origin, final char separator)
	{
		final List<String> row = new ArrayList<>(fields);
		// Some programs end lines with a separator.
		while (row.size() > columns && row.get(row.size() - 1).isEmpty())
			row.remove(row.size() - 1);
		while (row.size() < columns && separator != ' ')
			row.add("");
		if (row.size() != columns) throw new RewardAnalysisException(
			"Row %d of %s has %d fields, its first line %d; write it with decimal points and one separator.",
			number, origin, row.size(), columns);
		return List.copyOf(row);
	}

	/** The first of tab, semicolon, comma that the line has; blanks otherwise. */
	private static char separator(final String line) {
		for (final char c : new char[] { '\t', ';', ',' })
			if (CsvTable.split(line, c).size() > 1) return c;
		return ' ';
	}

	private static List<String> split(final String line, final char separator) {
		final List<String> fields = separator == ' ' ? List.of(BLANKS.split(line.strip())) : CsvTable
			.split(line, separator);
		return fields.stream().map(String::strip).toList();
	}

	static boolean isNumber(final String field) {
		try {
			Double.parseDouble(field);
			return true;
		}
		catch (final NumberFormatException exc) {
			return false;
		}
	}

	/** One field as a finite number. */
	double number(final int row, final int column) {
		final String field = rows.get(row).get(column);
		final String where = String.format(Locale.ROOT, "Row %d of %s has ", row + 1, origin);
		if (field.isEmpty()) throw new RewardAnalysisException("%sno %s; give each point its place.",
			where, header.get(column));
		if (DECIMAL_COMMA.matcher(field).matches()) throw new RewardAnalysisException(
			"%s\"%s\" as %s; write numbers with a decimal point.", where, field, header.get(column));
		final double value = isNumber(field) ? Double.parseDouble(field) : Double.NaN;
		if (!Double.isFinite(value)) throw new RewardAnalysisException(
			"%s\"%s\" as %s; it must be a finite number.", where, field, header.get(column));
		return value;
	}

	/** The column of a heading, whatever its case, or −1. */
	int column(final String heading) {
		for (int i = 0; i < header.size(); i++)
			if (header.get(i).equalsIgnoreCase(heading)) return i;
		return -1;
	}

	/** Without the first rows. */
	PointTable from(final int row) {
		return new PointTable(origin, header, rows.subList(row, rows.size()), hasHeader, hadCommas);
	}
}
