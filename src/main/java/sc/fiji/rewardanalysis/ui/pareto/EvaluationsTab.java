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

import java.util.function.IntPredicate;

import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.ui.Tables;

/** All evaluations as rows, those of the front in bold type; a selected one is chosen. */
final class EvaluationsTab extends JScrollPane implements Session.Listener<Found>, Selection.Listener {

	private static final long serialVersionUID = 1L;

	private final JTable table;
	private final transient EvaluationData data;

	/** @param canEdit whether a column tells what was edited */
	EvaluationsTab(final Session<?> session, final EvaluationData data, final Front front,
		final boolean canEdit)
	{
		this.data = data;
		final var evaluations = session.solutions().study().evaluations();
		final boolean[] isOnFront = new boolean[evaluations.size()];
		for (int i = 0; i < isOnFront.length; i++)
			isOnFront[i] = front.contains(evaluations.get(i));
		table = Tables.table(new Model(data, isOnFront, canEdit ? row -> session.isEdited(evaluations.get(
			row)) : null), row -> isOnFront[row]);
		setViewportView(table);
		Tables.release(this);
		session.addListener(this);
		evaluationChosen(session.selection().evaluation());
		table.getSelectionModel().addListSelectionListener(e -> {
			final int row = Tables.selected(table);
			if (!e.getValueIsAdjusting() && row >= 0) session.selection().choose(evaluations.get(row));
		});
		session.selection().addListener(this);
	}

	JTable table() {
		return table;
	}

	@Override
	public void evaluationChosen(final Evaluation evaluation) {
		Tables.select(table, data.row(evaluation));
	}

	@Override
	public void found(final Found found) {
		// Marks only have changed; the order of rows is kept.
		table.repaint();
	}

	/** The front and what was edited are marked after the number and the objectives. */
	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient EvaluationData data;
		private final transient IntPredicate isEdited;
		private final boolean[] isOnFront;
		private final int[] order;
		private final int front, edited, marks;

		/** @param isEdited null for no such column */
		private Model(final EvaluationData data, final boolean[] isOnFront,
			final IntPredicate isEdited)
		{
			this.data = data;
			this.isOnFront = isOnFront;
			this.isEdited = isEdited;
			order = data.readingOrder();
			front = data.leading();
			edited = isEdited == null ? -1 : front + 1;
			marks = isEdited == null ? 1 : 2;
		}

		/** The data's column; negative for the marks. */
		private int column(final int shown) {
			return shown < front ? order[shown] : shown < front + marks ? -1 : order[shown - marks];
		}

		@Override
		public int getRowCount() {
			return data.rows();
		}

		@Override
		public int getColumnCount() {
			return data.columns() + marks;
		}

		@Override
		public String getColumnName(final int column) {
			return column == front ? "front" : column == edited ? "edited" : data.heading(column(column));
		}

		@Override
		public Class<?> getColumnClass(final int column) {
			return column(column) >= 0 && data.isNumeric(column(column)) ? Double.class : String.class;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			if (column == front) return isOnFront[row] ? "●" : "";
			if (column == edited) return isEdited.test(row) ? "by hand" : "";
			return data.value(row, column(column));
		}
	}
}
