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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;

/** Whether overlapping windows find the same atoms. */
final class Agreement {

	private final WindowGrid grid;
	private final double rim, tolerance;

	/**
	 * @param rim at the edge of a window that doesn't count, px
	 * @param tolerance largest distance of the same atom, px
	 */
	Agreement(final WindowGrid grid, final double rim, final double tolerance) {
		this.grid = grid;
		this.rim = rim;
		this.tolerance = tolerance;
	}

	/**
	 * For each window 2m / (n₁ + n₂) over all its neighbours: m pairs among n₁ atoms of its own
	 * and n₂ of the neighbour's where both can see them. NaN without a neighbour, or without an
	 * atom of either.
	 */
	double[] of(final List<List<Blob>> atoms, final Progress progress) {
		final double[] pairs = new double[atoms.size()], all = new double[atoms.size()];
		for (final Window a : grid.windows())
			for (final Window b : grid.neighbours(a)) {
				progress.checkCanceled();
				if (b.index() < a.index()) continue;
				final Area common = a.area().within(b.area().minX(), b.area().minY(), b.area().maxX(), b
					.area().maxY()).inset(rim);
				if (common.size() == 0) continue;
				final Match match = Matching.match(atoms.get(a.index()), atoms.get(b.index()), tolerance, common);
				for (final int i : new int[] { a.index(), b.index() }) {
					pairs[i] += 2 * match.truePositives();
					all[i] += 2 * match.truePositives() + match.falsePositives() + match.falseNegatives();
				}
			}
		Arrays.setAll(pairs, i -> pairs[i] / all[i]);
		return pairs;
	}
}
