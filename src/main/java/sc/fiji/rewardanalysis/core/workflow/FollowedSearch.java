package sc.fiji.rewardanalysis.core.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;

/**
 * Searches the parameters of an image whose like was searched before, at a small part of the
 * cost.
 * <ol>
 * <li>All thresholds and overlaps at the earlier solution's scales and preparation are searched
 * exactly. Of equals the earlier threshold and overlap are kept.
 * <li>If the errors are larger than the earlier ones by more than one atom of those expected, so
 * are those of the other settings of the earlier front.
 * <li>If that doesn't help, or the image is another one altogether, everything is searched as if
 * nothing were known.
 * </ol>
 * What it finds is what {@link sc.fiji.rewardanalysis.core.detect.LogDetector} finds with the same
 * parameters.
 */
public final class FollowedSearch {

	/** What had to be done. */
	public enum Course {
			/** The earlier scales and preparation suit this image too. */
			FOLLOWED("followed"),
			/** Others of the earlier front do. */
			OTHER_SCALES("followed: other scales"),
			/** None of them does. */
			ANEW("searched anew");

		private final String word;

		Course(final String word) {
			this.word = word;
		}

		/** For files. */
		public String word() {
			return word;
		}
	}

	/**
	 * What came out.
	 *
	 * @param task with the ranges that were searched: it picks from the study and knows the
	 *          solutions' atoms
	 * @param result of the search
	 * @param course what had to be done
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

	/** Atoms that stand out by another factor than this are others. */
	private static final double ALIKE = 2;

	private final AtomFindingTask task;
	private final Earlier earlier;
	private final Pick rule;

	/** Of this task, in the earlier order. */
	private final List<Configuration> settings;

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
		settings = earlier.settings().stream().map(this::configuration).filter(Objects::nonNull).toList();
		if (settings.isEmpty()) throw new RewardAnalysisException(
			"No solution of %s fits the contrast, background and denoise that are searched now; give both the same, or start without it.",
			earlier.origin());
	}

	private static String word(final Earlier earlier) {
		return earlier.normalization().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Null if its preparation isn't offered. */
	private Configuration configuration(final Earlier.Setting setting) {
		final Optional<Preparation> before = task.images().all().stream().filter(setting::is).findFirst();
		return before.map(p -> task.analysis().nearest(earlier.parameters(setting, task), p)).orElse(null);
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
			final AtomFindingTask kept = task.preferring(settings.get(0));
			final Optional<SearchResult> first = at(kept, settings.subList(0, 1), String.format(
				"Followed %s: its sigmas, with all thresholds and overlaps.", earlier.origin()), engine, seed,
				progress.part(0.02, 0.1), listener);
			why = first.map(r -> complaint(kept, r)).orElse("it would be too much work");
			if (why.isEmpty()) return new Outcome(kept, first.get(), Course.FOLLOWED, earlier);
			if (first.isPresent() && settings.size() > 1 && !progress.isCanceled()) {
				final Optional<SearchResult> others = at(task, settings, String.format(
					"Followed %s with other sigmas of its front, for with those of its solution %s.", earlier
						.origin(), why), engine, seed, progress.part(0.1, 0.3), listener);
				if (others.isPresent() && complaint(task, others.get()).isEmpty()) return new Outcome(task,
					others.get(), Course.OTHER_SCALES, earlier);
			}
			// What there is is worth keeping.
			if (first.isPresent() && progress.isCanceled()) return new Outcome(kept, first.get(),
				Course.FOLLOWED, earlier);
		}
		return anew(why, engine, stop, seed, opener, progress, listener);
	}

	private Outcome anew(final String why, final SearchEngine engine, final StopRule stop,
		final long seed, final StudyLog.Opener opener, final Progress progress,
		final SearchListener listener)
	{
		final AtomFindingTask own = task.withOwnRanges(progress.part(0.3, 0.35));
		final SearchResult result = own.search().run(engine, stop, seed, opener, progress.part(0.35, 1),
			listener);
		final SearchReport report = result.report();
		return new Outcome(own, new SearchResult(result.study(), report.because(String.format(
			"Searched anew instead of following %s, because %s.", earlier.origin(), why))), Course.ANEW,
			earlier);
	}

	private Optional<SearchResult> at(final AtomFindingTask in, final List<Configuration> where,
		final String reason, final SearchEngine engine, final long seed, final Progress progress,
		final SearchListener listener)
	{
		return in.search().at(where, where.subList(0, 1), engine, reason, seed, progress, listener);
	}

	/** Why a result won't do, the end of a sentence; empty if it will. */
	private String complaint(final AtomFindingTask in, final SearchResult result) {
		final Optional<Evaluation> picked = in.pick(result.study(), rule);
		if (picked.isEmpty()) return "nothing is found";
		final double error = Earlier.errorOf(picked.get()), atom = 1 / in.physics().expectedJudged();
		if (error > earlier.error() + atom + TIE) return String.format(Locale.ROOT,
			"its errors are larger by %s", Words.count(Math.round((error - earlier.error()) / atom),
				"atom"));
		final double factor = Earlier.responseOf(picked.get()) / earlier.response();
		if (factor < 1 / ALIKE || factor > ALIKE) return String.format(Locale.ROOT,
			"atoms stand out %.2g times as much", factor);
		return "";
	}
}
