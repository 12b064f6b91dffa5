package sc.fiji.rewardanalysis.ui.pareto;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/**
 * The chosen evaluation, and the chosen atom of its solution. Whoever shows one of them
 * listens; whoever lets the user choose sets it. On the event thread.
 */
public final class Selection {

	/** No atom. */
	public static final int NONE = -1;

	/** Hears what is chosen. */
	public interface Listener {

		/** Another evaluation. */
		default void evaluationChosen(final Evaluation evaluation) {}

		/** Another atom, by its index; {@link Selection#NONE} for none. */
		default void atomChosen(final int atom) {}
	}

	private final List<Listener> listeners = new ArrayList<>();
	private Evaluation evaluation;
	private int atom = NONE;

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

	/** The index of the chosen atom, or {@link #NONE}. */
	public int atom() {
		return atom;
	}

	/** Chooses an evaluation, and with it none of its atoms. */
	public void choose(final Evaluation other) {
		if (other.id() == evaluation.id()) return;
		chooseAtom(NONE);
		evaluation = other;
		List.copyOf(listeners).forEach(l -> l.evaluationChosen(other));
	}

	/** Chooses an atom of the chosen evaluation's solution. */
	public void chooseAtom(final int other) {
		if (other == atom) return;
		atom = other;
		List.copyOf(listeners).forEach(l -> l.atomChosen(other));
	}
}
