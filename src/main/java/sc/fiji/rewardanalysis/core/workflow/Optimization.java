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

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/**
 * The loop: the optimiser proposes parameters, the analysis runs, rewards judge, the
 * optimiser learns. The same for every analysis.
 * <p>
 * It knows no constraints: what a result must meet is part of its feasibility, which is
 * yes or no. Values with a limit, of which a model can learn how far they are from it, take
 * a {@link Study} with {@link sc.fiji.rewardanalysis.core.optimize.Constraint}s.
 *
 * @param <R> the analysis' result
 */
public final class Optimization<R> {

	/** So many failures in a row, from the start, end a run. */
	private static final int PATIENCE = 5;

	private final Analysis<R> analysis;
	private final List<Goal<R>> goals;
	private final List<Reward<R>> heldOut;
	private final Predicate<R> feasible;

	/**
	 * @param analysis what is optimised
	 * @param goals the rewards to pursue
	 * @param heldOut rewards that are only reported: the search never sees them, so
	 *          they tell whether it found atoms or a way to please the goals
	 * @param feasible whether a result means anything at all
	 */
	public Optimization(final Analysis<R> analysis, final List<Goal<R>> goals,
		final List<? extends Reward<R>> heldOut, final Predicate<R> feasible)
	{
		this.analysis = Checks.given("analysis", analysis);
		this.goals = List.copyOf(goals);
		this.heldOut = List.copyOf(heldOut);
		this.feasible = Checks.given("feasibility", feasible);
	}

	/**
	 * A study of this optimisation, without evaluations yet.
	 *
	 * @param engine who proposes
	 * @param seed where all randomness comes from: the same seed, the same study
	 * @return to be handed to {@link #run(Study, StopRule, Progress, Consumer)}
	 */
	public Study newStudy(final Engine engine, final long seed) {
		return new Study(analysis.searchSpace(), goals.stream().map(Goal::objective).toList(), engine,
			seed);
	}

	/**
	 * With one worker and without a log.
	 *
	 * @param study to be continued
	 * @param rule counts the evaluations that the study already has
	 * @param listener called after each evaluation, on this thread
	 * @return why it ended, in words
	 */
	public String run(final Study study, final StopRule rule, final Progress progress,
		final Consumer<Evaluation> listener)
	{
		return run(study, rule, 1, StudyLog.NONE, progress, listener);
	}

	/**
	 * Evaluates until the rule says stop or the user cancels; what was evaluated until
	 * then stays in the study. What is cut short stays pending and comes first when the
	 * study is run again.
	 * <p>
	 * With several workers as many trials are pending at a time. They are told in the
	 * order of their numbers, and one is asked for whenever one was told, so the study
	 * depends on the number of workers but not on who is done first. The study is used on
	 * the calling thread alone, the analysis and the rewards on those of the workers.
	 * <p>
	 * An evaluation that throws counts as failed, with the reason in
	 * {@link Evaluation#failure}, and the study goes on.
	 *
	 * @param study to be continued
	 * @param rule counts the evaluations that the study already has
	 * @param workers how many trials are evaluated at a time; with several, the analysis and
	 *          the rewards are used by several threads
	 * @param log keeps what happens
	 * @param progress told of each evaluation, polled for cancellation
	 * @param listener called after each evaluation, on this thread
	 * @return why it ended, in words
	 * @throws RewardAnalysisException if the first 5 evaluations of the study all failed,
	 *           or all of a smaller budget
	 */
	public String run(final Study study, final StopRule rule, final int workers,
		final StudyLog log, final Progress progress, final Consumer<Evaluation> listener)
	{
		final Deque<Trial> interrupted = study.pending().stream().sorted(Comparator.comparingInt(
			Trial::id)).collect(Collectors.toCollection(ArrayDeque::new));
		Throwable first = null;
		try (TrialPool pool = new TrialPool(workers, this::evaluate, progress)) {
			for (;;) {
				checkAnyWorked(study, rule, first);
				final Optional<String> reason = rule.reason(study, progress);
				final int done = study.evaluations().size();
				progress.update(Math.min(1, (double) done / rule.budget()), reason.orElse("Evaluation " +
					(done + 1) + " of " + rule.budget()));
				if (reason.isPresent()) return reason.get();
				while (!pool.isFull() && done + pool.size() < rule.budget())
					pool.start(interrupted.isEmpty() ? ask(study, log, progress) : interrupted.removeFirst());
				final TrialPool.Outcome outcome = pool.next();
				if (first == null) first = outcome.error();
				final Evaluation evaluation = study.tell(outcome.trial(), outcome.observation(), outcome
					.seconds());
				log.told(evaluation);
				listener.accept(evaluation);
			}
		}
		catch (final CancellationException exc) {
			return rule.reason(study, progress).orElse("Cancelled.");
		}
	}

	private static Trial ask(final Study study, final StudyLog log, final Progress progress) {
		log.queued(study.queued());
		// With many evaluations a proposal takes seconds.
		final TaskExecutor parallel = Parallelization.getTaskExecutor();
		final Trial trial = study.ask(s -> Waiting.unlessCancelled(() -> Parallelization.runWithExecutor(
			parallel, () -> s.engine().propose(s)), progress));
		log.asked(trial);
		return trial;
	}

	/** Where nothing works from the start there is nothing to learn. */
	private static void checkAnyWorked(final Study study, final StopRule rule,
		final Throwable cause)
	{
		final int enough = Math.min(PATIENCE, rule.budget());
		final List<Evaluation> evaluations = study.evaluations();
		if (evaluations.size() < enough || evaluations.stream().limit(enough).anyMatch(e -> e.failure()
			.isEmpty())) return;
		throw new RewardAnalysisException(cause,
			"The first %d evaluations all failed; mend the cause and begin a new study: %s", enough,
			evaluations.get(0).failure());
	}

	private Observation evaluate(final Configuration configuration, final Progress progress) {
		final R result = analysis.analyse(configuration, progress);
		final double[] signals = goals.stream().mapToDouble(g -> g.reward().score(result).signal())
			.toArray();
		final Map<String, Double> metrics = new LinkedHashMap<>();
		for (final Reward<R> reward : heldOut) {
			final Score score = reward.score(result);
			metrics.put(reward.name(), score.value());
		}
		return new Observation(signals, feasible.test(result), metrics);
	}
}
