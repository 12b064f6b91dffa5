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

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ExpectedHypervolumeImprovementTest {

	private static final double[][] FRONT = { { 1, 3 }, { 2, 2 }, { 3, 1 } };
	private static final double[] REFERENCE = { 4, 4 };

	/** Values of BoTorch, but for the last: there BoTorch cancels to −2.1e-26. */
	@ParameterizedTest
	@CsvSource({ "2,1.5,.7,.6,0.932719480147,1e-11", "0.5,0.5,.1,.1,6.25000001069,1e-11",
		"3.5,3.5,.5,.5,1.59099037e-5,1e-8", "2,2,.01,.01,0.00796293011372,1e-11",
		"6,6,.5,.5,5.90535003e-27,1e-8" })
	void agreesWithBoTorch(final double m1, final double m2, final double s1, final double s2,
		final double expected, final double tolerance)
	{
		final var ehvi = of(Link.identity());
		final double[] means = { m1, m2 }, sds = { s1, s2 };
		assertEquals(expected, ehvi.value(means, sds), tolerance * expected);
		assertEquals(Math.log(expected), ehvi.gain(means, sds).log(), tolerance + 1e-12 * Math.abs(Math
			.log(expected)));
	}

	/** Values of BoTorch. */
	@ParameterizedTest
	@CsvSource({ "1.5,1.5,1.5,.5,.5,.5,5.17760088322", "2.5,2.5,2.5,.4,.6,.8,0.190776404105" })
	void agreesWithBoTorchInThreeDimensions(final double m1, final double m2, final double m3,
		final double s1, final double s2, final double s3, final double expected)
	{
		final double[][] front = { { 1, 2, 3 }, { 2, 3, 1 }, { 3, 1, 2 }, { 2, 2, 2 } };
		final var ehvi = new ExpectedHypervolumeImprovement(front, new double[] { 4, 4, 4 }, List.of(Link
			.identity(), Link.identity(), Link.identity()));
		assertEquals(expected, ehvi.value(new double[] { m1, m2, m3 }, new double[] { s1, s2, s3 }), 1e-9 *
			expected);
	}

	/** Where a double holds nothing of the improvement any more. */
	@Test
	void logarithmStaysFiniteFarAway() {
		for (final Link link : new Link[] { Link.identity(), Link.folded(0, 0.3), Link.squareRoot(), Link
			.countBand(5, 4, 6) })
		{
			final var ehvi = of(link);
			double last = Double.POSITIVE_INFINITY;
			for (double m = 4; m < 500; m *= 1.2) {
				final double[] means = { m, 2 * m }, sds = { 0.05, 0.02 };
				final var gain = ehvi.gain(means, sds);
				assertEquals(gain.log(), ehvi.log(means, sds), 1e-9 * Math.abs(gain.log()));
				assertTrue(Double.isFinite(gain.log()) && gain.log() < last, link + " at " + m);
				last = gain.log();
				for (int k = 0; k < 2; k++) {
					final double h = 1e-6 * means[k];
					final double[] up = means.clone(), down = means.clone();
					up[k] += h;
					down[k] -= h;
					final double slope = (ehvi.log(up, sds) - ehvi.log(down, sds)) / (2 * h);
					assertEquals(slope, gain.byMean()[k], 1e-5 * Math.abs(slope), link + " at " + m);
				}
			}
			assertTrue(last < -1e4);
		}
	}

	/** One objective: Jones, Schonlau & Welch's expected improvement over the best. */
	@Test
	void isTheExpectedImprovementOfASingleObjective() {
		final var ei = new ExpectedHypervolumeImprovement(new double[][] { { 0.7 }, { 0.4 }, { 9 } },
			new double[] { 1 }, List.of(Link.identity()));
		assertEquals(Link.identity().integral(0.4, 0.6, 0.2), ei.value(new double[] { 0.6 }, new double[] {
			0.2 }), 1e-15);
		final var first = new ExpectedHypervolumeImprovement(new double[0][], new double[] { 1 }, List.of(
			Link.identity()));
		assertEquals(Link.identity().integral(1, 0.6, 0.2), first.value(new double[] { 0.6 }, new double[] {
			0.2 }), 1e-15);
	}

	/** f₁ = |Z|; against two million draws when the formula was derived. */
	@ParameterizedTest
	@CsvSource({ "-0.8,1.5,.7,.6,2.619755377", "0.1,2,.5,.3,2.315550399" })
	void foldsAnObjective(final double m1, final double m2, final double s1, final double s2,
		final double expected)
	{
		assertEquals(expected, of(Link.folded(0, 0)).value(new double[] { m1, m2 }, new double[] { s1,
			s2 }), 1e-9);
	}

	@Test
	void isTheMeanOfWhatRandomPointsGain() {
		final SplittableRandom random = new SplittableRandom(7);
		final Link count = Link.countBand(200, 190, 205), root = Link.squareRoot();
		final double[][] front = { { 0.05, 0.6 }, { 0.2, 0.3 }, { 0.5, 0.1 } };
		final double[] reference = { 1, 1 };
		final var ehvi = new ExpectedHypervolumeImprovement(front, reference, List.of(count, root));
		final double m1 = -0.15, s1 = 0.3, m2 = 0.4, s2 = 0.25;
		final double before = Hypervolume.of(front, reference);
		double sum = 0;
		final int n = 200_000;
		for (int i = 0; i < n; i++) {
			final double z2 = Math.max(0, m2 + s2 * random.nextGaussian());
			final double[] y = { count.value(201 * Math.exp(m1 + s1 * random.nextGaussian()) - 1), z2 *
				z2 };
			final double[][] more = Arrays.copyOf(front, 4);
			more[3] = y;
			sum += Hypervolume.of(more, reference) - before;
		}
		final double expected = ehvi.value(new double[] { m1, m2 }, new double[] { s1, s2 });
		assertEquals(expected, sum / n, 0.01 * expected);
	}

	@Test
	void derivativesAgreeWithDifferences() {
		final SplittableRandom random = new SplittableRandom(4);
		for (final Link link : new Link[] { Link.identity(), Link.folded(1, 0.5), Link.squareRoot(),
			Link.countBand(2, 1, 3) })
			for (int i = 0; i < 100; i++) {
				final double[] p = { 4 * random.nextDouble(), 4 * random.nextDouble(), 0.2 + random
					.nextDouble(), 0.2 + random.nextDouble() };
				final var ehvi = of(link);
				final var gain = ehvi.gain(Arrays.copyOf(p, 2), Arrays.copyOfRange(p, 2, 4));
				assertEquals(at(ehvi, p), gain.log(), 1e-12 * (1 + Math.abs(gain.log())));
				final double[] derivatives = { gain.byMean()[0], gain.byMean()[1], gain.bySd()[0], gain
					.bySd()[1] };
				for (int k = 0; k < 4; k++) {
					final double[] up = p.clone(), down = p.clone();
					up[k] += 1e-5;
					down[k] -= 1e-5;
					final double difference = (at(ehvi, up) - at(ehvi, down)) / 2e-5;
					assertEquals(difference, derivatives[k], 1e-6 * (1 + Math.abs(difference)));
				}
			}
	}

	private static double at(final ExpectedHypervolumeImprovement ehvi, final double[] p) {
		return ehvi.log(Arrays.copyOf(p, 2), Arrays.copyOfRange(p, 2, 4));
	}

	@Test
	void isNeverNegative() {
		for (double m = 0; m < 40; m += 0.5)
			for (double s = 1e-4; s < 10; s *= 3)
				assertTrue(of(Link.identity()).value(new double[] { m, m }, new double[] { s,
					s }) >= 0);
	}

	@Test
	void ignoresDominatedAndOutlyingPoints() {
		final var clean = of(Link.identity());
		final var cluttered = new ExpectedHypervolumeImprovement(new double[][] { { 3, 1 }, { 5, 0 },
			{ 2, 2 }, { 2, 2 }, { 3, 3 }, { 1, 3 } }, REFERENCE, List.of(Link.identity(), Link.identity()));
		final double[] means = { 2, 1 }, sds = { 1, 1 };
		assertEquals(clean.value(means, sds), cluttered.value(means, sds), 1e-15);
	}

	@Test
	void hasNothingToGainFromAPerfectFront() {
		final var ehvi = new ExpectedHypervolumeImprovement(new double[][] { { 0, 0 } }, REFERENCE,
			List.of(Link.folded(0, 0), Link.squareRoot()));
		final double[] means = { 0.1, 0.1 }, sds = { 1, 1 };
		assertEquals(0, ehvi.value(means, sds));
		assertEquals(Double.NEGATIVE_INFINITY, ehvi.gain(means, sds).log());
	}

	@Test
	void takesOneToFourObjectives() {
		for (final int m : new int[] { 0, 5 })
			assertThrows(RewardAnalysisException.class, () -> new ExpectedHypervolumeImprovement(
				new double[0][], new double[m], Collections.nCopies(m, Link.identity())));
		assertThrows(RewardAnalysisException.class, () -> new ExpectedHypervolumeImprovement(
			new double[0][], new double[2], List.of(Link.identity())));
	}

	private static ExpectedHypervolumeImprovement of(final Link first) {
		return new ExpectedHypervolumeImprovement(FRONT, REFERENCE, List.of(first, Link.identity()));
	}
}
