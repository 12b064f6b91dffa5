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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class CsvTableTest {

	@TempDir
	Path folder;

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("in.csv"), text);
	}

	@Test
	void everyDoubleSurvivesWhateverTheLocale() throws IOException {
		final Random random = new Random(1);
		final double[] values = new double[2000];
		for (int i = 0; i < values.length; i++) {
			final double any = Double.longBitsToDouble(random.nextLong());
			values[i] = i % 2 == 0 ? 1000 * random.nextGaussian() : Double.isFinite(any) ? any : 0;
		}
		values[0] = Double.MIN_VALUE;
		values[1] = -0.0;
		final Path file = folder.resolve("a/out.csv");
		final CsvTable table = new CsvTable(List.of("value", "row"));
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			for (int i = 0; i < values.length; i++)
				table.add(List.of(values[i], i));
			table.write(file);
			final CsvTable read = CsvTable.read(file);
			assertEquals(values.length, read.size());
			for (int i = 0; i < values.length; i++) {
				assertEquals(values[i], read.number(i, "value"));
				assertEquals(i, read.number(i, "row"));
			}
		}
		finally {
			Locale.setDefault(before);
		}
		assertTrue(Files.readString(file).startsWith("value,row\n4.9E-324,0\n-0.0,1\n"));
	}

	@Test
	void whatIsNotKnownIsAnEmptyField() {
		final CsvTable table = new CsvTable(List.of("a", "b", "c", "d"));
		table.add(Arrays.asList(null, Double.NaN, true, false));
		assertEquals("a,b,c,d\n,,1,0\n", table.toText());
		assertEquals("", table.get(0, "a"));
		assertTrue(Double.isNaN(table.number(0, "b")));
		assertEquals(1, table.number(0, "c"));
	}

	@Test
	void textWithCommasAndQuotesSurvives() {
		final CsvTable table = new CsvTable(List.of("a, b", "say \"c\""));
		table.add(List.of("1,5", "he said \"2\", twice"));
		table.add(List.of("", "Å ü µ"));
		table.write(folder.resolve("out.csv"));
		final CsvTable read = CsvTable.read(folder.resolve("out.csv"));
		assertEquals(table.header(), read.header());
		assertEquals("1,5", read.get(0, "a, b"));
		assertEquals("he said \"2\", twice", read.get(0, "say \"c\""));
		assertEquals("Å ü µ", read.get(1, "say \"c\""));
		assertEquals("\"a, b\",\"say \"\"c\"\"\"", table.toText().lines().findFirst().orElseThrow());
	}

	/** Of what spreadsheets compute nothing is left, and the same text is read back. */
	@Test
	void noTextIsAFormula() {
		final List<String> texts = new ArrayList<>(List.of("=1+1", "=cmd|' /C calc'!A0", "+1-1", "-2+3",
			"@SUM(1)", "\t=1", "\r=1", "＝1", "'=1", "''-1", "'", "=", "-", "a=1", " =1", "=\"a\",b", "-a\n=b", "'-1.5",
			"=HYPERLINK(\"http://127.0.0.1/?\"&A1)"));
		final Random random = new Random(1);
		for (int i = 0; i < 2000; i++)
			texts.add(random.ints(1 + random.nextInt(6), 0, 16).mapToObj(c -> "=+-@\t\r\n',\"1.eE a".substring(c, c + 1))
				.collect(Collectors.joining()));
		final CsvTable table = new CsvTable(List.of("=name", "number"));
		for (final String text : texts)
			table.add(List.of(text, -1.5));
		table.write(folder.resolve("formulas.csv"));
		final CsvTable read = CsvTable.read(folder.resolve("formulas.csv"));
		assertEquals("=name", read.header().get(0));
		assertTrue(table.toText().startsWith("'=name,number\n"));
		for (int i = 0; i < texts.size(); i++) {
			assertEquals(texts.get(i), read.get(i, "=name"));
			final String field = CsvTable.quoted(texts.get(i)).replaceAll("^\"|\"$", "");
			assertTrue(field.length() < 2 || "=+-@\t\r＝".indexOf(field.charAt(0)) < 0 || texts.get(i).equals(field) && Double
				.isFinite(Double.parseDouble(field)), field);
		}
	}

	@Test
	void numbersAreNoFormulas() {
		final CsvTable table = new CsvTable(List.of("a"));
		for (final Object value : new Object[] { -1.5, "-1.5", "+2", -1e-300, "-.5e+3", Double.NEGATIVE_INFINITY, -7 })
			table.add(List.of(value));
		assertEquals("a\n-1.5\n-1.5\n+2\n-1.0E-300\n-.5e+3\n-Infinity\n-7\n", table.toText());
	}

	/** As 5" in a table by hand. */
	@Test
	void aQuoteWithoutAnEndEndsWithItsLine() throws IOException {
		final CsvTable read = CsvTable.read(file("a,b\n5,2\"\n3,4\n"));
		assertEquals(2, read.size());
		assertEquals("4", read.get(1, "b"));
	}

	@Test
	void readsWhatWindowsWrites() throws IOException {
		final CsvTable read = CsvTable.read(file("a,b\r\n1,2\r\n\r\n"));
		assertEquals(1, read.size());
		assertEquals(2, read.number(0, "b"));
	}

	@Test
	void saysWhatIsWrongWithAFile() throws IOException {
		final Path file = file("a,b\n1,2\n3\n");
		assertRefused(() -> CsvTable.read(file), "Row 2", "in.csv", "1 fields", "2");
		final Path empty = Files.writeString(folder.resolve("empty.csv"), "\n");
		assertRefused(() -> CsvTable.read(empty), "empty.csv", "header");
		final var missing = assertThrows(RewardAnalysisException.class, () -> CsvTable.read(folder
			.resolve("none.csv")));
		assertTrue(missing.getMessage().endsWith("none.csv can't be read (no such file); check its name and folder."), missing
			.getMessage());
	}

	@Test
	void saysWhatIsWrongWithAField() throws IOException {
		final CsvTable table = CsvTable.read(file("a,b\n1,two\n"));
		assertRefused(() -> table.number(0, "b"), "two", "row 1", "column b");
		assertRefused(() -> table.get(0, "c"), "column c", "a, b");
		assertThrows(IllegalArgumentException.class, () -> table.add(List.of(1)));
	}

	/** As after a cancel, when the positions of some slices are refined and of others not. */
	@Test
	void whatATableLacksIsEmptyWhereSeveralAreStacked() {
		final CsvTable detected = new CsvTable(List.of("id", "x")), refined = new CsvTable(List.of("id",
			"x", "error"));
		detected.add(List.of(1, 2.5));
		refined.add(List.of(1, 3.5, 0.1));
		final CsvTable all = CsvTable.stacked("slice", new java.util.TreeMap<>(java.util.Map.of(1, detected, 2,
			refined)));
		assertEquals(List.of("slice", "id", "x", "error"), all.header());
		assertEquals("", all.get(0, "error"));
		assertEquals("0.1", all.get(1, "error"));
		assertEquals("2.5", all.get(0, "x"));
	}
}
