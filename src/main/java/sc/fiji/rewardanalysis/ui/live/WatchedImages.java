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
