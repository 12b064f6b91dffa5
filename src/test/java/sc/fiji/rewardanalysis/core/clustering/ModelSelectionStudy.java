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

package sc.fiji.rewardanalysis.core.clustering;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Random;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * How often each criterion suggests the right number of clusters: the table of
 * docs/performance.md. Prints how often of ten, and how often more.
 */
public final class ModelSelectionStudy {

	private static final int TRIALS = 10, SIZE = 1500;

	private enum Kind {
			APART, OVERLAPPING, DISCS, SKEWED, HEAVY_TAILS
	}

	private ModelSelectionStudy() {}

	public static void main(final String... args) {
		final PrintStream out = System.out;
		out.println("clusters " + Arrays.toString(Criterion.values()));
		for (final Kind kind : Kind.values()) {
			final int[] right = new int[Criterion.values().length], more = right.clone();
			for (int trial = 0; trial < TRIALS; trial++) {
				final int clusters = 2 + trial % 4;
				final ModelSelection selection = ModelSelection.run(points(kind, clusters, trial),
					new MixtureOptions(1, CovarianceType.FULL, 3, 200, 1e-5, 1e-6, 1), 1, 8, Criterion.BIC,
					Progress.NONE);
				for (final Criterion criterion : Criterion.values()) {
					final int found = selection.by(criterion).suggested();
					if (found == clusters) right[criterion.ordinal()]++;
					if (found > clusters) more[criterion.ordinal()]++;
				}
			}
			out.println(kind + ": right " + Arrays.toString(right) + ", more " + Arrays.toString(more));
		}
	}

	private static Points points(final Kind kind, final int clusters, final int seed) {
		return switch (kind) {
			case APART -> Simulated.clusters(SIZE, 3, clusters, 8, seed);
			case OVERLAPPING -> Simulated.clusters(SIZE, 3, clusters, 2, seed);
			default -> shaped(kind, clusters, seed);
		};
	}

	/** On a grid of two columns, 8 apart. */
	private static Points shaped(final Kind kind, final int clusters, final int seed) {
		final Random random = new Random(seed);
		final double[] values = new double[2 * SIZE];
		for (int i = 0; i < SIZE; i++) {
			final double[] point = switch (kind) {
				case DISCS -> disc(random);
				case SKEWED -> new double[] { -Math.log(1 - random.nextDouble()), -Math.log(1 - random
					.nextDouble()) };
				default -> student(random);
			};
			values[2 * i] = point[0] + 8 * (i % clusters % 2);
			values[2 * i + 1] = point[1] + 8 * (i % clusters / 2);
		}
		return new Points(SIZE, 2, values);
	}

	private static double[] disc(final Random random) {
		final double angle = 2 * Math.PI * random.nextDouble(), radius = 2 * Math.sqrt(random
			.nextDouble());
		return new double[] { radius * Math.cos(angle), radius * Math.sin(angle) };
	}

	/** Student's t of four degrees of freedom. */
	private static double[] student(final Random random) {
		double squares = 0;
		for (int j = 0; j < 4; j++)
			squares += Math.pow(random.nextGaussian(), 2);
		final double factor = Math.sqrt(4 / squares);
		return new double[] { factor * random.nextGaussian(), factor * random.nextGaussian() };
	}
}
