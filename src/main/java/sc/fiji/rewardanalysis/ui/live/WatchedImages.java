package sc.fiji.rewardanalysis.ui.live;

import java.util.ArrayList;
import java.util.List;

import javax.swing.table.AbstractTableModel;

/** The latest results of a watched folder, the newest one first. For the event thread. */
final class WatchedImages extends AbstractTableModel {

	private static final long serialVersionUID = 1L;

	/** More are forgotten; all are in the output folder. */
	private static final int MOST = 500;

	private static final List<String> COLUMNS = List.of("Image", "Result", "Lag (s)");

	private final transient List<WatchWindow.Row> rows = new ArrayList<>();

	void add(final WatchWindow.Row row) {
		rows.add(0, row);
		fireTableRowsInserted(0, 0);
		if (rows.size() <= MOST) return;
		rows.remove(MOST);
		fireTableRowsDeleted(MOST, MOST);
	}

	WatchWindow.Row row(final int index) {
		return rows.get(index);
	}

	@Override
	public int getRowCount() {
		return rows.size();
	}

	@Override
	public int getColumnCount() {
		return COLUMNS.size();
	}

	@Override
	public String getColumnName(final int column) {
		return COLUMNS.get(column);
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		final WatchWindow.Row entry = rows.get(row);
		return switch (column) {
			case 0 -> entry.outcome().image();
			case 1 -> entry.words();
			default -> entry.lagWords();
		};
	}
}
