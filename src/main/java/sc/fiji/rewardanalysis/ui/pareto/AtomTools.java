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

import java.awt.event.ActionListener;
import java.util.List;

import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JToggleButton;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.imagej.ImageMouse;
import sc.fiji.rewardanalysis.imagej.SolutionOverlay;
import sc.fiji.rewardanalysis.ui.Background;

/** Editing atoms by hand, and lines to their neighbours. On the event thread. */
final class AtomTools implements Tools, ImageMouse.Editor, Session.Listener<FoundAtoms> {

	private static final String HOW =
		"On the image: click adds, drag moves, Ctrl or Alt and a click, or Delete, deletes; Ctrl+Z undoes.",
			LINES = "Lines from each atom to its four nearest neighbours.", SOME_LINES =
				"Lines from those atoms only that are too close to their neighbours.";

	private final Session<FoundAtoms> session;
	private final AtomEdits edits;
	private final ImageLink link;
	private final ImagePlus image;
	private final Background drawing = new Background("Pareto window: drawing");
	private final JToggleButton edit = new JToggleButton("Edit points");
	private final JButton undo = new JButton("Undo"), discard = new JButton("Discard edits");
	private final JCheckBox neighbours = new JCheckBox("Neighbours"), onlyErrors = new JCheckBox(
		"of errors only");
	private boolean ended;

	/** What was edited and isn't judged yet, as of {@link #unjudgedAtoms}. */
	private AtomLayer unjudged;
	private EditedAtoms unjudgedAtoms;

	AtomTools(final Session<FoundAtoms> session, final AtomEdits edits, final ImageLink link) {
		this.session = session;
		this.edits = edits;
		this.link = link;
		image = session.solutions().image();
		setUp(edit, HOW, e -> editing());
		setUp(undo, "Takes the latest edit back (Ctrl+Z).", e -> edits.edit(EditedAtoms::undo));
		setUp(discard, "Shows the atoms as they were found.", e -> edits.edit(EditedAtoms::discarded));
		setUp(neighbours, LINES, e -> changeLines());
		setUp(onlyErrors, SOME_LINES, e -> changeLines());
		link.setLatest(this::layer);
		link.whenSliceChanges(this::drawLines);
		session.addListener(this);
	}

	private static void setUp(final AbstractButton button, final String tip,
		final ActionListener action)
	{
		Buttons.setUp(button, tip, action);
	}

	AtomEdits edits() {
		return edits;
	}

	@Override
	public List<AbstractButton> changing() {
		return List.of(edit, undo, discard);
	}

	@Override
	public List<AbstractButton> looking() {
		return List.of(neighbours, onlyErrors);
	}

	@Override
	public void refresh() {
		if (session.isImageGone()) {
			edit.setSelected(false);
			drawing.cancel();
		}
		enable(edit, edits.whyNot().isEmpty(), edits.whyNot().isEmpty() ? HOW : edits.whyNot());
		enable(neighbours, true, LINES);
		enable(onlyErrors, neighbours.isSelected(), SOME_LINES);
		undo.setEnabled(session.isEdited());
		discard.setEnabled(session.isEdited());
	}

	private void enable(final AbstractButton button, final boolean also, final String tip) {
		button.setEnabled(also && !session.isImageGone());
		button.setToolTipText(session.isImageGone() ? Buttons.GONE : tip);
	}

	@Override
	public String hint() {
		return edit.isSelected() ? HOW : "";
	}

	@Override
	public String lackedByMacro() {
		return session.isEdited() ? "Your edits are not in it: it finds the atoms as they were before." : "";
	}

	@Override
	public boolean canEdit() {
		return edits.whyNot().isEmpty();
	}

	@Override
	public boolean hasUnsavedEdits() {
		return edits.areUnsaved();
	}

	private void editing() {
		link.edit(edit.isSelected() ? this : null);
		session.say("", false);
		refresh();
	}

	private void changeLines() {
		drawLines();
		refresh();
	}

	@Override
	public void found(final FoundAtoms found) {
		// To show atoms took the lines away.
		drawLines();
	}

	/** The atoms that the image shows, edits that are still being judged included; null if there are none. */
	private AtomLayer layer() {
		final AtomLayer shown = shown();
		final EditedAtoms atoms = edits.atoms();
		if (shown == null || atoms == null || !atoms.isEdited()) return shown;
		if (unjudged == null || unjudgedAtoms != atoms) unjudged = shown.unjudged(atoms);
		unjudgedAtoms = atoms;
		return unjudged;
	}

	/** Null if nothing is to be drawn: the slice has no atoms, or the image was closed. */
	private AtomLayer shown() {
		if (session.isImageGone()) return null;
		return session.found().layers().stream().filter(l -> l.slice() == image.getCurrentSlice())
			.findFirst().orElse(null);
	}

	private void drawLines() {
		final AtomLayer layer = shown();
		if (layer == null) return;
		if (!neighbours.isSelected()) {
			drawing.cancel();
			SolutionOverlay.neighbours(image, layer.slice(), layer.left(), layer.top(), null);
			return;
		}
		final boolean errors = onlyErrors.isSelected();
		drawing.run(progress -> SolutionOverlay.lines(layer.blobs(), layer.set()::nearestNeighbours, layer
			::isMarked, errors), lines -> {
				if (!ended) SolutionOverlay.neighbours(image, layer.slice(), layer.left(), layer.top(), lines);
			}, reason -> session.say(reason, true));
	}

	@Override
	public void add(final double x, final double y) {
		final AtomLayer layer = shown();
		if (layer == null) return;
		final EditedAtoms before = edits.atoms();
		edits.edit(atoms -> atoms.add(x - layer.left(), y - layer.top()));
		if (edits.atoms() != before) session.selection().chooseItem(edits.atoms().size() - 1);
	}

	@Override
	public void drag(final int atom, final double x, final double y) {
		final AtomLayer layer = layer();
		// It may have been taken back while it was dragged.
		if (layer == null || edits.atoms() == null || atom >= layer.size()) return;
		link.mark(layer.slice(), SolutionOverlay.around(new Blob(x - layer.left(), y - layer.top(), layer
			.blobs().get(atom).sigma(), 0), layer.left(), layer.top()));
	}

	@Override
	public void move(final int atom, final double x, final double y) {
		final AtomLayer layer = shown();
		if (layer == null) return;
		final EditedAtoms before = edits.atoms();
		if (before != null && atom >= before.size()) return;
		edits.edit(atoms -> atoms.move(atom, x - layer.left(), y - layer.top()));
		if (edits.atoms() == before) link.mark();
	}

	@Override
	public void delete(final int atom) {
		edits.edit(atoms -> atoms.delete(atom));
		session.selection().chooseItem(Selection.NONE);
	}

	@Override
	public void deleteChosen() {
		final int atom = session.selection().item();
		if (edit.isSelected() && atom >= 0) delete(atom);
	}

	@Override
	public void editedElsewhere() {
		link.edit(null);
		edit.setSelected(false);
		refresh();
		session.say("The atoms of this image are edited in another window now.", false);
	}

	@Override
	public void undo() {
		if (edit.isSelected()) edits.edit(EditedAtoms::undo);
	}

	/** Lines stay if they are wanted. */
	@Override
	public void close() {
		ended = true;
		drawing.close();
	}
}
