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

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Below the tabs of a run's window: the run in words, its files, its macro line, help, and a
 * line that says what happened. Used on the event thread.
 */
public final class RunPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** At which the last line is broken until the window is laid out, px. */
	private static final int FIRST_WIDTH = 640;

	private static final Color SAID = new Color(0x333333), WRONG = new Color(0xB03A00);

	private final JFrame frame;
	private final transient Run run;
	private final transient WorkQueue writing = new WorkQueue("Reward Analysis files");
	private final JTextArea text = new JTextArea(8, 60);
	private final JTextArea status = new JTextArea(" ");
	private final JButton save;
	private final Set<Integer> keys = new HashSet<>();
	private transient Supplier<Path> chooser = this::choose;
	private transient Predicate<String> question = this::ask;

	/**
	 * What the window is of.
	 *
	 * @param folder where its files are; null for nowhere
	 * @param mark a file that every folder of such a run has
	 * @param what is in the window, such as {@code these classes}
	 * @param macro the macro line that repeats it
	 * @param macroNote what to know of that line, a sentence after {@code Copied the macro line.};
	 *          may be empty
	 * @param writing makes, on the event thread, what writes its files as they are now; that is
	 *          run off the event thread
	 */
	public record Run(Path folder, String mark, String what, String macro, String macroNote,
		Function<Path, Runnable> writing)
	{}

	/**
	 * One more button, for what the window offers to do with the result.
	 *
	 * @param isEnabled whether there is something to do
	 * @param does does it, given a way to ask the user for a yes, and returns what to say of it;
	 *          empty for nothing
	 */
	public record Action(String label, String tip, boolean isEnabled,
		Function<Predicate<String>, String> does)
	{}

	/** @param anchor of its section in the guide */
	public RunPanel(final JFrame frame, final String anchor, final Run run) {
		this(frame, anchor, run, List.of());
	}

	/** With more buttons, before that for help. */
	RunPanel(final JFrame frame, final String anchor, final Run run, final List<Action> actions) {
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
		save = button("Save…", "Writes the files of a run with " + run.what + " into a folder.",
			this::save);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 6));
		buttons.add(save);
		buttons.add(button("Copy macro line", "Copies the macro line that repeats this run.",
			this::copyMacro));
		final JButton help = button("Help", "Opens the guide in the browser.", () -> help(anchor));
		actions.forEach(action -> buttons.add(button(action)));
		buttons.add(help);
		// A long sentence takes lines rather than a wider window.
		status.setEditable(false);
		status.setFocusable(false);
		status.setOpaque(false);
		status.setLineWrap(true);
		status.setWrapStyleWord(true);
		status.setBorder(BorderFactory.createEmptyBorder(0, 10, 6, 10));
		status.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN, 12));
		// Less than its border would be no size for it.
		status.setSize(FIRST_WIDTH, FIRST_WIDTH);
		add(summary, BorderLayout.NORTH);
		add(buttons, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	private JButton button(final Action action) {
		final JButton button = button(action.label, action.tip, () -> act(action));
		button.setEnabled(action.isEnabled);
		return button;
	}

	private void act(final Action action) {
		try {
			final String done = action.does.apply(question);
			if (!done.isEmpty()) say(done, false);
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage(), true);
		}
	}

	private boolean ask(final String sentence) {
		return JOptionPane.showConfirmDialog(frame, sentence, frame.getTitle(),
			JOptionPane.OK_CANCEL_OPTION, JOptionPane.QUESTION_MESSAGE) == JOptionPane.OK_OPTION;
	}

	/** Its key is the first letter that no other button has. */
	private JButton button(final String label, final String tip, final Runnable action) {
		final JButton button = new JButton(label);
		button.setToolTipText(tip);
		label.toUpperCase(Locale.ROOT).chars().filter(c -> Character.isLetter(c) && keys.add(c))
			.findFirst().ifPresent(button::setMnemonic);
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
		writing.run(run.writing.apply(folder), () -> later("Wrote the files with " + run.what + " to " +
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
		final JFileChooser dialog = new JFileChooser(run.folder == null ? null : run.folder.toFile());
		dialog.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		dialog.setDialogTitle("Folder for the files of " + run.what);
		dialog.setApproveButtonText("Save here");
		if (dialog.showDialog(frame, null) != JFileChooser.APPROVE_OPTION) return null;
		final Path folder = dialog.getSelectedFile().toPath();
		return !Files.exists(folder.resolve(run.mark)) || JOptionPane.showConfirmDialog(frame,
			"Replace the files of an earlier run in " + folder + "?", "Save",
			JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION ? folder : null;
	}

	private void copyMacro() {
		try {
			Clipboards.copy(run.macro);
			say(("Copied the macro line. " + run.macroNote).strip(), false);
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage(), true);
		}
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

	/** Asks somebody else than the user for a yes. */
	void setQuestion(final Predicate<String> other) {
		question = other;
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
