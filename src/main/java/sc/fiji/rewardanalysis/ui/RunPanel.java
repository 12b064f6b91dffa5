package sc.fiji.rewardanalysis.ui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Below the tabs of a run's window: the run in words, its files, its macro line, help, and a
 * line that says what happened. Used on the event thread.
 */
public final class RunPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final Color SAID = new Color(0x333333), WRONG = new Color(0xB03A00);

	private final JFrame frame;
	private final transient Run run;
	private final transient WorkQueue writing = new WorkQueue("Reward Analysis files");
	private final JTextArea text = new JTextArea(8, 60);
	private final JLabel status = new JLabel(" ");
	private final JButton save;
	private transient Supplier<Path> chooser = this::choose;

	/** What the window is of. */
	public interface Run {

		/** Where its files are; null for nowhere. */
		Path folder();

		/** A file that every folder of such a run has. */
		String mark();

		/** What is in the window, such as {@code these classes}. */
		String what();

		/** The macro line that repeats it. */
		String macro();

		/** What to know of that line, a sentence after {@code Copied the macro line.}; may be empty. */
		String macroNote();

		/** What writes its files as they are now; it is run off the event thread. */
		Runnable writing(Path folder);
	}

	/** @param anchor of its section in the guide */
	public RunPanel(final JFrame frame, final String anchor, final Run run) {
		super(new BorderLayout());
		this.frame = frame;
		this.run = run;
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		final JScrollPane summary = new JScrollPane(text);
		summary.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, new Color(0xD0D0D0)));
		save = button("Save…", "Writes the files of a run with " + run.what() + " into a folder.",
			this::save);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
		buttons.add(save);
		buttons.add(button("Copy macro line", "Copies the macro line that repeats this run.",
			this::copyMacro));
		buttons.add(button("Help", "Opens the guide in the browser.", () -> help(anchor)));
		status.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		status.setFont(status.getFont().deriveFont(Font.PLAIN, 12));
		add(summary, BorderLayout.NORTH);
		add(buttons, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	private static JButton button(final String label, final String tip, final Runnable action) {
		final JButton button = new JButton(label);
		button.setToolTipText(tip);
		button.setMnemonic(label.charAt(0));
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Shows the run in words. */
	public void tell(final String summary) {
		text.setText(summary);
		text.setCaretPosition(0);
	}

	/** Says what happened. */
	public void say(final String sentence, final boolean isError) {
		status.setForeground(isError ? WRONG : SAID);
		status.setText(sentence);
		status.setToolTipText(sentence);
	}

	/** Writes the run's files; what is asked for later follows. */
	public void write(final Path folder) {
		say("Writing the files …", false);
		writing.run(run.writing(folder), () -> later("Wrote the files with " + run.what() + " to " +
			folder + ".", false), reason -> later(reason, true));
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
		final JFileChooser dialog = new JFileChooser(run.folder() == null ? null : run.folder().toFile());
		dialog.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		dialog.setDialogTitle("Folder for the files of " + run.what());
		dialog.setApproveButtonText("Save here");
		if (dialog.showDialog(frame, null) != JFileChooser.APPROVE_OPTION) return null;
		final Path folder = dialog.getSelectedFile().toPath();
		return !Files.exists(folder.resolve(run.mark())) || JOptionPane.showConfirmDialog(frame,
			"Replace the files of an earlier run in " + folder + "?", "Save",
			JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION ? folder : null;
	}

	private void copyMacro() {
		try {
			Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(run.macro()),
				null);
		}
		catch (final IllegalStateException exc) {
			say("Another program is using the clipboard; try again.", true);
			return;
		}
		say(("Copied the macro line. " + run.macroNote()).strip(), false);
	}

	private void help(final String anchor) {
		try {
			Guide.open(anchor);
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage(), false);
		}
	}

	/** Asks somebody else than the user where to save. */
	public void setChooser(final Supplier<Path> other) {
		chooser = other;
	}

	/** The button that saves. */
	public JButton saveButton() {
		return save;
	}

	/** What was said last. */
	public String status() {
		return status.getText();
	}
}
