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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class LatticeDisplacementTest {

	private static final double PIXEL = 0.02, SIDE = 300;
	private static final Lattice YBCO = Lattices.get("YBa2Cu3O7-100");

	/** Where an ideal column goes. */
	private interface Motion {

		double[] of(double x, double y);
	}

	private static List<Blob> atoms(final Lattice lattice, final double rotation,
		final Motion motion)
	{
		final List<Blob> atoms = new ArrayList<>();
		lattice.placedInPixels(PIXEL, rotation, 3.3, -1.7).forEachColumn(-20, -20, SIDE + 20, SIDE + 20, (
			site, i, j, x, y) -> {
			final double[] moved = motion.of(x, y);
			if (moved[0] >= 0 && moved[1] >= 0 && moved[0] < SIDE && moved[1] < SIDE) atoms.add(new Blob(
				moved[0], moved[1], 2, 1));
		});
		return atoms;
	}

	private static LatticeVectors vectors(final Lattice lattice, final double rotation) {
		final double cos = Math.cos(Math.toRadians(rotation)), sin = Math.sin(Math.toRadians(rotation));
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		return new LatticeVectors((cos * a[0] - sin * a[1]) / PIXEL, (sin * a[0] + cos * a[1]) / PIXEL,
			(cos * b[0] - sin * b[1]) / PIXEL, (sin * b[0] + cos * b[1]) / PIXEL);
	}

	private static double[] displacements(final List<Blob> atoms, final Lattice lattice,
		final LatticeVectors... grains)
	{
		return LatticeDisplacement.of(atoms, lattice, PIXEL, List.of(grains), Progress.NONE).values();
	}

	private static double largest(final double[] values) {
		return Arrays.stream(values).max().orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "YBa2Cu3O7-100", "SrTiO3-001", "DyScO3-110", "Si-110", "Fe-100",
		"graphene", "Au-110" })
	void aPerfectCrystalHasNone(final String name) {
		final Lattice lattice = Lattices.get(name);
		for (final double rotation : new double[] { 0, 7, 131 }) {
			final LatticeVectors v = vectors(lattice, rotation);
			final List<Blob> atoms = atoms(lattice, rotation, (x, y) -> new double[] { x, y });
			assertEquals(0, largest(displacements(atoms, lattice, v)), 1e-9, name + " at " + rotation);
			// The signs of translations mean nothing.
			assertEquals(0, largest(displacements(atoms, lattice, new LatticeVectors(-v.ax(), -v.ay(), v
				.bx(), v.by()))), 1e-9, name + " at " + rotation);
		}
	}

	@Test
	void driftShearAndStrainThatTheTranslationsDontHaveAreFittedAlong() {
		final List<Blob> atoms = atoms(YBCO, 4, (x, y) -> new double[] { 1.01 * x + 0.008 * y, y - 0.006 *
			x });
		assertEquals(0, largest(displacements(atoms, YBCO, vectors(YBCO, 4))), 1e-3);
	}

	@Test
	void slowlyChangingStrainHardlyCounts() {
		// Strain up to 1 %, a period of 6 nm.
		final List<Blob> atoms = atoms(YBCO, 0, (x, y) -> new double[] { x + 0.48 * Math.sin(2 * Math.PI *
			x / 300), y });
		assertTrue(largest(displacements(atoms, YBCO, vectors(YBCO, 0))) < 0.35);
	}

	@Test
	void recoversTheDisplacementsOfSomeAtomsAmongMissingOnes() {
		final SplittableRandom random = new SplittableRandom(5);
		final double limit = YBCO.nearestDistance() / PIXEL / 2;
		final List<Blob> whole = atoms(YBCO, 12, (x, y) -> new double[] { x, y });
		final List<Blob> atoms = new ArrayList<>();
		final List<Double> expected = new ArrayList<>();
		for (final Blob atom : whole) {
			if (random.nextDouble() < 0.2) continue;
			final double angle = 2 * Math.PI * random.nextDouble();
			final double length = random.nextDouble() < 0.3 ? 0.9 * limit * random.nextDouble() : 0;
			atoms.add(new Blob(atom.x() + length * Math.cos(angle), atom.y() + length * Math.sin(angle), 2,
				1));
			expected.add(length);
		}
		assertArrayEquals(expected.stream().mapToDouble(d -> d).toArray(), displacements(atoms, YBCO,
			vectors(YBCO, 12)), 0.35);
	}

	@Test
	void neighboursOfADisplacedClusterStay() {
		final SplittableRandom random = new SplittableRandom(6);
		final List<Blob> atoms = atoms(YBCO, 0, (x, y) -> Math.hypot(x - 150, y - 150) > 40
			? new double[] { x, y } : new double[] { x + 2.5 * random.nextGaussian(), y + 2.5 * random
				.nextGaussian() });
		final double[] displacement = displacements(atoms, YBCO, vectors(YBCO, 0));
		final double[] outside = IntStream.range(0, atoms.size()).filter(i -> Math.hypot(atoms.get(i).x() -
			150, atoms.get(i).y() - 150) > 50).mapToDouble(i -> displacement[i]).toArray();
		final double[] within = IntStream.range(0, atoms.size()).filter(i -> Math.hypot(atoms.get(i).x() -
			150, atoms.get(i).y() - 150) < 38).mapToDouble(i -> displacement[i]).toArray();
		assertTrue(largest(outside) < 0.3, largest(outside) + " px");
		// The median length of a two-dimensional Gaussian is 1.18 sd.
		assertEquals(1.18 * 2.5, Robust.median(within), 0.6);
	}

	@Test
	void ofTwoGrainsEachAtomHasItsOwn() {
		final Lattice iron = Lattices.get("Fe-100");
		final List<Blob> atoms = new ArrayList<>(atoms(iron, 10, (x, y) -> new double[] { x, y }));
		atoms.removeIf(a -> a.x() > 150);
		atoms(iron, 35, (x, y) -> new double[] { x, y }).stream().filter(a -> a.x() > 155).forEach(
			atoms::add);
		assertEquals(0, Robust.median(displacements(atoms, iron, vectors(iron, 10), vectors(iron, 35))),
			1e-6);
		final double[] both = displacements(atoms, iron, vectors(iron, 10), vectors(iron, 35));
		for (int i = 0; i < both.length; i++)
			if (Math.abs(atoms.get(i).x() - 152) > 25) assertEquals(0, both[i], 0.2);
	}

	@Test
	void isNeverMoreThanHalfTheDistanceOfColumns() {
		final SplittableRandom random = new SplittableRandom(7);
		final List<Blob> atoms = IntStream.range(0, 500).mapToObj(i -> new Blob(SIDE * random.nextDouble(),
			SIDE * random.nextDouble(), 2, 1)).toList();
		assertTrue(largest(displacements(atoms, YBCO, vectors(YBCO, 0))) <= YBCO.nearestDistance() / PIXEL /
			2 + 1e-12);
	}

	@Test
	void threadsDontMatter() {
		final SplittableRandom random = new SplittableRandom(8);
		final List<Blob> atoms = atoms(YBCO, 0, (x, y) -> new double[] { x + random.nextGaussian(), y + random
			.nextGaussian() });
		final double[] one = Parallelization.runSingleThreaded(() -> displacements(atoms, YBCO, vectors(
			YBCO, 0)));
		assertArrayEquals(one, Parallelization.runWithNumThreads(4, () -> displacements(atoms, YBCO,
			vectors(YBCO, 0))), 0);
	}

	@Test
	void needsTranslations() {
		final List<Blob> atoms = atoms(YBCO, 0, (x, y) -> new double[] { x, y });
		assertThrows(RewardAnalysisException.class, () -> displacements(atoms, YBCO));
	}
}
