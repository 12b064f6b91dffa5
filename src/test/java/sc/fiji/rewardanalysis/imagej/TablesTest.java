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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.measure.ResultsTable;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

class TablesTest {

	@Test
	void everyFieldBecomesANumber() {
		final CsvTable table = new CsvTable(List.of("id", "x_nm", "is_error"));
		table.add(Arrays.asList(1, 0.25, true));
		table.add(Arrays.asList(2, null, false));
		final ResultsTable results = Tables.toResultsTable(table);
		assertEquals(2, results.size());
		assertEquals(0.25, results.getValue("x_nm", 0));
		assertEquals(1, results.getValue("is_error", 0));
		assertTrue(Double.isNaN(results.getValue("x_nm", 1)));
	}

	@Test
	void wordsStayWords() {
		final CsvTable table = new CsvTable(List.of("id", "refined"));
		table.add(Arrays.asList(1, "ok"));
		final ResultsTable results = Tables.toResultsTable(table);
		assertEquals(1, results.getValue("id", 0));
		assertEquals("ok", results.getStringValue("refined", 0));
	}

	/** Without a pixel size there are no lengths. */
	@Test
	void columnsWithoutAnyValueAreLeftOut() {
		final CsvTable table = new CsvTable(List.of("id", "x_nm", "y_nm"));
		table.add(Arrays.asList(1, null, null));
		table.add(Arrays.asList(2, null, 0.5));
		final ResultsTable results = Tables.toResultsTable(table);
		assertArrayEquals(new String[] { "id", "y_nm" }, results.getHeadings());
	}
}
