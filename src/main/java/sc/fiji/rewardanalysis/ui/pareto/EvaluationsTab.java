package sc.fiji.rewardanalysis.ui.pareto;

import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/** All evaluations as rows, those of the front in bold type; a selected one is chosen. */
final class EvaluationsTab extends JScrollPane implements Selection.Listener {

	private static final long serialVersionUID = 1L;

	private final JTable table;
	private final transient EvaluationData data;

	EvaluationsTab(final Session session, final EvaluationData data, final Front front) {
		this.data = data;
		final var evaluations = session.solutions().study().evaluations();
		final boolean[] isOnFront = new boolean[evaluations.size()];
		for (int i = 0; i < isOnFront.length; i++)
			isOnFront[i] = front.contains(evaluations.get(i));
		table = Tables.table(new Model(data, isOnFront), row -> isOnFront[row]);
		setViewportView(table);
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

	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient EvaluationData data;
		private final boolean[] isOnFront;

		private Model(final EvaluationData data, final boolean[] isOnFront) {
			this.data = data;
			this.isOnFront = isOnFront;
		}

		@Override
		public int getRowCount() {
			return data.rows();
		}

		@Override
		public int getColumnCount() {
			return data.columns() + 1;
		}

		@Override
		public String getColumnName(final int column) {
			return column == 0 ? "front" : data.heading(column - 1);
		}

		@Override
		public Class<?> getColumnClass(final int column) {
			return column > 0 && data.isNumeric(column - 1) ? Double.class : String.class;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			return column > 0 ? data.value(row, column - 1) : isOnFront[row] ? "●" : "";
		}
	}
}
