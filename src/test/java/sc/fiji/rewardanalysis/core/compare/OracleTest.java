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

package sc.fiji.rewardanalysis.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class OracleTest {

	/** A square grid of 10 px, as many along each side. */
	private static List<OraclePoint> grid(final int n) {
		final List<OraclePoint> points = new ArrayList<>();
		for (int i = 0; i < n * n; i++)
			points.add(new OraclePoint(10 * (i % n), 10 * (i / n), i % 2 == 0 ? "A" : "B"));
		return points;
	}

	@Test
	void theSpacingIsThatOfDistinctPlaces() {
		final List<OraclePoint> twice = new ArrayList<>(grid(5));
		twice.addAll(grid(5));
		assertEquals(10, new Oracle(twice, "t").spacing(), 1e-12);
		assertEquals(25, new Oracle(twice, "t").duplicates(0.1));
		assertTrue(Double.isNaN(new Oracle(List.of(new OraclePoint(1, 1), new OraclePoint(1, 1)), "t")
			.spacing()));
	}

	@Test
	void chainsOfDuplicatesBecomeOne() {
		final List<OraclePoint> points = new ArrayList<>(grid(3));
		points.add(new OraclePoint(10.9, 0, "A"));
		points.add(new OraclePoint(11.8, 0, "A"));
		final Oracle merged = new Oracle(points, "t").merged(1);
		assertEquals(9, merged.size());
		assertTrue(merged.points().contains(new OraclePoint((10 + 10.9 + 11.8) / 3, 0, "A")),
			"two of three say A");
		final Oracle sound = new Oracle(grid(3), "t");
		assertSame(sound, sound.merged(9.99));
	}

	@Test
	void duplicatesAreThoseOfEveryPair() {
		final Random random = new Random(3);
		final List<OraclePoint> points = new ArrayList<>();
		for (int i = 0; i < 300; i++)
			points.add(new OraclePoint(100 * random.nextDouble(), 100 * random.nextDouble()));
		for (final double distance : new double[] { 0.5, 2, 4 }) {
			final List<OraclePoint> merged = new Oracle(points, "t").merged(distance).points();
			// Each group is separate from all others.
			final int[] group = new int[points.size()];
			int groups = 0;
			for (int i = 0; i < group.length; i++)
				if (group[i] == 0) fill(points, group, i, ++groups, distance);
			assertEquals(groups, merged.size());
		}
	}

	private static void fill(final List<OraclePoint> points, final int[] group, final int i,
		final int label, final double distance)
	{
		group[i] = label;
		for (int j = 0; j < group.length; j++)
			if (group[j] == 0 && Math.hypot(points.get(i).x() - points.get(j).x(), points.get(i).y() - points
				.get(j).y()) <= distance) fill(points, group, j, label, distance);
	}

	@Test
	void ofAnotherImageItIsRefused() {
		final Oracle oracle = new Oracle(grid(10), "t");
		assertSame(oracle, oracle.of("image", 95, 95));
		assertSame(oracle, oracle.of("image", 89, 89), "centres may be just outside");
		final String said = assertThrows(RewardAnalysisException.class, () -> oracle.of("image", 64, 64))
			.getMessage();
		assertTrue(said.contains("lie outside \"image\" (64 x 64 px") && said.contains("oracle_unit"), said);
	}

	@Test
	void emptyOnesAreRefused() {
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new Oracle(List.of(), "t"))
			.getMessage().contains("no points"));
		assertThrows(RewardAnalysisException.class, () -> new OraclePoint(Double.NaN, 0));
	}

	@Test
	void classesCanBeChosen() {
		final Oracle oracle = new Oracle(grid(3), "t");
		assertEquals(List.of("A", "B"), oracle.kinds());
		assertEquals(5, oracle.only(List.of("A")).size());
		assertTrue(assertThrows(RewardAnalysisException.class, () -> oracle.only(List.of("C")))
			.getMessage().contains("its classes are A, B"));
	}
}
