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

package sc.fiji.rewardanalysis.plot;

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * What the axis of an objective shows: all of the front and where most evaluations lie.
 * A few wild ones shall not rule the scale.
 *
 * @param low its lower end without the room around the points
 * @param high its upper end likewise
 */
record ObjectiveRange(double low, double high) {

	/** Room around the points, as a fraction of the axis. */
	private static final double ROOM = 0.06;

	/** The fraction of dominated evaluations that an axis shows. */
	private static final double MOST = 0.85;

	/** The least length of an axis, of the reference. */
	private static final double SMALLEST_AXIS = 0.05;

	/** Of the i-th objective. */
	static ObjectiveRange of(final Study study, final int i) {
		final List<Evaluation> onFront = study.front();
		final List<Evaluation> feasible = study.evaluations().stream().filter(Evaluation::feasible)
			.toList();
		final double front = onFront.stream().mapToDouble(e -> e.objectives()[i]).max().orElse(0);
		final double[] others = feasible.stream().filter(e -> !onFront.contains(e)).mapToDouble(e -> e
			.objectives()[i]).sorted().toArray();
		final double most = others.length == 0 ? 0 : others[(int) (MOST * (others.length - 1))];
		// Rewards are 0 at best; other objectives may be less.
		final double low = Math.min(0, feasible.stream().mapToDouble(e -> e.objectives()[i]).min()
			.orElse(0));
		final double reference = study.reference()[i];
		final double least = reference == 0 ? SMALLEST_AXIS : SMALLEST_AXIS * Math.abs(reference);
		return new ObjectiveRange(low, Math.max(low + least, Math.max(1.2 * front, Math.min(reference, 1.1 * most))));
	}

	/** The axis' ends. */
	double from() {
		return low - ROOM * (high - low);
	}

	double to() {
		return high + ROOM * (high - low);
	}
}
