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
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Rules for choosing one solution from a front. The ideal is 0 in every objective unless
 * another is given; objectives are compared as parts of the way from there to their reference
 * values.
 */
public enum Pick {

		/** Least straight-line distance to the ideal. */
		EUCLIDEAN {

			@Override
			public double[] scores(final double[][] points) {
				return Arrays.stream(points).mapToDouble(p -> Math.sqrt(Arrays.stream(p).map(v -> v * v)
					.sum())).toArray();
			}
		},

		/** Least of the worst objective. */
		CHEBYSHEV {

			@Override
			public double[] scores(final double[][] points) {
				return Arrays.stream(points).mapToDouble(p -> Arrays.stream(p).max().orElse(0))
					.toArray();
			}
		},

		/**
		 * Furthest from the plane through the front's ends, towards the ideal, once the
		 * front is stretched to the unit cube (Das 1999, Struct. Optim. 18:107,
		 * doi:10.1007/BF01195985): where a little less of one objective costs much of
		 * another. A front of fewer than three distinct points, or without a bulge
		 * towards the ideal, has no knee; then it is {@link #EUCLIDEAN}.
		 */
		KNEE {

			@Override
			public double[] scores(final double[][] points) {
				final double[][] stretched = stretched(points);
				final double[] scores = Arrays.stream(stretched).mapToDouble(p -> (Arrays.stream(p)
					.sum() - 1) / Math.sqrt(p.length)).toArray();
				final boolean bulges = Arrays.stream(scores).anyMatch(s -> s < -TIE);
				final long distinct = Arrays.stream(points).map(p -> Arrays.stream(p).boxed().toList())
					.distinct().count();
				return bulges && distinct > 2 ? scores : EUCLIDEAN.scores(points);
			}
		};

	/** Scores as near as this are equal. */
	private static final double TIE = 1e-12;

	/** A score for each point; the least is the best. */
	public abstract double[] scores(double[][] points);

	/**
	 * The solution that this rule picks. Of several that are equally good it takes the
	 * most central: the least sum of distances, in the unit cube of the parameters, to
	 * the others; then the one of lowest number. On a plateau of settings that give
	 * the same result that is the most robust one.
	 *
	 * @param front not empty
	 * @param reference the objectives' reference values, above 0
	 */
	public Evaluation choose(final List<Evaluation> front, final double[] reference) {
		return choose(front, reference, e -> 0);
	}

	/**
	 * The same, where the least of {@code tieBreaker} decides among the equally good
	 * before the most central does.
	 *
	 * @param tieBreaker NaN comes last
	 */
	public Evaluation choose(final List<Evaluation> front, final double[] reference,
		final ToDoubleFunction<Evaluation> tieBreaker)
	{
		for (final double r : reference)
			Checks.positive("The reference value of an objective", r);
		return choose(front, new double[reference.length], reference, tieBreaker);
	}

	/**
	 * The same where the ideal isn't 0.
	 *
	 * @param ideal the objectives' ideal values
	 * @param reference the objectives' reference values; one that isn't above its ideal stands for
	 *          the front's worst value
	 */
	public Evaluation choose(final List<Evaluation> front, final double[] ideal,
		final double[] reference, final ToDoubleFunction<Evaluation> tieBreaker)
	{
		if (front.isEmpty()) throw new RewardAnalysisException(
			"There is no feasible solution to pick from; widen the search.");
		final double[] spans = spans(front, ideal, reference);
		final double[] scores = scores(front.stream().map(e -> relative(e.objectives(), ideal, spans))
			.toArray(double[][]::new));
		final double least = Arrays.stream(scores).min().getAsDouble();
		final List<Evaluation> tied = IntStream.range(0, scores.length).filter(i -> scores[i] <=
			least + TIE).mapToObj(front::get).toList();
		return tied.stream().min(Comparator.comparingDouble(tieBreaker).thenComparingDouble(
			e -> remoteness(e, tied)).thenComparingInt(Evaluation::id)).orElseThrow();
	}

	private static double[] spans(final List<Evaluation> front, final double[] ideal,
		final double[] reference)
	{
		return IntStream.range(0, reference.length).mapToDouble(j -> {
			if (reference[j] > ideal[j]) return reference[j] - ideal[j];
			final double worst = front.stream().mapToDouble(e -> e.objectives()[j]).max().getAsDouble();
			return worst > ideal[j] ? worst - ideal[j] : 1;
		}).toArray();
	}

	private static double[] relative(final double[] objectives, final double[] ideal,
		final double[] spans)
	{
		if (objectives.length != spans.length) throw new RewardAnalysisException(
			"A solution has %d objectives, the reference point %d.", objectives.length, spans.length);
		return IntStream.range(0, objectives.length).mapToDouble(j -> (objectives[j] - ideal[j]) /
			spans[j]).toArray();
	}

	private static double remoteness(final Evaluation evaluation, final List<Evaluation> others) {
		return others.stream().mapToDouble(o -> distance(evaluation.unit(), o.unit())).sum();
	}

	private static double distance(final double[] p, final double[] q) {
		return Math.sqrt(IntStream.range(0, p.length).mapToDouble(i -> (p[i] - q[i]) * (p[i] - q[i]))
			.sum());
	}

	/** Each objective mapped to 0 … 1 over the points; one that is constant to 0. */
	static double[][] stretched(final double[][] points) {
		final double[][] stretched = Arrays.stream(points).map(double[]::clone).toArray(
			double[][]::new);
		for (int j = 0; points.length > 0 && j < points[0].length; j++) {
			final int axis = j;
			final double min = Arrays.stream(points).mapToDouble(p -> p[axis]).min().getAsDouble();
			final double max = Arrays.stream(points).mapToDouble(p -> p[axis]).max().getAsDouble();
			for (final double[] p : stretched)
				p[axis] = max > min ? (p[axis] - min) / (max - min) : 0;
		}
		return stretched;
	}
}
