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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class SearchSpaceTest {

	private static final SearchSpace SPACE = new SearchSpace(List.of(new Parameter.Real("sigma",
		"px", 0.5, 8, true), new Parameter.Fixed("mode", "", 3), new Parameter.Whole("levels", "", 2,
			11), new Parameter.Real("overlap", "", -1, 1, false)));

	@Test
	void goesThereAndBack() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 1000; i++) {
			final double[] unit = random.doubles(3).toArray();
			final double[] snapped = SPACE.snapped(unit);
			final Configuration configuration = SPACE.at(unit);
			assertArrayEquals(snapped, SPACE.toUnit(configuration), 1e-14);
			assertArrayEquals(snapped, SPACE.snapped(snapped));
			assertEquals(configuration, SPACE.at(snapped));
			assertEquals(configuration, SPACE.completed(configuration));
			assertEquals(3, configuration.get("mode"));
			final double levels = configuration.get("levels");
			assertTrue(levels == Math.rint(levels) && levels >= 2 && levels <= 11);
		}
	}

	@Test
	void reachesItsBoundsAndClipsBeyond() {
		assertEquals(Configuration.of(Map.of("sigma", 0.5, "mode", 3.0, "levels", 2.0, "overlap",
			-1.0)), SPACE.at(new double[] { -1, 0, 0 }));
		assertEquals(Configuration.of(Map.of("sigma", 8.0, "mode", 3.0, "levels", 11.0, "overlap",
			1.0)), SPACE.at(new double[] { 1, 1, 2 }));
		assertEquals(2, SPACE.at(new double[] { 0.5, 0, 0 }).get("sigma"), 1e-14);
	}

	@Test
	void integersShareTheAxisEqually() {
		final int[] count = new int[12];
		for (int i = 0; i < 1000; i++)
			count[(int) SPACE.at(new double[] { 0, (i + 0.5) / 1000, 0 }).get("levels")]++;
		for (int level = 2; level <= 11; level++)
			assertEquals(100, count[level]);
	}

	@Test
	void nothingToChooseIsFixed() {
		assertInstanceOf(Parameter.Fixed.class, Parameter.of("a", "", 2, 2, true));
		assertInstanceOf(Parameter.Real.class, Parameter.of("a", "", 2, 3, true));
		assertEquals(3, SPACE.dimension());
		assertEquals(4, SPACE.parameters().size());
	}

	@Test
	void completesWhatIsFixed() {
		final Configuration partial = Configuration.of(Map.of("overlap", 0.5, "levels", 4.0, "sigma",
			1.0));
		assertEquals(List.of("sigma", "mode", "levels", "overlap"), List.copyOf(SPACE.completed(
			partial).names()));
		assertThrows(RewardAnalysisException.class, () -> SPACE.completed(partial.with("mode", 4)));
		assertThrows(RewardAnalysisException.class, () -> SPACE.completed(partial.with("other", 4)));
		assertThrows(RewardAnalysisException.class, () -> SPACE.completed(partial.with("levels",
			4.5)));
		assertThrows(RewardAnalysisException.class, () -> SPACE.completed(partial.with("sigma",
			9)));
		assertThrows(RewardAnalysisException.class, () -> SPACE.completed(Configuration.of(Map.of(
			"sigma", 1.0))));
	}

	@Test
	void rejectsBadBounds() {
		assertThrows(RewardAnalysisException.class, () -> Parameter.of("a", "", 3, 2, false));
		assertThrows(RewardAnalysisException.class, () -> Parameter.of("a", "", 0, 2, true));
		assertThrows(RewardAnalysisException.class, () -> Parameter.of("a", "", Double.NaN, 2,
			false));
		assertThrows(RewardAnalysisException.class, () -> Parameter.of(" ", "", 1, 2, false));
		assertThrows(RewardAnalysisException.class, () -> new Parameter.Whole("a", "", 1, 1));
		assertThrows(RewardAnalysisException.class, () -> new SearchSpace(List.of()));
		assertThrows(RewardAnalysisException.class, () -> new SearchSpace(List.of(
			new Parameter.Fixed("a", "", 1), new Parameter.Fixed("a", "", 2))));
		assertThrows(RewardAnalysisException.class, () -> SPACE.at(new double[2]));
	}

	@Test
	void configurationsAreValues() {
		final Configuration a = Configuration.of(Map.of("x", 1.0)), b = a.with("y", 2);
		assertEquals(1, a.names().size());
		assertEquals(a.with("x", 3), a.with("x", 4).with("x", 3));
		assertNotEquals(a, b);
		assertEquals("{x=1.0, y=2.0}", b.toString());
		assertTrue(assertThrows(RewardAnalysisException.class, () -> b.get("z")).getMessage()
			.contains("[x, y]"));
		assertThrows(RewardAnalysisException.class, () -> a.with("x", Double.NaN));
		assertThrows(UnsupportedOperationException.class, () -> a.asMap().clear());
	}

	/** A mixture whose tied covariance alone has a shrinkage, whose shrinkage has a scale. */
	private static final SearchSpace CONDITIONAL = new SearchSpace(List.of(new Parameter.Choice(
		"covariance", List.of("full", "tied", "spherical")), new Parameter.Choice("shrinkage", List.of(
			"none", "some")), new Parameter.Real("amount", "", 1, 3, false), new Parameter.Fixed("start",
				"", 7))).when("shrinkage", "covariance", "full", "tied").when("amount", "shrinkage", "some")
					.when("start", "covariance", "full");

	@Test
	void whatDoesNotMatterIsAbsentAndInTheMiddle() {
		final double full = 0.1, tied = 0.5, spherical = 0.9, none = 0.2, some = 0.7;
		assertEquals(List.of("covariance", "shrinkage", "amount", "start"), List.copyOf(CONDITIONAL.at(
			new double[] { full, some, 0.25 }).names()));
		assertEquals(List.of("covariance", "shrinkage", "amount"), List.copyOf(CONDITIONAL.at(
			new double[] { tied, some, 0.25 }).names()));
		assertEquals(List.of("covariance", "shrinkage", "start"), List.copyOf(CONDITIONAL.at(
			new double[] { full, none, 0.25 }).names()));
		final Configuration plain = CONDITIONAL.at(new double[] { spherical, some, 0.25 });
		assertEquals(Map.of("covariance", 2.0), plain.asMap());
		assertArrayEquals(new double[] { 5 / 6.0, 0.5, 0.5 }, CONDITIONAL.toUnit(plain), 1e-15);
		assertArrayEquals(CONDITIONAL.snapped(new double[] { spherical, some, 0.25 }), CONDITIONAL
			.snapped(new double[] { spherical, none, 0.75 }));
		assertArrayEquals(new boolean[] { false, false, true }, CONDITIONAL.smooth(new double[] { full,
			some, 0.25 }));
		assertArrayEquals(new boolean[3], CONDITIONAL.smooth(new double[] { full, none, 0.25 }));
	}

	@Test
	void conditionsGoThereAndBack() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < 500; i++) {
			final double[] unit = random.doubles(3).toArray();
			final Configuration configuration = CONDITIONAL.at(unit);
			assertArrayEquals(CONDITIONAL.snapped(unit), CONDITIONAL.toUnit(configuration), 1e-14);
			assertEquals(configuration, CONDITIONAL.at(CONDITIONAL.toUnit(configuration)));
			assertEquals(configuration, CONDITIONAL.completed(configuration));
		}
	}

	@Test
	void whatDoesNotMatterIsDropped() {
		final Configuration more = Configuration.of(Map.of("covariance", 2.0, "amount", 99.0));
		assertEquals(Map.of("covariance", 2.0), CONDITIONAL.completed(more).asMap());
		assertThrows(RewardAnalysisException.class, () -> CONDITIONAL.completed(Configuration.of(Map.of(
			"covariance", 0.0, "shrinkage", 1.0, "amount", 99.0))));
		assertThrows(RewardAnalysisException.class, () -> CONDITIONAL.completed(Configuration.of(Map.of(
			"covariance", 0.0))));
	}

	@Test
	void refusesConditionsThatMakeNoSense() {
		final Parameter choice = new Parameter.Choice("c", List.of("a", "b"));
		final Parameter number = new Parameter.Real("x", "", 0, 1, false);
		final SearchSpace space = new SearchSpace(List.of(number, choice, new Parameter.Real("y", "", 0, 1,
			false)));
		for (final String[] wrong : new String[][] { { "x", "c", "a" }, { "y", "x", "a" }, { "y", "c",
			"d" }, { "y", "d", "a" }, { "z", "c", "a" }, { "c", "c", "a" } })
			assertThrows(RewardAnalysisException.class, () -> space.when(wrong[0], wrong[1], wrong[2]));
		assertThrows(RewardAnalysisException.class, () -> space.when("y", "c"));
	}

	@Test
	void refusesBoundsThatOverflow() {
		assertThrows(RewardAnalysisException.class, () -> Parameter.of("x", "", -1e308, 1e308, false));
		assertThrows(RewardAnalysisException.class, () -> Parameter.of("x", "", 1e-300, 1e300, true));
	}
}
