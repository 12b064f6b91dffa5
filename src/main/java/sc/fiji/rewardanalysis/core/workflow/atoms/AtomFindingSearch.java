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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Hypervolume;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.WarmStart;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * Searches the parameters of an {@link AtomFindingTask}: exactly where that is cheap,
 * otherwise by Bayesian optimisation or what else the user asks for, whose front is then
 * measured by the exact one.
 * What is cheap is decided by counted work, so that every machine decides alike.
 */
public final class AtomFindingSearch {

	/** The origin of the exact search's evaluations. */
	public static final String ORIGIN = "exact";

	/** Candidates times pairs that take some twenty seconds at most. */
	private static final long MOST_WORK = 50_000_000_000L;

	/** Settings of the scales at which a front is measured that isn't exact. */
	private static final int MEASURED = 8;

	/** The part of an exact search's time that goes into finding candidates, about. */
	private static final double CANDIDATES = 0.75;

	/** For so long a cancelled exact search evaluates what it has found, ns. */
	private static final long LAST_WORD = 100_000_000;

	private final AtomFindingTask task;
	private final LogAtomFinding analysis;
	private final IntToDoubleFunction countError;
	private final long mostWork;

	AtomFindingSearch(final AtomFindingTask task, final LogAtomFinding analysis) {
		this(task, analysis, MOST_WORK);
	}

	/** @param mostWork above which the exact search isn't taken unless asked for */
	AtomFindingSearch(final AtomFindingTask task, final LogAtomFinding analysis,
		final long mostWork)
	{
		this.task = task;
		this.analysis = analysis;
		this.mostWork = mostWork;
		final var link = task.goals().get(0).link();
		countError = link::value;
	}

	/** Searches without keeping a log. */
	public SearchResult run(final SearchEngine engine, final StopRule rule, final long seed,
		final Progress progress)
	{
		return run(engine, rule, seed, s -> StudyLog.NONE, progress, SearchListener.NONE);
	}

	/**
	 * Searches.
	 *
	 * @param engine how
	 * @param rule when a search ends that isn't exact
	 * @param seed of such a search
	 * @param opener begins the log of such a search, or resumes one
	 * @param listener is told what there is until now
	 * @throws CancellationException if an exact search is cancelled before it has found
	 *           anything; otherwise what there is is kept
	 */
	public SearchResult run(final SearchEngine engine, final StopRule rule, final long seed,
		final StudyLog.Opener opener, final Progress progress, final SearchListener listener)
	{
		Checks.given("engine", engine);
		// Says so if there is nothing to search.
		final Study study = task.newStudy(engine.newEngine(rule.budget()), seed);
		if (engine != SearchEngine.EXACT && engine != SearchEngine.AUTO) return sampled(study, engine,
			SearchReport.AS_ASKED, rule, opener, progress, listener);
		final long limit = engine == SearchEngine.EXACT ? Long.MAX_VALUE : mostWork;
		final ExactSearch search = new ExactSearch(analysis, settings(), countError, limit, progress.part(
			0, CANDIDATES));
		if (search.isTooMuch()) return sampled(study, SearchEngine.BAYESIAN, String.format(Locale.ROOT,
			"The exact search would be too much work: more than %.0e candidates × overlapping pairs.",
			(double) limit), rule, opener, progress.part(CANDIDATES * search.looked(), 1), listener);
		return exact(study, search, null, engine == SearchEngine.EXACT ? SearchReport.AS_ASKED : String.format(
			Locale.ROOT,
			"The exact search is little work here: %.1e candidates × overlapping pairs, %.0e are the limit.",
			(double) search.work(), (double) limit), progress.part(CANDIDATES, 1), listener);
	}

	/**
	 * Begins an exact search at some settings of scales and preparation alone.
	 *
	 * @param settings whose thresholds and overlaps mean nothing
	 * @param engine exact, or automatic: up to a limit of the work
	 */
	ExactSearch at(final List<Configuration> settings, final SearchEngine engine,
		final Progress progress)
	{
		return new ExactSearch(analysis, settings, countError, engine == SearchEngine.EXACT
			? Long.MAX_VALUE : mostWork, progress);
	}

	/**
	 * Ends it.
	 *
	 * @param known evaluated besides what represents the front; null for none
	 * @throws CancellationException if cancelled before anything was found
	 */
	SearchResult ended(final ExactSearch search, final Configuration known, final long seed,
		final Progress progress, final SearchListener listener)
	{
		return exact(task.newStudy(SearchEngine.EXACT.newEngine(1), seed), search, known,
			SearchReport.AS_ASKED, progress, listener);
	}

	private SearchResult exact(final Study study, final ExactSearch search, final Configuration known,
		final String reason, final Progress progress, final SearchListener listener)
	{
		final ExactFront front;
		try {
			front = search.front(progress.part(0, 0.7), covered -> listener.covered(study, covered, search
				.settings()));
		}
		catch (final CancellationException exc) {
			return cancelled(study, search, reason, progress, listener, exc);
		}
		final List<ExactFront.Point> chosen = search.representatives(front);
		chosen.forEach(p -> study.enqueue(p.configuration(), ORIGIN));
		// The last, whose atoms are then at hand: mostly it is the one that is picked.
		if (known != null) study.enqueue(known, WarmStart.ORIGIN);
		final int waiting = study.queued().size();
		if (waiting > 0) task.run(study, new StopRule(waiting, false), StudyLog.NONE, progress.part(0.7,
			1), listener);
		if (study.evaluations().size() < waiting) return cancelled(study, search, reason, progress,
			listener, new CancellationException("Cancelled."));
		final String stop = (front.cells() == 1 ? "The one cell is" : "All " + front.cells() +
			" cells are") + " covered, " + Words.count(front.outcomes(), "outcome") + " told apart.";
		return new SearchResult(study, new SearchReport(SearchEngine.EXACT, reason, stop, front, reached(study,
			front)));
	}

	/** What there is of an exact search that was cancelled: best first, as much as takes no time. */
	private SearchResult cancelled(final Study study, final ExactSearch search, final String reason,
		final Progress progress, final SearchListener listener, final CancellationException cause)
	{
		final ExactFront covered = search.covered();
		if (study.front().isEmpty()) {
			if (covered.points().isEmpty()) throw cause;
			final Progress again = progress.again();
			final long end = System.nanoTime() + LAST_WORD;
			search.representatives(covered).stream().sorted(Comparator.comparingDouble(p -> Math.hypot(p
				.countError(), p.spacingError()))).limit(MEASURED).forEach(p -> {
					if (study.front().isEmpty() || System.nanoTime() < end && !again.isCanceled()) evaluate(
						study, p, again, listener);
				});
			if (study.front().isEmpty()) throw cause;
		}
		final int n = study.evaluations().size();
		return new SearchResult(study, new SearchReport(SearchEngine.EXACT, reason, String.format(Locale.ROOT,
			"Cancelled after %s at %d of %d sigma settings.", n == 1 ? "one evaluation" : n +
				" evaluations", covered.settings(), search.settings()), null, Double.NaN));
	}

	private void evaluate(final Study study, final ExactFront.Point point, final Progress progress,
		final SearchListener listener)
	{
		study.enqueue(point.configuration(), ORIGIN);
		task.run(study, new StopRule(study.evaluations().size() + 1, false), StudyLog.NONE, progress
			.silent(), listener);
	}

	private SearchResult sampled(final Study study, final SearchEngine engine, final String why,
		final StopRule rule, final StudyLog.Opener opener, final Progress progress,
		final SearchListener listener)
	{
		final SampledRun run = SampledRun.of(study, engine, why, rule, opener, log -> task.run(study,
			rule, log, progress.part(0, 0.95), listener));
		ExactFront front = null;
		try {
			final ExactSearch search = new ExactSearch(analysis, settings(study.front()), countError, mostWork,
				progress.part(0.95, 0.99));
			if (!search.isTooMuch()) front = search.front(progress.part(0.99, 1));
		}
		catch (final CancellationException | RewardAnalysisException exc) {
			// What was searched is worth keeping; it just isn't measured.
			front = null;
		}
		catch (final RuntimeException | Error exc) {
			if (!MemoryShortage.isCauseOf(exc)) throw exc;
			front = null;
		}
		return new SearchResult(study, new SearchReport(engine, run.reason(), run.stop(), front, reached(study,
			front)));
	}

	/** Each ladder of scales in each preparation. */
	private List<Configuration> settings() {
		List<Configuration> settings = SigmaLadders.of(analysis.ranges()).stream().map(l -> analysis
			.configuration(l.low(), l.high())).toList();
		for (final Parameter axis : analysis.searchSpace().axes())
			if (axis instanceof final Parameter.Choice choice) {
				final List<Configuration> former = settings;
				settings = IntStream.range(0, choice.options().size()).boxed().flatMap(i -> former.stream()
					.map(c -> c.with(choice.name(), i))).toList();
			}
		return settings;
	}

	/** Those of some evaluations: of each pair of objectives one first. */
	private List<Configuration> settings(final List<Evaluation> evaluations) {
		final Map<List<Double>, Evaluation> first = new LinkedHashMap<>();
		for (final Evaluation e : evaluations)
			first.putIfAbsent(Arrays.stream(e.objectives()).boxed().toList(), e);
		return Stream.concat(first.values().stream(), evaluations.stream()).map(e -> analysis.setting(
			e.configuration())).distinct().limit(MEASURED).toList();
	}

	private static double reached(final Study study, final ExactFront front) {
		if (front == null) return Double.NaN;
		final List<double[]> both = new ArrayList<>(Arrays.asList(front.objectives()));
		study.front().forEach(e -> both.add(e.objectives()));
		final double most = Hypervolume.of(both.toArray(double[][]::new), study.reference());
		return most > 0 ? study.hypervolume() / most : Double.NaN;
	}
}
