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

package sc.fiji.rewardanalysis.core.crystal;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * One crystal of an image.
 *
 * @param motif the sites of its cell
 * @param fit the affine lattice through all of its atoms
 * @param islands parts that no chain of neighbouring squares joins; their cells were numbered by the
 *          fit to the largest one
 * @param contradictions whether cells would be numbered differently on different ways, as
 *          around dislocations: how many links say so
 */
public record Grain(Motif motif, AffineFit fit, int islands, int contradictions) {

	public Grain {
		Checks.given("motif", motif);
		Checks.given("fit", fit);
	}

	/** The shortest distance of two sites, px. */
	double nearestDistance() {
		return nearestDistance(motif, fit.vectors());
	}

	static double nearestDistance(final Motif motif, final LatticeVectors t) {
		double least = Double.POSITIVE_INFINITY;
		for (int s = 0; s < motif.size(); s++)
			for (int o = 0; o < motif.size(); o++)
				for (int i = -2; i <= 2; i++)
					for (int j = -2; j <= 2; j++) {
						if (s == o && i == 0 && j == 0) continue;
						final double a = i + motif.u(o) - motif.u(s), b = j + motif.v(o) - motif.v(s);
						least = Math.min(least, Math.hypot(t.x(a, b), t.y(a, b)));
					}
		return least;
	}
}
