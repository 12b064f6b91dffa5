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

package sc.fiji.rewardanalysis.imagej;

import java.util.List;
import java.util.stream.IntStream;

import ij.measure.ResultsTable;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/** Tables of the core as ImageJ's. */
public final class Tables {

	private Tables() {}

	/** A copy; what is no number stays text, columns without any value are left out. */
	public static ResultsTable toResultsTable(final CsvTable table) {
		final ResultsTable results = new ResultsTable(table.size());
		results.setPrecision(4);
		final List<String> columns = table.header().stream().filter(column -> IntStream.range(0, table
			.size()).anyMatch(row -> !table.get(row, column).isEmpty())).toList();
		for (int row = 0; row < table.size(); row++)
			for (final String column : columns)
				if (table.isNumber(row, column)) results.setValue(column, row, table.number(row, column));
				else results.setValue(column, row, table.get(row, column));
		return results;
	}

	/**
	 * Shows a table in a window of its own; a table that is already open under that
	 * title is replaced, others stay. Nothing happens without a display or in batch
	 * mode.
	 */
	public static void show(final CsvTable table, final String title) {
		if (Display.isInteractive()) toResultsTable(table).show(title);
	}
}
