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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * By how much a new point is expected to grow the hypervolume of a front of one to
 * four objectives, exactly, for independent normal beliefs about their latents.
 * <p>
 * The region that the front leaves undominated is cut into boxes
 * ({@link BoxDecomposition}). With I the integral of {@link Link#improvement}, which is 0
 * at −∞,
 * <p>
 * EHVI = Σ over boxes Π over objectives j [Iⱼ(upperⱼ) − Iⱼ(lowerⱼ)].
 * <p>
 * No term is negative, all are precise in their tails, and they are summed with a common
 * exponent, so the logarithm, which is what an engine climbs (Ament et al. 2023,
 * arXiv:2310.20708), is finite and has a gradient wherever anything can be gained.
 * O(boxes) each. After Emmerich, Yang, Deutz, Wang &amp; Fonseca 2016
 * (doi:10.1007/978-3-319-29975-4_8) and Yang, Emmerich, Deutz &amp; Bäck 2019 (J. Glob.
 * Optim. 75:3, doi:10.1007/s10898-019-00798-7). Immutable.
 */
public final class ExpectedHypervolumeImprovement {

	/** Terms so much smaller than the largest, as logarithms, change no digit. */
	private static final double NEGLIGIBLE = 50;

	private final List<Link> links;

	/** By objective, where boxes begin and end; ascending. */
	private final double[][] levels;

	/** By box and objective, the number of the level below (−1: −∞) and above. */
	private final int[][] lower, upper;

	/**
	 * @param front points in the objectives' own units; those dominated or beyond the
	 *          reference do no harm
	 * @param reference a bound for each objective
	 * @param links of the objectives
	 */
	public ExpectedHypervolumeImprovement(final double[][] front, final double[] reference,
		final List<Link> links)
	{
		this.links = List.copyOf(Checks.given("The links of the objectives", links));
		if (reference.length != links.size()) throw new RewardAnalysisException(
			"There are %d objectives, but the reference point has %d.", links.size(), reference.length);
		final List<BoxDecomposition.Box> boxes = BoxDecomposition.of(front, reference);
		levels = new double[reference.length][];
		for (int j = 0; j < levels.length; j++) {
			final int axis = j;
			levels[j] = boxes.stream().flatMapToDouble(b -> Arrays.stream(new double[] { b
				.lower()[axis], b.upper()[axis] })).filter(Double::isFinite).sorted().distinct().toArray();
		}
		lower = indices(boxes.stream().map(BoxDecomposition.Box::lower).toList());
		upper = indices(boxes.stream().map(BoxDecomposition.Box::upper).toList());
	}

	private int[][] indices(final List<double[]> corners) {
		final int[][] indices = new int[corners.size()][levels.length];
		for (int b = 0; b < indices.length; b++)
			for (int j = 0; j < levels.length; j++) {
				final double level = corners.get(b)[j];
				indices[b][j] = Double.isInfinite(level) ? -1 : Arrays.binarySearch(levels[j], level);
			}
		return indices;
	}

	/**
	 * The logarithm of an improvement, and how it changes with the belief.
	 *
	 * @param log −∞ where nothing can be gained; then the derivatives are 0
	 * @param byMean derivatives of the logarithm by the latents' means
	 * @param bySd and by their standard deviations
	 */
	public record Gain(double log, double[] byMean, double[] bySd) {}

	/**
	 * The improvement expected where the latents are believed to be N(mean, sd²), in the
	 * product of the objectives' units. Standard deviations are above 0.
	 */
	public double value(final double[] means, final double[] sds) {
		return Math.exp(log(means, sds));
	}

	/** Its logarithm, −∞ where nothing can be gained. */
	public double log(final double[] means, final double[] sds) {
		final Link.Improvement[][] at = improvements(means, sds);
		double sum = 0, scale = Double.NEGATIVE_INFINITY;
		for (int b = 0; b < upper.length; b++) {
			double product = 1, exponent = 0;
			for (int j = 0; j < levels.length && product > 0; j++) {
				final Link.Improvement u = at[j][upper[b][j]];
				product *= width(u, below(at[j], lower[b][j]));
				exponent -= u.lift();
			}
			if (!(product > 0) || exponent < scale - NEGLIGIBLE) continue;
			if (exponent > scale) {
				sum *= Math.exp(scale - exponent);
				scale = exponent;
			}
			sum += product * Math.exp(exponent - scale);
		}
		return sum > 0 ? Math.log(sum) + scale : Double.NEGATIVE_INFINITY;
	}

	/** {@link #log} with its derivatives. */
	public Gain gain(final double[] means, final double[] sds) {
		final int m = levels.length;
		final Link.Improvement[][] at = improvements(means, sds);
		final double[] byMean = new double[m], bySd = new double[m], widths = new double[m];
		double sum = 0, scale = Double.NEGATIVE_INFINITY;
		for (int b = 0; b < upper.length; b++) {
			double product = 1, exponent = 0;
			for (int j = 0; j < m; j++) {
				final Link.Improvement u = at[j][upper[b][j]];
				product *= widths[j] = width(u, below(at[j], lower[b][j]));
				exponent -= u.lift();
			}
			if (!(product > 0) || exponent < scale - NEGLIGIBLE) continue;
			if (exponent > scale) {
				final double factor = Math.exp(scale - exponent);
				sum *= factor;
				for (int j = 0; j < m; j++) {
					byMean[j] *= factor;
					bySd[j] *= factor;
				}
				scale = exponent;
			}
			final double share = product * Math.exp(exponent - scale);
			sum += share;
			for (int j = 0; j < m; j++) {
				final Link.Improvement u = at[j][upper[b][j]], l = below(at[j], lower[b][j]);
				final double drop = drop(u, l), rest = share / widths[j];
				byMean[j] += rest * (u.byMean() - drop * l.byMean());
				bySd[j] += rest * (u.bySd() - drop * l.bySd());
			}
		}
		if (!(sum > 0)) return new Gain(Double.NEGATIVE_INFINITY, new double[m], new double[m]);
		for (int j = 0; j < m; j++) {
			byMean[j] /= sum;
			bySd[j] /= sum;
		}
		return new Gain(Math.log(sum) + scale, byMean, bySd);
	}

	private Link.Improvement[][] improvements(final double[] means, final double[] sds) {
		final Link.Improvement[][] at = new Link.Improvement[levels.length][];
		for (int j = 0; j < at.length; j++) {
			at[j] = new Link.Improvement[levels[j].length];
			for (int k = 0; k < at[j].length; k++)
				at[j][k] = links.get(j).improvement(levels[j][k], means[j], sds[j]);
		}
		return at;
	}

	private static Link.Improvement below(final Link.Improvement[] at, final int level) {
		return level < 0 ? Link.Improvement.NONE : at[level];
	}

	/** The upper integral less the lower one, lifted as the upper one is. */
	private static double width(final Link.Improvement upper, final Link.Improvement lower) {
		return upper.value() - drop(upper, lower) * lower.value();
	}

	/** What brings a lower improvement to the lift of an upper one. */
	private static double drop(final Link.Improvement upper, final Link.Improvement lower) {
		if (upper.lift() == lower.lift()) return 1;
		// Lifts never grow with the level; only what is no improvement at all has none.
		return lower.lift() < upper.lift() ? 0 : Math.exp(upper.lift() - lower.lift());
	}
}
