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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class LinkTest {

	/** A link, its objective as a function of the latent, and the latents where that has a kink. */
	private record Case(Link link, DoubleUnaryOperator objective, double... kinks) {}

	private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

	private static final List<Case> CASES = List.of( //
		new Case(Link.identity(), z -> z), //
		new Case(Link.folded(0, 0), Math::abs, 0), //
		new Case(Link.folded(0.3, 0.5), z -> Math.max(0, Math.abs(z - 0.3) - 0.5), -0.2, 0.8), //
		new Case(Link.squareRoot(), z -> z > 0 ? z * z : 0, 0), //
		band(200, 181, 197), band(200, 200, 200), band(3, 0, 5), band(1e4, 9e3, 1e4));

	private static Case band(final double expected, final double low, final double high) {
		final Link link = Link.countBand(expected, low, high);
		return new Case(link, z -> link.value((expected + 1) * Math.exp(z) - 1), Math.log((low + 1) /
			(expected + 1)), Math.log((high + 1) / (expected + 1)));
	}

	@Test
	void integralsAgreeWithQuadrature() {
		final SplittableRandom random = new SplittableRandom(1);
		for (final Case c : CASES)
			for (int i = 0; i < 100; i++) {
				final double level = 1.5 * random.nextDouble(), mean = 3 * random.nextDouble() - 1.5;
				final double sd = Math.pow(10, -2.5 * random.nextDouble());
				final double expected = quadrature(c, level, mean, sd);
				assertEquals(expected, c.link.integral(level, mean, sd), 1e-9 * expected + 1e-13, //
					() -> c.link + " at " + level + " for " + mean + " +- " + sd);
			}
	}

	@Test
	void derivativesAgreeWithDifferences() {
		final SplittableRandom random = new SplittableRandom(2);
		for (final Case c : CASES)
			for (int i = 0; i < 100; i++) {
				final double level = 1.5 * random.nextDouble(), mean = 3 * random.nextDouble() - 1.5;
				final double sd = 0.05 + random.nextDouble(), h = 1e-5 * sd;
				final Link.Improvement at = c.link.improvement(level, mean, sd);
				final double byMean = c.link.integral(level, mean + h, sd) - c.link.integral(level,
					mean - h, sd);
				final double bySd = c.link.integral(level, mean, sd + h) - c.link.integral(level, mean,
					sd - h);
				assertEquals(byMean / (2 * h), at.byMean(), 1e-6 * (1 + Math.abs(at.byMean())));
				assertEquals(bySd / (2 * h), at.bySd(), 1e-6 * (1 + Math.abs(at.bySd())));
			}
	}

	@Test
	void integralsAreNeverNegativeAndNeverFall() {
		final SplittableRandom random = new SplittableRandom(3);
		for (final Case c : CASES)
			for (int i = 0; i < 200; i++) {
				final double mean = 8 * random.nextDouble() - 4;
				final double sd = Math.pow(10, -4 * random.nextDouble());
				double last = 0;
				for (double level = -0.5; level < 2; level += 0.01) {
					final double integral = c.link.integral(level, mean, sd);
					assertTrue(integral >= last - 1e-14, c.link.toString());
					assertTrue(integral >= 0);
					last = integral;
				}
			}
	}

	/** At 20 standard deviations above, the far side of the band adds nothing. */
	@Test
	void tailsKeepTheirDigits() {
		final double tail = Link.identity().integral(1, 3, 0.1);
		assertEquals(1.0, Link.folded(0, 0).integral(1, 3, 0.1) / tail, 1e-12);
		assertEquals(1.0, Link.folded(0, 0).integral(1, -3, 0.1) / tail, 1e-12);
		final Link band = Link.countBand(200, 200, 200);
		for (final double mean : new double[] { -2, -1, 1, 2 }) {
			final Case c = CASES.get(5);
			final double expected = quadrature(c, 0.2, mean, 0.05);
			assertTrue(expected > 0 && expected < 1e-12);
			assertEquals(1, band.integral(0.2, mean, 0.05) / expected, 1e-6);
		}
	}

	@Test
	void nothingIsBelowAnAtom() {
		for (final Case c : CASES.subList(1, CASES.size())) {
			assertEquals(Link.Improvement.NONE, c.link.improvement(0, 0.1, 0.3));
			assertEquals(Link.Improvement.NONE, c.link.improvement(-1, 0.1, 0.3));
		}
	}

	@Test
	void valuesFollowSignals() {
		final Link band = Link.countBand(200, 181, 197);
		assertEquals(0, band.value(190));
		assertEquals(0.005, band.value(180), 1e-15);
		assertEquals(0.015, band.value(200), 1e-15);
		assertEquals(0, band.latent(200), 1e-15);
		assertEquals(-Math.log(201), band.latent(0), 1e-15);
		assertEquals(0.09, Link.squareRoot().value(0.09));
		assertEquals(0.3, Link.squareRoot().latent(0.09), 1e-15);
		assertEquals(2, Link.folded(5, 1).value(2));
	}

	@Test
	void latentsLeadBackToValues() {
		for (final Case c : CASES)
			for (double signal = 0; signal < 400; signal += 7.3) {
				final double value = c.link.value(signal);
				assertEquals(value, c.link.ofLatent(c.link.latent(signal)), 1e-11 * (1 + value));
				assertEquals(c.objective.applyAsDouble(0.01 * signal - 2), c.link.ofLatent(0.01 * signal -
					2), 1e-12);
			}
	}

	@Test
	void rejectsNonsense() {
		assertThrows(RewardAnalysisException.class, () -> Link.countBand(0, 1, 2));
		assertThrows(RewardAnalysisException.class, () -> Link.countBand(10, 3, 2));
		assertThrows(RewardAnalysisException.class, () -> Link.folded(0, -1));
	}

	/** E[max(0, c − Y)] over the latent's density, piecewise between kinks. */
	private static double quadrature(final Case c, final double level, final double mean,
		final double sd)
	{
		final TreeSet<Double> cuts = new TreeSet<>();
		for (int i = -12; i <= 12; i++)
			cuts.add(mean + i * sd);
		for (final double kink : c.kinks)
			cuts.add(kink);
		for (final double root : roots(c, level, cuts.first(), cuts.last()))
			cuts.add(root);
		double sum = 0;
		Double from = null;
		for (final Double to : cuts) {
			if (from != null) sum += pieces(c, level, mean, sd, from, to);
			from = to;
		}
		return sum;
	}

	private static double pieces(final Case c, final double level, final double mean,
		final double sd, final double from, final double to)
	{
		final int n = (int) Math.ceil((to - from) / sd);
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final var rule = RULES.legendre(20, from + i * (to - from) / n, from +
				(i + 1) * (to - from) / n);
			sum += rule.integrate(z -> Math.max(0, level - c.objective.applyAsDouble(z)) * Math.exp(
				-0.5 * (z - mean) * (z - mean) / (sd * sd)) / (sd * Math.sqrt(2 * Math.PI)));
		}
		return sum;
	}

	/** Where the objective crosses the level, by bisection on a grid. */
	private static List<Double> roots(final Case c, final double level, final double min,
		final double max)
	{
		final List<Double> roots = new ArrayList<>();
		final double a = Math.min(min, -8), b = Math.max(max, 8);
		for (int i = 0; i < 4000; i++) {
			double lo = a + i * (b - a) / 4000, hi = a + (i + 1) * (b - a) / 4000;
			final boolean above = c.objective.applyAsDouble(lo) > level;
			if (above == c.objective.applyAsDouble(hi) > level) continue;
			for (int k = 0; k < 60; k++) {
				final double mid = 0.5 * (lo + hi);
				if (c.objective.applyAsDouble(mid) > level == above) lo = mid;
				else hi = mid;
			}
			roots.add(lo);
		}
		return roots;
	}
}
