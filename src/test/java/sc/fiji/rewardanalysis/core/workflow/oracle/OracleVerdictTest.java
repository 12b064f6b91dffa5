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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict.Question;

/** On a square grid of 10 px, from 0 to 90 px. */
class OracleVerdictTest {

	private static final Area AREA = Area.image(91, 91);

	private static Oracle grid() {
		final List<OraclePoint> points = new ArrayList<>();
		for (int i = 0; i < 100; i++)
			points.add(new OraclePoint(10 * (i % 10), 10 * (i / 10)));
		return new Oracle(points, "test");
	}

	private static Question question(final Oracle oracle, final Area area, final Lattice lattice,
		final double pixelSize, final double matchDistance)
	{
		return new Question(oracle.points().stream().map(p -> new Blob(p.x(), p.y(), 2, 1)).toList(), List
			.of(), List.of(oracle), area, lattice, pixelSize, matchDistance, 0.8);
	}

	@Test
	void theToleranceIsGivenOrAQuarterOfTheNeighboursDistance() {
		final Lattice crystal = Lattices.get("SrTiO3-001");
		assertEquals(0.05 / 0.02, question(grid(), AREA, crystal, 0.02, 0.05).tolerance(), 1e-12);
		assertEquals(0.25 * crystal.nearestDistance() / 0.02, question(grid(), AREA, crystal, 0.02, 0)
			.tolerance(), 1e-12);
		for (final double pixel : new double[] { 0.02, Double.NaN })
			assertEquals(2.5, question(grid(), AREA, null, pixel, 0).tolerance(), 1e-12);
		assertRefused(() -> question(grid(), AREA, null, Double.NaN, 0.05).tolerance(), "match_distance",
			"pixel_size");
		assertRefused(() -> question(new Oracle(List.of(new OraclePoint(5, 5)), "one.csv"), AREA, null,
			0.02, 0).tolerance(), "one.csv", "single point", "match_distance");
	}

	/** Half a neighbour's distance within the border nothing is a hit, but QC and ER know no border. */
	@Test
	void theRimIsCountedByTheAuthorsRewardsOnly() {
		final OracleVerdict v = OracleVerdict.of(question(grid(), AREA, null, Double.NaN, 0));
		assertEquals(64, v.first().match().truePositives());
		assertEquals(100, v.question().atoms().size());
		assertEquals(new OracleRewards(0, 0), v.rewards().get(0));
		assertNull(v.own());
		final Oracle less = new Oracle(grid().points().subList(0, 80), "test");
		final Question q = new Question(question(grid(), AREA, null, 1, 0).atoms(), List.of(), List.of(less),
			AREA, null, Double.NaN, 0, 0.8);
		assertEquals(20 / 80.0, OracleVerdict.of(q).rewards().get(0).count(), 1e-12);
	}

	/** Of an oracle of the whole image those in the selection are the divisor. */
	@Test
	void ofASelectionBothCountsAreThoseInIt() {
		final Area half = AREA.within(-0.5, -0.5, 44.5, 90.5);
		final OracleVerdict v = OracleVerdict.of(question(grid(), half, null, Double.NaN, 0));
		assertEquals(new OracleRewards(0, 0), v.rewards().get(0));
		final List<Blob> some = question(grid(), half, null, 1, 0).atoms().stream().filter(a -> a.x() > 5)
			.toList();
		final OracleVerdict fewer = OracleVerdict.of(new Question(some, List.of(), List.of(grid()), half,
			null, Double.NaN, 0, 0.8));
		assertEquals(10 / 50.0, fewer.rewards().get(0).count(), 1e-12);
	}

	@Test
	void withACrystalItsRewardsAreBesideThem() {
		final Lattice crystal = Lattices.get("SrTiO3-001");
		final double pixel = crystal.nearestDistance() / 10;
		final OracleVerdict v = OracleVerdict.of(question(grid(), AREA, crystal, pixel, 0));
		assertEquals(64, v.first().oracleCount());
		assertEquals(0, v.own().spacing());
		assertEquals(81 * 81 / 100.0, v.own().expected(), 1e-6);
		assertEquals(0.8 * 40, v.limit(), 1e-9);
	}

	@Test
	void duplicatesAreRefusedOrMerged() {
		final List<OraclePoint> points = new ArrayList<>(grid().points());
		points.add(new OraclePoint(41, 40));
		final Question q = question(new Oracle(points, "test"), AREA, null, Double.NaN, 0);
		assertRefused(() -> OracleVerdict.of(q), "1 of the points", "duplicates=merge");
		final OracleVerdict v = OracleVerdict.of(q.merged());
		assertEquals(100, v.first().oracle().size());
		assertEquals(1, v.first().match().falsePositives(), "two atoms, of which one is there");
	}
}
