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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A search for the settings that minimise several objectives at once: what to
 * search, what was tried, what came out. The caller evaluates:
 *
 * <pre>
 * Trial trial = study.ask();
 * study.tell(trial, evaluate(trial.configuration()), seconds);
 * </pre>
 *
 * Several trials may be asked for before the first is told. The study confines
 * itself to one thread; the lists that it hands out are snapshots.
 */
public final class Study {

	/** The origin of configurations that the user asked for. */
	public static final String USER = "user";

	private final SearchSpace space;
	private final List<Objective> objectives;
	private final List<Constraint> constraints;
	private final Engine engine;
	private final long seed;
	private final Outcomes outcomes;

	/**
	 * A configuration that is to be tried next.
	 *
	 * @param configuration what to try
	 * @param origin a word for who proposed it
	 */
	public record Queued(Configuration configuration, String origin) {}

	private final Trials trials;
	private final List<Evaluation> evaluations = new ArrayList<>();
	private final VolumeTrace trace;

	/** Without constraints. */
	public Study(final SearchSpace space, final List<Objective> objectives, final Engine engine,
		final long seed)
	{
		this(space, objectives, List.of(), engine, seed);
	}

	/**
	 * @param space what to search
	 * @param objectives what to minimise
	 * @param constraints what must not exceed a limit
	 * @param engine who proposes
	 * @param seed where all randomness comes from
	 * @throws RewardAnalysisException if no parameter is free, or there are no
	 *           objectives or two of one name
	 */
	public Study(final SearchSpace space, final List<Objective> objectives,
		final List<Constraint> constraints, final Engine engine, final long seed)
	{
		this.constraints = List.copyOf(constraints);
		this.space = Checks.given("The search space", space);
		this.objectives = List.copyOf(objectives);
		this.engine = Checks.given("The engine", engine);
		this.seed = seed;
		outcomes = new Outcomes(this.objectives, this.constraints);
		trials = new Trials(space);
		trace = new VolumeTrace(reference());
		if (space.dimension() == 0) throw new RewardAnalysisException(
			"Every parameter is fixed; give at least one a minimum below its maximum.");
		if (objectives.isEmpty()) throw new RewardAnalysisException(
			"There is nothing to minimise; give at least one objective.");
		final Stream<String> names = Stream.concat(objectives.stream().map(Objective::name), constraints
			.stream().map(Constraint::name));
		if (names.distinct().count() < objectives.size() + constraints.size())
			throw new RewardAnalysisException(
				"Two objectives or constraints have the same name; rename one.");
	}

	/**
	 * Has a configuration tried before the engine's next proposal. Fixed parameters
	 * may be left out.
	 *
	 * @throws RewardAnalysisException if it is not in the search space
	 */
	public void enqueue(final Configuration configuration) {
		enqueue(configuration, USER);
	}

	/**
	 * The same for numbers and the names of options, as in
	 * {@code Map.of("filter", "gauss", "sigma", 2)}.
	 *
	 * @throws RewardAnalysisException if it is not in the search space
	 */
	public void enqueue(final Map<String, ?> values) {
		enqueue(space.configuration(values), USER);
	}

	/**
	 * The same for a configuration that somebody else than the user or the engine
	 * proposes.
	 *
	 * @param origin a word for who it is
	 */
	public void enqueue(final Configuration configuration, final String origin) {
		trials.enqueue(Checks.given("A configuration to try", configuration), Checks.given(
			"The origin of a configuration", origin));
	}

	/** Forgets what {@link #enqueue} was asked for and was not tried yet. */
	public void clearQueue() {
		trials.clearQueue();
	}

	/** What to try next: the user's configurations first, then the engine's. */
	public Trial ask() {
		return ask(engine::propose);
	}

	/** The same, asking the engine in another way; if that throws, nothing has happened. */
	public Trial ask(final Function<Study, Proposal> proposer) {
		return trials.ask(() -> proposer.apply(this));
	}

	/**
	 * Asks, evaluates and tells, one trial after the other, until the study has so many
	 * evaluations; those that are pending come first. An evaluation that throws counts as
	 * failed; one that is cancelled stays pending.
	 *
	 * @param evaluator measures a configuration
	 * @throws CancellationException if the evaluator does
	 * @return this study
	 */
	public Study evaluate(final int evaluations, final Function<Configuration, Observation> evaluator) {
		while (this.evaluations.size() < evaluations)
			evaluate(trials.pending().stream().findFirst().orElseGet(this::ask), evaluator);
		return this;
	}

	/**
	 * Evaluates a trial and tells what came of it. An evaluation that throws counts as
	 * failed; one that is cancelled stays pending.
	 *
	 * @param trial that this study waits for
	 * @param evaluator measures a configuration
	 * @throws CancellationException if the evaluator does
	 * @throws RewardAnalysisException if the evaluator returns nothing, or an observation
	 *           that doesn't fit the study
	 */
	public Evaluation evaluate(final Trial trial,
		final Function<Configuration, Observation> evaluator)
	{
		final long start = System.nanoTime();
		final Observation observation = observed(Checks.given("A trial", trial).configuration(), Checks
			.given("The evaluator", evaluator));
		if (observation == null) throw new RewardAnalysisException(
			"The evaluator returned nothing for %s; return an Observation, or Observation.failed(reason).",
			trial.configuration());
		return tell(trial, observation, (System.nanoTime() - start) * 1e-9);
	}

	private static Observation observed(final Configuration configuration,
		final Function<Configuration, Observation> evaluator)
	{
		try {
			return evaluator.apply(configuration);
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final RuntimeException exc) {
			return Observation.failed(exc.toString());
		}
	}

	/**
	 * Records what came of a trial.
	 *
	 * @param seconds how long it took
	 * @throws RewardAnalysisException if this study does not wait for that trial, or
	 *           the number of signals is not that of the objectives, or that of the
	 *           constraints' values not that of the constraints
	 */
	public Evaluation tell(final Trial trial, final Observation observation,
		final double seconds)
	{
		Checks.given("An observation", observation);
		final Trial known = trials.awaited(Checks.given("A trial", trial));
		if (known == null) throw new RewardAnalysisException(
			"Trial %d is not one this study waits for; tell each trial once.", trial.id());
		final Evaluation evaluation = outcomes.of(known, observation, seconds);
		record(evaluation);
		return evaluation;
	}

	/**
	 * Adds an evaluation of an earlier session, in the order in which they were told.
	 * The objectives are worked out anew from the signals. If the study waits for a trial
	 * of that number and configuration, it is done.
	 *
	 * @throws RewardAnalysisException if its number is taken or it does not fit this
	 *           study's space, objectives or constraints
	 */
	public void restore(final Evaluation earlier) {
		final Trial trial = trials.restored(earlier.id(), earlier.configuration(), earlier.origin(),
			Double.NaN);
		if (trials.awaited(trial) == null) checkUnknown(earlier.id());
		record(outcomes.of(trial, earlier.observation(), earlier.seconds()));
	}

	/**
	 * Adds a trial of an earlier session, in the order of asking: it is pending until its
	 * evaluation is restored or told. If it is the first of the queue it is taken from there.
	 *
	 * @throws RewardAnalysisException if its number is taken or it does not fit this
	 *           study's space
	 */
	public void restore(final Trial earlier) {
		checkUnknown(earlier.id());
		trials.restore(trials.restored(earlier.id(), earlier.configuration(), earlier.origin(), earlier
			.expectedGain()));
	}

	private void checkUnknown(final int id) {
		if (trials.isPending(id) || evaluations.stream().anyMatch(e -> e.id() == id))
			throw new RewardAnalysisException(
				"Evaluation %d is already in this study; restore each one once.", id);
	}

	private void record(final Evaluation evaluation) {
		trials.done(evaluation.id());
		evaluations.add(evaluation);
		trace.add(evaluation);
	}

	/** What is searched. */
	public SearchSpace space() {
		return space;
	}

	/** What is minimised. */
	public List<Objective> objectives() {
		return objectives;
	}

	/** What must not exceed a limit. */
	public List<Constraint> constraints() {
		return constraints;
	}

	/** Who proposes. */
	public Engine engine() {
		return engine;
	}

	/** Where all randomness comes from. */
	public long seed() {
		return seed;
	}

	/** The number that the next trial gets. */
	public int nextId() {
		return trials.nextId();
	}

	/** Trials that were asked for and not yet told, in the order of asking. */
	public List<Trial> pending() {
		return trials.pending();
	}

	/** What is tried before the engine proposes again, in order. */
	public List<Queued> queued() {
		return trials.queued();
	}

	/** How many trials, told or pending, have that origin. */
	public int askedFrom(final String origin) {
		return (int) (evaluations.stream().filter(e -> e.origin().equals(origin)).count() + trials
			.pending().stream().filter(t -> t.origin().equals(origin)).count());
	}

	/** Every evaluation, in the order told. */
	public List<Evaluation> evaluations() {
		return List.copyOf(evaluations);
	}

	/**
	 * The feasible evaluations that no other dominates, by the first objective, then
	 * the second and so on, then by number. Several may have the same objectives.
	 */
	public List<Evaluation> front() {
		final List<Evaluation> feasible = feasible();
		final boolean[] onFront = ParetoFront.nonDominated(feasible.stream().map(Evaluation::objectives)
			.toArray(double[][]::new));
		return IntStream.range(0, onFront.length).filter(i -> onFront[i]).mapToObj(feasible::get)
			.sorted(Comparator.comparing(Evaluation::objectives, Arrays::compare)
				.thenComparingInt(Evaluation::id)).toList();
	}

	/**
	 * How many evaluations it took to find what nothing can be better than: a feasible one
	 * whose objectives all are as low as they can be. Empty if there is none.
	 */
	public OptionalInt ideal() {
		return IntStream.range(0, evaluations.size()).filter(i -> outcomes.areIdeal(evaluations.get(
			i))).map(i -> i + 1).findFirst();
	}

	/** The objectives' reference values. */
	public double[] reference() {
		return objectives.stream().mapToDouble(Objective::reference).toArray();
	}

	/** The hypervolume of the front up to the reference; 0 without a feasible evaluation. */
	public double hypervolume() {
		return trace.latest();
	}

	/** The hypervolume after each evaluation, in the order told. */
	public double[] hypervolumeTrace() {
		return trace.all();
	}

	/** The hypervolume that the engine hoped to gain by its latest proposal, or NaN. */
	public double expectedGain() {
		return trials.expectedGain();
	}

	private List<Evaluation> feasible() {
		return evaluations.stream().filter(Evaluation::feasible).toList();
	}
}
