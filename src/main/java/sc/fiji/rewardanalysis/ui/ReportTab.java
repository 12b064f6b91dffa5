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

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableColumn;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/** A tab of a {@link ReportWindow}: a chart, a picture or a table. */
public final class ReportTab {

	/** Of a column of text, px. */
	private static final int WIDEST = 420;

	/** So many rows tell how wide a column must be. */
	private static final int ROWS = 300;

	private static final Color LINE = new Color(0xD0D0D0);

	private final String title;
	private final Function<Background, JComponent> content;

	private ReportTab(final String title, final Function<Background, JComponent> content) {
		this.title = title;
		this.content = content;
	}

	/** @param chart makes it, in the background */
	public static ReportTab chart(final String title, final Supplier<JFreeChart> chart) {
		return new ReportTab(title, drawing -> new ChartTab(drawing, chart));
	}

	/**
	 * A chart that keeps a shape.
	 *
	 * @param chart makes it, in the background
	 * @param shape whose ratio of width and height is kept
	 */
	public static ReportTab chart(final String title, final Supplier<JFreeChart> chart,
		final Dimension shape)
	{
		return new ReportTab(title, drawing -> new ChartTab(drawing, chart, shape));
	}

	/** A picture as large as fits. */
	public static ReportTab picture(final String title, final BufferedImage picture) {
		return new ReportTab(title, drawing -> {
			final PicturePanel panel = new PicturePanel();
			panel.show(picture);
			return panel;
		});
	}

	/** @param picture makes it, in the background, once it is looked at; as large as fits */
	public static ReportTab picture(final String title, final Supplier<BufferedImage> picture) {
		return new ReportTab(title, drawing -> {
			final PicturePanel panel = new PicturePanel();
			panel.addComponentListener(new ComponentAdapter() {

				@Override
				public void componentShown(final ComponentEvent e) {
					if (panel.isEmpty()) drawing.run(progress -> picture.get(), panel::show,
						panel::setToolTipText);
				}
			});
			return panel;
		});
	}

	/** Columns of numbers are sorted as such. */
	public static ReportTab table(final String title, final CsvTable table) {
		return new ReportTab(title, drawing -> pane(Tables.table(new Numbers(table), row -> false)));
	}

	/** Texts in the order of their rows. */
	public static ReportTab table(final String title, final List<String> headings,
		final List<List<String>> rows)
	{
		final Object[][] cells = rows.stream().map(List::toArray).toArray(Object[][]::new);
		return new ReportTab(title, drawing -> {
			final JTable table = Tables.table(new DefaultTableModel(cells, headings.toArray()) {

				private static final long serialVersionUID = 1L;

				@Override
				public boolean isCellEditable(final int row, final int column) {
					return false;
				}
			}, row -> false);
			table.setRowSorter(null);
			return pane(table);
		});
	}

	private static JScrollPane pane(final JTable table) {
		table.setGridColor(LINE);
		table.setRowHeight(table.getFont().getSize() + 9);
		for (int c = 0; c < table.getColumnCount(); c++)
			widen(table, c);
		final JScrollPane pane = new JScrollPane(table);
		pane.setBorder(BorderFactory.createEmptyBorder());
		pane.getViewport().setBackground(Color.WHITE);
		return pane;
	}

	/** Makes a column as wide as the longest text of its first rows. */
	private static void widen(final JTable table, final int c) {
		final TableColumn column = table.getColumnModel().getColumn(c);
		for (int r = 0; r < Math.min(ROWS, table.getRowCount()); r++) {
			final Component cell = table.prepareRenderer(table.getCellRenderer(r, c), r, c);
			column.setPreferredWidth(Math.min(WIDEST, Math.max(column.getPreferredWidth(), cell
				.getPreferredSize().width + 16)));
		}
	}

	/** On the tab. */
	String title() {
		return title;
	}

	/** Makes what is below it; on the event thread. */
	JComponent content(final Background drawing) {
		return content.apply(drawing);
	}

	/** A column is of numbers if it has nothing else. */
	private static final class Numbers extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient CsvTable table;
		private final boolean[] isNumber;

		Numbers(final CsvTable table) {
			this.table = table;
			isNumber = new boolean[table.header().size()];
			for (int c = 0; c < isNumber.length; c++) {
				final String name = table.header().get(c);
				isNumber[c] = IntStream.range(0, table.size()).allMatch(r -> table.isNumber(r, name));
			}
		}

		@Override
		public int getRowCount() {
			return table.size();
		}

		@Override
		public int getColumnCount() {
			return table.header().size();
		}

		@Override
		public String getColumnName(final int column) {
			return table.header().get(column);
		}

		@Override
		public Class<?> getColumnClass(final int column) {
			return isNumber[column] ? Double.class : String.class;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final String name = getColumnName(column);
			return isNumber[column] ? (Object) table.number(row, name) : table.get(row, name);
		}
	}
}
