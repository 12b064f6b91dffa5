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
