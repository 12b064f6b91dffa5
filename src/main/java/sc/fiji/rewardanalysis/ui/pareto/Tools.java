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
