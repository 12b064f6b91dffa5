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

package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * Atoms of a table in a file: an {@code atoms.csv} of ours, or any with the columns {@code x}
 * and {@code y}, or {@code x (px)} and {@code y (px)}. Pixel centres are integers, (0, 0)
 * is the top-left pixel of the image.
 *
 * @param atoms px of the image; sigma and response are NaN where the file has none
 * @param classes of each atom, what the column {@code class} says; empty if there is none
 */
public record AtomsFile(List<Blob> atoms, List<String> classes) {

	private static final String SLICE = "slice", CLASS = "class";

	public AtomsFile {
		atoms = List.copyOf(atoms);
		classes = List.copyOf(classes);
	}

	/**
	 * Reads a file.
	 *
	 * @param slice whose atoms, from 1, if there is a column {@code slice}; all atoms otherwise
	 * @throws RewardAnalysisException if it can't be read, lacks the columns, or a coordinate is
	 *           missing
	 */
	public static AtomsFile read(final Path file, final int slice) {
		final CsvTable table = CsvTable.read(file);
		final String x = coordinate(table, file, "x"), y = coordinate(table, file, "y");
		final String slices = column(table, SLICE), classes = column(table, CLASS);
		final String sigma = column(table, "sigma_px", "sigma (px)", "sigma"), response = column(table,
			"response");
		final List<Blob> atoms = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		for (int row = 0; row < table.size(); row++) {
			if (slices != null && table.number(row, slices) != slice) continue;
			final double width = number(table, row, sigma);
			atoms.add(new Blob(given(table, row, x, file), given(table, row, y, file), width > 0 ? width
				: Double.NaN, number(table, row, response)));
			if (classes != null) names.add(table.get(row, classes));
		}
		return new AtomsFile(atoms, names);
	}

	private static String coordinate(final CsvTable table, final Path file, final String axis) {
		final String column = column(table, axis + "_px", axis + " (px)", axis + " [px]", axis);
		if (column == null) throw new RewardAnalysisException(
			"%s has no column \"%s (px)\" or \"%s\"; its columns are %s. Give a table of atoms in px, such as the atoms.csv that Find Atoms... writes.",
			file, axis, axis, String.join(", ", table.header()));
		return column;
	}

	/** The first of some columns that there is; null if there is none of them. */
	private static String column(final CsvTable table, final String... names) {
		return Stream.of(names).flatMap(name -> table.header().stream().filter(h -> name.equals(plain(
			h)))).findFirst().orElse(null);
	}

	/** Without the mark that spreadsheets put at a file's start. */
	private static String plain(final String heading) {
		return heading.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
	}

	private static double given(final CsvTable table, final int row, final String column,
		final Path file)
	{
		final double value = table.number(row, column);
		if (!Double.isFinite(value)) throw new RewardAnalysisException(
			"Row %d of %s has no %s; give each atom its place.", row + 1, file, column);
		return value;
	}

	private static double number(final CsvTable table, final int row, final String column) {
		return column == null ? Double.NaN : table.number(row, column);
	}
}
