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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WarmStartTest {

	private static final List<Objective> OBJECTIVES = List.of(new Objective("f1", "", Link
		.identity(), 1), new Objective("f2", "", Link.identity(), 1));

	private static Parameter real(final String name, final double min, final double max) {
		return Parameter.of(name, "", min, max, false);
	}

	private static Study study(final SearchSpace space) {
		return new Study(space, OBJECTIVES, new SobolEngine(), 1);
	}

	private static void tell(final Study study, final Map<String, Double> values,
		final double... objectives)
	{
		study.enqueue(Configuration.of(values));
		study.tell(study.ask(), Observation.of(objectives), 0);
	}

	/** x and the objectives: a front of a quarter circle, and what it dominates. */
	private static Study circle(final int n) {
		final Study study = study(new SearchSpace(List.of(real("x", 0, 1))));
		for (int i = 0; i < n; i++) {
			final double x = i / (n - 1.0), angle = 0.5 * Math.PI * x;
			tell(study, Map.of("x", x), 1 - Math.sin(angle), 1 - Math.cos(angle));
			tell(study, Map.of("x", x), 1.5 - Math.sin(angle), 1.5 - Math.cos(angle));
		}
		return study;
	}

	private static List<Configuration> points(final Study from, final SearchSpace to) {
		return WarmStart.points(from.space(), from.evaluations(), to);
	}

	@Test
	void endsComeFirstThenWhatAddsTheMostVolume() {
		final Study earlier = circle(21);
		final double[] x = points(earlier, earlier.space()).stream().mapToDouble(c -> c.get("x"))
			.toArray();
		assertEquals(5, x.length);
		// The best of f1 has the largest x. In the middle the rectangle to the corner is the largest.
		assertEquals(1, x[0]);
		assertEquals(0, x[1]);
		assertEquals(0.5, x[2], 1e-12);
		Arrays.sort(x);
		for (int i = 1; i < 5; i++)
			assertTrue(x[i] - x[i - 1] > 0.14 && x[i] - x[i - 1] < 0.36, Arrays.toString(x));
		assertEquals(3, points(circle(3), earlier.space()).size());
	}

	/** Where many settings are equally good those are taken that lie furthest apart. */
	@Test
	void aPlateauIsCoveredFarAndWide() {
		final SearchSpace space = new SearchSpace(List.of(real("x", 0, 1), real("y", 0, 1)));
		final Study study = study(space);
		for (int i = 0; i < 100; i++)
			tell(study, Map.of("x", i % 10 / 9.0, "y", i / 10 / 9.0), 0, 0);
		final List<Configuration> points = points(study, space);
		assertEquals(5, new HashSet<>(points).size());
		for (final Configuration p : points)
			for (final Configuration q : points)
				assertTrue(p == q || Math.hypot(p.get("x") - q.get("x"), p.get("y") - q.get("y")) > 0.6,
					points.toString());
	}

	@Test
	void pointsAreCarriedOverByNames() {
		final SearchSpace from = new SearchSpace(List.of(real("x", -5, 5), new Parameter.Whole("n", "", 1,
			9), new Parameter.Choice("mode", List.of("a", "b", "c")), real("gone", 0, 1)));
		final SearchSpace to = new SearchSpace(List.of(new Parameter.Choice("mode", List.of("c", "b")),
			new Parameter.Whole("n", "", 3, 5), real("x", 0, 2), new Parameter.Fixed("fixed", "", 7)));
		final Study study = study(from);
		tell(study, Map.of("x", 4.0, "n", 9.0, "mode", 2.0, "gone", 0.5), 0, 0.5);
		tell(study, Map.of("x", -1.0, "n", 4.0, "mode", 1.0, "gone", 0.5), 0.5, 0);
		tell(study, Map.of("x", 1.0, "n", 4.0, "mode", 0.0, "gone", 0.5), 0.2, 0.2);
		assertEquals(List.of(Map.of("mode", 0.0, "n", 5.0, "x", 2.0, "fixed", 7.0), Map.of("mode", 1.0,
			"n", 4.0, "x", 0.0, "fixed", 7.0)), points(study, to).stream().map(Configuration::asMap)
				.toList(), "clipped, and without the choice that isn't there");
		final Study next = study(to);
		assertEquals(2, WarmStart.enqueue(next, from, study.evaluations()));
		assertEquals(WarmStart.ORIGIN, next.ask().origin());
		assertEquals(List.of("warm"), next.queued().stream().map(Study.Queued::origin).toList());
	}

	@Test
	void conditionsAreThoseOfTheNewSpace() {
		final List<Parameter> parameters = List.of(new Parameter.Choice("mode", List.of("a", "b")), real(
			"x", 0, 1), real("y", 0, 1));
		final SearchSpace free = new SearchSpace(parameters), bound = free.when("x", "mode", "b");
		final Study study = study(free);
		tell(study, Map.of("mode", 0.0, "x", 0.3, "y", 0.4), 0, 0);
		assertEquals(Map.of("mode", 0.0, "y", 0.4), points(study, bound).get(0).asMap());
		final Study other = study(bound);
		tell(other, Map.of("mode", 0.0, "y", 0.4), 0, 0.5);
		assertRefused(() -> points(other, free), "fits");
		tell(other, Map.of("mode", 1.0, "x", 0.2, "y", 0.4), 0.5, 0);
		assertEquals(1, points(other, free).size());
	}

	/** Solutions to which it doesn't matter are carried over, others aren't. */
	@Test
	void whatMattersOnlySometimesMayBeMissing() {
		final Parameter.Choice mode = new Parameter.Choice("mode", List.of("a", "b"));
		final SearchSpace bound = new SearchSpace(List.of(mode, real("x", 0, 1), real("y", 0, 1))).when("x",
			"mode", "b");
		final Study without = study(new SearchSpace(List.of(mode, real("y", 0, 1))));
		tell(without, Map.of("mode", 1.0, "y", 0.2), 0, 0.5);
		assertRefused(() -> points(without, bound), "fits");
		tell(without, Map.of("mode", 0.0, "y", 0.4), 0.5, 0);
		final List<Configuration> carried = points(without, bound);
		assertEquals(1, carried.size());
		assertEquals(Map.of("mode", 0.0, "y", 0.4), carried.get(0).asMap());
	}

	@Test
	void whatCannotBeAStartIsSaid() {
		final Study earlier = circle(3);
		assertRefused(() -> points(earlier, new SearchSpace(List.of(real("x", 0, 1), real("sigma", 1,
			2)))), "no sigma", "x", "same parameters");
		final Study empty = study(earlier.space());
		assertRefused(() -> points(empty, earlier.space()), "nothing feasible");
		empty.tell(empty.ask(), Observation.failed("No."), 0);
		assertRefused(() -> points(empty, earlier.space()), "nothing feasible");
	}

	/** Until the volume is reached, or 40 evaluations are done. */
	private static Study search(final double shift, final Study warm, final long seed,
		final double volume)
	{
		final SearchSpace space = new SearchSpace(List.of(real("x", 0, 1), real("y", 0, 1), real("z", 0,
			1)));
		final Study study = new Study(space, OBJECTIVES, new BayesianEngine(), seed);
		if (warm != null) WarmStart.enqueue(study, warm.space(), warm.evaluations());
		while (study.hypervolume() < volume && study.evaluations().size() < 40) {
			final Trial trial = study.ask();
			final Configuration c = trial.configuration();
			final double y = c.get("y") - 0.4 - shift, z = c.get("z") - 0.7 + shift;
			final double x = c.get("x") - shift, both = 2 * (y * y + z * z);
			study.tell(trial, Observation.of(both + (x - 0.3) * (x - 0.3), both + (x - 0.6) * (x - 0.6)),
				0);
		}
		return study;
	}

	/** As of an image that moved a little: the optima lie a twentieth further. */
	@Test
	void aShiftedProblemNeedsFewerEvaluations() {
		int cold = 0, warm = 0;
		for (long seed = 1; seed <= 8; seed++) {
			final Study earlier = search(0, null, seed, 0.97);
			assertTrue(earlier.hypervolume() > 0.97);
			cold += search(0.05, null, seed, 0.93).evaluations().size();
			warm += search(0.05, earlier, seed, 0.93).evaluations().size();
		}
		assertTrue(warm <= 0.6 * cold, cold + " cold and " + warm + " warm");
	}
}
