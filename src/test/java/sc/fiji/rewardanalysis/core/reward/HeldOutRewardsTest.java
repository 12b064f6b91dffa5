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

package sc.fiji.rewardanalysis.core.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.reward.Reward.Direction;

/** The rewards that a search never sees, against closed forms. */
class HeldOutRewardsTest {

	private static double value(final Reward<AtomSet> reward, final List<Blob> atoms) {
		return reward.score(SquareCrystal.set(atoms)).value();
	}

	/** The covering radius is 0.707 nm and 15 % are allowed: 8.13 px. */
	@Test
	void coverageGapIsTheShareOfTheAreaFarFromAnyAtom() {
		final CoverageGap gap = new CoverageGap();
		assertEquals(0, value(gap, SquareCrystal.atoms()));
		assertEquals(1, value(gap, List.of()));
		// One atom: all of 80 × 80 px but its disc.
		final double limit = 11.5 * Math.sqrt(0.5);
		assertEquals(1 - Math.PI * limit * limit / 6400, value(gap, List.of(SquareCrystal.at(49.5,
			49.5))), 0.003);
		// An atom far outside covers nothing.
		assertEquals(1, value(gap, List.of(SquareCrystal.at(-20, 50))));
		final List<Blob> hole = SquareCrystal.atoms();
		hole.removeIf(a -> Math.abs(a.x() - 50) < 20 && Math.abs(a.y() - 50) < 20);
		// 16 columns are gone; within their square of 50 px the rim is covered.
		final double holed = value(gap, hole);
		assertTrue(holed > 34 * 34 / 6400.0 * 0.9 && holed < 50 * 50 / 6400.0, "hole of " + holed);
	}

	/** Sample by sample, each against all atoms; areas that the samples don't divide, off the origin. */
	@Test
	void coverageGapIsThatOfEachSample() {
		final Random random = new Random(5);
		for (int trial = 0; trial < 60; trial++) {
			final Area judged = Area.image(100, 90).within(30 * random.nextDouble(), 30 * random
				.nextDouble(), 60 + 30 * random.nextDouble(), 60 + 30 * random.nextDouble());
			// A column's reach of 1.15 px, of less than two steps, or of many.
			final double radius = 0.1 * Math.pow(20, random.nextDouble()), limit = 1.15 * radius / 0.1;
			final List<Blob> atoms = new ArrayList<>();
			for (int i = random.nextInt(40); i >= 0; i--)
				atoms.add(SquareCrystal.at(120 * random.nextDouble() - 10, 110 * random.nextDouble() - 10));
			final double step = Math.max(1, limit / 4);
			int all = 0, empty = 0;
			for (double y = judged.minY() + step / 2; y < judged.maxY(); y += step)
				for (double x = judged.minX() + step / 2; x < judged.maxX(); x += step) {
					final double px = x, py = y;
					all++;
					if (atoms.stream().noneMatch(a -> Math.hypot(a.x() - px, a.y() - py) <= limit)) empty++;
				}
			assertEquals((double) empty / all, new CoverageGap().score(new AtomSet(atoms, new AtomPhysics(
				0.1, judged, 50, 5, 90, judged, 50, 3.2, radius, new double[][] { { 1 } }))).value(), 1e-3,
				"trial " + trial);
		}
	}

	@Test
	void latticeResidualIsTheRootMeanSquareOfTheDistances() {
		final LatticeResidual residual = new LatticeResidual();
		assertEquals(0, value(residual, SquareCrystal.atoms()), 1e-12);
		// Stretched by 2 %, every distance is 0.02 nm too long.
		final List<Blob> stretched = SquareCrystal.atoms().stream().map(a -> SquareCrystal.at(1.02 * a
			.x(), 1.02 * a.y())).toList();
		assertEquals(0.02, value(residual, stretched), 1e-12);
		// Squeezed along x alone: two of four distances, the root of a half.
		final List<Blob> squeezed = SquareCrystal.atoms().stream().map(a -> SquareCrystal.at(0.98 * a
			.x(), a.y())).toList();
		assertEquals(0.02 * Math.sqrt(0.5), value(residual, squeezed), 1e-12);
		assertTrue(Double.isNaN(value(residual, List.of())));
		assertTrue(Double.isNaN(value(residual, List.of(SquareCrystal.at(50, 50)))), "no distances");
	}

	@Test
	void latticeResidualTakesTheSiteThatFitsBest() {
		final AtomPhysics p = SquareCrystal.physics();
		final AtomPhysics two = new AtomPhysics(p.pixelSize(), p.counted(), 100, 95, 105, p.judged(), 64,
			3.2, 0.7, new double[][] { { 0.5, 0.5, 0.5, 0.5 }, { 1, 1, 1, 1.2 } });
		assertEquals(0.1, new LatticeResidual().score(new AtomSet(SquareCrystal.atoms(), two)).value(),
			1e-12);
	}

	/** 64 judged atoms at 1 nm against sites at 0.9, 0.9, 1 and 1.3 nm: by hand. */
	@Test
	void neighbourDistanceIsTheWassersteinDistance() {
		final NeighbourDistance distance = new NeighbourDistance();
		assertEquals(0, value(distance, SquareCrystal.atoms()), 1e-12);
		assertEquals((0.1 + 0.1 + 0 + 0.3) / 4, against(SquareCrystal.atoms(), 1.3, 0.9, 1, 0.9), 1e-12);
		assertEquals((0.5 + 0.1 + 0) / 3, against(SquareCrystal.atoms(), 1.5, 0.9, 1), 1e-12,
			"64 is no multiple of 3");
		// A twin of a judged atom: 2 of 65 at 0 nm instead of 1.
		final List<Blob> twins = SquareCrystal.atoms();
		twins.add(twins.get(44));
		assertEquals(2 / 65.0, value(distance, twins), 1e-12);
		// Quantile by quantile: 65 values, of which 2 are 0 and 63 are 1, against 0.5 and 1.
		assertEquals(0.5 * (32.5 / 65), against(twins, 0.5, 1), 1e-12);
		assertTrue(Double.isNaN(value(distance, List.of())));
		final Blob atom = SquareCrystal.at(50, 50);
		assertTrue(Double.isNaN(value(distance, List.of(atom))));
		assertEquals(1, value(distance, List.of(atom, atom)), 1e-12, "0 instead of 1 nm");
	}

	/** Each of n observed values m times against each of m ideal ones n times, both sorted. */
	@Test
	void neighbourDistanceOfAnyNumberOfAtomsAndSites() {
		final Random random = new Random(6);
		for (int trial = 0; trial < 50; trial++) {
			final List<Blob> atoms = new ArrayList<>();
			for (int i = 2 + random.nextInt(40); i > 0; i--)
				atoms.add(SquareCrystal.at(15 + 70 * random.nextDouble(), 15 + 70 * random.nextDouble()));
			final double[] sites = random.doubles(1 + random.nextInt(7), 0.3, 2).toArray();
			final AtomSet set = SquareCrystal.set(atoms);
			final int n = atoms.size(), m = sites.length;
			final double[] observed = IntStream.range(0, n * m).mapToDouble(i -> set.nearestDistances(i /
				m)[0]).sorted().toArray();
			final double[] ideal = IntStream.range(0, n * m).mapToDouble(i -> sites[i / n]).sorted()
				.toArray();
			assertEquals(IntStream.range(0, n * m).mapToDouble(i -> Math.abs(observed[i] - ideal[i]))
				.average().orElseThrow(), against(atoms, sites), 1e-12, n + " atoms, " + m + " sites");
		}
	}

	private static double against(final List<Blob> atoms, final double... nearest) {
		final AtomPhysics p = SquareCrystal.physics();
		final double[][] sites = new double[nearest.length][];
		for (int s = 0; s < sites.length; s++)
			sites[s] = new double[] { nearest[s], 2, 2, 2 };
		return new NeighbourDistance().score(new AtomSet(atoms, new AtomPhysics(p.pixelSize(), p
			.counted(), 100, 95, 105, p.judged(), 64, 3.2, 0.7, sites))).value();
	}

	@Test
	void countInstabilityIsHalfTheChangeOfTheCount() {
		final CountInstability instability = new CountInstability();
		final List<Blob> atoms = SquareCrystal.atoms();
		final List<Double> factors = new ArrayList<>();
		final AtomSet set = new AtomSet(atoms, SquareCrystal.physics(), factor -> {
			factors.add(factor);
			return SquareCrystal.set(atoms.subList(0, factor < 1 ? 100 : 70));
		});
		assertEquals(0.15, instability.score(set).value(), 1e-12);
		assertEquals(List.of(0.9, 1.1), factors);
		assertTrue(Double.isNaN(value(instability, atoms)), "no threshold made these");
	}

	@Test
	void meanResponseIsThatOfTheCountedAtoms() {
		final MeanResponse response = new MeanResponse();
		assertEquals(0.3, value(response, List.of(new Blob(3, 3, 1, 0.2), new Blob(5, 5, 1, 0.4),
			new Blob(-3, 5, 1, 99))), 1e-12);
		assertTrue(Double.isNaN(value(response, List.of())));
	}

	@Test
	void everyRewardSaysWhatItIs() {
		final List<Reward<AtomSet>> all = List.of(CountError.band(), CountError.paper(),
			new SpacingError(), new CoverageGap(), new LatticeResidual(), new NeighbourDistance(),
			new MeanResponse(), new CountInstability());
		final HashSet<String> names = new HashSet<>();
		for (final Reward<AtomSet> reward : all) {
			assertTrue(names.add(reward.name()), reward.name());
			assertFalse(reward.name().isBlank() || reward.name().contains(",") || reward.name().contains(
				" "), reward.name());
			assertTrue(reward.description().endsWith("."), reward.description());
			assertFalse(reward.unit().isBlank());
			assertEquals(reward.unit().equals("1") ? reward.name() : reward.name() + "_" + reward.unit(),
				reward.heading());
			assertEquals(reward instanceof MeanResponse ? Direction.MAXIMIZE : Direction.MINIMIZE, reward
				.direction());
		}
	}
}
