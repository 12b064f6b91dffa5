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

import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.ui.Guide;

/** The row of buttons below the summary. */
final class Buttons extends JPanel implements Session.Listener<Found>, Selection.Listener {

	private static final long serialVersionUID = 1L;

	static final String GONE = "The image was closed.";

	private final transient Session<?> session;
	private final transient Tools tools;
	private final JButton use, copy, help = new JButton("Help");

	/** Where to save; null for nowhere. Tests choose for the user. */
	private transient Supplier<Path> chooser = this::choose;

	Buttons(final Session<?> session, final Tools tools, final ParetoWindow window) {
		super(new FlowLayout(FlowLayout.LEADING, 6, 6));
		this.session = session;
		this.tools = tools;
		final Items items = session.solutions().items();
		use = button("Use this", "Keeps this solution: its " + items.words() +
			" on the image, its table, and the files of the output folder (Enter).", e -> window.use());
		tools.changing().forEach(this::add);
		button("Save…", "Writes the files of a run with this solution into a folder.", e -> save());
		copy = button("Copy macro line", "Copies the macro line that finds these " + items.words() +
			" without a search.", e -> window.copyMacro());
		tools.looking().forEach(this::add);
		setUp(help, "Opens the guide in the browser.", e -> openGuide());
		session.addListener(this);
		session.selection().addListener(this);
		refresh();
	}

	private JButton button(final String label, final String tip, final ActionListener action) {
		final JButton button = new JButton(label);
		setUp(button, tip, action);
		add(button);
		return button;
	}

	/** What all of the row's buttons have in common. */
	static void setUp(final AbstractButton button, final String tip, final ActionListener action) {
		button.setToolTipText(tip);
		button.addActionListener(action);
		// With the focus a button would take Enter and the space bar; Alt and a letter press it.
		button.setFocusable(false);
		button.setMnemonic(button.getText().charAt(0));
	}

	/** The button of the Enter key. */
	JButton use() {
		return use;
	}

	/** The button for those who don't know what to do; it stands apart from the others. */
	JButton help() {
		return help;
	}

	/** Asks somebody else than the user where to save. */
	void setChooser(final Supplier<Path> other) {
		chooser = other;
	}

	@Override
	public void found(final Found found) {
		refresh();
	}

	/** What there is to know of what can be done now; empty if all is as usual. */
	String hint() {
		final String undone = session.undone();
		final String rough = undone.isEmpty() ? "" : undone + (session.isEdited()
			? ", for the search was cancelled before that and " + session.solutions().items().words() +
				" were edited." : ": the search was cancelled before that. Use this and Save… do it now.");
		final String gone = session.isImageGone() ? GONE + " " : "";
		return tools.hint().isEmpty() ? (gone + rough).strip() : tools.hint();
	}

	/** Enables what can be done now. */
	void refresh() {
		tools.refresh();
		copy.setEnabled(!session.found().macro().isEmpty());
	}

	private void openGuide() {
		try {
			Guide.open("pareto-window");
		}
		catch (final RewardAnalysisException exc) {
			session.say(exc.getMessage(), false);
		}
	}

	private void save() {
		final Path folder = chooser.get();
		if (folder != null) session.save(folder);
	}

	private Path choose() {
		final Path run = session.solutions().folder();
		final JFileChooser dialog = new JFileChooser(run == null ? null : run.toFile());
		dialog.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		dialog.setDialogTitle("Folder for the files of this solution");
		dialog.setApproveButtonText("Save here");
		if (dialog.showDialog(this, null) != JFileChooser.APPROVE_OPTION) return null;
		final Path folder = dialog.getSelectedFile().toPath();
		return !Files.exists(folder.resolve("study.json")) || JOptionPane.showConfirmDialog(this,
			"Replace the files of an earlier run in " + folder + "?", "Save", JOptionPane.OK_CANCEL_OPTION) ==
				JOptionPane.OK_OPTION ? folder : null;
	}
}
