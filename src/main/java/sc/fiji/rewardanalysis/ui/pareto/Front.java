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

package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/** The way along a front, by the first objective. Immutable. */
final class Front {

	private final List<Evaluation> points;

	/** @param points by the first objective */
	Front(final List<Evaluation> points) {
		this.points = List.copyOf(points);
	}

	boolean contains(final Evaluation evaluation) {
		return indexOf(evaluation) >= 0;
	}

	private int indexOf(final Evaluation evaluation) {
		for (int i = 0; i < points.size(); i++)
			if (points.get(i).id() == evaluation.id()) return i;
		return -1;
	}

	/**
	 * The next point to the left or the right; from one that isn't on the front, the nearest
	 * there. At an end, that end.
	 *
	 * @param step −1 or 1
	 */
	Evaluation next(final Evaluation from, final int step) {
		if (points.isEmpty()) return from;
		final int now = indexOf(from);
		final int left = (int) points.stream().filter(p -> p.objectives()[0] < from.objectives()[0])
			.count();
		final int next = now >= 0 ? now + step : step < 0 ? left - 1 : left;
		return points.get(Math.max(0, Math.min(points.size() - 1, next)));
	}

	/** Where on the front one is: its number from the left. */
	String inWords(final Evaluation evaluation) {
		final int index = indexOf(evaluation);
		return index < 0 ? "not on the front" : "solution " + (index + 1) + " of " + points.size() +
			" on the front";
	}

	/** The leftmost point, or else {@code otherwise}. */
	Evaluation first(final Evaluation otherwise) {
		return points.isEmpty() ? otherwise : points.get(0);
	}

	/** The rightmost point, or else {@code otherwise}. */
	Evaluation last(final Evaluation otherwise) {
		return points.isEmpty() ? otherwise : points.get(points.size() - 1);
	}
}
