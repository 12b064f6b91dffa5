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

package sc.fiji.rewardanalysis.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.border.Border;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;
import javax.swing.table.TableRowSorter;

/** What the windows' tables have in common. */
public final class Tables {

	private static final int WIDEST = 190;

	private Tables() {}

	/**
	 * A sortable table of which one row can be selected. Keys that the window uses don't do
	 * anything in the table.
	 *
	 * @param isMarked which of the model's rows are in bold type
	 */
	public static JTable table(final TableModel model, final IntPredicate isMarked) {
		final JTable table = new JTable(model);
		table.setRowSorter(sorter(model));
		table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.setFillsViewportHeight(true);
		table.getTableHeader().setReorderingAllowed(false);
		table.setDefaultRenderer(Object.class, new Cell(isMarked, SwingConstants.LEADING));
		table.setDefaultRenderer(Double.class, new Cell(isMarked, SwingConstants.TRAILING));
		table.setDefaultRenderer(Integer.class, new Cell(isMarked, SwingConstants.TRAILING));
		release(table);
		fit(table);
		return table;
	}

	/** Leaves the keys that the window uses to the window; scroll panes would take some of them too. */
	public static void release(final JComponent component) {
		for (final int key : List.of(KeyEvent.VK_LEFT, KeyEvent.VK_RIGHT, KeyEvent.VK_HOME,
			KeyEvent.VK_END, KeyEvent.VK_ENTER))
			component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(
				key, 0), "none");
	}

	/** Texts in the order of their characters: that of a language takes a hundred times as long. */
	private static TableRowSorter<TableModel> sorter(final TableModel model) {
		final TableRowSorter<TableModel> sorter = new TableRowSorter<>(model);
		for (int c = 0; c < model.getColumnCount(); c++)
			if (model.getColumnClass(c) == String.class) sorter.setComparator(c, Comparator
				.<String> naturalOrder());
		return sorter;
	}

	/** Makes columns as wide as their headings. */
	private static void fit(final JTable table) {
		int all = 0;
		for (int c = 0; c < table.getColumnCount(); c++) {
			final TableColumn column = table.getColumnModel().getColumn(c);
			final Component heading = table.getTableHeader().getDefaultRenderer()
				.getTableCellRendererComponent(table, column.getHeaderValue(), false, false, -1, c);
			final int width = Math.min(WIDEST, Math.max(70, heading.getPreferredSize().width + 24));
			column.setPreferredWidth(width);
			all += width;
		}
		table.setPreferredScrollableViewportSize(new Dimension(Math.min(all, 900), 300));
	}

	/** Selects a row of the model and shows it; none if it is negative. */
	public static void select(final JTable table, final int row) {
		if (row < 0 || row >= table.getModel().getRowCount()) {
			table.clearSelection();
			return;
		}
		final int shown = table.convertRowIndexToView(row);
		if (table.getSelectedRow() != shown) table.setRowSelectionInterval(shown, shown);
		final Rectangle cell = table.getCellRect(shown, 0, true);
		cell.x = table.getVisibleRect().x;
		cell.width = 1;
		table.scrollRectToVisible(cell);
	}

	/** The model's row that is selected; −1 for none. */
	public static int selected(final JTable table) {
		final int shown = table.getSelectedRow();
		return shown < 0 ? -1 : table.convertRowIndexToModel(shown);
	}

	private static final class Cell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		/** Between a number and the text at its right. */
		private static final Border PADDING = BorderFactory.createEmptyBorder(0, 4, 0, 4);

		private final transient IntPredicate isMarked;

		private Cell(final IntPredicate isMarked, final int alignment) {
			this.isMarked = isMarked;
			setHorizontalAlignment(alignment);
		}

		@Override
		public Component getTableCellRendererComponent(final JTable table, final Object value,
			final boolean isSelected, final boolean hasFocus, final int row, final int column)
		{
			super.getTableCellRendererComponent(table, value instanceof final Double number ? digits(
				number) : value, isSelected, false, row, column);
			if (isMarked.test(table.convertRowIndexToModel(row))) setFont(getFont().deriveFont(
				Font.BOLD));
			setBorder(PADDING);
			return this;
		}

		private static String digits(final double number) {
			if (Double.isNaN(number)) return "";
			return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.format(Locale.ROOT, "%.0f",
				number) : String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.4g" : "%.2f", number);
		}
	}
}
