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

package sc.fiji.rewardanalysis.ui.pareto;

import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

import sc.fiji.rewardanalysis.ui.Tables;

/**
 * The items of the shown slice as rows; a selected one is chosen. Values are read where they
 * are: nothing is copied, whatever their number.
 */
final class ItemsTab extends JScrollPane implements Session.Listener<Found>, Selection.Listener {

	private static final long serialVersionUID = 1L;

	private final JTable table;
	private final transient Session<?> session;
	private final Model model;

	/** Set while rows change, which isn't the user's selection. */
	private boolean changing;

	ItemsTab(final Session<?> session) {
		this.session = session;
		model = new Model(session.solutions().items());
		table = Tables.table(model, row -> model.layer != null && row < model.getRowCount() && model.layer
			.isMarked(row));
		setViewportView(table);
		Tables.release(this);
		table.getSelectionModel().addListSelectionListener(e -> {
			if (!changing && !e.getValueIsAdjusting()) session.selection().chooseItem(Tables.selected(
				table));
		});
		session.addListener(this);
		session.selection().addListener(this);
		slice();
	}

	JTable table() {
		return table;
	}

	@Override
	public void found(final Found found) {
		slice();
	}

	/** Shows the items of the slice that the image shows. */
	void slice() {
		final Layer layer = session.layer();
		if (layer == model.layer) return;
		changing = true;
		model.layer = layer;
		model.fireTableDataChanged();
		Tables.select(table, session.selection().item());
		changing = false;
	}

	@Override
	public void itemChosen(final int item) {
		changing = true;
		Tables.select(table, item);
		changing = false;
	}

	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient Items items;
		private transient Layer layer;

		private Model(final Items items) {
			this.items = items;
		}

		@Override
		public int getRowCount() {
			return layer == null ? 0 : layer.size();
		}

		@Override
		public int getColumnCount() {
			return items.columns().size();
		}

		@Override
		public String getColumnName(final int column) {
			return items.columns().get(column).name();
		}

		@Override
		public Class<?> getColumnClass(final int column) {
			return items.columns().get(column).type();
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			return layer.value(row, column);
		}
	}
}
