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

import java.util.Optional;
import java.util.OptionalInt;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;

/**
 * When a search ends, and why, in words: at the latest when every point of its space was
 * tried. A caller asks between two trials.
 *
 * @param budget most evaluations, those of the user included
 * @param whenConverged whether to end early once nothing more is to be gained: 12
 *          evaluations after one with every objective as low as it can be, which look for
 *          others as good to choose from; or if the hypervolume grew by at most 0.1 % in the
 *          last 12 evaluations and the engine expected its latest proposal to add less than
 *          0.01 %
 */
public record StopRule(int budget, boolean whenConverged) {

	private static final int PATIENCE = 12;
	private static final double GROWTH = 1e-3;
	private static final double PROMISE = 1e-4;

	/** @throws RewardAnalysisException if the budget is less than one evaluation */
	public StopRule {
		Checks.atLeast("The number of evaluations", budget, 1);
	}

	/** A sentence on why the search should end now; empty if it should go on. */
	public Optional<String> reason(final Study study, final Progress progress) {
		final int n = study.evaluations().size();
		if (progress.isCanceled()) return Optional.of("Cancelled after " + evaluations(n) + ".");
		final OptionalInt ideal = study.ideal();
		if (n >= budget) return Optional.of(done(n) + (ideal.isEmpty() || ideal.getAsInt() == n ? ""
			: " Nothing could be better after " + evaluations(ideal.getAsInt()) +
				": every objective was as low as it can be."));
		if (whenConverged && ideal.isPresent() && n - ideal.getAsInt() >= PATIENCE) return Optional.of(
			"Nothing can be better: after " + evaluations(ideal.getAsInt()) +
				" every objective was as low as it can be, and " + (n - ideal.getAsInt()) +
				" more looked for others as good.");
		if (whenConverged && isConverged(study)) return Optional.of("Converged: the last " +
			PATIENCE + " of " + n + " evaluations gained next to nothing, and no more is expected of the next.");
		if (isExhausted(study)) return Optional.of("Everything was tried: the search space has " + Words
			.count((long) study.space().size(), "point") + ".");
		return Optional.empty();
	}

	private String done(final int n) {
		if (n > budget) return "There are " + n + " evaluations already, and " + budget +
			" were asked for.";
		return budget == 1 ? "The one evaluation is done." : "All " + budget +
			" evaluations are done.";
	}

	private static String evaluations(final int n) {
		return n == 1 ? "one evaluation" : n + " evaluations";
	}

	private static boolean isExhausted(final Study study) {
		final double size = study.space().size();
		return !study.engine().repeats() && study.evaluations().size() >= size && study.evaluations()
			.stream().map(Evaluation::configuration).distinct().count() >= size;
	}

	private static boolean isConverged(final Study study) {
		final double[] trace = study.hypervolumeTrace();
		if (trace.length <= PATIENCE) return false;
		final double now = study.hypervolume(), before = trace[trace.length - 1 - PATIENCE];
		return now > 0 && now - before <= GROWTH * now && study.expectedGain() < PROMISE * now;
	}
}
