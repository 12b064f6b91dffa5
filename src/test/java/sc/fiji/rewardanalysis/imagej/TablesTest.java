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
