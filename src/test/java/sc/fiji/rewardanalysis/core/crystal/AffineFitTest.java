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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** A square lattice of 20 px, 40 × 40 cells. */
class AffineFitTest {

	private static final int CELLS = 40;

	private interface Noise {

		double at(double m, double n);
	}

	private static AffineFit fit(final Noise x, final Noise y) {
		final double[][] all = new double[4][CELLS * CELLS];
		for (int i = 0; i < CELLS * CELLS; i++) {
			final int m = i % CELLS, n = i / CELLS;
			all[0][i] = m;
			all[1][i] = n;
			all[2][i] = 3 + 20 * m + x.at(m, n);
			all[3][i] = 5 + 20 * n + y.at(m, n);
		}
		return AffineFit.of(all[0], all[1], all[2], all[3]);
	}

	/** White noise under a Gaussian of one cell: neighbours are displaced alike. */
	private static Noise smooth(final Random random) {
		final int rim = 4, side = CELLS + 2 * rim;
		final double[] white = random.doubles(side * side, -0.5, 0.5).toArray();
		return (m, n) -> {
			double sum = 0;
			for (int v = -rim; v <= rim; v++)
				for (int u = -rim; u <= rim; u++)
					sum += Math.exp(-(u * u + v * v) / 2.0) * white[((int) n + v + rim) * side + (int) m + u + rim];
			return sum;
		};
	}

	/** Of the slope and of the place, over many draws: z has variance 1, within a factor of 1.5. */
	@Test
	void errorsOfSmoothDistortionAreHonest() {
		final Random random = new Random(1);
		double slopes = 0, places = 0;
		final int draws = 40;
		for (int d = 0; d < draws; d++) {
			final AffineFit f = fit(smooth(random), smooth(random));
			slopes += square(f.vectors().ax() - 20) / f.covariance()[1][1] + square(f.vectors().by() - 20) / f
				.covariance()[5][5];
			places += square(f.ox() - 3) / f.covariance()[0][0] + square(f.oy() - 5) / f.covariance()[3][3];
		}
		assertEquals(1, Math.sqrt(slopes / (2 * draws)), 0.35);
		assertEquals(1, Math.sqrt(places / (2 * draws)), 0.35);
	}

	/** Five times as much along x as along y, as lines of a scan jitter. */
	@Test
	void errorsOfUnequalNoiseAreHonest() {
		final Random random = new Random(2);
		double x = 0, y = 0;
		final int draws = 100;
		for (int d = 0; d < draws; d++) {
			final AffineFit f = fit((m, n) -> 0.5 * random.nextGaussian(), (m, n) -> 0.1 * random
				.nextGaussian());
			x += square(f.vectors().ax() - 20) / f.covariance()[1][1] + square(f.vectors().bx()) / f
				.covariance()[2][2];
			y += square(f.vectors().by() - 20) / f.covariance()[5][5] + square(f.vectors().ay()) / f
				.covariance()[4][4];
		}
		assertEquals(1, Math.sqrt(x / (2 * draws)), 0.15);
		assertEquals(1, Math.sqrt(y / (2 * draws)), 0.15);
	}

	private static double square(final double value) {
		return value * value;
	}

	@Test
	void rowsAndHandfulsAreRefused() {
		assertRefused(() -> AffineFit.of(new double[5], new double[5], new double[5], new double[5]),
			"5 atoms", "takes 6");
		final double[] m = { 0, 1, 2, 3, 4, 5, 6 };
		assertRefused(() -> AffineFit.of(m, m, m, m), "in one row");
	}
}
