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

package sc.fiji.rewardanalysis.core.workflow.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSearch;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomJudge;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.PlaneOutcome;

/**
 * The threshold and the least distance of a network's maxima, driven by the physics that is
 * expected: the same rewards as {@link AtomFindingTask}'s. The network runs once; all pairs of
 * the two are cheap, and there are finitely many that differ, so the front is exact.
 */
public final class NetworkTask implements AtomTask {

	/** Probabilities that are searched where the user gives none. */
	public static final Range THRESHOLDS = new Range(0.05, 0.95);

	/** Least distances that are searched, in units of the distance of neighbouring columns. */
	private static final double CLOSE = 0.1, FAR = 0.95;

	private final ValidArea valid;
	private final AtomJudge judge;
	private final Range thresholds, distances;
	private final NetworkFinding analysis;
	private final Optimization<AtomSet> optimization;

	/**
	 * @param map the network's answer
	 * @param valid what of the image is analysed
	 * @param settings the crystal, the pixel size, how the count is judged, the thresholds; what it
	 *          says of scales means nothing
	 */
	public NetworkTask(final NetworkMap map, final ValidArea valid,
		final AtomFindingSettings settings, final Progress progress)
	{
		this.valid = valid;
		judge = AtomJudge.of(Checks.given("settings", settings), valid.area());
		thresholds = settings.threshold() != null ? settings.threshold() : THRESHOLDS;
		final AtomPhysics physics = physics();
		final double spacing = physics.nearestDistance() / physics.pixelSize();
		distances = new Range(CLOSE * spacing, FAR * spacing);
		final List<Blob> candidates = NetworkPeaks.of(map, thresholds.low(), progress).stream().filter(valid
			.area()::contains).toList();
		analysis = new NetworkFinding(candidates, physics, thresholds, distances);
		optimization = new Optimization<>(analysis, goals(), heldOut(), AtomSet::isFeasible);
	}

	/** An empty study of this task, for whoever wants another engine than the exact search. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/** Continues a study: see {@link Optimization}. */
	public String run(final Study study, final StopRule rule, final Progress progress) {
		return optimization.run(study, rule, progress, e -> {});
	}

	/**
	 * Finds the exact front.
	 *
	 * @throws RewardAnalysisException if there are too few atoms at any threshold
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public SearchResult search(final Progress progress) {
		final Study study = newStudy(new BayesianEngine(), 1);
		final var link = goals().get(0).link();
		final NetworkPlane plane = new NetworkPlane(analysis.candidates(), physics(), thresholds,
			distances, link::value);
		final List<PlaneOutcome> front = plane.front(progress.part(0, 0.8));
		if (front.isEmpty()) throw new RewardAnalysisException(
			"The network finds %d maxima of at least %s; at least %d atoms are needed in the counted area. Check the crystal, the pixel size, scale, whether atoms are bright or dark, and the network.",
			analysis.candidates().size(), thresholds.low(), AtomPhysics.FEWEST_ATOMS);
		front.forEach(o -> study.enqueue(analysis.at(o.threshold(), o.overlap()),
			AtomFindingSearch.ORIGIN));
		final StopRule rule = new StopRule(front.size(), false);
		optimization.run(study, rule, progress.part(0.8, 1), e -> {});
		progress.checkCanceled();
		final String cells = Words.count(plane.cells(), "cell") + " of threshold × least distance";
		return new SearchResult(study, new SearchReport(SearchEngine.EXACT,
			"The network runs once, and every threshold and distance is little work then.", String.format(
				Locale.ROOT, "%s covered, %s told apart.", plane.isExact() ? "All " + cells + " are"
					: "A part of " + cells + " is", Words.count(plane.outcomes(), "outcome")), null,
			Double.NaN, (plane.isExact() ? "Exact front of all " : "Front of a part of ") + cells + "."));
	}

	/**
	 * The solution that a rule picks from the front; among equals, the one whose atoms fit the
	 * crystal best.
	 *
	 * @return empty if nothing was feasible
	 */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference(),
			e -> e.metrics().getOrDefault(tieBreaker().name(), Double.NaN)));
	}

	/** The atoms of one of the study's evaluations. */
	public NetworkSolution solution(final Evaluation evaluation, final Progress progress) {
		final AtomSet atoms = analysis.analyse(evaluation.configuration(), progress);
		return new NetworkSolution(evaluation, evaluation.configuration().get(NetworkFinding.THRESHOLD),
			evaluation.configuration().get(NetworkFinding.DISTANCE), atoms, AtomJudge.errors(atoms));
	}

	/** What was expected and, of a solution, what was found, in a line each. */
	public String expectation(final NetworkSolution solution) {
		return solution == null ? judge.expectation(null, 0) : judge.expectation(solution.atoms(), solution
			.errors().length);
	}

	/**
	 * Atoms that were found with parameters of somebody, judged by the crystal.
	 *
	 * @param atoms what was found
	 * @param errors indices of the atoms that the spacing error blames
	 * @param expected what the crystal lets expect
	 * @param expectation the same, and what was found
	 */
	public record Judged(AtomSet atoms, int[] errors, String expected, String expectation) {}

	/**
	 * Judges atoms by a crystal.
	 *
	 * @param area where they were looked for, px
	 * @throws RewardAnalysisException if the area is too small for the crystal
	 */
	public static Judged judged(final List<Blob> atoms, final Area area,
		final AtomFindingSettings settings)
	{
		final AtomJudge judge = AtomJudge.of(settings, area);
		final AtomPhysics physics = judge.physics();
		final AtomSet set = new AtomSet(atoms, physics);
		final int[] errors = AtomJudge.errors(set);
		return new Judged(set, errors, String.format(Locale.ROOT, "%.1f, %d to %d possible", physics
			.expected(), physics.low(), physics.high()), judge.expectation(set, errors.length));
	}

	@Override
	public AtomJudge judge() {
		return judge;
	}

	@Override
	public ValidArea validArea() {
		return valid;
	}
}
