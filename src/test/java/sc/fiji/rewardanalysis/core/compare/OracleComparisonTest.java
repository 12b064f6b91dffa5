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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Outcome;

class OracleComparisonTest {

	private static final Area AREA = Area.image(100, 100);

	private static final Oracle ORACLE = new Oracle(List.of(new OraclePoint(10, 10, "A"), new OraclePoint(
		30, 10, "A"), new OraclePoint(50, 10, "B"), new OraclePoint(70, 10, "B")), "test");

	private static final List<OraclePoint> FOUND = List.of(new OraclePoint(11, 10), new OraclePoint(31, 12),
		new OraclePoint(50, 11), new OraclePoint(60, 50));

	private static OracleComparison compared(final List<String> kinds) {
		return OracleComparison.of(FOUND, kinds, ORACLE, 5, AREA);
	}

	@Test
	void countsAreThoseOfAnExampleByHand() {
		final OracleComparison c = compared(List.of());
		assertEquals(3, c.match().truePositives());
		assertEquals(1, c.match().falsePositives());
		assertEquals(1, c.match().falseNegatives());
		assertEquals(0.75, c.match().f1(), 1e-12);
		assertEquals(1, c.countRatio(), 1e-12);
		assertEquals(Math.sqrt((1 + 5 + 1) / 3.0), c.match().rmsd(), 1e-12);
		assertEquals(2 / 3.0, c.match().biasX(), 1e-12);
		assertEquals(1, c.match().biasY(), 1e-12);
		assertEquals(1, c.distance(0), 1e-12);
		assertEquals(1, c.distance(0.5), 1e-12);
		assertEquals(Math.sqrt(5), c.distance(1), 1e-12);
		assertArrayEquals(new int[] { 3 }, c.foundThat(Outcome.FALSE_ALARM));
		assertArrayEquals(new int[] { 3 }, c.missed());
		assertEquals(5, c.pairs().size());
		assertFalse(c.isSame());
	}

	@Test
	void classesAreToldApart() {
		final List<OracleComparison.Kind> kinds = compared(List.of()).perKind();
		assertEquals(2, kinds.size());
		assertEquals(1, kinds.get(0).recall(), 1e-12);
		assertEquals(0.5, kinds.get(1).recall(), 1e-12);
		assertEquals(Math.sqrt(3), kinds.get(0).rmsd(), 1e-12);
		assertEquals(0, kinds.get(1).biasX(), 1e-12);
		assertEquals(1, kinds.get(1).biasY(), 1e-12);
		assertFalse(compared(List.of()).isClassified());
		final OracleComparison both = compared(List.of("A", "B", "B", ""));
		assertTrue(both.isClassified());
		final OracleComparison.Confusion confusion = both.confusion();
		assertEquals(List.of("A", "B"), confusion.rows());
		assertEquals(List.of("A", "B", "no class"), confusion.columns());
		assertArrayEquals(new int[] { 1, 1, 0, 0 }, confusion.counts()[0]);
		assertArrayEquals(new int[] { 0, 1, 0, 1 }, confusion.counts()[1]);
		assertArrayEquals(new int[] { 0, 0, 1, 0 }, confusion.counts()[2]);
	}

	@Test
	void whatIsOutsideIsNoError() {
		final OracleComparison c = OracleComparison.of(FOUND, List.of(), ORACLE, 5, Area.image(40, 40));
		assertEquals(2, c.match().truePositives());
		assertEquals(0, c.match().falsePositives() + c.match().falseNegatives());
		assertEquals(3, c.pairs().stream().filter(p -> p.outcome() == Outcome.OUTSIDE).count());
	}

	/** Of Wilson's interval: Newcombe 1998, Stat. Med. 17, 857, table I, method 3. */
	@ParameterizedTest
	@CsvSource({ "81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611",
		"1, 29, 0.0061, 0.1718", "29, 29, 0.8830, 1" })
	void intervalsAreThoseOfTheLiterature(final int events, final int trials, final double low,
		final double high)
	{
		final Interval interval = Interval.wilson(events, trials);
		assertEquals(low, interval.low(), 5e-5);
		assertEquals(high, interval.high(), 5e-5);
	}

	/** F1 = 2 p / (1 + p) of p = TP / (TP + FP + FN); 81 of 263 as above. */
	@Test
	void theIntervalOfF1IsThatOfTheJaccardIndex() {
		final Interval f1 = Interval.ofF1(new Match(81, 100, 82, 0, 0, 0, new int[0]));
		assertEquals(2 * 0.2553 / 1.2553, f1.low(), 1e-4);
		assertEquals(2 * 0.3662 / 1.3662, f1.high(), 1e-4);
	}

	/** Of many draws about 95 % of the intervals hold the true F1. */
	@Test
	void theIntervalOfF1CoversTheTruth() {
		final Random random = new Random(7);
		final double p = 0.8, truth = 2 * p / (1 + p);
		int covered = 0;
		final int draws = 2000, n = 100;
		for (int d = 0; d < draws; d++) {
			int hits = 0;
			for (int i = 0; i < n; i++)
				if (random.nextDouble() < p) hits++;
			final Interval f1 = Interval.ofF1(new Match(hits, n - hits, 0, 0, 0, 0, new int[0]));
			if (f1.low() <= truth && truth <= f1.high()) covered++;
		}
		assertEquals(0.95, (double) covered / draws, 0.02);
	}

	@Test
	void duplicatesAndEmptyAreasAreRefused() {
		final List<OraclePoint> twice = new ArrayList<>(ORACLE.points());
		twice.add(new OraclePoint(12, 10, "A"));
		final Oracle oracle = new Oracle(twice, "test");
		assertRefused(() -> OracleComparison.of(FOUND, List.of(), oracle, 5, AREA), "1 of the points",
			"duplicates=merge");
		assertEquals(0.75, OracleComparison.of(FOUND, List.of(), oracle.merged(2.5), 5, AREA).match().f1(),
			1e-12);
		assertRefused(() -> OracleComparison.of(FOUND, List.of(), ORACLE, 5, Area.image(5, 5)),
			"None of the 4 points", "select another area");
		assertRefused(() -> OracleComparison.of(FOUND, List.of(), ORACLE, 0, AREA), "match_distance");
	}

	@Test
	void nothingFoundIsAResult() {
		final OracleComparison c = OracleComparison.of(List.of(), List.of(), ORACLE, 5, AREA);
		assertEquals(0, c.match().f1());
		assertTrue(Double.isNaN(c.distance(0.5)));
		assertEquals(0, c.f1Interval().low());
		assertEquals(4, c.missed().length);
	}

	@Test
	void theSamePointsAreSeen() {
		assertTrue(OracleComparison.of(ORACLE.points(), List.of(), ORACLE, 5, AREA).isSame());
	}
}
