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
