package sc.fiji.rewardanalysis.ui.pareto;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.ui.Background;

/**
 * What the window does, without the window: finds the atoms of the chosen evaluation,
 * keeps what the user has edited, saves and accepts solutions. Methods are called on the
 * event thread, and so are listeners; the work is done on others.
 */
public final class Session implements AutoCloseable {

	/** Solutions kept for going back. */
	private static final int KEPT = 12;

	/** Hears what comes of it. */
	public interface Listener {

		/** The atoms of the chosen evaluation are there, or there are better ones. */
		default void found(final Found found) {}

		/** There is something to say: a sentence, or nothing any more. */
		default void said(final String sentence, final boolean isError) {}
	}

	private final Solutions solutions;
	private final Selection selection;
	private final Executor events;
	private final List<Listener> listeners = new ArrayList<>();
	private final Background finding, saving;

	/** By the evaluation's number: what the user has edited, and what was found lately. */
	private final Map<Integer, EditedAtoms> edits = new HashMap<>();
	private final Map<Integer, Found> known = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Integer, Found> eldest) {
			return size() > KEPT;
		}
	};
	private Found found;

	/** Whether {@link #found} is all there is of the chosen evaluation, edits included. */
	private boolean ready = true;
	private Consumer<Found> waiting;
	private boolean closed;

	/**
	 * @param first what the image shows already
	 * @param events runs tasks on the event thread, in order
	 */
	public Session(final Solutions solutions, final Found first, final Executor events) {
		this.solutions = solutions;
		this.events = events;
		finding = new Background("Pareto window: finding");
		saving = new Background("Pareto window: saving");
		found = first;
		known.put(first.evaluation().id(), first);
		selection = new Selection(first.evaluation());
		selection.addListener(new Selection.Listener() {

			@Override
			public void evaluationChosen(final Evaluation evaluation) {
				find(evaluation);
			}
		});
	}

	/** Adds one that hears of all later changes. */
	public void addListener(final Listener listener) {
		listeners.add(listener);
	}

	/** What is chosen. */
	public Selection selection() {
		return selection;
	}

	/** What is asked. */
	public Solutions solutions() {
		return solutions;
	}

	/** What is shown: the chosen evaluation's atoms, or those of the one before until they are found. */
	public Found found() {
		return found;
	}

	/** The chosen evaluation's atoms for editing; null if they can't be edited, or not yet. */
	public EditedAtoms atoms() {
		final int id = selection.evaluation().id();
		if (edits.containsKey(id)) return edits.get(id);
		return found.evaluation().id() == id ? found.atoms() : null;
	}

	/** Whether the chosen evaluation's atoms have been edited. */
	public boolean isEdited() {
		return atoms() != null && atoms().isEdited();
	}

	/** Edits the chosen evaluation's atoms and judges them anew; says why if that can't be. */
	public void edit(final UnaryOperator<EditedAtoms> edit) {
		final EditedAtoms before = atoms();
		if (before == null) {
			say(solutions.whyNotEditable().isEmpty() ? "One moment: the atoms are being found." : solutions
				.whyNotEditable(), true);
			return;
		}
		final EditedAtoms after;
		try {
			after = edit.apply(before);
		}
		catch (final RewardAnalysisException exc) {
			say(exc.getMessage(), true);
			return;
		}
		if (after == before) return;
		edits.put(selection.evaluation().id(), after);
		if (selection.atom() >= after.size()) selection.chooseAtom(Selection.NONE);
		ready = false;
		say("", false);
		finding.run(progress -> deliver(solutions.edited(after, progress), true, progress), this::fail);
	}

	private void find(final Evaluation evaluation) {
		final int id = evaluation.id();
		final Found before = known.get(id);
		final EditedAtoms edited = edits.get(id);
		ready = false;
		waiting = null;
		say("", false);
		finding.run(progress -> {
			if (edited != null) deliver(solutions.edited(edited, progress), true, progress);
			else if (before != null) deliver(before, true, progress);
			else deliver(solutions.find(evaluation, early -> deliver(early, false, progress), progress), true,
				progress);
		}, this::fail);
	}

	/** Shows what was found on the image, on this thread, and then everywhere else. */
	private void deliver(final Found result, final boolean last, final Progress progress) {
		progress.checkCanceled();
		solutions.show(result);
		events.execute(() -> {
			if (closed || progress.isCanceled()) return;
			found = result;
			ready = last;
			final EditedAtoms atoms = edits.get(result.evaluation().id());
			if (last && (atoms == null || !atoms.isEdited())) known.put(result.evaluation().id(), result);
			List.copyOf(listeners).forEach(l -> l.found(result));
			if (last && waiting != null) {
				final Consumer<Found> then = waiting;
				waiting = null;
				then.accept(result);
			}
		});
	}

	/** Writes the files of a run with the chosen solution, as soon as it is found. */
	public void save(final Path folder) {
		whenFound(result -> {
			say("Writing files to " + folder + " …", false);
			saving.run(progress -> {
				solutions.save(result, folder, progress);
				later(() -> say("Saved to " + folder + ".", false));
			}, this::fail);
		});
	}

	/** Makes the chosen solution the run's, as soon as it is found. */
	public void accept(final Runnable then) {
		whenFound(result -> {
			say("One moment …", false);
			saving.run(progress -> {
				solutions.accept(result, progress);
				later(then);
			}, this::fail);
		});
	}

	/** Calls with the chosen solution's atoms, edits included: now, or as soon as they are found. */
	void whenFound(final Consumer<Found> then) {
		if (ready) then.accept(found);
		else waiting = then;
	}

	/** Says something to the user. */
	public void say(final String sentence, final boolean isError) {
		List.copyOf(listeners).forEach(l -> l.said(sentence, isError));
	}

	private void fail(final String reason) {
		later(() -> {
			waiting = null;
			say(reason, true);
		});
	}

	private void later(final Runnable task) {
		events.execute(() -> {
			if (!closed) task.run();
		});
	}

	/** Cancels all work and tells nobody anything any more. */
	@Override
	public void close() {
		closed = true;
		listeners.clear();
		finding.close();
		saving.close();
	}
}
