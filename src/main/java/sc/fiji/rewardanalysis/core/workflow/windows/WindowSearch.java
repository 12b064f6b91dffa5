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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.WarmStart;
import sc.fiji.rewardanalysis.core.reward.CoverageGap;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingParts;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog.Searched;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;

/**
 * Searches the parameters of each window of a grid, one after the other, neighbours first.
 * <p>
 * Each window has the physics of its own area and shares the maxima of the whole ({@link
 * AtomFindingParts}). A search that isn't exact begins with the whole's solution and with up to
 * {@value WarmStart#MOST} solutions of the neighbours that are done, and ends as soon as nothing
 * is gained; an exact one looks at the whole's solution too. A window keeps the whole's
 * parameters unless its own are better by more than chance: with few columns many parameters
 * have no error at all, and not all of those find the atoms.
 * <p>
 * The same seed gives the same result, whatever the number of threads and whether it was
 * interrupted.
 */
public final class WindowSearch {

	/** A fit to the crystal that is better by less than this part may be chance. */
	private static final double BETTER = 0.05;

	/** Objectives that differ by less are equal. */
	private static final double TIE = 1e-9;

	private final AtomFindingParts parts;
	private final WindowGrid grid;
	private final WindowSettings settings;
	private final LogParameters base;

	/** By number; null before they are searched, and of windows without a task. */
	private final Study[] studies;
	private final Searched[] searched;

	/**
	 * @param whole the task of the whole area
	 * @param solution the whole's, one of its evaluations
	 * @param grid of the whole's valid area
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public WindowSearch(final AtomFindingTask whole, final Evaluation solution, final WindowGrid grid,
		final WindowSettings settings, final Progress progress)
	{
		this.grid = Checks.given("grid of windows", grid);
		this.settings = Checks.given("settings of windows", settings);
		parts = new AtomFindingParts(whole, solution, grid.windows().stream().map(Window::area).toList(),
			progress);
		base = parts.parameters(solution);
		studies = new Study[parts.size()];
		searched = new Searched[parts.size()];
	}

	/** The windows' tasks. */
	public AtomFindingParts parts() {
		return parts;
	}

	/**
	 * Searches all windows.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled; windows that are done are
	 *           in the log
	 */
	public WindowResult run(final WindowLog log, final Progress progress) {
		final List<Window> order = grid.order();
		for (int i = 0; i < order.size(); i++) {
			progress.checkCanceled();
			progress.update(0.9 * i / order.size(), "Window " + (i + 1) + " of " + order.size());
			search(order.get(i), log, progress.silent());
		}
		return result(progress.part(0.9, 1));
	}

	private void search(final Window window, final WindowLog log, final Progress progress) {
		final int i = window.index();
		final AtomFindingTask task = parts.task(i).orElse(null);
		if (task == null) return;
		final Study empty = task.newStudy(settings.engine().newEngine(settings
			.evaluations()), settings.seed() + i);
		final Optional<Searched> known = log.known(i, empty.space());
		if (known.isPresent()) {
			known.get().evaluations().forEach(empty::restore);
			studies[i] = empty;
			searched[i] = known.get();
			return;
		}
		final long start = System.nanoTime();
		final SearchResult result = task.search().run(settings.engine(), settings.rule(),
			settings.seed() + i, warm(window, task), progress, SearchListener.NONE);
		studies[i] = result.study();
		final boolean alone = studies[i].evaluations().stream().noneMatch(e -> e.origin().equals(
			WarmStart.ORIGIN));
		if (alone) {
			studies[i].enqueue(task.configuration(base), WarmStart.ORIGIN);
			task.run(studies[i], new StopRule(studies[i].evaluations().size() + 1, false), progress, e -> {});
		}
		// What was cut short is not a window's result.
		progress.checkCanceled();
		searched[i] = new Searched(studies[i].evaluations(), result.report().story(), (System.nanoTime() -
			start) * 1e-9);
		log.done(i, studies[i].space(), searched[i]);
	}

	/** Puts first what suits the whole and what suited the neighbours. */
	private StudyLog.Opener warm(final Window window, final AtomFindingTask task) {
		return study -> {
			if (!settings.warm()) return StudyLog.NONE;
			study.enqueue(task.configuration(base), WarmStart.ORIGIN);
			final List<Evaluation> earlier = grid.neighbours(window).stream().map(Window::index).filter(
				n -> studies[n] != null).flatMap(n -> studies[n].front().stream()).toList();
			if (!earlier.isEmpty()) WarmStart.enqueue(study, study.space(), earlier);
			return StudyLog.NONE;
		};
	}

	private WindowResult result(final Progress progress) {
		final int n = parts.size();
		final List<Optional<Evaluation>> solutions = new ArrayList<>();
		final Source[] sources = new Source[n];
		for (int i = 0; i < n; i++) {
			solutions.add(solution(i));
			sources[i] = solutions.get(i).isEmpty() ? Source.NEIGHBOUR : isBase(i, solutions.get(i).get())
				? Source.WHOLE : Source.OWN;
		}
		final LogParameters[] parameters = IntStream.range(0, n).mapToObj(i -> parameters(i, solutions))
			.toArray(LogParameters[]::new);
		final double tolerance = tolerance();
		final List<List<Blob>> around = new ArrayList<>(), atoms = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			progress.update((double) i / n, "Atoms of window " + (i + 1) + " of " + n);
			around.add(parts.detect(i, parameters[i], tolerance, progress.silent()));
			atoms.add(around.get(i).stream().filter(parts.area(i)::contains).toList());
		}
		final double[] agreement = new Agreement(grid, parts.whole().spacing(), tolerance).of(atoms,
			progress.silent());
		final List<WindowOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < n; i++)
			outcomes.add(new WindowOutcome(grid.windows().get(i), parts.task(i).map(AtomFindingTask::physics),
				Optional.ofNullable(searched[i]), solutions.get(i), sources[i], parameters[i], atoms.get(i),
				confidence(solutions.get(i), agreement[i])));
		progress.checkCanceled();
		return new WindowResult(grid, parts, outcomes, AtomMerger.merge(grid, around, tolerance));
	}

	/** Atoms of two windows up to so far apart may be the same, px: less than half way to the next. */
	private double tolerance() {
		return 0.4 * parts.whole().spacing();
	}

	private static Confidence confidence(final Optional<Evaluation> solution,
		final double agreement)
	{
		return solution.map(e -> Confidence.of(e.objectives()[0], e.objectives()[1], e.metrics()
			.getOrDefault(new CoverageGap().name(), Double.NaN), agreement)).orElse(Confidence.none(
				agreement));
	}

	/**
	 * The window's own, if the errors of the whole's parameters are larger by more than one atom
	 * of those expected, or if its atoms' surroundings are nearer to the crystal's by more than
	 * {@value #BETTER} with no larger errors. Otherwise that of the whole.
	 */
	private Optional<Evaluation> solution(final int i) {
		if (studies[i] == null) return Optional.empty();
		final AtomFindingTask task = parts.task(i).orElseThrow();
		final Optional<Evaluation> own = task.pick(studies[i], settings.pick());
		final Optional<Evaluation> kept = studies[i].evaluations().stream().filter(e -> e.feasible() &&
			isBase(i, e)).findFirst();
		if (own.isEmpty() || kept.isEmpty()) return own;
		final Evaluation whole = kept.get();
		if (error(whole) - error(own.get()) > 1 / task.physics().expectedJudged() + TIE) return own;
		final double enough = (1 - BETTER) * fit(whole, task);
		return Optional.of(studies[i].evaluations().stream().filter(e -> e.feasible() && error(e) <= error(
			whole) + TIE && fit(e, task) < enough).min(Comparator.comparingDouble(e -> fit(e, task))).orElse(
				whole));
	}

	/** How far the atoms' surroundings are from the crystal's; the less, the better. */
	private static double fit(final Evaluation e, final AtomFindingTask task) {
		return e.metrics().getOrDefault(task.tieBreaker().name(), Double.NaN);
	}

	private static double error(final Evaluation e) {
		return Math.sqrt(Arrays.stream(e.objectives()).map(v -> v * v).sum());
	}

	private boolean isBase(final int i, final Evaluation e) {
		return e.configuration().equals(parts.task(i).orElseThrow().configuration(base));
	}

	private LogParameters parameters(final int i, final List<Optional<Evaluation>> solutions) {
		final Window window = grid.windows().get(i);
		return grid.windows().stream().filter(w -> solutions.get(w.index()).isPresent()).min(Comparator
			.<Window> comparingDouble(w -> Math.hypot(w.centreX() - window.centreX(), w.centreY() - window
				.centreY())).thenComparingInt(Window::index)).map(w -> parts.task(w.index()).orElseThrow()
					.parameters(solutions.get(w.index()).get())).orElse(base);
	}
}
