package sc.fiji.rewardanalysis.ui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** A result as text and charts, with its files and its macro line. */
public final class ReportWindow {

	private static final Color SAID = new Color(0x333333), WRONG = new Color(0xB03A00);

	private final Report report;
	private final JFrame frame;
	private final JLabel status = new JLabel(" ");
	private final Background drawing = new Background("Reward Analysis charts");
	private final WorkQueue writing = new WorkQueue("Reward Analysis files");
	private final JTabbedPane tabs = new JTabbedPane();
	private Supplier<Path> chooser = this::choose;

	/**
	 * A chart or a picture.
	 *
	 * @param title of its tab
	 * @param chart makes it, in the background; null for a picture
	 * @param picture makes it, in the background; null for a chart
	 */
	public record Tab(String title, Supplier<JFreeChart> chart, Supplier<BufferedImage> picture) {

		/** A chart. */
		public Tab(final String title, final Supplier<JFreeChart> chart) {
			this(title, chart, null);
		}

		/** A picture, as large as fits. */
		public static Tab ofPicture(final String title, final Supplier<BufferedImage> picture) {
			return new Tab(title, null, picture);
		}
	}

	/**
	 * What is shown.
	 *
	 * @param title of the window
	 * @param summary lines for a person
	 * @param tabs charts and pictures
	 * @param macro the line that repeats the run
	 * @param save writes the run's files into a folder
	 * @param anchor of the guide's section
	 */
	public record Report(String title, String summary, List<Tab> tabs, String macro,
		Consumer<Path> save, String anchor)
	{}

	private ReportWindow(final Report report) {
		this.report = report;
		frame = new JFrame(report.title);
		build();
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param beside the window beside which it goes unless there is a place; may be null
	 * @param place asked for on the event thread
	 */
	public static void open(final Report report, final Window beside,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(report, beside, place));
	}

	/** On the event thread. */
	static ReportWindow show(final Report report, final Window beside,
		final Supplier<Optional<Point>> place)
	{
		final ReportWindow window = new ReportWindow(report);
		place.get().ifPresentOrElse(p -> Places.put(window.frame, p), () -> Places.putBeside(window.frame,
			beside != null && beside.isShowing() ? beside : null));
		window.frame.setVisible(true);
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		tabs.addTab("Summary", new JScrollPane(text()));
		final List<ChartTab> charts = new ArrayList<>();
		for (final Tab tab : report.tabs) {
			if (tab.chart == null) {
				tabs.addTab(tab.title, picture(tab.picture));
				continue;
			}
			charts.add(new ChartTab(drawing, tab.chart));
			tabs.addTab(tab.title, charts.get(charts.size() - 1));
		}
		for (int i = 0; i < tabs.getTabCount(); i++)
			tabs.setMnemonicAt(i, KeyEvent.VK_1 + i);
		tabs.setPreferredSize(new Dimension(780, 520));
		frame.add(tabs, BorderLayout.CENTER);
		frame.add(south(), BorderLayout.SOUTH);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				charts.forEach(ChartTab::close);
				drawing.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(520, 380));
	}

	/** Drawn once it is looked at, and kept. */
	private PicturePanel picture(final Supplier<BufferedImage> picture) {
		final PicturePanel panel = new PicturePanel();
		panel.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentShown(final ComponentEvent e) {
				if (!panel.isEmpty()) return;
				drawing.run(progress -> picture.get(), panel::show, reason -> say(reason, true));
			}
		});
		return panel;
	}

	private JTextArea text() {
		final JTextArea text = new JTextArea(report.summary);
		text.setCaretPosition(0);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		return text;
	}

	private JPanel south() {
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
		buttons.add(button("Save…", "Writes the files of this run into a folder.", this::save));
		buttons.add(button("Copy macro line", "Copies the macro line that repeats this run.",
			this::copyMacro));
		buttons.add(button("Help", "Opens the guide in the browser.", this::help));
		status.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		status.setFont(status.getFont().deriveFont(Font.PLAIN, 12));
		final JPanel south = new JPanel(new BorderLayout());
		south.add(buttons, BorderLayout.CENTER);
		south.add(status, BorderLayout.SOUTH);
		return south;
	}

	private static JButton button(final String label, final String tip, final Runnable action) {
		final JButton button = new JButton(label);
		button.setToolTipText(tip);
		button.setMnemonic(label.charAt(0));
		button.addActionListener(e -> action.run());
		return button;
	}

	private void save() {
		final Path folder = chooser.get();
		if (folder == null) return;
		say("Writing the files …", false);
		writing.run(() -> report.save.accept(folder), () -> later("Wrote the files to " + folder + ".",
			false), reason -> later(reason, true));
	}

	private void later(final String sentence, final boolean isError) {
		SwingUtilities.invokeLater(() -> say(sentence, isError));
	}

	private Path choose() {
		final JFileChooser dialog = new JFileChooser();
		dialog.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		dialog.setDialogTitle("Folder for the files of this run");
		dialog.setApproveButtonText("Save here");
		return dialog.showDialog(frame, null) == JFileChooser.APPROVE_OPTION ? dialog.getSelectedFile()
			.toPath() : null;
	}

	private void copyMacro() {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(report.macro),
				null);
		}
		catch (final IllegalStateException exc) {
			say("Another program is using the clipboard; try again.", true);
			return;
		}
		say("Copied the macro line.", false);
	}

	private void help() {
		try {
			Guide.open(report.anchor);
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage(), false);
		}
	}

	private void say(final String sentence, final boolean isError) {
		status.setForeground(isError ? WRONG : SAID);
		status.setText(sentence);
		status.setToolTipText(sentence);
	}

	/** Asks somebody else than the user where to save. */
	void setChooser(final Supplier<Path> other) {
		chooser = other;
	}

	JFrame frame() {
		return frame;
	}

	JTabbedPane tabs() {
		return tabs;
	}

	String status() {
		return status.getText();
	}
}
