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

import java.util.HashSet;
import java.util.Set;

/**
 * Fills the space evenly with a randomly shifted Sobol sequence, whatever comes out:
 * the first points of every other engine, and a baseline to beat.
 */
public final class SobolEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "sobol";

	/** How many points a {@link BayesianEngine} begins with. */
	public static int initialPoints(final SearchSpace space) {
		return Math.max(6, 2 * (space.dimension() + 1));
	}

	@Override
	public Proposal propose(final Study study) {
		final ShiftedSobol sequence = new ShiftedSobol(study.space().dimension(), Seeds.of(study
			.seed()));
		final int next = study.askedFrom(ORIGIN);
		return new Proposal(next == study.nextId() ? sequence.at(next) : fresh(study, sequence, next),
			ORIGIN, Double.NaN);
	}

	/** The first point that wasn't tried, such as by a warm start from the same points. */
	private static double[] fresh(final Study study, final ShiftedSobol sequence, final int next) {
		final Set<Configuration> tried = new HashSet<>();
		study.evaluations().forEach(e -> tried.add(e.configuration()));
		study.pending().forEach(t -> tried.add(t.configuration()));
		for (int i = next; i <= next + study.nextId(); i++) {
			final double[] point = sequence.at(i);
			if (!tried.contains(study.space().at(study.space().snapped(point)))) return point;
		}
		return sequence.at(next);
	}
}
