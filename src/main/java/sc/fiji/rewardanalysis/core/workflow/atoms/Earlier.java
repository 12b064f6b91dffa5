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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.reward.MeanResponse;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;

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
 * @param fit how far its atoms' distances were from the crystal's then, nm; NaN if unknown
 * @param response mean response of the picked solution's atoms; NaN if unknown
 * @param origin what it is, in words, such as {@code frame 3} or a file
 */
public record Earlier(Lattice lattice, double pixelSize, Normalization normalization,
	List<Setting> settings, double error, double fit, double response,
	String origin)
{

	private static final Comparator<Evaluation> BEST = Comparator.comparingDouble(Earlier::errorOf)
		.thenComparingInt(Evaluation::id);

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

		/** Whether threshold and overlap are known too. */
		boolean isComplete() {
			return !Double.isNaN(threshold) && !Double.isNaN(overlap);
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
		front.sort(BEST);
		front.add(0, picked);
		return new Earlier(task.settings().lattice(), task.settings().pixelSize(), task.settings()
			.normalization(), distinct(front.stream().map(e -> Setting.of(task.parameters(e), task
				.preparation(e))).toList()), errorOf(picked), fitOf(picked), responseOf(picked), origin);
	}

	/**
	 * What a search left that was written to files.
	 *
	 * @param searched its settings with the ranges of both scales
	 * @param space its axes
	 * @param evaluations in its order
	 * @param picked the number of the evaluation that was picked, if that is known
	 * @param rule that picks otherwise
	 * @param origin the file
	 * @throws RewardAnalysisException if nothing was feasible
	 */
	public static Earlier of(final AtomFindingSettings searched, final SearchSpace space,
		final List<Evaluation> evaluations, final OptionalInt picked, final Pick rule,
		final String origin)
	{
		final List<Evaluation> feasible = evaluations.stream().filter(Evaluation::feasible).toList();
		if (feasible.isEmpty()) throw new RewardAnalysisException(
			"%s found nothing feasible to start from; start without it.", origin);
		final boolean[] on = ParetoFront.nonDominated(feasible.stream().map(Evaluation::objectives)
			.toArray(double[][]::new));
		final List<Evaluation> front = new ArrayList<>(IntStream.range(0, on.length).filter(i -> on[i])
			.mapToObj(feasible::get).sorted(BEST).toList());
		final Evaluation first = feasible.stream().filter(e -> picked.isPresent() && e.id() == picked
			.getAsInt()).findFirst().orElseGet(() -> rule.choose(front, new double[] { 1, 1 },
				Earlier::fitOf));
		front.add(0, first);
		return new Earlier(searched.lattice(), searched.pixelSize(), searched.normalization(), distinct(
			front.stream().map(e -> setting(e.configuration(), space, searched)).toList()), errorOf(first),
			fitOf(first), responseOf(first), origin);
	}

	private static Setting setting(final Configuration c, final SearchSpace space,
		final AtomFindingSettings searched)
	{
		final PreparationOptions options = searched.preparation();
		final double minSigma = number(c, "min_sigma");
		return new Setting(minSigma, LogAtomFinding.maxSigma(searched.maxSigma(), minSigma, number(c,
			LogAtomFinding.MAX_SIGMA_POSITION)), number(c, "threshold"), number(c, "overlap"), chosen(c,
				space, PreparedImages.BACKGROUND, options.background().name()).equalsIgnoreCase("on"), chosen(c,
					space, PreparedImages.DENOISE, options.denoise().name()).equalsIgnoreCase("on"), Contrast
						.valueOf(chosen(c, space, PreparedImages.CONTRAST, options.atoms().name()).toUpperCase(
							Locale.ROOT)));
	}

	private static double number(final Configuration c, final String name) {
		return c.asMap().getOrDefault(name, Double.NaN);
	}

	/** What was chosen where there was a choice, else what was given. */
	private static String chosen(final Configuration c, final SearchSpace space, final String name,
		final String given)
	{
		return space.parameters().stream().filter(p -> p.name().equals(name) && p.isFree()).findFirst().map(
			p -> ((Parameter.Choice) p).option(c)).orElse(given);
	}

	/**
	 * What a followed search leaves to the next one: as long as it went well, what there is to
	 * live up to stays that of the last search of everything, so that errors can't creep up.
	 */
	Earlier followedBy(final AtomFindingTask task, final Evaluation picked, final String name) {
		final List<Setting> all = new ArrayList<>(settings);
		all.add(0, Setting.of(task.parameters(picked), task.preparation(picked)));
		return new Earlier(lattice, task.settings().pixelSize(), normalization, distinct(all), error,
			fit, responseOf(picked), name);
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

	/** Of its atoms' distances to the crystal, nm; NaN if unknown. */
	static double fitOf(final Evaluation e) {
		return e.metrics().getOrDefault(AtomJudge.tieBreaker().name(), Double.NaN);
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
