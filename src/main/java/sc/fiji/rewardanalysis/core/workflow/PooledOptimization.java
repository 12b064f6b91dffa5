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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/**
 * One set of parameters for several images: each goal of the study pools that of the
 * images. What means nothing on one image means nothing for the study.
 * <p>
 * Every evaluation reports, besides the means of the images' held-out rewards under their
 * own names, each image's values as {@code <goal>_<image>}, and {@code feasible_<image>},
 * 1 or 0.
 * <p>
 * Pooled values are modelled as their square roots: they are at least 0 and crowd there,
 * like those of each image, whatever the images' own links say; a count that is right on
 * one image and wrong on the other has no common scale on which it would be smooth. Of one
 * image, mean and worst are its own value, and so its own link is kept.
 *
 * @param <R> the result on one image
 */
public final class PooledOptimization<R> {

	/** How the metrics begin that say whether an image's result means anything: 1 if so, else 0. */
	public static final String FEASIBLE = "feasible_";

	private final PooledAnalysis<R> analysis;
	private final Pooling pooling;

	/**
	 * @param analysis the images, each with its own analysis and goals
	 * @param pooling how the images' values become one
	 * @throws RewardAnalysisException if images differ in their rewards
	 */
	public PooledOptimization(final PooledAnalysis<R> analysis, final Pooling pooling) {
		this.analysis = Checks.given("analysis", analysis);
		this.pooling = Checks.given("pooling", pooling);
		final List<String> names = names(analysis.images().get(0));
		for (final StudyImage<R> image : analysis.images())
			if (!names(image).equals(names)) throw new RewardAnalysisException(
				"%s has the rewards %s, %s has %s; give all images the same.", analysis.images().get(0)
					.name(), names, image.name(), names(image));
	}

	private static <R> List<String> names(final StudyImage<R> image) {
		final List<String> names = new ArrayList<>(image.goals().stream().map(g -> g.reward().name())
			.toList());
		image.heldOut().forEach(r -> names.add(r.name()));
		return names;
	}

	/** How images are pooled. */
	public Pooling pooling() {
		return pooling;
	}

	/** What is evaluated. */
	public PooledAnalysis<R> analysis() {
		return analysis;
	}

	/** A study of this optimisation, without evaluations yet. */
	public Study newStudy(final Engine engine, final long seed) {
		return new Study(analysis.searchSpace(), goals(null).stream().map(Goal::objective).toList(),
			engine, seed);
	}

	/** Without a log. */
	public String run(final Study study, final StopRule rule, final Progress progress,
		final Consumer<Evaluation> listener)
	{
		return run(study, rule, StudyLog.NONE, progress, listener);
	}

	/**
	 * Evaluates until the rule says stop or the user cancels; what was evaluated until then
	 * stays in the study. What fails and when that ends the run is as of {@link Optimization}.
	 * <p>
	 * Ranks need something to compare with: the parameters with which a Bayesian search
	 * begins are then tried first, all of them whatever the rule says. A Bayesian study finds
	 * their scores ready when it gets there; for other engines they are additional work. Of
	 * those that the study has evaluated before, the scores are taken from there. If this is
	 * cancelled, a new study gets those that were tried, with places among them alone; as
	 * long as some are missing they are not logged, for the others would change them.
	 *
	 * @param study to be continued, unless it was cancelled while ranks were prepared
	 * @param rule counts the evaluations that the study already has
	 * @param log keeps what happens
	 * @param listener called after each evaluation, on this thread
	 * @return why it ended, in words
	 * @throws RewardAnalysisException if nothing works from the start
	 */
	public String run(final Study study, final StopRule rule, final StudyLog log,
		final Progress progress, final Consumer<Evaluation> listener)
	{
		if (pooling != Pooling.RANK) return optimization(analysis, null).run(study, rule, 1, log,
			progress, listener);
		final List<double[][]> design = new ArrayList<>();
		final boolean whole = prepare(design, study, progress.part(0, 0.2));
		if (whole && !progress.isCanceled()) return optimization(analysis, design).run(study, rule, 1,
			log, progress.part(0.2, 1), listener);
		// What there is takes no more time.
		if (whole || study.evaluations().isEmpty()) optimization(analysis.remembered(), design).run(
			study, new StopRule(Math.min(rule.budget(), SobolEngine.initialPoints(study.space())), false), 1,
			whole ? log : StudyLog.NONE, Progress.NONE, listener);
		final int n = study.evaluations().size();
		return n == 0 ? "Cancelled before anything was evaluated." : "Cancelled after " + (n == 1
			? "one evaluation." : n + " evaluations.");
	}

	private Optimization<PooledScores> optimization(final Analysis<PooledScores> of,
		final List<double[][]> design)
	{
		return new Optimization<>(of, goals(design), metrics(), PooledScores::isFeasible);
	}

	/**
	 * What ranks compare with: the values of each goal on each image, at a seed's first Sobol
	 * points.
	 *
	 * @param design where they go
	 * @return whether all were tried; false if cancelled
	 */
	private boolean prepare(final List<double[][]> design, final Study study,
		final Progress progress)
	{
		final Study first = newStudy(new SobolEngine(), study.seed());
		final int n = SobolEngine.initialPoints(first.space());
		for (int i = 0; i < n; i++) {
			progress.update((double) i / n, "Comparison " + (i + 1) + " of " + n);
			if (progress.isCanceled()) return false;
			final Configuration point = first.ask().configuration();
			final Optional<Evaluation> before = study.evaluations().stream().filter(e -> e.configuration()
				.equals(point)).findFirst();
			try {
				if (before.isEmpty()) design.add(values(analysis.analyse(point, progress.silent())));
				else if (before.get().failure().isEmpty()) design.add(values(before.get()));
			}
			catch (final CancellationException exc) {
				return false;
			}
			catch (final RewardAnalysisException exc) {
				// It has no place; the study says why when it gets there.
				continue;
			}
		}
		return true;
	}

	private double[][] values(final PooledScores scores) {
		return IntStream.range(0, goals().size()).mapToObj(scores::objective).toArray(double[][]::new);
	}

	/** The values of each goal on each image, in one of the study's evaluations; NaN if unknown. */
	public double[][] values(final Evaluation evaluation) {
		return goals().stream().map(g -> analysis.images().stream().mapToDouble(i -> evaluation.metrics()
			.getOrDefault(column(g.reward(), i), Double.NaN)).toArray()).toArray(double[][]::new);
	}

	private List<Goal<R>> goals() {
		return analysis.images().get(0).goals();
	}

	private static String column(final Reward<?> reward, final StudyImage<?> image) {
		return reward.name() + "_" + image.name();
	}

	/** @param design what ranks compare with; null for none */
	private List<Goal<PooledScores>> goals(final List<double[][]> design) {
		return IntStream.range(0, goals().size()).mapToObj(j -> goal(j, design)).toList();
	}

	private Goal<PooledScores> goal(final int j, final List<double[][]> design) {
		final List<StudyImage<R>> images = analysis.images();
		final Goal<R> first = images.get(0).goals().get(j);
		final Reward<R> reward = first.reward();
		final String how = pooling.name().toLowerCase(Locale.ROOT);
		final String name = reward.name() + pooling.suffix();
		if (images.size() == 1 && pooling != Pooling.RANK) return new Goal<>(new Pooled(name, reward
			.unit(), reward.description(), s -> s.images().get(0).signals()[j]), first.link(), first
				.reference());
		final double[] references = images.stream().mapToDouble(i -> i.goals().get(j).reference())
			.toArray();
		if (pooling != Pooling.RANK) return new Goal<>(new Pooled(name, reward.unit(), "The " + how +
			" over images of: " + reward.description(), s -> pooling.of(s.objective(j))), Link.squareRoot(),
			pooling.of(references));
		final List<Places> places = design == null ? List.of() : IntStream.range(0, images.size())
			.mapToObj(i -> new Places(design.stream().mapToDouble(values -> values[j][i]).toArray(),
				references[i])).toList();
		return new Goal<>(new Pooled(name, "1", "The mean place among the first " + SobolEngine.initialPoints(
			analysis.searchSpace()) + " parameter sets by: " + reward.description(), s -> pooling.of(places(places,
				s.objective(j)))), Link.squareRoot(), 1);
	}

	private static double[] places(final List<Places> places, final double[] values) {
		return IntStream.range(0, values.length).mapToDouble(i -> places.get(i).of(values[i])).toArray();
	}

	/** What is reported of every evaluation. */
	List<Reward<PooledScores>> metrics() {
		final List<StudyImage<R>> images = analysis.images();
		final List<Reward<PooledScores>> metrics = new ArrayList<>();
		for (final Reward<R> reward : images.get(0).heldOut())
			metrics.add(new Pooled(reward.name(), reward.unit(), "The mean over images of: " + reward
				.description(), s -> mean(s.metric(reward.name()))));
		for (int i = 0; i < images.size(); i++) {
			final int image = i;
			for (int j = 0; j < images.get(i).goals().size(); j++) {
				final int goal = j;
				final Reward<R> reward = images.get(i).goals().get(j).reward();
				metrics.add(new Pooled(column(reward, images.get(i)), reward.unit(), reward
					.description(), s -> s.images().get(image).objectives()[goal]));
			}
			metrics.add(new Pooled(FEASIBLE + images.get(i).name(), "1",
				"Whether the result means anything on this image.", s -> s.images().get(image).feasible() ? 1
					: 0));
		}
		return metrics;
	}

	/** Of the numbers among them; NaN if there is none. */
	static double mean(final double[] values) {
		return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
	}

	/** A number that follows from the scores of all images. */
	private record Pooled(String name, String unit, String description,
		ToDoubleFunction<PooledScores> value) implements Reward<PooledScores>
	{

		@Override
		public Direction direction() {
			return Direction.MINIMIZE;
		}

		@Override
		public Score score(final PooledScores scores) {
			return Score.of(value.applyAsDouble(scores));
		}
	}
}
