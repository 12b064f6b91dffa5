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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

class SurrogateTest {

	private static final SearchSpace PLANE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false), Parameter.of("y", "", 0, 1, false)));

	/** Of the standard normal distribution. */
	private static final double QUARTILE = 0.674489750196082, NINETY_FIFTH = 1.6448536269514722;

	private static Study study(final Link link, final List<Constraint> constraints, final int n,
		final Function<double[], Observation> function)
	{
		final Study study = new Study(PLANE, List.of(new Objective("a", "", link, 10)), constraints,
			new SobolEngine(), 7);
		for (int i = 0; i < n; i++) {
			final Trial trial = study.ask();
			study.tell(trial, function.apply(trial.unit()), 0);
		}
		return study;
	}

	private static Surrogate wave(final Link link) {
		return Surrogate.of(study(link, List.of(), 12, x -> Observation.of(3 + Math.sin(5 * x[0]) + x[1] *
			x[1])));
	}

	@Test
	void withoutALinkItIsTheGaussianProcess() {
		final Surrogate surrogate = wave(Link.identity());
		for (final double[] x : new double[][] { { 0.1, 0.3 }, { 0.5, 0.5 }, { 0.93, 0.02 } }) {
			final Surrogate.Outlook o = surrogate.at(x, 0);
			final double sd = (o.high() - o.low()) / 2 / NINETY_FIFTH;
			assertEquals(3 + Math.sin(5 * x[0]) + x[1] * x[1], o.median(), Math.max(0.05, 3 * sd));
			assertEquals(o.median(), o.mean(), 1e-12, "symmetric");
			assertEquals(o.median() + QUARTILE * sd, o.upperQuartile(), 1e-3 * sd);
			assertEquals(o.median() - QUARTILE * sd, o.lowerQuartile(), 1e-3 * sd);
			assertEquals(o.mean(), surrogate.mean(x, 0), 1e-12);
			assertEquals(o.median(), surrogate.median(x, 0));
		}
		assertEquals(1, surrogate.feasibility(new double[] { 0.5, 0.5 }));
		assertFalse(surrogate.isBounded());
	}

	/** The latent of both is the signal, so that one gives the normal belief for the other. */
	@Test
	void quantilesAreThoseOfTheObjective() {
		final double centre = 3.4, half = 0.05;
		final Surrogate latent = wave(Link.identity()), folded = wave(Link.folded(centre, half));
		for (final double[] x : new double[][] { { 0.1, 0.3 }, { 0.5, 0.5 }, { 0.93, 0.02 }, { 0.64,
			0.7 } }) {
			final Surrogate.Outlook l = latent.at(x, 0), o = folded.at(x, 0);
			final double sd = (l.high() - l.low()) / 2 / NINETY_FIFTH;
			final double[][] levels = { { 0.05, o.low() }, { 0.25, o.lowerQuartile() }, { 0.5, o.median() },
				{ 0.75, o.upperQuartile() }, { 0.95, o.high() } };
			for (final double[] level : levels) {
				final double reach = half + level[1];
				final double p = Normal.cdf((centre + reach - l.mean()) / sd) - Normal.cdf((centre - reach - l
					.mean()) / sd);
				if (level[1] > 0) assertEquals(level[0], p, 6e-3);
				else assertTrue(p > level[0] - 6e-3, "within the band");
			}
			// E[Y] = c − E[max(0, c − Y)] for a c that Y never reaches.
			assertEquals(20 - Link.folded(centre, half).integral(20, l.mean(), sd), o.mean(), 0.02 * sd);
		}
	}

	@Test
	void learnsWhatIsFeasible() {
		final Surrogate surrogate = Surrogate.of(study(Link.identity(), List.of(), 24,
			x -> new Observation(new double[] { x[1] }, x[0] < 0.5, Map.of())));
		assertTrue(surrogate.isBounded());
		assertTrue(surrogate.feasibility(new double[] { 0.1, 0.5 }) > 0.9);
		assertTrue(surrogate.feasibility(new double[] { 0.9, 0.5 }) < 0.1);
	}

	@Test
	void learnsConstraintsAndFailures() {
		final Surrogate surrogate = Surrogate.of(study(Link.identity(), List.of(new Constraint("c", "",
			0.5)), 24, x -> x[1] > 0.7 ? Observation.failed("It broke.") : Observation.of(x[0])
				.withConstraints(x[0])));
		assertTrue(surrogate.feasibility(new double[] { 0.3, 0.2 }) > 0.9);
		assertTrue(surrogate.feasibility(new double[] { 0.7, 0.2 }) < 0.1, "the constraint");
		assertTrue(surrogate.feasibility(new double[] { 0.3, 0.95 }) < 0.2, "failed there");
	}

	@Test
	void isFlatWithinAnInteger() {
		final Study study = new Study(new SearchSpace(List.of(new Parameter.Whole("k", "", 1, 4))), List
			.of(new Objective("a", "", Link.identity(), 10)), new RandomEngine(), 1);
		for (int i = 0; i < 8; i++) {
			final Trial trial = study.ask();
			study.tell(trial, Observation.of(trial.configuration().get("k")), 0);
		}
		final Surrogate surrogate = Surrogate.of(study);
		assertEquals(surrogate.at(new double[] { 0.26 }, 0), surrogate.at(new double[] { 0.49 }, 0));
		assertEquals(2, surrogate.median(new double[] { 0.3 }, 0), 0.2);
	}

	@Test
	void theSameStudyGivesTheSame() {
		final double[] x = { 0.3, 0.8 };
		assertEquals(wave(Link.squareRoot()).at(x, 0), wave(Link.squareRoot()).at(x, 0));
	}

	/** The front stays even if it is a single evaluation among many. */
	@Test
	void aLongStudyIsThinned() {
		final Study study = study(Link.identity(), List.of(), 600, x -> Observation.of(Math.abs(x[0] - 0.3) +
			Math.abs(x[1] - 0.6)));
		final Surrogate surrogate = Surrogate.of(study);
		assertEquals(256, surrogate.size());
		final Evaluation best = study.front().get(0);
		assertEquals(best.objectives()[0], surrogate.median(best.unit(), 0), 0.02);
		assertEquals(0.9, surrogate.median(new double[] { 0.8, 0.2 }, 0), 0.05);
	}

	@Test
	void saysWhatItLacks() {
		final Function<double[], Observation> nothing = x -> new Observation(new double[] { Double.NaN },
			true, Map.of());
		assertRefused(() -> Surrogate.of(study(Link.identity(), List.of(), 1, x -> Observation.of(1))),
			"needs 4 evaluations that measured it, and there are 1; evaluate more");
		assertRefused(() -> Surrogate.of(study(Link.identity(), List.of(), 9, nothing)), "there are 0");
		assertTrue(Surrogate.lacks(study(Link.identity(), List.of(), 4, x -> Observation.of(1)))
			.isEmpty());
	}
}
