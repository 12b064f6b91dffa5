package sc.fiji.rewardanalysis.core.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
		assertEquals(expected, ehvi.value(m1, s1, m2, s2), tolerance * expected);
		assertEquals(expected, ehvi.gain(m1, s1, m2, s2).value(), tolerance * expected);
	}

	/** f₁ = |Z|; against two million draws when the formula was derived. */
	@ParameterizedTest
	@CsvSource({ "-0.8,1.5,.7,.6,2.619755377", "0.1,2,.5,.3,2.315550399" })
	void foldsAnObjective(final double m1, final double m2, final double s1, final double s2,
		final double expected)
	{
		assertEquals(expected, of(Link.folded(0, 0)).value(m1, s1, m2, s2), 1e-9);
	}

	@Test
	void isTheMeanOfWhatRandomPointsGain() {
		final SplittableRandom random = new SplittableRandom(7);
		final Link count = Link.countBand(200, 190, 205), root = Link.squareRoot();
		final double[][] front = { { 0.05, 0.6 }, { 0.2, 0.3 }, { 0.5, 0.1 } };
		final double[] reference = { 1, 1 };
		final var ehvi = new ExpectedHypervolumeImprovement(front, reference, count, root);
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
		final double expected = ehvi.value(m1, s1, m2, s2);
		assertEquals(expected, sum / n, 0.01 * expected);
	}

	@Test
	void derivativesAgreeWithDifferences() {
		final SplittableRandom random = new SplittableRandom(4);
		for (final Link link : new Link[] { Link.identity(), Link.folded(1, 0.5), Link.squareRoot(),
			Link.countBand(2, 1, 3) })
			for (int i = 0; i < 100; i++) {
				final double[] p = { 4 * random.nextDouble(), 0.2 + random.nextDouble(), 4 * random
					.nextDouble(), 0.2 + random.nextDouble() };
				final var ehvi = of(link);
				final var gain = ehvi.gain(p[0], p[1], p[2], p[3]);
				final double[] derivatives = { gain.byFirstMean(), gain.byFirstSd(), gain
					.bySecondMean(), gain.bySecondSd() };
				for (int k = 0; k < 4; k++) {
					final double[] up = p.clone(), down = p.clone();
					up[k] += 1e-5;
					down[k] -= 1e-5;
					final double difference = (ehvi.value(up[0], up[1], up[2], up[3]) - ehvi.value(
						down[0], down[1], down[2], down[3])) / 2e-5;
					assertEquals(difference, derivatives[k], 1e-6 * (1 + Math.abs(difference)));
				}
			}
	}

	@Test
	void isNeverNegative() {
		for (double m = 0; m < 40; m += 0.5)
			for (double s = 1e-4; s < 10; s *= 3)
				assertTrue(of(Link.identity()).value(m, s, m, s) >= 0);
	}

	@Test
	void ignoresDominatedAndOutlyingPoints() {
		final var clean = of(Link.identity());
		final var cluttered = new ExpectedHypervolumeImprovement(new double[][] { { 3, 1 }, { 5, 0 },
			{ 2, 2 }, { 2, 2 }, { 3, 3 }, { 1, 3 } }, REFERENCE, Link.identity(), Link.identity());
		assertEquals(clean.value(2, 1, 1, 1), cluttered.value(2, 1, 1, 1), 1e-15);
	}

	@Test
	void hasNothingToGainFromAPerfectFront() {
		final var ehvi = new ExpectedHypervolumeImprovement(new double[][] { { 0, 0 } }, REFERENCE,
			Link.folded(0, 0), Link.squareRoot());
		assertEquals(0, ehvi.value(0.1, 1, 0.1, 1));
	}

	@Test
	void needsTwoObjectives() {
		assertThrows(RewardAnalysisException.class, () -> new ExpectedHypervolumeImprovement(
			new double[0][], new double[] { 1 }, Link.identity(), Link.identity()));
	}

	private static ExpectedHypervolumeImprovement of(final Link first) {
		return new ExpectedHypervolumeImprovement(FRONT, REFERENCE, first, Link.identity());
	}
}
