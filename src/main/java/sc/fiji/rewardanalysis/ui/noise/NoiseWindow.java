package sc.fiji.rewardanalysis.ui.noise;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.table.AbstractTableModel;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.plot.NoisePlot;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.ChartTab;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.Places;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.Tables;

/** A noise study: a chart a tab, a table of medians and quartiles, and the study in words. */
public final class NoiseWindow {

	/** Width of the column of names, px. */
	private static final int NAMES = 100;

	private final NoiseStudyView study;
	private final JFrame frame;
	private final JTabbedPane tabs = new JTabbedPane();
	private final List<ChartTab> charts = new ArrayList<>();
	private final Background drawing = new Background("Reward Analysis charts");
	private final RunPanel south;

	private NoiseWindow(final String title, final NoiseStudyView study) {
		this.study = study;
		frame = new JFrame(title);
		south = new RunPanel(frame, "study-noise-robustness", new Run());
		build();
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param place asked for on the event thread; without one it goes beside the image
	 */
	public static void open(final String title, final NoiseStudyView study,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(title, study, place));
	}

	/** On the event thread. */
	static NoiseWindow show(final String title, final NoiseStudyView study,
		final Supplier<Optional<Point>> place)
	{
		final NoiseWindow window = new NoiseWindow(title, study);
		final Window image = study.image().getWindow();
		place.get().ifPresentOrElse(p -> Places.put(window.frame, p), () -> Places.putBeside(window.frame,
			image != null && image.isShowing() ? image : null));
		window.frame.setVisible(true);
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		for (final NoisePlot.Kind kind : NoisePlot.kinds(study.result())) {
			final ChartTab tab = new ChartTab(drawing, () -> NoisePlot.chart(study.result(), kind));
			charts.add(tab);
			tabs.addTab(kind.title(), tab);
		}
		final JTable table = Tables.table(new Model(study.table()), row -> false);
		for (final String name : new String[] { "noise", "method" })
			table.getColumn(name).setPreferredWidth(NAMES);
		tabs.addTab("Table", new JScrollPane(table));
		for (int i = 0; i < tabs.getTabCount(); i++)
			tabs.setMnemonicAt(i, KeyEvent.VK_1 + i);
		tabs.setPreferredSize(new Dimension(820, 520));
		south.tell(study.summary());
		south.say(study.result().isComplete() ? study.result().truth().meaning() + "." : study.result()
			.extent() + " The same settings and output folder go on from there.", false);
		frame.add(tabs, BorderLayout.CENTER);
		frame.add(south, BorderLayout.SOUTH);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				charts.forEach(ChartTab::close);
				drawing.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(560, 480));
	}

	/** What the buttons are about. */
	private final class Run implements RunPanel.Run {

		@Override
		public Path folder() {
			return study.folder();
		}

		@Override
		public String mark() {
			return "noise.csv";
		}

		@Override
		public String what() {
			return "this study";
		}

		@Override
		public String macro() {
			return study.macro();
		}

		@Override
		public String macroNote() {
			return "";
		}

		@Override
		public Runnable writing(final Path folder) {
			return () -> study.save(folder, Progress.NONE);
		}
	}

	/** Numbers as numbers, so that they are sorted as such. */
	private static final class Model extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		private final transient CsvTable table;

		Model(final CsvTable table) {
			this.table = table;
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
			return getColumnName(column).equals("method") ? String.class : Double.class;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final String name = getColumnName(column);
			return getColumnClass(column) == String.class ? table.get(row, name) : (Object) table.number(row,
				name);
		}
	}

	JFrame frame() {
		return frame;
	}

	JTabbedPane tabs() {
		return tabs;
	}

	RunPanel south() {
		return south;
	}
}
