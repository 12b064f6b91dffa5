package sc.fiji.rewardanalysis.core.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
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
 *
 * @param <R> the analysis' result
 */
public final class Optimization<R> {

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

	/** A study of this optimisation, without evaluations yet. */
	public Study newStudy(final Engine engine, final long seed) {
		return new Study(analysis.searchSpace(), goals.stream().map(Goal::objective).toList(), engine,
			seed);
	}

	/**
	 * Evaluates until the rule says stop or the user cancels; what was evaluated until
	 * then stays in the study.
	 *
	 * @param study to be continued
	 * @param rule counts the evaluations that the study already has
	 * @param listener called after each evaluation, on this thread
	 * @return why it ended, in words
	 */
	public String run(final Study study, final StopRule rule, final Progress progress,
		final Consumer<Evaluation> listener)
	{
		for (;;) {
			final Optional<String> reason = rule.reason(study, progress);
			final int done = study.evaluations().size();
			progress.update(Math.min(1, (double) done / rule.budget()), reason.orElse("Evaluation " +
				(done + 1) + " of " + rule.budget()));
			if (reason.isPresent()) return reason.get();
			try {
				listener.accept(step(study, progress.silent()));
			}
			catch (final CancellationException exc) {
				return rule.reason(study, progress).orElse("Cancelled.");
			}
		}
	}

	private Evaluation step(final Study study, final Progress progress) {
		// What a cancel cut short comes first.
		final Trial trial = study.pending().stream().findFirst().orElseGet(study::ask);
		final Configuration configuration = trial.configuration();
		final long start = System.nanoTime();
		final R result = analysis.analyse(configuration, progress);
		final double[] signals = goals.stream().mapToDouble(g -> g.reward().score(result).signal())
			.toArray();
		final Map<String, Double> metrics = new LinkedHashMap<>();
		for (final Reward<R> reward : heldOut) {
			final Score score = reward.score(result);
			metrics.put(reward.name(), score.value());
		}
		final double seconds = (System.nanoTime() - start) * 1e-9;
		return study.tell(trial, new Observation(signals, feasible.test(result), metrics), seconds);
	}
}
