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

package sc.fiji.rewardanalysis.validation;

import static sc.fiji.rewardanalysis.validation.MarkdownTable.mean;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.most;
import static sc.fiji.rewardanalysis.validation.MarkdownTable.three;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.reward.SpacingFit;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/** Among the solutions that count and spacing error can't tell apart, who finds the best one. */
final class RewardTies {

	private static final List<String> NAMES = List.of("lattice residual", "the same, whatever the scale",
		"histogram distance", "coverage gap", "count instability", "mean response", "none");

	private RewardTies() {}

	/** One solution's F1, and by tie breaker its value, of which less is better. */
	private record Tied(double f1, double[] values) {}

	/** Prints a row a tie breaker. */
	static void print(final PrintStream out, final List<RewardScene> scenes) {
		final List<List<Tied>> all = Parallelization.getTaskExecutor().forEachApply(scenes,
			RewardTies::tied);
		final MarkdownTable table = new MarkdownTable(out, "ties are broken by", "F1, mean",
			"behind the best of the tied, mean", "worst");
		for (int i = 0; i < NAMES.size(); i++) {
			final int breaker = i;
			final double[] f1 = all.stream().mapToDouble(t -> chosen(t, breaker)).toArray();
			final double[] behind = IntStream.range(0, f1.length).mapToDouble(k -> all.get(k).stream()
				.mapToDouble(Tied::f1).max().orElseThrow() - f1[k]).toArray();
			table.row(List.of(NAMES.get(i), String.format(Locale.ROOT, "%.4f", mean(f1)), String
				.format(Locale.ROOT, "%.4f", mean(behind)), three(most(behind))));
		}
	}

	/** The mean F1 of those whose value is least. */
	private static double chosen(final List<Tied> tied, final int breaker) {
		final double least = tied.stream().mapToDouble(t -> t.values[breaker]).min().orElseThrow();
		return tied.stream().filter(t -> t.values[breaker] <= least).mapToDouble(Tied::f1).average()
			.orElseThrow();
	}

	private static List<Tied> tied(final RewardScene scene) {
		final AtomFindingTask task = new AtomFindingTask(scene.image(), scene.area(), AtomFindingSettings.of(
			scene.lattice(), scene.pixelSize()), Progress.NONE);
		final var study = task.search().run(SearchEngine.EXACT, new StopRule(1, false), 1, Progress.NONE)
			.study();
		final List<Evaluation> front = study.front();
		final double[] scores = Pick.EUCLIDEAN.scores(front.stream().map(Evaluation::objectives).toArray(
			double[][]::new));
		final double least = DoubleStream.of(scores).min().orElseThrow();
		final List<Tied> tied = new ArrayList<>();
		for (int i = 0; i < scores.length; i++)
			if (scores[i] <= least + 1e-12) tied.add(tied(scene, task.solution(front.get(i), Progress.NONE)));
		return tied;
	}

	private static Tied tied(final RewardScene scene, final AtomSolution solution) {
		final var m = solution.evaluation().metrics();
		return new Tied(Matching.match(solution.atoms().atoms(), scene.truth(), 0.25 * scene.spacing(), scene
			.counted()).f1(), new double[] { m.get("lattice_residual"), SpacingFit.of(solution.atoms())
				.remainder(), m.get("neighbour_histogram_distance"), m.get("coverage_gap"), m.get(
					"count_instability"), -m.get("mean_response"), 0 });
	}
}
