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

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The augmented Tchebycheff scalarisation of objectives f, max wᵢgᵢ + ρ Σ wᵢgᵢ with
 * ρ = 0.05 (Knowles 2006, IEEE Trans. Evol. Comput. 10:50, eq. 2), where gᵢ is 0 at the
 * best value that was seen of objective i and 1 at its reference.
 *
 * @param weights one an objective, together 1
 * @param best the value of each objective that counts 0
 * @param extent from there to the value that counts 1
 */
record Tchebycheff(double[] weights, double[] best, double[] extent) {

	private static final double RHO = 0.05;

	/**
	 * With weights drawn evenly from all that there are.
	 *
	 * @param measured evaluations with all objectives, at least one
	 */
	static Tchebycheff of(final Study study, final List<Evaluation> measured,
		final SplittableRandom random)
	{
		final int m = study.objectives().size();
		// Exponential numbers over their sum are uniform on the simplex.
		final double[] weights = random.doubles(m).map(u -> -Math.log1p(-u)).toArray();
		final double sum = Arrays.stream(weights).sum();
		final double[] best = new double[m], extent = new double[m];
		for (int i = 0; i < m; i++) {
			final int j = i;
			final double[] seen = measured.stream().mapToDouble(e -> e.objectives()[j]).sorted().toArray();
			best[j] = seen[0];
			extent[j] = study.objectives().get(j).reference() - best[j];
			// Beyond the reference all along: as far as was seen.
			if (!(extent[j] > 0)) extent[j] = seen[seen.length - 1] - best[j];
			if (!(extent[j] > 0)) extent[j] = 1;
			weights[j] = sum > 0 ? weights[j] / sum : 1.0 / m;
		}
		return new Tchebycheff(weights, best, extent);
	}

	/** Of these objectives. */
	double of(final double[] objectives) {
		final double[] terms = IntStream.range(0, weights.length).mapToDouble(j -> weights[j] *
			(objectives[j] - best[j]) / extent[j]).toArray();
		return Arrays.stream(terms).max().orElse(0) + RHO * Arrays.stream(terms).sum();
	}
}
