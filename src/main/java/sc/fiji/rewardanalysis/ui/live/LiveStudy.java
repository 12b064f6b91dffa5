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

package sc.fiji.rewardanalysis.ui.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;

/**
 * A copy of a study that follows it: the study itself belongs to the thread that searches.
 * Evaluations are handed over on that thread and looked at on another one.
 */
final class LiveStudy {

	private final Study copy;
	private final List<Evaluation> waiting = new ArrayList<>();

	LiveStudy(final Study study) {
		copy = empty(study);
		waiting.addAll(study.evaluations());
	}

	private static Study empty(final Study like) {
		return new Study(like.space(), like.objectives(), like.constraints(), like.engine(), like.seed());
	}

	/** What an exact search has covered, each pair of objectives once, as if it were evaluated. */
	static Study of(final Study like, final ExactFront front) {
		final Study study = empty(like);
		final Set<List<Double>> seen = new HashSet<>();
		for (final ExactFront.Point p : front.points())
			if (seen.add(List.of(p.countError(), p.spacingError()))) study.restore(new Evaluation(seen
				.size() - 1, p.configuration(), study.space().toUnit(study.space().completed(p
					.configuration())), new Observation(new double[] { p.count(), p.spacingError() }, true, Map
						.of()), new double[] { p.countError(), p.spacingError() }, true, 0, "exact"));
		return study;
	}

	/** On the thread that searches. */
	void add(final Evaluation evaluation) {
		synchronized (waiting) {
			waiting.add(evaluation);
		}
	}

	/** On one other thread: the copy with all that came until now. */
	Study now() {
		final List<Evaluation> fresh;
		synchronized (waiting) {
			fresh = List.copyOf(waiting);
			waiting.clear();
		}
		fresh.forEach(copy::restore);
		return copy;
	}

	/** How much was reached, and when, in words. */
	static String words(final Study study) {
		final double[] trace = study.hypervolumeTrace();
		if (study.hypervolume() == 0) return "No solution yet that means anything.";
		int since = 0;
		while (since + 1 < trace.length && trace[trace.length - 2 - since] == trace[trace.length - 1])
			since++;
		double box = 1;
		for (final double r : study.reference())
			box *= r;
		return String.format(Locale.ROOT, "Hypervolume %.4f of at most 1; %s.", study
			.hypervolume() / box, since == 0 ? "the latest evaluation added to it" : since == 1
				? "the latest evaluation added nothing" : "the last " + since + " evaluations added nothing");
	}
}
