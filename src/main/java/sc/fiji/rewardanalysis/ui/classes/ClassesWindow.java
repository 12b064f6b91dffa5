package sc.fiji.rewardanalysis.ui.classes;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationPass;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.ClassPlots;
import sc.fiji.rewardanalysis.plot.ModelSelectionPlot;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.ChartTab;
import sc.fiji.rewardanalysis.ui.Guide;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.Places;
import sc.fiji.rewardanalysis.ui.WorkQueue;

/**
 * Classes of atoms: what each looks like and is called, why there are so many, and where its
 * atoms lie in the plane of the principal components. A name that is edited becomes that of
 * the atoms on the image, in the table and in the run's files.
 */
public final class ClassesWindow {

	private static final Color SAID = new Color(0x333333), WRONG = new Color(0xB03A00);

	private final Classes classes;
	private final JFrame frame;
	private final JTabbedPane tabs = new JTabbedPane();
	private final NamesTab names;
	private final Background drawing = new Background("Reward Analysis charts");
	private final WorkQueue writing = new WorkQueue("Reward Analysis files");
	private final JTextArea text = new JTextArea(8, 60);
	private final JLabel status = new JLabel(" ");
	private final JButton save = button("Save…",
		"Writes the files of a run with these names into a folder.", this::save);

	/** Charts that carry names, and what makes them. */
	private final Map<ChartTab, Function<AtomClassification, JFreeChart>> charts =
		new LinkedHashMap<>();
	private Supplier<Path> chooser = this::choose;
	private AtomClassification found;

	private ClassesWindow(final String title, final Classes classes,
		final AtomClassification found)
	{
		this.classes = classes;
		this.found = found;
		frame = new JFrame(title);
		names = new NamesTab(found, this::rename);
		build();
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param place asked for on the event thread; without one it goes beside the image
	 */
	public static void open(final String title, final Classes classes,
		final AtomClassification found, final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(title, classes, found, place));
	}

	/** On the event thread. */
	static ClassesWindow show(final String title, final Classes classes,
		final AtomClassification found, final Supplier<Optional<Point>> place)
	{
		final ClassesWindow window = new ClassesWindow(title, classes, found);
		final Window image = classes.image().getWindow();
		place.get().ifPresentOrElse(p -> Places.put(window.frame, p), () -> Places.putBeside(window.frame,
			image != null && image.isShowing() ? image : null));
		window.frame.setVisible(true);
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		final JScrollPane patches = new JScrollPane(names, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		patches.setBorder(null);
		patches.getViewport().setBackground(Color.WHITE);
		tabs.addTab("Classes", patches);
		final boolean two = found.second() != null;
		addCharts(found.first(), two ? ", first pass" : "");
		if (two) addCharts(found.second(), ", second pass");
		for (int i = 0; i < tabs.getTabCount(); i++)
			tabs.setMnemonicAt(i, KeyEvent.VK_1 + i);
		tabs.setPreferredSize(new Dimension(Math.max(760, tabs.getPreferredSize().width), 440));
		frame.add(tabs, BorderLayout.CENTER);
		frame.add(south(), BorderLayout.SOUTH);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				charts.keySet().forEach(ChartTab::close);
				drawing.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(520, 460));
		say("Edit a name and press Enter; it is that of the atoms then.", false);
	}

	private void addCharts(final ClassificationPass pass, final String which) {
		if (pass.selection() != null) tabs.addTab("Number" + which, chart(now -> ModelSelectionPlot.chart(
			pass.selection())));
		if (ClassPlots.hasPlane(pass)) tabs.addTab("Scores" + which, chart(now -> ClassPlots.scores(now,
			now.second() != null && pass.order() == now.second().order() ? now.second() : now.first())));
	}

	private ChartTab chart(final Function<AtomClassification, JFreeChart> made) {
		final AtomClassification now = found;
		final ChartTab tab = new ChartTab(drawing, () -> made.apply(now));
		charts.put(tab, made);
		return tab;
	}

	private JPanel south() {
		text.setText(classes.summary(found));
		text.setCaretPosition(0);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		final JScrollPane summary = new JScrollPane(text);
		summary.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, new Color(0xD0D0D0)));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
		buttons.add(save);
		buttons.add(button("Copy macro line", "Copies the macro line that repeats this run.",
			this::copyMacro));
		buttons.add(button("Help", "Opens the guide in the browser.", this::help));
		status.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		status.setFont(status.getFont().deriveFont(Font.PLAIN, 12));
		final JPanel south = new JPanel(new BorderLayout());
		south.add(summary, BorderLayout.NORTH);
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

	/** On the event thread. */
	private void rename(final List<String> now) {
		try {
			found = found.named(now);
		}
		catch (final RewardAnalysisException exc) {
			names.show(found.names());
			say(exc.getMessage(), true);
			return;
		}
		names.show(found.names());
		text.setText(classes.summary(found));
		text.setCaretPosition(0);
		final AtomClassification named = found;
		charts.forEach((tab, made) -> tab.show(() -> made.apply(named)));
		final boolean isGone = Display.isGone(classes.image());
		if (!isGone) classes.show(named);
		if (classes.folder() != null) write(classes.folder());
		else say(isGone ? "The image was closed; Save… keeps the names."
			: "The atoms on the image and in the table have these names; Save… keeps them.", false);
	}

	private void write(final Path folder) {
		final AtomClassification named = found;
		say("Writing the files …", false);
		writing.run(() -> classes.save(named, folder, Progress.NONE), () -> later(
			"Wrote the files with these names to " + folder + ".", false), reason -> later(reason, true));
	}

	private void later(final String sentence, final boolean isError) {
		SwingUtilities.invokeLater(() -> {
			if (!frame.isDisplayable() && isError) JOptionPane.showMessageDialog(null, sentence, frame
				.getTitle(), JOptionPane.ERROR_MESSAGE);
			say(sentence, isError);
		});
	}

	private void save() {
		final Path folder = chooser.get();
		if (folder != null) write(folder);
	}

	private Path choose() {
		final JFileChooser dialog = new JFileChooser(classes.folder() == null ? null : classes.folder()
			.toFile());
		dialog.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		dialog.setDialogTitle("Folder for the files of these classes");
		dialog.setApproveButtonText("Save here");
		if (dialog.showDialog(frame, null) != JFileChooser.APPROVE_OPTION) return null;
		final Path folder = dialog.getSelectedFile().toPath();
		return !Files.exists(folder.resolve("atoms.csv")) || JOptionPane.showConfirmDialog(frame,
			"Replace the files of an earlier run in " + folder + "?", "Save",
			JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION ? folder : null;
	}

	private void copyMacro() {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(classes
				.macro()), null);
		}
		catch (final IllegalStateException exc) {
			say("Another program is using the clipboard; try again.", true);
			return;
		}
		say("Copied the macro line. Edited names aren't in it: give the saved classes.csv as names_file.",
			false);
	}

	private void help() {
		try {
			Guide.open("classify-atoms");
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

	JButton saveButton() {
		return save;
	}

	NamesTab names() {
		return names;
	}

	String status() {
		return status.getText();
	}

	JTabbedPane tabs() {
		return tabs;
	}
}
