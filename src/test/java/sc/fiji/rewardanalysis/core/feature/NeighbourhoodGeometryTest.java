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

package sc.fiji.rewardanalysis.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;
import static sc.fiji.rewardanalysis.core.feature.GeometryFeature.BOND_ORDER;
import static sc.fiji.rewardanalysis.core.feature.GeometryFeature.DISPLACEMENT;
import static sc.fiji.rewardanalysis.core.feature.GeometryFeature.DISTANCE_SPREAD;
import static sc.fiji.rewardanalysis.core.feature.GeometryFeature.MISSING_PARTNERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

class NeighbourhoodGeometryTest {

	private static final double PIXEL = 0.02;
	private static final int SIZE = 300;
	private static final Area AREA = Area.image(SIZE, SIZE);

	private static final Lattice SQUARE = lattice(0.4, 0.4, 90);
	private static final Lattice HEXAGONAL = lattice(0.4, 0.4, 120);

	private static Lattice lattice(final double a, final double b, final double angle) {
		return new Lattice("test", "a column a cell", "made up", a, b, angle, List.of(new Site("A", 26, 0,
			0)));
	}

	private static List<Blob> crystal(final Lattice lattice, final double rotation) {
		final List<Blob> atoms = new ArrayList<>();
		lattice.placedInPixels(PIXEL, rotation, 3.3, 4.4).forEachColumn(-0.5, -0.5, SIZE - 0.5, SIZE -
			0.5, (site, i, j, x, y) -> atoms.add(new Blob(x, y, 2, 1)));
		return atoms;
	}

	private static NeighbourhoodGeometry geometry(final List<Blob> atoms, final Lattice lattice) {
		return NeighbourhoodGeometry.of(atoms, AREA, lattice, PIXEL, 0, Progress.NONE);
	}

	private static int nearest(final List<Blob> atoms, final double x, final double y) {
		return new Neighbours(atoms).nearest(x, y, 1e3);
	}

	private static void assertAll(final double expected, final NeighbourhoodGeometry geometry,
		final GeometryFeature feature)
	{
		for (final double value : geometry.values(feature))
			assertEquals(expected, value, 1e-6, feature + "");
	}

	@Test
	void perfectCrystalsArePerfectUpToTheRim() {
		for (final Lattice lattice : new Lattice[] { SQUARE, HEXAGONAL, null })
			for (final double rotation : new double[] { 0, 11, 45 }) {
				final NeighbourhoodGeometry g = geometry(crystal(lattice == null ? SQUARE : lattice,
					rotation), lattice);
				assertEquals(lattice == HEXAGONAL ? 6 : 4, g.order());
				assertEquals(1, g.grains().size());
				assertAll(1, g, BOND_ORDER);
				assertAll(0, g, DISTANCE_SPREAD);
				assertAll(0, g, DISPLACEMENT);
				assertAll(0, g, MISSING_PARTNERS);
			}
	}

	@Test
	void theBondsOfGrapheneAreThree() {
		final NeighbourhoodGeometry g = geometry(crystal(Lattices.get("graphene"), 20), null);
		assertEquals(3, g.order());
		assertAll(1, g, BOND_ORDER);
		assertAll(0, g, MISSING_PARTNERS);
		final LatticeVectors v = g.grains().get(0);
		assertEquals(Lattices.get("graphene").cellArea() / (PIXEL * PIXEL), Math.abs(v.ax() * v.by() - v
			.ay() * v.bx()), 0.1);
	}

	@Test
	void theCellOfTheLatticeIsFoundTurnedAndStrained() {
		final Lattice ybco = Lattices.get("YBa2Cu3O7-100");
		for (final double rotation : new double[] { 0, 37, 90, 160 }) {
			final NeighbourhoodGeometry g = geometry(crystal(lattice(ybco, 1.03, 0.98), rotation), ybco);
			assertEquals(1, g.grains().size());
			final LatticeVectors v = g.grains().get(0);
			final double angle = Math.toRadians(rotation);
			final double a = 1.03 * ybco.a() / PIXEL, b = 0.98 * ybco.b() / PIXEL;
			assertTrue(v.resembles(new LatticeVectors(a * Math.cos(angle), a * Math.sin(angle), -b * Math
				.sin(angle), b * Math.cos(angle)), 0.02), v + "");
			assertAll(0, g, DISPLACEMENT);
			assertAll(0, g, MISSING_PARTNERS);
		}
	}

	private static Lattice lattice(final Lattice l, final double a, final double b) {
		return new Lattice(l.name(), l.description(), l.source(), a * l.a(), b * l.b(), l.angle(), l
			.sites());
	}

	@Test
	void oneAtomThatMovedIsAsFarAsItMoved() {
		final List<Blob> atoms = crystal(SQUARE, 5);
		final int moved = nearest(atoms, 150, 150);
		final Blob at = atoms.get(moved);
		atoms.set(moved, new Blob(at.x() + 1.5, at.y() - 2, 2, 1));
		final NeighbourhoodGeometry g = geometry(atoms, SQUARE);
		for (int i = 0; i < atoms.size(); i++) {
			assertEquals(i == moved ? 2.5 * PIXEL : 0, g.value(DISPLACEMENT, i), 0.02 * PIXEL);
			assertEquals(0, g.value(MISSING_PARTNERS, i));
		}
		assertTrue(g.value(DISTANCE_SPREAD, moved) > 0.05);
		assertTrue(g.value(BOND_ORDER, moved) < 0.95);
	}

	@Test
	void itsAveragedShareReachesTheNeighbours() {
		final List<Blob> atoms = crystal(SQUARE, 5);
		final int moved = nearest(atoms, 150, 150);
		final Blob at = atoms.get(moved);
		atoms.set(moved, new Blob(at.x() + 0.5, at.y(), 2, 1));
		final NeighbourhoodGeometry own = geometry(atoms, SQUARE);
		final NeighbourhoodGeometry averaged = NeighbourhoodGeometry.of(atoms, AREA, SQUARE, PIXEL, 4,
			Progress.NONE);
		assertEquals(own.value(DISPLACEMENT, moved) / 5, averaged.value(DISPLACEMENT, moved), 1e-4);
		assertEquals(averaged.value(DISPLACEMENT, moved), averaged.value(DISPLACEMENT, nearest(atoms, at
			.x() + 20, at.y())), 1e-4);
	}

	@Test
	void severalAveragesAreThoseOfEachByItself() {
		final List<Blob> atoms = crystal(SQUARE, 5);
		atoms.set(40, new Blob(atoms.get(40).x() + 2, atoms.get(40).y(), 2, 1));
		final int[] averaged = { 9, 0, 4 };
		final List<NeighbourhoodGeometry> all = NeighbourhoodGeometry.of(atoms, AREA, SQUARE, PIXEL,
			averaged, Progress.NONE);
		for (int k = 0; k < averaged.length; k++) {
			final NeighbourhoodGeometry one = NeighbourhoodGeometry.of(atoms, AREA, SQUARE, PIXEL,
				averaged[k], Progress.NONE);
			for (final GeometryFeature feature : GeometryFeature.values())
				assertArrayEquals(one.values(feature), all.get(k).values(feature));
		}
	}

	@Test
	void aHoleIsMissedByThoseAroundIt() {
		final List<Blob> atoms = crystal(SQUARE, 0);
		final Blob gone = atoms.remove(nearest(atoms, 150, 150));
		final NeighbourhoodGeometry g = geometry(atoms, SQUARE);
		for (int i = 0; i < atoms.size(); i++) {
			final double distance = Math.hypot(atoms.get(i).x() - gone.x(), atoms.get(i).y() - gone.y());
			assertEquals(distance < 21 ? 0.25 : 0, g.value(MISSING_PARTNERS, i));
			assertEquals(0, g.value(DISPLACEMENT, i), 1e-6);
		}
	}

	@Test
	void slowStrainIsNoDisplacement() {
		final List<Blob> strained = crystal(SQUARE, 10).stream().map(a -> new Blob(a.x() + 6e-5 * a.x() *
			a.y(), a.y() + 4e-5 * a.x() * a.x(), 2, 1)).toList();
		final NeighbourhoodGeometry g = geometry(strained, SQUARE);
		for (int i = 0; i < strained.size(); i++)
			if (AREA.inset(30).contains(strained.get(i))) assertEquals(0, g.value(DISPLACEMENT, i), 0.03 *
				PIXEL);
	}

	@Test
	void twoGrainsAreTwoGrains() {
		for (final Lattice known : new Lattice[] { SQUARE, null }) {
			final List<Blob> atoms = new ArrayList<>(crystal(SQUARE, 3));
			atoms.removeIf(a -> a.x() > SIZE / 2);
			crystal(SQUARE, 33).stream().filter(a -> a.x() > SIZE / 2 + 10).forEach(atoms::add);
			final NeighbourhoodGeometry g = geometry(atoms, known);
			assertEquals(2, g.grains().size());
			for (int i = 0; i < atoms.size(); i++)
				if (Math.abs(atoms.get(i).x() - SIZE / 2 - 5) > 30) {
					assertEquals(0, g.value(DISPLACEMENT, i), 0.02 * PIXEL);
					assertEquals(0, g.value(MISSING_PARTNERS, i));
				}
		}
	}

	@Test
	void theRimOfAMaskIsARimToo() {
		final boolean[] disc = new boolean[SIZE * SIZE];
		for (int i = 0; i < disc.length; i++)
			disc[i] = Math.hypot(i % SIZE - 150, i / SIZE - 150) < 120;
		final Area area = Area.mask(disc, SIZE, SIZE);
		final List<Blob> atoms = crystal(SQUARE, 7).stream().filter(area::contains).toList();
		final NeighbourhoodGeometry g = NeighbourhoodGeometry.of(atoms, area, SQUARE, PIXEL, 6,
			Progress.NONE);
		assertAll(1, g, BOND_ORDER);
		assertAll(0, g, DISPLACEMENT);
		assertAll(0, g, MISSING_PARTNERS);
	}

	@Test
	void theWrongCrystalHasNoGrains() {
		final NeighbourhoodGeometry g = geometry(crystal(SQUARE, 0), lattice(0.55, 0.31, 77));
		assertEquals(List.of(), g.grains());
		assertAll(0, g, DISPLACEMENT);
		assertAll(1, g, BOND_ORDER);
	}

	@Test
	void eachFeatureKnowsAmorphousZones() {
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"YBa2Cu3O7-100")).size(512, 512).pixelSize(0.015).amorphousFraction(0.2).seed(2).build(),
			Progress.NONE);
		final List<Column> columns = image.columns();
		for (final Lattice lattice : new Lattice[] { image.parameters().lattice(), null }) {
			final NeighbourhoodGeometry g = NeighbourhoodGeometry.of(columns, Area.image(512, 512),
				lattice, 0.015, NeighbourhoodGeometry.AVERAGED, Progress.NONE);
			for (final GeometryFeature feature : GeometryFeature.values()) {
				final double auc = auc(g.values(feature), columns);
				assertTrue((feature.growsWithDisorder() ? auc : 1 - auc) > 0.95, feature + ": " + auc);
			}
		}
	}

	/** How probably a disordered column has the larger value. */
	private static double auc(final double[] values, final List<Column> columns) {
		double larger = 0, pairs = 0;
		for (int i = 0; i < values.length; i++)
			for (int j = 0; j < values.length; j++) {
				if (!columns.get(i).disordered() || columns.get(j).disordered()) continue;
				pairs++;
				larger += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
			}
		return larger / pairs;
	}

	@Test
	void neitherThreadsNorTheOrderOfAtomsChangeAnything() {
		final Random random = new Random(6);
		final List<Blob> atoms = new ArrayList<>(crystal(HEXAGONAL, 8).stream().map(a -> new Blob(a.x() +
			random.nextGaussian(), a.y() + random.nextGaussian(), 2, 1)).toList());
		final Points one = Parallelization.runWithNumThreads(1, () -> geometry(atoms, HEXAGONAL)
			.standardized());
		final Points two = Parallelization.runWithNumThreads(2, () -> geometry(atoms, HEXAGONAL)
			.standardized());
		assertArrayEquals(one.values(), two.values());
		final List<Integer> order = new ArrayList<>(IntStream.range(0, atoms.size()).boxed().toList());
		Collections.shuffle(order, random);
		final Points shuffled = geometry(order.stream().map(atoms::get).toList(), HEXAGONAL)
			.standardized();
		for (int i = 0; i < atoms.size(); i++)
			for (int f = 0; f < one.dimension(); f++)
				assertEquals(one.get(order.get(i), f), shuffled.get(i, f), 1e-6);
	}

	@Test
	void standardisedFeaturesAreComparable() {
		// 90 ordered values, 10 far away: their scale doesn't vanish in theirs.
		final double[] values = new double[100];
		Arrays.setAll(values, i -> i < 90 ? i % 9 - 4 : 1000);
		final double[] z = Robust.standardized(values);
		assertTrue(Math.sqrt(Arrays.stream(z).map(v -> v * v).average().getAsDouble()) < 2.2);
		assertEquals(0, Robust.median(z), 0.02);
		final double[] normal = new Random(1).doubles(9999).map(u -> 3 + 0.1 * (u - 0.5)).toArray();
		assertEquals((normal[7] - Robust.median(normal)) / (1.4826 * 0.025), Robust.standardized(
			normal)[7], 0.05);
		assertArrayEquals(new double[5], Robust.standardized(new double[] { 4, 4, 4, 4, Double.NaN }));
	}

	@Test
	void fewOrOddAtomsAreSaidOrBorne() {
		assertRefused(() -> geometry(crystal(SQUARE, 0).subList(0, 7), SQUARE), "7 atoms", "at least 8");
		assertRefused(() -> geometry(Collections.nCopies(20, new Blob(3, 4, 1, 1)), SQUARE),
			"duplicates");
		assertRefused(() -> NeighbourhoodGeometry.of(crystal(SQUARE, 0), AREA, SQUARE, 0, 6,
			Progress.NONE), "pixel size");
		assertRefused(() -> NeighbourhoodGeometry.of(crystal(SQUARE, 0), AREA, SQUARE, 1, 31,
			Progress.NONE), "neighbours");
		// On a line, and at random.
		final Random random = new Random(3);
		for (final double height : new double[] { 0, SIZE - 1 }) {
			final List<Blob> atoms = IntStream.range(0, 40).mapToObj(i -> new Blob(7 * i, height * random
				.nextDouble(), 1, 1)).toList();
			for (final Lattice lattice : new Lattice[] { SQUARE, null })
				for (final double value : geometry(atoms, lattice).standardized().values())
					assertTrue(Double.isFinite(value));
		}
	}

	@Test
	void aCancelIsHeard() {
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> NeighbourhoodGeometry.of(crystal(SQUARE, 0), AREA,
			SQUARE, PIXEL, 6, canceled));
	}
}
