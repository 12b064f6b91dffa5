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

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** What the user has edited, by evaluation, and which edits are in no file yet. On the event thread. */
final class AtomEdits implements Session.Listener<FoundAtoms> {

	private final Session<FoundAtoms> session;
	private final AtomSolutions solutions;
	private final Map<Integer, EditedAtoms> edits = new HashMap<>();

	/** Of those the ones that were saved or accepted. */
	private final Map<Integer, EditedAtoms> kept = new HashMap<>();

	AtomEdits(final Session<FoundAtoms> session, final AtomSolutions solutions) {
		this.session = session;
		this.solutions = solutions;
		session.addListener(this);
	}

	/** Why there can be none, a sentence; empty if there can. */
	String whyNot() {
		return solutions.whyNotEditable();
	}

	/** The chosen evaluation's atoms for editing; null if they can't be edited, or not yet. */
	EditedAtoms atoms() {
		final int id = session.selection().evaluation().id();
		if (edits.containsKey(id)) return edits.get(id);
		return session.found().evaluation().id() == id ? session.found().atoms() : null;
	}

	/** Edits the chosen evaluation's atoms and has them judged anew; says why if that can't be. */
	void edit(final UnaryOperator<EditedAtoms> edit) {
		final EditedAtoms before = atoms();
		if (before == null) {
			session.say(whyNot().isEmpty() ? "One moment: the atoms are being found." : whyNot(), true);
			return;
		}
		final EditedAtoms after;
		try {
			after = edit.apply(before);
		}
		catch (final RewardAnalysisException exc) {
			session.say(exc.getMessage(), true);
			return;
		}
		if (after == before) return;
		final Selection selection = session.selection();
		edits.put(selection.evaluation().id(), after);
		if (selection.item() >= after.size()) selection.chooseItem(Selection.NONE);
		session.replace(progress -> solutions.edited(after, progress), after.isEdited());
	}

	@Override
	public void kept(final FoundAtoms found) {
		if (found.atoms() != null) kept.put(found.evaluation().id(), found.atoms());
	}

	/** Whether there are edits that are in no file and weren't accepted. */
	boolean areUnsaved() {
		return edits.entrySet().stream().anyMatch(e -> e.getValue().isEdited() && kept.get(e
			.getKey()) != e.getValue());
	}
}
