package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.ui.Guide;
import sc.fiji.rewardanalysis.ui.pareto.ImageLink.Neighbours;

/** The row of buttons below the summary. */
final class Buttons extends JPanel implements Session.Listener, Selection.Listener {

	private static final long serialVersionUID = 1L;

	private static final String HOW =
		"On the image: click adds, drag moves, Ctrl or Alt and a click, or Delete, deletes; Ctrl+Z undoes.",
			GONE = "The image was closed.", LINES = "Lines from each atom to its four nearest neighbours.",
			SOME_LINES = "Lines from those atoms only that are too close to their neighbours.";

	private final transient Session session;
	private final transient ImageLink link;
	private final JButton use, undo, discard, copy, help = new JButton("Help");
	private final JToggleButton edit = new JToggleButton("Edit points");
	private final JCheckBox neighbours = new JCheckBox("Neighbours"), onlyErrors = new JCheckBox(
		"of errors only");

	/** Where to save; null for nowhere. Tests choose for the user. */
	private transient Supplier<Path> chooser = this::choose;

	Buttons(final Session session, final ImageLink link, final ParetoWindow window) {
		super(new FlowLayout(FlowLayout.LEADING, 6, 6));
		this.session = session;
		this.link = link;
		use = button("Use this", "Keeps this solution: its atoms on the image, its table, and the files of " +
			"the output folder (Enter).", e -> window.use());
		add(edit);
		setUp(edit, HOW, e -> edit());
		undo = button("Undo", "Takes the latest edit back (Ctrl+Z).", e -> session.edit(
			EditedAtoms::undo));
		discard = button("Discard edits", "Shows the atoms as they were found.", e -> session.edit(
			EditedAtoms::discarded));
		button("Save…", "Writes the files of a run with this solution into a folder.", e -> save());
		copy = button("Copy macro line", "Copies the macro line that finds these atoms without a search.",
			e -> window.copyMacro());
		add(neighbours);
		add(onlyErrors);
		setUp(neighbours, LINES, e -> neighbours());
		setUp(onlyErrors, SOME_LINES, e -> neighbours());
		setUp(help, "Opens the guide in the browser.", e -> openGuide());
		link.whenEditEnds(() -> {
			edit.setSelected(false);
			refresh();
		});
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

	private void setUp(final AbstractButton button, final String tip, final ActionListener action) {
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

	boolean isEditing() {
		return edit.isSelected();
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
		final String rough = !session.lacksRefinement() ? "" : session.isEdited()
			? "Positions are not refined, for the search was cancelled before that and atoms were edited."
			: "Positions are not refined: the search was cancelled before that. Use this and Save… do it now.";
		final String gone = session.isImageGone() ? "The image was closed. " : "";
		return isEditing() ? HOW : (gone + rough).strip();
	}

	/** The image was closed, or opened again. */
	void imageGone() {
		if (session.isImageGone()) edit.setSelected(false);
		refresh();
	}

	private void enable(final AbstractButton button, final boolean also, final String tip) {
		button.setEnabled(also && !session.isImageGone());
		button.setToolTipText(session.isImageGone() ? GONE : tip);
	}

	private void refresh() {
		final String why = session.solutions().whyNotEditable();
		enable(edit, why.isEmpty(), why.isEmpty() ? HOW : why);
		enable(neighbours, true, LINES);
		enable(onlyErrors, neighbours.isSelected(), SOME_LINES);
		undo.setEnabled(session.isEdited());
		discard.setEnabled(session.isEdited());
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

	private void edit() {
		link.edit(edit.isSelected());
		session.say("", false);
		refresh();
	}

	private void neighbours() {
		link.neighbours(!neighbours.isSelected() ? Neighbours.NONE : onlyErrors.isSelected()
			? Neighbours.ERRORS : Neighbours.ALL);
		refresh();
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
