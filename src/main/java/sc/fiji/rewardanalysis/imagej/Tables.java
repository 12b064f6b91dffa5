package sc.fiji.rewardanalysis.imagej;

import ij.measure.ResultsTable;

import sc.fiji.rewardanalysis.core.io.CsvTable;

/** Tables of the core as ImageJ's. */
public final class Tables {

	private Tables() {}

	/** A copy; what is no number stays text. */
	public static ResultsTable toResultsTable(final CsvTable table) {
		final ResultsTable results = new ResultsTable(table.size());
		results.setPrecision(4);
		for (int row = 0; row < table.size(); row++)
			for (final String column : table.header())
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
