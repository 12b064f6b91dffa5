package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;

/**
 * What a {@link FollowedSearch} takes over from the search of a similar image: no pixels, only
 * what was found good there. Immutable.
 *
 * @param lattice the crystal that was expected
 * @param pixelSize nm per px
 * @param normalization the unit of thresholds
 * @param settings scales and preparations of its front, each once, that of the picked solution
 *          first
 * @param error of the picked solution when everything was searched: its distance from no error
 * @param response mean response of the picked solution's atoms; NaN if unknown
 * @param origin what it is, in words, such as {@code frame 3} or a file
 */
public record Earlier(Lattice lattice, double pixelSize, Normalization normalization,
	List<Setting> settings, double error, double response, String origin)
{

	/** So many settings are taken over at most. */
	private static final int MOST = 6;

	/**
	 * Scales and preparation with the threshold and the overlap that suited them.
	 *
	 * @param minSigma smallest scale, px
	 * @param maxSigma largest scale, px
	 * @param threshold NaN if unknown
	 * @param overlap NaN if unknown
	 * @param background whether it is subtracted
	 * @param denoise whether noise is smoothed
	 * @param contrast of the atoms
	 */
	public record Setting(double minSigma, double maxSigma, double threshold, double overlap,
		boolean background, boolean denoise, Contrast contrast)
	{

		public Setting {
			Checks.positive("earlier min_sigma", minSigma);
			Checks.within("earlier min_sigma", minSigma, 0, maxSigma);
			Checks.given("earlier contrast", contrast);
		}

		static Setting of(final LogParameters p, final Preparation before) {
			return new Setting(p.minSigma(), p.maxSigma(), p.threshold(), p.overlap(), before
				.backgroundSigma() > 0, before.denoiseSigma() > 0, before.contrast());
		}

		/** Whether scales and preparation are the same. */
		boolean isAlike(final Setting other) {
			return minSigma == other.minSigma && maxSigma == other.maxSigma && background ==
				other.background && denoise == other.denoise && contrast == other.contrast;
		}

		/** Whether a preparation is this one's. */
		boolean is(final Preparation before) {
			return background == before.backgroundSigma() > 0 && denoise == before.denoiseSigma() > 0 &&
				contrast == before.contrast();
		}
	}

	public Earlier {
		Checks.given("earlier lattice", lattice);
		Checks.positive("earlier pixel_size", pixelSize);
		Checks.given("earlier normalization", normalization);
		Checks.atLeast("error of the earlier solution", error, 0);
		Checks.given("origin of the earlier solution", origin);
		if (settings.isEmpty()) throw new RewardAnalysisException(
			"%s has no solution to follow; start without it.", origin);
		settings = settings.stream().limit(MOST).toList();
	}

	/**
	 * What a search leaves to the next one.
	 *
	 * @param task that was searched
	 * @param result of it
	 * @param picked one of its evaluations, feasible
	 * @param origin what it is, in words
	 */
	public static Earlier of(final AtomFindingTask task, final SearchResult result,
		final Evaluation picked, final String origin)
	{
		final List<Evaluation> front = new ArrayList<>(result.study().front());
		front.sort(Comparator.comparingDouble(Earlier::errorOf).thenComparingInt(Evaluation::id));
		front.add(0, picked);
		return new Earlier(task.settings().lattice(), task.settings().pixelSize(), task.settings()
			.normalization(), distinct(front.stream().map(e -> Setting.of(task.parameters(e), task
				.preparation(e))).toList()), errorOf(picked), responseOf(picked), origin);
	}

	/**
	 * What a followed search leaves to the next one: as long as it went well, what there is to
	 * live up to stays that of the last search of everything, so that errors can't creep up.
	 */
	Earlier followedBy(final AtomFindingTask task, final Evaluation picked, final String name) {
		final List<Setting> all = new ArrayList<>(settings);
		all.add(0, Setting.of(task.parameters(picked), task.preparation(picked)));
		return new Earlier(lattice, task.settings().pixelSize(), normalization, distinct(all), error,
			responseOf(picked), name);
	}

	private static List<Setting> distinct(final List<Setting> all) {
		final List<Setting> distinct = new ArrayList<>();
		for (final Setting s : all)
			if (distinct.stream().noneMatch(s::isAlike)) distinct.add(s);
		return distinct;
	}

	/** How far an evaluation is from no error at all. */
	static double errorOf(final Evaluation e) {
		return Math.hypot(e.objectives()[0], e.objectives()[1]);
	}

	static double responseOf(final Evaluation e) {
		return e.metrics().getOrDefault(new MeanResponse().name(), Double.NaN);
	}

	/**
	 * A setting's detection in an image of another pixel size, if it has one: scales follow the
	 * distance of columns.
	 *
	 * @param to its ranges, for what is unknown
	 */
	LogParameters parameters(final Setting setting, final AtomFindingTask to) {
		final double factor = pixelSize / to.settings().pixelSize();
		return new LogParameters(setting.minSigma * factor, setting.maxSigma * factor, to.ranges()
			.numSigma(), Double.isNaN(setting.threshold) ? to.ranges().threshold().low()
				: setting.threshold, Double.isNaN(setting.overlap) ? to.ranges().overlap().low()
					: setting.overlap);
	}
}
