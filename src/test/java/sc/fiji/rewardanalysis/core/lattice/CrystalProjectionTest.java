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

package sc.fiji.rewardanalysis.core.lattice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Progress;

/** Projections against geometry that is done in another way, and against themselves. */
class CrystalProjectionTest {

	private static final int CASES = 200;

	private static CrystalProjection project(final Crystal crystal, final int u, final int v, final int w) {
		return CrystalProjection.of(crystal, new ZoneAxis(u, v, w), Progress.NONE);
	}

	private static Crystal random(final SplittableRandom random) {
		final List<CrystalAtom> atoms = new ArrayList<>();
		final int n = random.nextInt(1, 5);
		for (int i = 0; i < n; i++)
			atoms.add(new CrystalAtom(random.nextInt(20, 90), random.nextDouble(), random.nextDouble(), random
				.nextDouble(), 1));
		return new Crystal("X", "made up", random.nextDouble(0.4, 0.9), random.nextDouble(0.4, 0.9), random.nextDouble(
			0.4, 0.9), random.nextDouble(75, 105), random.nextDouble(75, 105), random.nextDouble(75, 105), atoms);
	}

	private static int[] zone(final SplittableRandom random) {
		for (;;) {
			final int[] z = { random.nextInt(-2, 3), random.nextInt(-2, 3), random.nextInt(-2, 3) };
			if (z[0] != 0 || z[1] != 0 || z[2] != 0) return z;
		}
	}

	/** Cell vectors in nm. */
	private static double[][] vectors(final Crystal c) {
		final double ca = Math.cos(Math.toRadians(c.alpha())), cb = Math.cos(Math.toRadians(c.beta())), cg = Math.cos(Math
			.toRadians(c.gamma())), sg = Math.sin(Math.toRadians(c.gamma()));
		final double x = cb, y = (ca - cb * cg) / sg;
		return new double[][] { { c.a(), 0, 0 }, { c.b() * cg, c.b() * sg, 0 }, { c.c() * x, c.c() * y, c.c() * Math.sqrt(
			1 - x * x - y * y) } };
	}

	private static double[] sum(final double[][] vectors, final double... shares) {
		final double[] sum = new double[3];
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				sum[j] += shares[i] * vectors[i][j];
		return sum;
	}

	private static double dot(final double[] p, final double[] q) {
		return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
	}

	private static double[] cross(final double[] p, final double[] q) {
		return new double[] { p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0] };
	}

	private static double[] unit(final double[] p) {
		final double length = Math.sqrt(dot(p, p));
		return new double[] { p[0] / length, p[1] / length, p[2] / length };
	}

	/** Of each column what it scatters and its nearest neighbours: the same of the same pattern. */
	private static double[][] pattern(final CrystalProjection p) {
		final Lattice lattice = p.lattice(p.columns());
		final double[][] all = new double[p.columns().size()][];
		for (int i = 0; i < all.length; i++) {
			all[i] = new double[9];
			all[i][0] = p.columns().get(i).scattering() / p.period();
			System.arraycopy(lattice.neighbourDistances(i, 8), 0, all[i], 1, 8);
		}
		Arrays.sort(all, (s, t) -> Arrays.compare(rounded(s), rounded(t)));
		return all;
	}

	private static double[] rounded(final double[] values) {
		return Arrays.stream(values).map(v -> Math.rint(v * 1e3)).toArray();
	}

	/** Area V / |t|; every atom on a column, every column with an atom; the zone towards the viewer, y down. */
	@Test
	void everyAtomLiesOnItsColumn() {
		final SplittableRandom random = new SplittableRandom(1);
		int checked = 0;
		for (int n = 0; n < CASES; n++) {
			final Crystal crystal = random(random);
			final int[] z = zone(random);
			final CrystalProjection p = project(crystal, z[0], z[1], z[2]);
			final double[][] vectors = vectors(crystal);
			final double[] t = sum(vectors, p.zone().u(), p.zone().v(), p.zone().w());
			assertEquals(Math.sqrt(dot(t, t)), p.period(), 1e-9);
			assertEquals(1, Math.rint(crystal.volume() / p.period() / p.cellArea()), 1e-9);
			assertEquals(crystal.volume() / p.period(), p.cellArea(), 1e-4 * p.cellArea());
			if (p.columns().size() < crystal.atoms().size()) continue;
			checked++;
			final double[] across = Math.abs(t[0]) < Math.abs(t[1]) ? new double[] { 1, 0, 0 } : new double[] { 0, 1, 0 };
			final double[] right = unit(cross(t, across)), down = unit(cross(right, t));
			assertTrue(dot(cross(right, down), t) < 0, "seen from where the axis points to");
			final Lattice lattice = p.lattice(p.columns());
			Assertions.assertNotNull(turn(vectors, right, down, lattice, crystal, p), "no turn of the cell suits all atoms");
		}
		assertTrue(checked > CASES / 2, "of all " + checked);
	}

	/** Some lattice vector's direction, in degrees, along which the cell fits; null for none. */
	private static Double turn(final double[][] vectors, final double[] right, final double[] down, final Lattice lattice,
		final Crystal crystal, final CrystalProjection p)
	{
		final int most = 8;
		for (int i = -most; i <= most; i++)
			for (int j = -most; j <= most; j++)
				for (int k = -most; k <= most; k++) {
					final double[] r = sum(vectors, i, j, k);
					final double x = dot(r, right), y = dot(r, down);
					if (Math.abs(Math.hypot(x, y) - lattice.a()) > 1e-6) continue;
					if (fits(vectors, right, down, lattice, crystal, p, Math.atan2(y, x))) return Math.toDegrees(Math.atan2(y,
						x));
				}
		return null;
	}

	private static boolean fits(final double[][] vectors, final double[] right, final double[] down, final Lattice lattice,
		final Crystal crystal, final CrystalProjection p, final double turn)
	{
		final double[] b = lattice.vectorB();
		for (final CrystalAtom atom : crystal.atoms()) {
			final double[] r = sum(vectors, atom.x(), atom.y(), atom.z());
			final double x = dot(r, right), y = dot(r, down);
			final double alongA = x * Math.cos(turn) + y * Math.sin(turn), across = y * Math.cos(turn) - x * Math.sin(turn);
			final double v = across / b[1], u = (alongA - v * b[0]) / lattice.a();
			if (p.columns().stream().noneMatch(c -> c.atomicNumber() == atom.atomicNumber() && near(c.u() - u) && near(c.v() -
				v))) return false;
		}
		return true;
	}

	private static boolean near(final double x) {
		return Math.abs(x - Math.rint(x)) < 1e-5;
	}

	/** Other vectors of the same lattice, and cells of several: what is seen is the same. */
	@Test
	void theChoiceOfTheCellDoesNotMatter() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int n = 0; n < CASES; n++) {
			final Crystal crystal = random(random);
			final int[] z = zone(random);
			final CrystalProjection p = project(crystal, z[0], z[1], z[2]);
			final int[] times = { random.nextInt(1, 3), random.nextInt(1, 3), random.nextInt(1, 3) };
			final Crystal large = repeated(crystal, times);
			final int all = times[0] * times[1] * times[2];
			final CrystalProjection of = project(large, z[0] * all / times[0], z[1] * all / times[1], z[2] * all / times[2]);
			assertEquals(p.cellArea(), of.cellArea(), 1e-5 * p.cellArea(), "n " + n);
			assertEquals(p.a(), of.a(), 1e-5);
			assertEquals(p.angle(), of.angle(), 1e-2);
			same(p, of);
			final int k = random.nextInt(-2, 3);
			final Crystal sheared = sheared(crystal, k);
			if (sheared == null) continue;
			// Its b is b + k a, so u a + v b = (u - k v) a + v b'.
			same(p, project(sheared, z[0] - k * z[1], z[1], z[2]));
		}
	}

	private static void same(final CrystalProjection p, final CrystalProjection q) {
		assertEquals(p.columns().size(), q.columns().size());
		assertEquals(p.cellArea(), q.cellArea(), 1e-5);
		final double[][] first = pattern(p), second = pattern(q);
		for (int i = 0; i < first.length; i++)
			assertArrayEquals(first[i], second[i], 2e-3);
	}

	private static Crystal repeated(final Crystal c, final int[] times) {
		final List<CrystalAtom> atoms = new ArrayList<>();
		for (int i = 0; i < times[0]; i++)
			for (int j = 0; j < times[1]; j++)
				for (int k = 0; k < times[2]; k++)
					for (final CrystalAtom a : c.atoms())
						atoms.add(new CrystalAtom(a.atomicNumber(), (a.x() + i) / times[0], (a.y() + j) / times[1], (a.z() + k) /
							times[2], 1));
		return new Crystal(c.name(), c.source(), times[0] * c.a(), times[1] * c.b(), times[2] * c.c(), c.alpha(), c.beta(), c
			.gamma(), atoms);
	}

	/** Null if its angles are none of a cell's. */
	private static Crystal sheared(final Crystal c, final int k) {
		final double[][] v = vectors(c);
		final double[] b = sum(v, k, 1, 0);
		final double length = Math.sqrt(dot(b, b));
		final double alpha = Math.toDegrees(Math.acos(dot(b, v[2]) / length / c.c())), gamma = Math.toDegrees(Math.acos(dot(b,
			v[0]) / length / c.a()));
		if (gamma < 15 || gamma > 165) return null;
		return new Crystal(c.name(), c.source(), c.a(), length, c.c(), alpha, c.beta(), gamma, c.atoms().stream().map(
			// x a + y b = (x - k y) a + y b'.
			a -> new CrystalAtom(a.atomicNumber(), a.x() - k * a.y(), a.y(), a.z(), 1)).toList());
	}

	private static Crystal cubic(final double a, final CrystalAtom... atoms) {
		return new Crystal("X", "made up", a, a, a, 90, 90, 90, List.of(atoms));
	}

	/** Atoms 0.02 nm apart are a column where the heavier pulls; 0.04 nm apart they are two. */
	@Test
	void whatNoMicroscopeSplitsIsOne() {
		final CrystalProjection one = project(cubic(0.4, new CrystalAtom(30, 0.1, 0, 0, 1), new CrystalAtom(10, 0.15, 0, 0.5,
			1)), 0, 0, 1);
		assertEquals(1, one.columns().size());
		assertEquals("Zn+Ne", one.columns().get(0).species());
		final AtomColumn column = one.columns().get(0);
		// Along the one vector of the cell or the other, whichever comes first.
		assertEquals(0.105, column.u() + column.v() < 0.5 ? column.u() + column.v() : 1 - column.u() - column.v(), 1e-6);
		assertEquals(1000, one.columns().get(0).scattering(), 1e-9);
		assertEquals(2, project(cubic(0.4, new CrystalAtom(30, 0.1, 0, 0, 1), new CrystalAtom(10, 0.2, 0, 0.5, 1)), 0, 0, 1)
			.columns().size());
	}

	@Test
	void lightElementsAreNotSeenBesideHeavyOnes() {
		final CrystalProjection zincOxide = project(cubic(0.4, new CrystalAtom(30, 0, 0, 0, 1), new CrystalAtom(8, 0.5, 0.5, 0,
			1), new CrystalAtom(12, 0, 0.5, 0, 0.2)), 0, 0, 1);
		assertEquals(List.of("Zn"), zincOxide.visible(0.05).stream().map(AtomColumn::species).toList());
		assertEquals(2, zincOxide.visible(0.03).size(), "magnesium of a fifth of the cells: 0.032");
		assertEquals(1, zincOxide.visible(1).size());
		final CrystalProjection nitride = project(cubic(0.4, new CrystalAtom(5, 0, 0, 0, 1), new CrystalAtom(7, 0.5, 0.5, 0,
			1)), 0, 0, 1);
		assertEquals(2, nitride.visible(0.05).size());
		// What is there in traces hides nothing.
		final CrystalProjection doped = project(cubic(0.4, new CrystalAtom(6, 0, 0, 0, 1), new CrystalAtom(79, 0.5, 0.5, 0,
			1e-4)), 0, 0, 1);
		assertEquals(List.of("C"), doped.visible(0.05).stream().map(AtomColumn::species).toList());
		assertRefused(() -> doped.visible(1.5), "least_brightness", "1.5");
	}

	@Test
	void axesAlongWhichNothingIsResolvedAreRefused() {
		assertRefused(() -> project(cubic(0.4, new CrystalAtom(30, 0, 0, 0, 1)), 31, 37, 41), "[31 37 41]", "lower indices");
	}

	@Test
	void cellsThatCannotBeAreRefused() {
		final List<CrystalAtom> atoms = List.of(new CrystalAtom(30, 0, 0, 0, 1));
		assertRefused(() -> new Crystal("X", "", 0.4, 0.4, 0.4, 60, 60, 130, atoms), "no volume");
		assertRefused(() -> new Crystal("X", "", 4000, 0.4, 0.4, 90, 90, 90, atoms), "Cell length a");
		assertRefused(() -> new Crystal("X", "", 0.4, 0.4, 0.4, 90, 90, Double.NaN, atoms), "gamma");
		assertRefused(() -> new Crystal("X", "", 0.4, 0.4, 0.4, 90, 90, 90, List.of()), "no atoms");
		assertRefused(() -> new CrystalAtom(30, 0, 0, 0, 0), "occupancy");
	}

	@Test
	void elementsOfTexts() {
		assertEquals(22, Elements.numberOf("Ti4+"));
		assertEquals(8, Elements.numberOf("O1"));
		assertEquals(38, Elements.numberOf("SR"));
		assertEquals(8, Elements.numberOf("Oa"));
		assertEquals(1, Elements.numberOf("D"));
		assertEquals(0, Elements.numberOf("Q1") + Elements.numberOf("") + Elements.numberOf("1"));
		for (int z = 1; z <= 118; z++)
			assertEquals(z, Elements.numberOf(Elements.symbol(z)));
	}

	@Test
	void aLargeCellHearsCancel() {
		final SplittableRandom random = new SplittableRandom(3);
		final List<CrystalAtom> atoms = new ArrayList<>();
		for (int i = 0; i < 1000; i++)
			atoms.add(new CrystalAtom(30, random.nextDouble(), random.nextDouble(), random.nextDouble(), 1));
		final Crystal crystal = new Crystal("X", "", 5, 5, 5, 90, 90, 90, atoms);
		assertFalse(project(crystal, 0, 0, 1).columns().isEmpty());
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		Assertions.assertThrows(CancellationException.class, () -> CrystalProjection.of(crystal, new ZoneAxis(0, 0, 1),
			cancelled));
	}
}
