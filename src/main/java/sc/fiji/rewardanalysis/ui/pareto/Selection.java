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

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/**
 * The chosen evaluation, and the chosen item of its solution. Whoever shows one of them
 * listens; whoever lets the user choose sets it. On the event thread.
 */
public final class Selection {

	/** No item. */
	public static final int NONE = -1;

	/** Hears what is chosen. */
	public interface Listener {

		/** Another evaluation. */
		default void evaluationChosen(final Evaluation evaluation) {}

		/** Another item, by its index; {@link Selection#NONE} for none. */
		default void itemChosen(final int item) {}
	}

	private final List<Listener> listeners = new ArrayList<>();
	private Evaluation evaluation;
	private int item = NONE;

	/** @param evaluation the one to begin with */
	public Selection(final Evaluation evaluation) {
		this.evaluation = evaluation;
	}

	/** Adds one that hears of all later changes. */
	public void addListener(final Listener listener) {
		listeners.add(listener);
	}

	/** The chosen evaluation. */
	public Evaluation evaluation() {
		return evaluation;
	}

	/** The index of the chosen item, or {@link #NONE}. */
	public int item() {
		return item;
	}

	/** Chooses an evaluation, and with it none of its items. */
	public void choose(final Evaluation other) {
		if (other.id() == evaluation.id()) return;
		chooseItem(NONE);
		evaluation = other;
		List.copyOf(listeners).forEach(l -> l.evaluationChosen(other));
	}

	/** Chooses an item of the chosen evaluation's solution. */
	public void chooseItem(final int other) {
		if (other == item) return;
		item = other;
		List.copyOf(listeners).forEach(l -> l.itemChosen(other));
	}
}
