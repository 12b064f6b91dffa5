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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.Course;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * Searches the parameters of an image whose like was searched before, at a small part of the
 * cost.
 * <ol>
 * <li>All thresholds and overlaps at the earlier solution's scales and preparation are searched
 * exactly. Of equals the earlier threshold and overlap are kept. With an error of an atom at most
 * that is it: nothing can be better by more. Where the earlier solution was as good, this is tried
 * with as few scales as will do first.
 * <li>Otherwise the next smaller and larger scales are looked at too, and those next to them, as
 * long as that helps.
 * <li>If the errors are larger than the earlier ones by more than an atom and chance, so are the
 * other settings of the earlier front.
 * <li>If that doesn't help either, or the image is another one altogether, everything is searched
 * as if nothing were known.
 * </ol>
 * What it finds is what {@link sc.fiji.rewardanalysis.core.detect.LogDetector} finds with the same
 * parameters.
 */
public final class FollowedSearch {

	/**
	 * What came out.
	 *
	 * @param task with the ranges that were searched: it picks from the study and knows the
	 *          solutions' atoms
	 * @param result of the search
	 * @param course what had to be done
	 * @param followed what was known before
	 */
	public record Outcome(AtomFindingTask task, SearchResult result, Course course,
		Earlier followed)
	{

		/**
		 * What it leaves to the next search.
		 *
		 * @param picked one of the study's evaluations, feasible
		 * @param origin what this one is, in words
		 */
		public Earlier earlier(final Evaluation picked, final String origin) {
			return course == Course.ANEW ? Earlier.of(task, result, picked, origin) : followed.followedBy(
				task, picked, origin);
		}
	}

	/** Objectives that differ by less are equal. */
	private static final double TIE = 1e-9;

	/** So many standard deviations of a number of errors may be chance. */
	private static final double CHANCE = 2;

	/** Fewer scales have neighbours on one side only. */
	private static final int FEWEST = 3;

	/** Fewer scales are as far apart at most, as a part of the smallest: σ within 8 %. */
	private static final double APART = 0.16;

	/** Atoms that fit the crystal so much worse or stand out so much more or less are others. */
	private static final double ALIKE = 2;

	private final AtomFindingTask task;
	private final Earlier earlier;
	private final Pick rule;

	/** Of this task, in the earlier order. */
	private final List<Configuration> settings;

	/** The earlier solution in this task; null if its threshold or overlap isn't known. */
	private final Configuration kept;

	/**
	 * @param task of the image; {@link AtomFindingTask#next} makes one at the least cost
	 * @param earlier what was found in a similar image
	 * @param rule by which a solution is picked
	 * @throws RewardAnalysisException if the earlier search was of another crystal, with another
	 *           unit of thresholds, or with preparations none of which is offered now
	 */
	public FollowedSearch(final AtomFindingTask task, final Earlier earlier, final Pick rule) {
		this.task = Checks.given("task", task);
		this.earlier = Checks.given("earlier search", earlier);
		this.rule = Checks.given("rule to pick by", rule);
		if (!earlier.lattice().equals(task.settings().lattice())) throw new RewardAnalysisException(
			"%s expected the crystal %s, this search expects %s%s; give a search of the same crystal, or start without it.",
			earlier.origin(), earlier.lattice().name(), task.settings().lattice().name(), earlier.lattice()
				.name().equals(task.settings().lattice().name()) ? " with another cell" : "");
		if (earlier.normalization() != task.settings().normalization()) throw new RewardAnalysisException(
			"%s has normalization=%s, this search has %s, so thresholds mean something else; give both the same, or start without it.",
			earlier.origin(), word(earlier), task.settings().normalization().name().toLowerCase(Locale.ROOT)
				.replace('_', '-'));
		final List<Earlier.Setting> offered = earlier.settings().stream().filter(s -> preparation(s)
			.isPresent()).toList();
		settings = offered.stream().map(this::configuration).toList();
		kept = settings.isEmpty() || !offered.get(0).isComplete() ? null : settings.get(0);
		if (settings.isEmpty()) throw new RewardAnalysisException(
			"No solution of %s fits the contrast, background and denoise that are searched now; give both the same, or start without it.",
			earlier.origin());
	}

	private static String word(final Earlier earlier) {
		return earlier.normalization().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private Optional<Preparation> preparation(final Earlier.Setting setting) {
		return task.images().all().stream().filter(setting::is).findFirst();
	}

	private Configuration configuration(final Earlier.Setting setting) {
		return task.analysis().nearest(earlier.parameters(setting, task), preparation(setting)
			.orElseThrow());
	}

	/** Searches without keeping a log. */
	public Outcome run(final Progress progress) {
		return run(SearchEngine.AUTO, new StopRule(60, false), 1, s -> StudyLog.NONE, progress,
			SearchListener.NONE);
	}

	/**
	 * Searches.
	 *
	 * @param engine exact, or automatic: how everything is searched if it comes to that
	 * @param stop when such a search ends that isn't exact
	 * @param seed of such a search
	 * @param opener begins the log of such a search
	 * @param listener is told what there is until now
	 * @throws java.util.concurrent.CancellationException if cancelled before anything was found
	 */
	public Outcome run(final SearchEngine engine, final StopRule stop, final long seed,
		final StudyLog.Opener opener, final Progress progress, final SearchListener listener)
	{
		if (engine != SearchEngine.AUTO && engine != SearchEngine.EXACT) throw new RewardAnalysisException(
			"engine is \"%s\"; earlier solutions are followed by the exact search: choose auto or exact.",
			engine.name().toLowerCase(Locale.ROOT));
		String why = "the opposite contrast has the stronger blobs now";
		if (!task.isWeaker(task.analysis().preparation(settings.get(0)), progress.part(0, 0.02))) {
			final int fewer = fewer();
			final Attempt quick = new Attempt(task.withNumSigma(fewer), engine, seed, listener);
			if (fewer < task.ranges().numSigma() && quick.run(progress.part(0.02, 0.1)).isEmpty()) return quick
				.outcome();
			final Attempt attempt = new Attempt(task, engine, seed, listener);
			why = attempt.run(progress.part(0.1, 0.3));
			if (why.isEmpty()) return attempt.outcome();
		}
		return anew(why, engine, stop, seed, opener, progress, listener);
	}

	/** As few scales as will do where atoms are easily found; else those that are asked for. */
	private int fewer() {
		final int all = task.ranges().numSigma();
		if (earlier.error() > atom() + TIE) return all;
		final LogParameters p = task.analysis().parameters(settings.get(0));
		return (int) Math.min(all, Math.max(FEWEST, 1 + Math.ceil((p.maxSigma() - p.minSigma()) / (APART * p
			.minSigma()))));
	}

	/** Of those expected, as an error. */
	private double atom() {
		return 1 / task.physics().expectedJudged();
	}

	/** To find what will do near what is known. */
	private final class Attempt {

		/** So many steps along the scales are taken at most. */
		private static final int STEPS = 4;

		private final SearchEngine engine;
		private final long seed;
		private final SearchListener listener;
		private final AtomFindingTask in;

		private ExactSearch search;
		private SearchResult result;
		private Evaluation picked;

		/** @param with all scales, or fewer: then nothing but the earlier ends will do */
		Attempt(final AtomFindingTask with, final SearchEngine engine, final long seed,
			final SearchListener listener)
		{
			in = with.preferring(kept);
			this.engine = engine;
			this.seed = seed;
			this.listener = listener;
		}

		/** @return why it won't do, the end of a sentence; empty if it will */
		String run(final Progress progress) {
			try {
				look(progress.part(0, 0.8));
			}
			catch (final CancellationException exc) {
				// What there is is worth keeping.
				if (search == null || search.covered().points().isEmpty()) throw exc;
			}
			if (isQuick() && !isPerfect() && !progress.isCanceled()) return "its scales are too few";
			if (search.isTooMuch()) return "it would be too much work";
			final double more = (error() - earlier.error()) / atom();
			if (Double.isInfinite(more)) return "nothing is found with its sigmas";
			if (isLarger() && !progress.isCanceled()) return "with its sigmas errors are larger by " + Words
				.count(Math.round(more), "atom");
			result = in.search().ended(search, kept, seed, progress.part(0.8, 1), listener);
			picked = in.pick(result.study(), rule).orElse(null);
			if (picked == null) return "nothing is found with its sigmas";
			return progress.isCanceled() ? "" : strangeness();
		}

		/** At the earlier scales, then next to the best, then on the whole of the earlier front. */
		private void look(final Progress progress) {
			search = in.search().at(settings.subList(0, 1), engine, progress.part(0, 0.3));
			search.front(progress.part(0.3, 0.4));
			if (isQuick()) return;
			for (int step = 0; step < STEPS && !search.isTooMuch() && !isPerfect(); step++)
				if (!widen(task.analysis().neighbours(best().map(ExactFront.Point::configuration).orElse(settings
					.get(0))), progress.part(0.4 + 0.1 * step, 0.5 + 0.1 * step))) break;
			if (!search.isTooMuch() && isLarger()) widen(settings, progress.part(0.8, 1));
		}

		/** @return whether there was anything new among them */
		private boolean widen(final List<Configuration> more, final Progress progress) {
			final List<Configuration> fresh = more.stream().map(task.analysis()::setting).distinct().filter(
				c -> !tried().contains(c)).toList();
			if (fresh.isEmpty()) return false;
			final ExactSearch wider = search.with(fresh, progress.part(0, 0.7));
			wider.front(progress.part(0.7, 1));
			search = wider;
			return true;
		}

		private List<Configuration> tried() {
			return search.where().stream().map(task.analysis()::setting).toList();
		}

		/** The point of the front with the least error. */
		private Optional<ExactFront.Point> best() {
			return search.covered().points().stream().min(Comparator.comparingDouble(Attempt::errorOf));
		}

		private static double errorOf(final ExactFront.Point p) {
			return Math.hypot(p.countError(), p.spacingError());
		}

		private double error() {
			return best().map(Attempt::errorOf).orElse(Double.POSITIVE_INFINITY);
		}

		private boolean isQuick() {
			return in.ranges().numSigma() < task.ranges().numSigma();
		}

		/** Whether nothing can be better by more than an atom. */
		private boolean isPerfect() {
			return error() <= atom() + TIE;
		}

		/** Whether errors are larger than before by more than an atom and chance. */
		private boolean isLarger() {
			final double atoms = earlier.error() / atom();
			return error() / atom() > atoms + 1 + CHANCE * Math.sqrt(atoms) + TIE;
		}

		/** Whether these are other atoms than before, the end of a sentence; empty if they aren't. */
		private String strangeness() {
			if (Earlier.fitOf(picked) > ALIKE * earlier.fit()) return String.format(Locale.ROOT,
				"distances of atoms are %.2g times as far from the crystal's", Earlier.fitOf(picked) / earlier
					.fit());
			final double factor = Earlier.responseOf(picked) / earlier.response();
			return factor < 1 / ALIKE || factor > ALIKE ? String.format(Locale.ROOT,
				"atoms stand out %.2g times as much", factor) : "";
		}

		Outcome outcome() {
			final LogAtomFinding analysis = task.analysis();
			final Course course = analysis.setting(picked.configuration()).equals(analysis.setting(settings
				.get(0))) ? Course.FOLLOWED : Course.OTHER_SCALES;
			final int others = search.settings() - 1;
			final SearchReport report = result.report().following(course, earlier.origin(), String.format(
				Locale.ROOT, "Followed %s: all thresholds and overlaps at its sigmas%s%s%s.", earlier.origin(), isQuick() ? ", " + in
					.ranges().numSigma() + " scales instead of " + task.ranges().numSigma() : "", others == 0 ? ""
					: " and at " + Words.count(others, "other setting") + " near them or on its front",
				course == Course.FOLLOWED ? "" : ", of which another one is better"));
			return new Outcome(in, new SearchResult(result.study(), report), course, earlier);
		}
	}

	private Outcome anew(final String why, final SearchEngine engine, final StopRule stop,
		final long seed, final StudyLog.Opener opener, final Progress progress,
		final SearchListener listener)
	{
		final AtomFindingTask own = task.withOwnRanges(progress.part(0.3, 0.35));
		final SearchResult result = own.search().run(engine, stop, seed, opener, progress.part(0.35, 1),
			listener);
		final SearchReport report = result.report();
		return new Outcome(own, new SearchResult(result.study(), report.following(Course.ANEW, earlier
			.origin(), String.format(Locale.ROOT, "Searched anew instead of following %s, because %s.", earlier.origin(),
				why))), Course.ANEW, earlier);
	}
}
