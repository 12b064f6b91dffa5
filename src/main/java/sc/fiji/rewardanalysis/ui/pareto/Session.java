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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.WorkQueue;

/**
 * What the window does, without the window: finds the solution of the chosen evaluation,
 * keeps what stands in for it, saves and accepts solutions. Methods are called on the
 * event thread, and so are listeners; the work is done on others.
 *
 * @param <F> a solution with what was found
 */
public final class Session<F extends Found> implements AutoCloseable {

	/** Hears what comes of it. */
	public interface Listener<F extends Found> {

		/** The solution of the chosen evaluation is there, or there is a better one. */
		default void found(final F found) {}

		/** It was saved or accepted. */
		default void kept(final F found) {}

		/** There is something to say: a sentence, or nothing any more. */
		default void said(final String sentence, final boolean isError) {}
	}

	private final Solutions<F> solutions;
	private final Selection selection;
	private final Executor events;
	private final List<Listener<? super F>> listeners = new ArrayList<>();
	private final Background finding;
	private final WorkQueue saving;

	private final KnownSolutions<F> known;
	private F found;

	/** Whether {@link #found} is all there is of the chosen evaluation, edits included. */
	private boolean ready = true;

	/** Why there is nothing of the chosen evaluation; null if nothing went wrong. */
	private String failure;
	private final List<Waiting<F>> waiting = new ArrayList<>();
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
	private record Waiting<F>(Consumer<? super F> then, Runnable superseded) {}

	/**
	 * @param first what the image shows already
	 * @param events runs tasks on the event thread, in order
	 */
	public Session(final Solutions<F> solutions, final F first, final Executor events) {
		this.solutions = solutions;
		this.events = events;
		finding = new Background("Pareto window: finding");
		saving = new WorkQueue("Pareto window: saving");
		found = first;
		gone = Display.isGone(solutions.image());
		known = new KnownSolutions<>(solutions);
		known.put(first);
		selection = new Selection(first.evaluation());
		selection.addListener(new Selection.Listener() {

			@Override
			public void evaluationChosen(final Evaluation evaluation) {
				find();
			}
		});
	}

	/** Adds one that hears of all later changes. */
	public void addListener(final Listener<? super F> listener) {
		listeners.add(listener);
	}

	/** What is chosen. */
	public Selection selection() {
		return selection;
	}

	/** What is asked. */
	public Solutions<F> solutions() {
		return solutions;
	}

	/** What is shown: the chosen evaluation's solution, or that of the one before until it is found. */
	public F found() {
		return found;
	}

	/** Whether the chosen evaluation's solution has been edited. */
	public boolean isEdited() {
		return isEdited(selection.evaluation());
	}

	/** Whether an evaluation's solution has been edited. */
	boolean isEdited(final Evaluation evaluation) {
		return known.isEdited(evaluation);
	}

	/**
	 * Has another solution stand in for the chosen evaluation's, and works it out.
	 *
	 * @param finder called on a background thread
	 * @param isEdited whether it differs from what is found
	 */
	void replace(final Function<Progress, F> finder, final boolean isEdited) {
		known.replace(selection.evaluation(), finder, isEdited);
		find();
	}

	private void keep(final F result) {
		listeners().forEach(l -> l.kept(result));
	}

	/** The items in the slice that the image shows, or showed last; null if there are none. */
	Layer layer() {
		if (!gone) slice = solutions.image().getCurrentSlice();
		return found.layer(slice).or(() -> gone ? found.layers().stream().findFirst().map(l -> l) : Optional
			.empty()).orElse(null);
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
		final F now = found;
		finding.run(progress -> {
			solutions.show(now);
			later(() -> {
				if (found == now) listeners().forEach(l -> l.found(now));
			});
		}, this::fail);
	}

	/** What a cancel has left undone of the chosen solution, a few words; empty for nothing. */
	String undone() {
		return ready ? solutions.undone(found) : "";
	}

	/** What a cancelled search has left undone. What was edited stays as it is. */
	private void complete() {
		final String undone = undone();
		if (undone.isEmpty() || isEdited()) return;
		known.forget(found.evaluation());
		find();
		say(undone + "; that is done first …", false);
	}

	/** Works out what is chosen, edits included. */
	private void find() {
		final KnownSolutions.Wanted<F> wanted = known.wanted(selection.evaluation());
		final int number = ++searches;
		ready = false;
		failure = null;
		say("", false);
		supersede();
		finding.run(progress -> deliver(wanted.find(early -> deliver(early, false, progress), progress),
			true, progress), reason -> later(() -> {
				if (number == searches) fail(reason);
			}));
	}

	/** Shows what was found on the image, on this thread, and then everywhere else. */
	private void deliver(final F result, final boolean last, final Progress progress) {
		progress.checkCanceled();
		if (!gone) solutions.show(result);
		events.execute(() -> {
			if (closed || progress.isCanceled()) return;
			found = result;
			ready = last;
			if (last && !isEdited(result.evaluation())) known.put(result);
			listeners().forEach(l -> l.found(result));
			if (last) taken().forEach(w -> w.then.accept(result));
		});
	}

	private List<Listener<? super F>> listeners() {
		return List.copyOf(listeners);
	}

	private List<Waiting<F>> taken() {
		final List<Waiting<F>> taken = List.copyOf(waiting);
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
		complete();
		final KnownSolutions.Wanted<F> wanted = known.wanted(selection.evaluation());
		whenFound(result -> save(() -> result, folder), () -> save(() -> wanted.find(early -> {},
			Progress.NONE), folder));
	}

	private void save(final Supplier<F> solution, final Path folder) {
		say("Writing files to " + folder + " …", false);
		finish(() -> {
			final F result = solution.get();
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
		final Items items = solutions.items();
		return "The image was closed, so there are no " + items.drawn() + "s on it. The table of " + items
			.words() + (folder == null ? " is this solution's; Save… writes its files."
				: " and the files in " + folder + " are this solution's.");
	}

	/** For the image may wear what was chosen since. */
	private void showAgain(final F accepted, final Runnable then) {
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
	 * Calls with the chosen solution, edits included: now, or as soon as it is found. Says so
	 * if it can't be found, or if something else is wanted before.
	 *
	 * @param what is to be done with it, for the user
	 */
	void whenFound(final String what, final Consumer<? super F> then) {
		complete();
		whenFound(then, () -> say("“" + what + "” was given up, for something else was chosen or edited " +
			"before the " + solutions.items().words() + " were found.", !closed));
	}

	private void whenFound(final Consumer<? super F> then, final Runnable superseded) {
		if (failure != null) say(failure, true);
		else if (ready) then.accept(found);
		else waiting.add(new Waiting<>(then, superseded));
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
	 * Cancels the search for a solution. What is to be saved or accepted is finished, and listeners
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
