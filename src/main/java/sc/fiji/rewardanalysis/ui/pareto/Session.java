package sc.fiji.rewardanalysis.ui.pareto;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.WorkQueue;

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
	private final Background finding;
	private final WorkQueue saving;

	/** By the evaluation's number: what the user has edited, and what was found lately. */
	private final Map<Integer, EditedAtoms> edits = new HashMap<>();

	/** Of those the ones that were saved or accepted. */
	private final Map<Integer, EditedAtoms> kept = new HashMap<>();
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

	/** Why there is nothing of the chosen evaluation; null if nothing went wrong. */
	private String failure;
	private final List<Waiting> waiting = new ArrayList<>();
	private int searches, unfinished;
	private boolean closed;
	private volatile boolean gone;
	private int slice;

	/**
	 * What is to be done with the chosen solution.
	 *
	 * @param superseded called instead of it if something else is chosen or edited before
	 *          it's found
	 */
	private record Waiting(Consumer<Found> then, Runnable superseded) {}

	/**
	 * A solution that is to be worked out.
	 *
	 * @param edited null if it wasn't
	 * @param before null if it must be found
	 */
	private record Wanted(Evaluation evaluation, EditedAtoms edited, Found before) {}

	/**
	 * @param first what the image shows already
	 * @param events runs tasks on the event thread, in order
	 */
	public Session(final Solutions solutions, final Found first, final Executor events) {
		this.solutions = solutions;
		this.events = events;
		finding = new Background("Pareto window: finding");
		saving = new WorkQueue("Pareto window: saving");
		found = first;
		gone = Display.isGone(solutions.image());
		known.put(first.evaluation().id(), first);
		selection = new Selection(first.evaluation());
		selection.addListener(new Selection.Listener() {

			@Override
			public void evaluationChosen(final Evaluation evaluation) {
				find();
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
		return isEdited(selection.evaluation());
	}

	/** Whether an evaluation's atoms have been edited. */
	boolean isEdited(final Evaluation evaluation) {
		final EditedAtoms atoms = edits.get(evaluation.id());
		return atoms != null && atoms.isEdited();
	}

	/** Whether there are edits that are in no file and weren't accepted. */
	boolean hasUnsavedEdits() {
		return edits.entrySet().stream().anyMatch(e -> e.getValue().isEdited() && kept.get(e
			.getKey()) != e.getValue());
	}

	private void keep(final Found result) {
		if (result.atoms() != null) kept.put(result.evaluation().id(), result.atoms());
	}

	/** The atoms in the slice that the image shows, or showed last; null if there are none. */
	Layer layer() {
		if (!gone) slice = solutions.image().getCurrentSlice();
		return found.layer(slice).or(() -> gone ? found.layers().stream().findFirst() : Optional.empty())
			.orElse(null);
	}

	/** Whether the image was closed, so that nothing can be drawn on it. */
	boolean isImageGone() {
		return gone;
	}

	/** The image was closed, or opened again. */
	void imageGone(final boolean isGone) {
		gone = isGone;
	}

	/** Draws what is chosen again, if another window has drawn on the same image. */
	void redraw() {
		if (!ready || gone || closed) return;
		final Found now = found;
		finding.run(progress -> {
			solutions.show(now);
			later(() -> {
				if (found == now) listeners().forEach(l -> l.found(now));
			});
		}, this::fail);
	}

	/** Whether the chosen atoms are as detected because a cancel left them so. */
	boolean lacksRefinement() {
		return ready && solutions.lacksRefinement(found);
	}

	/** What a cancelled search has left undone. Edited atoms stay where they are. */
	private void refine() {
		if (!lacksRefinement() || isEdited()) return;
		known.remove(found.evaluation().id());
		find();
		say("Refining the positions first …", false);
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
		find();
	}

	/** Works out what is chosen, edits included. */
	private void find() {
		final Wanted wanted = wanted();
		final int number = ++searches;
		ready = false;
		failure = null;
		say("", false);
		supersede();
		finding.run(progress -> deliver(find(wanted, early -> deliver(early, false, progress), progress),
			true, progress), reason -> later(() -> {
				if (number == searches) fail(reason);
			}));
	}

	private Wanted wanted() {
		final Evaluation evaluation = selection.evaluation();
		return new Wanted(evaluation, edits.get(evaluation.id()), known.get(evaluation.id()));
	}

	private Found find(final Wanted wanted, final Consumer<Found> early, final Progress progress) {
		if (wanted.edited != null) return solutions.edited(wanted.edited, progress);
		return wanted.before != null ? wanted.before : solutions.find(wanted.evaluation, early, progress);
	}

	/** Shows what was found on the image, on this thread, and then everywhere else. */
	private void deliver(final Found result, final boolean last, final Progress progress) {
		progress.checkCanceled();
		if (!gone) solutions.show(result);
		events.execute(() -> {
			if (closed || progress.isCanceled()) return;
			found = result;
			ready = last;
			final EditedAtoms atoms = edits.get(result.evaluation().id());
			if (last && (atoms == null || !atoms.isEdited())) known.put(result.evaluation().id(), result);
			listeners().forEach(l -> l.found(result));
			if (last) taken().forEach(w -> w.then.accept(result));
		});
	}

	private List<Listener> listeners() {
		return List.copyOf(listeners);
	}

	private List<Waiting> taken() {
		final List<Waiting> taken = List.copyOf(waiting);
		waiting.clear();
		return taken;
	}

	private void supersede() {
		taken().forEach(w -> w.superseded.run());
	}

	/**
	 * Writes the files of a run with the solution that is chosen now, as soon as it is found,
	 * even if another one is chosen or all is closed meanwhile.
	 */
	public void save(final Path folder) {
		refine();
		final Wanted wanted = wanted();
		whenFound(result -> save(() -> result, folder), () -> save(() -> find(wanted, early -> {},
			Progress.NONE), folder));
	}

	private void save(final Supplier<Found> solution, final Path folder) {
		say("Writing files to " + folder + " …", false);
		finish(() -> {
			final Found result = solution.get();
			solutions.save(result, folder, Progress.NONE);
			events.execute(() -> keep(result));
		}, () -> say("Saved to " + folder + ".", false));
	}

	/** Makes the chosen solution the run's, as soon as it is found. */
	public void accept(final Runnable then) {
		whenFound("Use this", result -> {
			say("One moment …", false);
			finish(() -> solutions.accept(result, Progress.NONE), () -> {
				keep(result);
				if (gone) say(withoutImage(), false);
				else if (ready && found == result) then.run();
				else showAgain(result, then);
			});
		});
	}

	private String withoutImage() {
		final Path folder = solutions.folder();
		return "The image was closed, so there are no circles on it. " + (folder == null
			? "The table of atoms is this solution's; Save… writes its files."
			: "The table of atoms and the files in " + folder + " are this solution's.");
	}

	/** For the image may wear what was chosen since. */
	private void showAgain(final Found accepted, final Runnable then) {
		finding.run(progress -> {
			solutions.show(accepted);
			later(then);
		}, this::fail);
	}

	/** Does this after what was begun before, whether or not all is closed meanwhile. */
	private void finish(final Runnable work, final Runnable done) {
		unfinished++;
		saving.run(work, () -> finished(done), reason -> finished(() -> say(reason, true)));
	}

	private void finished(final Runnable then) {
		events.execute(() -> {
			then.run();
			unfinished--;
			if (closed) forget();
		});
	}

	/**
	 * Calls with the chosen solution's atoms, edits included: now, or as soon as they are
	 * found. Says so if they can't be found, or if something else is wanted before.
	 *
	 * @param what is to be done with them, for the user
	 */
	void whenFound(final String what, final Consumer<Found> then) {
		refine();
		whenFound(then, () -> say("“" + what + "” was given up, for something else was chosen or edited " +
			"before the atoms were found.", !closed));
	}

	private void whenFound(final Consumer<Found> then, final Runnable superseded) {
		if (failure != null) say(failure, true);
		else if (ready) then.accept(found);
		else waiting.add(new Waiting(then, superseded));
	}

	/** Says something to the user. */
	public void say(final String sentence, final boolean isError) {
		listeners().forEach(l -> l.said(sentence, isError));
	}

	private void fail(final String reason) {
		failure = reason;
		waiting.clear();
		say(reason, true);
	}

	private void later(final Runnable task) {
		events.execute(() -> {
			if (!closed) task.run();
		});
	}

	private void forget() {
		if (unfinished == 0) listeners.clear();
	}

	/**
	 * Cancels the search for atoms. What is to be saved or accepted is finished, and listeners
	 * hear what came of it, but nothing else any more.
	 */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		finding.close();
		supersede();
		forget();
	}
}
