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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** The search for the amorphous regions of one image, with all that belongs to it. */
public final class RegionTask {

	private final RegionFinder finder;
	private final RegionRanges ranges;
	private final RegionObjectives objectives;
	private final RegionFinding analysis;
	private final Optimization<AmorphousRegions> optimization;

	/**
	 * @param finder looks at the image
	 * @param ranges where to search
	 * @param objectives what is pursued
	 */
	public RegionTask(final RegionFinder finder, final RegionRanges ranges,
		final RegionObjectives objectives)
	{
		this.finder = Checks.given("finder", finder);
		this.ranges = Checks.given("ranges", ranges);
		this.objectives = Checks.given("objectives", objectives);
		analysis = new RegionFinding(finder, ranges);
		optimization = new Optimization<>(analysis, objectives.goals(), objectives.heldOut(),
			AmorphousRegions::isFeasible);
	}

	/** Looks at the image. */
	public RegionFinder finder() {
		return finder;
	}

	/** Where is searched. */
	public RegionRanges ranges() {
		return ranges;
	}

	/** What is pursued. */
	public RegionObjectives objectives() {
		return objectives;
	}

	/** Parameters to regions. */
	public RegionFinding analysis() {
		return analysis;
	}

	/** A study of this task, without evaluations yet. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/**
	 * Searches; cancelled, what there is is kept.
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
		return SampledRun.search(engine, "amorphous regions", rule, e -> newStudy(e, seed), opener, (study,
			log) -> {
			listener.begun(study);
			return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
		});
	}

	/**
	 * The solution that a rule picks from the front.
	 *
	 * @return empty if nothing was feasible: no region, or no crystal
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference()));
	}

	/** The regions of one of the study's evaluations. */
	public AmorphousRegions solution(final Evaluation evaluation, final Progress progress) {
		return analysis.analyse(evaluation.configuration(), progress);
	}

	/**
	 * What a solution has, or what is looked for, in a line or two.
	 *
	 * @param found null before there is one
	 */
	public String expectation(final AmorphousRegions found) {
		final String atoms = Words.count(finder.scene().atoms().size(), "atom");
		if (found == null) return atoms + "; regions of at least " + ranges.fewestAtoms() + ", " + number(
			ranges.leastContrast()) + " times as disordered as the rest";
		return String.format(Locale.ROOT,
			"%s, %d of them in %s on %.1f %% of the area, %s times as disordered as the rest", atoms, found
				.amorphousAtoms(), Words.count(found.regions().size(), "amorphous region"), 100 * found
					.measures().areaFraction(), number(found.contrast()));
	}

	/** Why an evaluation is no solution, a few words; empty if it is one. */
	public String whyNot(final Evaluation evaluation) {
		if (evaluation.feasible()) return "";
		if (!evaluation.failure().isEmpty()) return evaluation.failure();
		return isEmpty(evaluation) ? "no region" : "no crystal: nearly all of the area";
	}

	/** The first of a study's evaluations that found no region at all. */
	public Optional<Evaluation> empty(final Study study) {
		return study.evaluations().stream().filter(RegionTask::isEmpty).findFirst();
	}

	/** Of an empty mask nothing can be told. */
	private static boolean isEmpty(final Evaluation evaluation) {
		return !evaluation.feasible() && evaluation.failure().isEmpty() && Double.isNaN(evaluation
			.signals()[0]);
	}

	/** What a study without any solution means, a sentence. */
	public String verdict(final Study study) {
		final List<Evaluation> all = study.evaluations();
		final String tried = Words.count(all.size(), "parameter set");
		if (all.stream().anyMatch(e -> e.failure().isEmpty() && !isEmpty(e))) return String
			.format(Locale.ROOT,
				"No crystal: with each of %s either no atoms or nearly all are in regions; check the atoms, or raise least_contrast.",
				tried);
		final long failed = all.stream().filter(e -> !e.failure().isEmpty()).count();
		return String.format(Locale.ROOT,
			"No amorphous region: none of %s found %d atoms or more together whose surroundings are %s times as disordered as those of the others, by %s of the distance of atoms or more%s.",
			tried, ranges.fewestAtoms(), number(ranges.leastContrast()), number(RegionRule.LINDEMANN),
			failed == 0 ? "" : " (" + failed + " failed)");
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.3g", value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll(
			"\\.$", "");
	}
}
