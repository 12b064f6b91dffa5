package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms.Origin;

/**
 * The atoms of the shown slice as rows, errors in bold type; a selected one is chosen. Values
 * are read where they are: nothing is copied, whatever their number.
 */
final class AtomsTab extends JScrollPane implements Session.Listener, Selection.Listener {

	private static final long serialVersionUID = 1L;

	private final JTable table;
	private final transient Session session;
	private final Model model = new Model();

	/** Set while rows change, which isn't the user's selection. */
	private boolean changing;

	AtomsTab(final Session session) {
		this.session = session;
		table = Tables.table(model, row -> model.layer != null && row < model.getRowCount() && model.layer
			.isError(row));
		setViewportView(table);
		Tables.release(this);
		table.getSelectionModel().addListSelectionListener(e -> {
			if (!changing && !e.getValueIsAdjusting()) session.selection().chooseAtom(Tables.selected(
				table));
		});
		session.addListener(this);
		session.selection().addListener(this);
		found(session.found());
	}

	JTable table() {
		return table;
	}

	@Override
	public void found(final Found found) {
		slice();
	}

	/** Shows the atoms of the slice that the image shows. */
	void slice() {
		final Found found = session.found();
		final Layer layer = session.layer();
		if (layer == model.layer) return;
		changing = true;
		model.layer = layer;
		model.found = found;
		model.fireTableDataChanged();
		Tables.select(table, session.selection().atom());
		changing = false;
	}

	@Override
	public void atomChosen(final int atom) {
		changing = true;
		Tables.select(table, atom);
		changing = false;
	}

	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private static final List<String> NAMES = List.of("id", "x (px)", "y (px)", "x (nm)", "y (nm)",
			"sigma (px)", "error", "x error (px)", "y error (px)", "refined", "origin");

		private transient Layer layer;
		private transient Found found;

		@Override
		public int getRowCount() {
			return layer == null ? 0 : layer.blobs().size();
		}

		@Override
		public int getColumnCount() {
			return NAMES.size();
		}

		@Override
		public String getColumnName(final int column) {
			return NAMES.get(column);
		}

		@Override
		public Class<?> getColumnClass(final int column) {
			return column == 0 ? Integer.class : column == 6 || column > 8 ? String.class : Double.class;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final RefinedAtom atom = layer.refined().atoms().get(row);
			final double x = layer.left() + atom.x(), y = layer.top() + atom.y();
			return switch (column) {
				case 0 -> row + 1;
				case 1 -> x;
				case 2 -> y;
				case 3 -> x * layer.pixelSize();
				case 4 -> y * layer.pixelSize();
				case 5 -> atom.blob().sigma();
				case 6 -> layer.isError(row) ? "error" : "";
				case 7 -> atom.errorX();
				case 8 -> atom.errorY();
				case 9 -> atom.status().word();
				default -> found.atoms() == null ? Origin.DETECTED.word() : found.atoms().origin(row).word();
			};
		}
	}
}
