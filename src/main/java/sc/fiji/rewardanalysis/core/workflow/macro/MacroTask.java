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

package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.LatticeResidual;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** The search for a macro's values on one image, with all that belongs to it. */
public final class MacroTask implements Analysis<MacroOutcome> {

	/** The origin of the evaluation that has the macro's own values. */
	public static final String AS_WRITTEN = "macro";

	/** So many outcomes are kept; a search of a usual length runs no macro twice. */
	private static final int KEPT = 300;

	private final MacroSearch search;
	private final MacroObjectives objectives;
	private final AtomPhysics physics;
	private final MacroRunner runner;
	private final Map<String, MacroOutcome> known = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<String, MacroOutcome> eldest) {
			return size() > KEPT;
		}
	};
	private final MacroOutcome present;
	private final String whyNoPresent;
	private final List<Goal<MacroOutcome>> goals;
	private final List<Reward<MacroOutcome>> heldOut;

	/**
	 * Runs the macro as it is, to know what its objectives are like.
	 *
	 * @param search where to search
	 * @param objectives what is pursued
	 * @param physics what is expected of atoms; null if that isn't known
	 * @param runner runs the macro
	 * @throws RewardAnalysisException if the objectives can't be told
	 */
	public MacroTask(final MacroSearch search, final MacroObjectives objectives,
		final AtomPhysics physics, final MacroRunner runner, final Progress progress)
	{
		this.search = Checks.given("search", search);
		this.objectives = Checks.given("objectives", objectives);
		this.physics = physics;
		this.runner = Checks.given("runner", runner);
		objectives.checkKnown(physics);
		MacroOutcome now = null;
		String failure = "";
		try {
			now = run(search.macro().text(), progress);
		}
		catch (final RewardAnalysisException exc) {
			if (objectives.needsPresent()) throw new RewardAnalysisException(exc,
				"The macro as it is fails, and the scale of the objectives is taken from it: %s", exc
					.getMessage());
			failure = exc.getMessage();
		}
		present = now;
		whyNoPresent = failure;
		goals = objectives.goals(physics, now);
		heldOut = objectives.heldOut(physics);
	}

	/** Where is searched, and in which macro. */
	public MacroSearch search() {
		return search;
	}

	/** What is pursued, as the user wrote it. */
	public MacroObjectives objectives() {
		return objectives;
	}

	/** What is expected of atoms; null if that isn't known. */
	public AtomPhysics physics() {
		return physics;
	}

	/** What is pursued. */
	public List<Goal<MacroOutcome>> goals() {
		return goals;
	}

	/** What is only reported. */
	public List<Reward<MacroOutcome>> heldOut() {
		return heldOut;
	}

	@Override
	public SearchSpace searchSpace() {
		return search.space();
	}

	@Override
	public MacroOutcome analyse(final Configuration parameters, final Progress progress) {
		// Which evaluation it is says more than how long one macro runs.
		return run(search.text(parameters), progress.silent());
	}

	/** The same text gives the same outcome. */
	private MacroOutcome run(final String text, final Progress progress) {
		synchronized (known) {
			if (known.containsKey(text)) return known.get(text);
		}
		final MacroOutcome outcome = runner.run(MacroText.runnable(text), progress);
		synchronized (known) {
			known.put(text, outcome);
		}
		return outcome;
	}

	/** What the macro leaves as it is; empty if it fails. */
	public Optional<MacroOutcome> present() {
		return Optional.ofNullable(present);
	}

	/**
	 * Searches; cancelled, what there is is kept. The macro's own values come first if they are
	 * among those that are searched.
	 *
	 * @param engine how; there is no exact search
	 * @param rule when it ends
	 * @param seed of the search
	 * @param opener begins the log of the search, or resumes one
	 * @param listener is told what there is until now
	 */
	public SearchResult run(final SearchEngine engine, final StopRule rule, final long seed,
		final StudyLog.Opener opener, final Progress progress, final SearchListener listener)
	{
		final Optimization<MacroOutcome> optimization = new Optimization<>(this, goals, heldOut,
			o -> objectives.isFeasible(o, physics));
		return SampledRun.search(engine, "macros", rule, e -> optimization.newStudy(e, seed), opener, (study,
			log) -> {
			if (study.nextId() == 0 && study.queued().isEmpty() && search.asWritten() != null) study
				.enqueue(search.asWritten(), AS_WRITTEN);
			listener.begun(study);
			return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
		});
	}

	/**
	 * The solution that a rule picks from the front; of those that are equal the one whose atoms
	 * fit the crystal best, if it is known.
	 *
	 * @return empty if nothing was feasible
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		final String tie = new LatticeResidual().name();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, ideal(front), study
			.reference(), e -> e.metrics().getOrDefault(tie, Double.NaN)));
	}

	/** 0 for errors and distances; a number of the macro's has none but the best on the front. */
	private double[] ideal(final List<Evaluation> front) {
		return IntStream.range(0, goals.size()).mapToDouble(i -> goals.get(i)
			.reward() instanceof final MacroObjective objective && objective
				.aim() != MacroObjective.Aim.TARGET ? front.stream().mapToDouble(e -> e.objectives()[i]).min()
					.getAsDouble() : 0).toArray();
	}

	/** Indices of the atoms that are too close to others; none if there is no crystal. */
	public int[] errors(final MacroOutcome outcome) {
		return physics == null || outcome.atoms().size() < 2 ? new int[0] : new SpacingError().score(
			new AtomSet(outcome.atoms(), physics)).blamed();
	}

	/**
	 * What a solution has, or what is looked for, in a line or two.
	 *
	 * @param found null before there is one
	 */
	public String expectation(final MacroOutcome found) {
		final String expected = physics == null ? "" : String.format(Locale.ROOT,
			"%.1f columns expected, %d to %d possible", physics.expected(), physics.low(), physics.high());
		if (found == null) return expected.isEmpty() ? "Pursued: " + objectives.canonical() : expected;
		final String atoms = found.atoms().isEmpty() ? "no points or areas" : Words.count(found.atoms()
			.size(), "item") + " from " + found.origin();
		final String counted = physics == null ? "" : String.format(Locale.ROOT, ", %d counted, %d too close",
			new AtomSet(found.atoms(), physics).counted().length, errors(found).length);
		return (expected.isEmpty() ? "" : expected + "\n") + atoms + counted + (found.rows() == 0 ? ""
			: "; " + Words.count(found.rows(), "row") + " of Results");
	}

	/** Why an evaluation is no solution, a few words; empty if it is one. */
	public String whyNot(final Evaluation evaluation) {
		if (evaluation.feasible()) return "";
		if (!evaluation.failure().isEmpty()) return evaluation.failure();
		final String missing = IntStream.range(0, goals.size()).filter(i -> Double.isNaN(evaluation
			.signals()[i])).mapToObj(i -> goals.get(i).reward().name()).collect(Collectors.joining(", "));
		return missing.isEmpty() ? "fewer than " + AtomPhysics.FEWEST_ATOMS + " atoms"
			: "no number for " + missing;
	}

	/** What a study without any solution means, a sentence. */
	public String verdict(final Study study) {
		final String tried = Words.count(study.evaluations().size(), "parameter set");
		final Optional<String> why = study.evaluations().stream().map(this::whyNot).filter(w -> !w
			.isEmpty()).findFirst();
		return "No solution: none of " + tried + " gave a result that can be judged" + why.map(
			w -> ", the first one because: " + (w.endsWith(".") ? w : w + ".")).orElse(".") +
			" Check the macro, its ranges and the objectives.";
	}

	/** The macro as it is, what is pursued of it, a line; why not if it fails. */
	public String presentInWords() {
		if (present == null) return "The macro as it is fails: " + whyNoPresent;
		final double[] values = goals.stream().mapToDouble(this::presentValue).toArray();
		return "The macro as it is has " + IntStream.range(0, values.length).mapToObj(i -> String.format(
			Locale.ROOT, "%s %.4g", goals.get(i).reward().name(), values[i])).collect(Collectors.joining(
				", ")) + (Arrays.stream(values).anyMatch(Double::isNaN) ? " (nothing to judge)." : ".");
	}

	private double presentValue(final Goal<MacroOutcome> goal) {
		try {
			return goal.reward().score(present).value();
		}
		catch (final RewardAnalysisException exc) {
			// It leaves no atoms, which is told as no number.
			return Double.NaN;
		}
	}
}
