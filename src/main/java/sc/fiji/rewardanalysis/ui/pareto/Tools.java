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

import java.util.List;

import javax.swing.AbstractButton;

/** What a task adds to the window's buttons and keys. On the event thread. */
public interface Tools extends AutoCloseable {

	/** Nothing. */
	Tools NONE = new Tools() {};

	/** Buttons that change a solution; they follow <em>Use this</em>. */
	default List<AbstractButton> changing() {
		return List.of();
	}

	/** Buttons that change how it looks; they come last. */
	default List<AbstractButton> looking() {
		return List.of();
	}

	/** Enables what can be done now. */
	default void refresh() {}

	/** How to use what is switched on, a sentence; empty if nothing is. */
	default String hint() {
		return "";
	}

	/** What the macro line of the chosen solution lacks, a sentence; empty for nothing. */
	default String lackedByMacro() {
		return "";
	}

	/** Whether solutions can be edited by hand. */
	default boolean canEdit() {
		return false;
	}

	/** Whether there are edits that are in no file and weren't accepted. */
	default boolean hasUnsavedEdits() {
		return false;
	}

	/** The Delete key was hit, whether or not edits are wanted. */
	default void deleteChosen() {}

	/** Ctrl+Z likewise. */
	default void undo() {}

	/** Lets go of all. */
	@Override
	default void close() {}
}
