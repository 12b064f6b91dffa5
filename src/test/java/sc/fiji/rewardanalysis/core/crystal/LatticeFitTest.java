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

package sc.fiji.rewardanalysis.core.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom.Status;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class LatticeFitTest {

	private static final TrueCrystal.Field STILL = (x, y) -> new double[2];

	/** Every preset, at any angle: all atoms on their sites, the cell to rounding. */
	@Test
	void perfectCrystalsAreFittedExactly() {
		for (final String name : Lattices.names())
			for (final double rotation : new double[] { 0, 17, 44 }) {
				final TrueCrystal c = new TrueCrystal(name, 320, 280).fill(rotation, STILL, 0, 1);
				final LatticeFit fit = c.fit();
				final String what = name + " at " + rotation;
				assertEquals(1, fit.grains().size(), what);
				assertEquals(c.atoms.size(), fit.count(Status.INDEXED), what);
				assertEquals(1, c.rightlyNumbered(fit, 0), what);
				final CellMeasures m = CellMeasures.of(fit.grains().get(0).fit(), c.lattice, TrueCrystal.PIXEL);
				assertEquals(c.lattice.a() / TrueCrystal.PIXEL, m.a().value(), 1e-9, what);
				assertEquals(c.lattice.b() / TrueCrystal.PIXEL, m.b().value(), 1e-9, what);
				assertEquals(c.lattice.angle(), m.angle().value(), 1e-9, what);
				for (final CellMeasures.Value strain : List.of(m.strainXX(), m.strainYY(), m.strainXY()))
					assertEquals(0, strain.value(), 1e-11, what);
			}
	}

	/** x = F X: the strain of the crystal is that of U in F = R U, its rotation that of R. */
	@Test
	void aKnownStrainIsMeasuredToRounding() {
		final double xx = 0.021, yy = -0.013, xy = 0.008, turn = Math.toRadians(11);
		final double[] u = { 1 + xx, xy, xy, 1 + yy };
		final double c = Math.cos(turn), s = Math.sin(turn);
		final double[] f = { c * u[0] - s * u[2], c * u[1] - s * u[3], s * u[0] + c * u[2], s * u[1] + c *
			u[3] };
		final TrueCrystal crystal = new TrueCrystal("SrTiO3-001", 300, 300).fill(0, (x, y) -> new double[] {
			f[0] * x + f[1] * y - x, f[2] * x + f[3] * y - y }, 0, 1);
		final CellMeasures m = CellMeasures.of(crystal.fit().grains().get(0).fit(), crystal.lattice,
			TrueCrystal.PIXEL);
		assertEquals(11, m.rotation().value(), 1e-9);
		assertEquals(xx, m.strainXX().value(), 1e-9);
		assertEquals(yy, m.strainYY().value(), 1e-9);
		assertEquals(xy, m.strainXY().value(), 1e-9);
		// The metric of the sheared cell.
		assertEquals(Math.hypot(u[0], u[2]) * 0.3905 / TrueCrystal.PIXEL, m.a().value(), 1e-9);
	}

	/** Drift of several percent of the frame: no index may be lost. */
	@Test
	void distortionMovesNoIndex() {
		for (final String name : List.of("SrTiO3-001", "YBa2Cu3O7-100", "Si-110", "graphene")) {
			final double noise = 0.06 * Lattices.get(name).nearestDistance() / TrueCrystal.PIXEL;
			final TrueCrystal c = new TrueCrystal(name, 700, 600).fill(13, (x, y) -> new double[] { 9 * Math
				.sin(y / 200) + 0.02 * y, 8 * Math.cos(x / 190) - 0.01 * x }, noise, 2);
			final LatticeFit fit = c.fit();
			assertEquals(1, fit.grains().size(), name);
			assertTrue(fit.count(Status.INDEXED) > 0.99 * c.atoms.size(), name);
			assertEquals(1, c.rightlyNumbered(fit, 0), name);
		}
	}

	@Test
	void grainsAreToldApart() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 560, 420);
		final List<Integer> ends = new ArrayList<>();
		final double[] angles = { 5, 24, 47 };
		for (int g = 0; g < 3; g++) {
			final double left = g * 190 - (g == 0 ? 10 : 0), right = g == 2 ? 570 : (g + 1) * 190 - 3;
			c.fill(angles[g], (x, y) -> new double[] { x >= left && x < right ? 0 : 1e6, 0 }, 0.3, g);
			ends.add(c.atoms.size());
		}
		final LatticeFit fit = c.fit();
		assertEquals(3, fit.grains().size());
		final int[] right = new int[3];
		for (int i = 0, g = 0; i < c.atoms.size(); i++) {
			while (i >= ends.get(g))
				g++;
			final int own = g;
			final int found = IntStream.range(0, 3).filter(k -> near(fit.grains().get(k), c.lattice, angles[own]))
				.findFirst().orElseThrow();
			if (fit.indices().get(i).grain() == found) right[own]++;
		}
		assertTrue(IntStream.of(right).sum() > 0.98 * c.atoms.size(), () -> java.util.Arrays.toString(right));
		for (int g = 0; g < 3; g++)
			assertTrue(c.rightlyNumbered(fit, g) > 0.98);
	}

	private static boolean near(final Grain grain, final Lattice lattice, final double angle) {
		final double found = CellMeasures.of(grain.fit(), lattice, TrueCrystal.PIXEL).rotation().value();
		return Math.abs((found - angle + 720 + 45) % 90 - 45) < 2;
	}

	/** Positions alone don't tell Sr from Ti, brightness does. */
	@Test
	void brightnessTellsSpeciesApart() {
		for (int seed = 1; seed <= 4; seed++) {
			final TrueCrystal c = new TrueCrystal("SrTiO3-001", 300, 300).fill(20 * seed, STILL, 0.5, seed);
			final double[] brightness = c.numbers.stream().mapToDouble(n -> n[2] == 0 ? 1 : 0.4).toArray();
			final LatticeFit fit = LatticeFit.of(c.atoms, c.area(), c.lattice, TrueCrystal.PIXEL, brightness,
				LatticeFit.TOLERANCE, Progress.NONE);
			for (int i = 0; i < brightness.length; i++)
				assertEquals(c.numbers.get(i)[2], fit.indices().get(i).site());
		}
	}

	/** Cells of one site and of two, found from the atoms alone. */
	@Test
	void anUnknownCrystalHasTheSmallestCell() {
		final TrueCrystal gold = new TrueCrystal("Au-110", 300, 300).fill(12, STILL, 0.3, 1);
		final LatticeFit one = gold.fitUnknown();
		assertEquals(1, one.grains().get(0).motif().size());
		assertEquals(gold.atoms.size(), one.count(Status.INDEXED));
		assertEquals(gold.lattice.cellArea() / 2, Math.abs(one.grains().get(0).fit().vectors().determinant()) *
			TrueCrystal.PIXEL * TrueCrystal.PIXEL, 1e-4);
		final TrueCrystal carbon = new TrueCrystal("graphene", 300, 300).fill(12, STILL, 0.2, 1);
		final LatticeFit two = carbon.fitUnknown();
		assertEquals(carbon.atoms.size(), two.count(Status.INDEXED));
		final Motif motif = two.grains().get(0).motif();
		assertEquals(2, motif.size());
		// A third of the long diagonal of a cell, whichever.
		assertEquals(0.142 / TrueCrystal.PIXEL, two.grains().get(0).nearestDistance(), 0.06);
	}

	/** Errors of the translations are as large as they are said to be: z has variance 1. */
	@Test
	void standardErrorsAreHonest() {
		double sum = 0;
		int n = 0;
		for (int seed = 1; seed <= 40; seed++) {
			final TrueCrystal c = new TrueCrystal("SrTiO3-001", 200, 200).fill(7, STILL, 0.6, seed);
			final CellMeasures m = CellMeasures.of(c.fit().grains().get(0).fit(), c.lattice, TrueCrystal.PIXEL);
			for (final double z : new double[] { m.strainXX().value() / m.strainXX().error(), m.strainYY()
				.value() / m.strainYY().error(), m.strainXY().value() / m.strainXY().error(), (m.rotation().value() -
					7) / m.rotation().error() }) {
				sum += z * z;
				n++;
			}
		}
		// 160 values: the variance's own standard error is 0.11.
		assertEquals(1, sum / n, 0.4);
	}

	@Test
	void outliersDontMoveTheLattice() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 300, 300).fill(5, STILL, 0, 1);
		final LatticeFit clean = c.fit();
		final Random random = new Random(3);
		// A fifth are displaced to one side by up to the tolerance.
		for (int i = 0; i < c.atoms.size(); i++)
			if (random.nextInt(5) == 0) c.atoms.set(i, new Blob(c.atoms.get(i).x() + 3 * random.nextDouble(), c.atoms
				.get(i).y(), 3, 1));
		final LatticeFit fit = c.fit();
		final LatticeVectors a = clean.grains().get(0).fit().vectors(), b = fit.grains().get(0).fit().vectors();
		assertEquals(a.ax(), b.ax(), 1e-6);
		assertEquals(a.by(), b.by(), 1e-6);
	}

	@Test
	void neitherThreadsNorTheAtomsOrderMatter() {
		final TrueCrystal c = new TrueCrystal("YBa2Cu3O7-100", 400, 300).fill(31, (x, y) -> new double[] { 4 *
			Math.sin(y / 90), 0 }, 0.4, 5);
		final LatticeFit fit = c.fit();
		Parallelization.runSingleThreaded(() -> {
			assertEquals(fit.indices(), c.fit().indices());
			assertEquals(fit.grains().get(0).fit().vectors(), c.fit().grains().get(0).fit().vectors());
		});
		final List<Integer> order = new ArrayList<>(IntStream.range(0, c.atoms.size()).boxed().toList());
		Collections.shuffle(order, new Random(1));
		final LatticeFit other = LatticeFit.of(order.stream().map(c.atoms::get).toList(), c.area(), c.lattice,
			TrueCrystal.PIXEL, null, LatticeFit.TOLERANCE, Progress.NONE);
		assertEquals(fit.grains().get(0).fit().vectors().ax(), other.grains().get(0).fit().vectors().ax(),
			1e-9);
		final IndexedAtom first = fit.indices().get(order.get(0)), same = other.indices().get(0);
		for (int k = 0; k < order.size(); k++) {
			final IndexedAtom a = fit.indices().get(order.get(k)), b = other.indices().get(k);
			assertEquals(a.status(), b.status());
			assertEquals(a.h() - first.h(), b.h() - same.h());
			assertEquals(a.k() - first.k(), b.k() - same.k());
			assertEquals(a.site(), b.site());
		}
	}

	@Test
	void noSiteHasTwoAtoms() {
		final TrueCrystal c = new TrueCrystal("Fe-100", 250, 250).fill(9, STILL, 0.2, 1);
		final int n = c.atoms.size();
		for (int i = 0; i < n; i += 20)
			c.atoms.add(new Blob(c.atoms.get(i).x() + 1.6, c.atoms.get(i).y() + 0.9, 3, 1));
		final LatticeFit fit = c.fit();
		assertEquals(c.atoms.size() - n, fit.count(Status.DOUBLE));
		for (int i = n; i < c.atoms.size(); i++)
			assertEquals(Status.DOUBLE, fit.indices().get(i).status());
	}

	@Test
	void whatIsNoCrystalIsRefused() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 300, 300).fill(5, STILL, 0, 1);
		refuse(c.atoms.subList(0, 7), c.lattice, "7 atoms", "at least 8");
		final List<Position> bad = new ArrayList<>(c.atoms);
		bad.set(3, new Position() {

			@Override
			public double x() {
				return Double.NaN;
			}

			@Override
			public double y() {
				return 1;
			}
		});
		refuse(bad, c.lattice, "atom 4", "no number");
		final List<Blob> twice = new ArrayList<>(c.atoms);
		twice.addAll(c.atoms);
		refuse(twice, c.lattice, "duplicates");
		refuse(c.atoms, Lattices.get("graphene"), "graphene", "pixel size");
		final Random random = new Random(1);
		refuse(IntStream.range(0, 300).mapToObj(i -> new Blob(300 * random.nextDouble(), 300 * random
			.nextDouble(), 3, 1)).toList(), c.lattice, "check the crystal");
		assertThrows(CancellationException.class, () -> LatticeFit.of(c.atoms, c.area(), c.lattice,
			TrueCrystal.PIXEL, null, 0.3, new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));
	}

	/** The translation between the last two is hardly any; it ended as an array of negative size. */
	@Test
	void atomsWithinAPixelAreNoCrystal() {
		final double[][] places = { { 0, 0 }, { 0, -0.25 }, { 0, -0.59 }, { 0, 0.98 }, { -0.34, 0 }, { 0.75, 0.82 }, { 0.8,
			0.91 }, { 1.18, 0 } };
		refuse(Arrays.stream(places).map(p -> new Blob(p[0], p[1], 0.5, 0)).toList(), null, "8 atoms");
	}

	private static void refuse(final List<? extends Position> atoms, final Lattice lattice, final String... words) {
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> LatticeFit.of(atoms, Area.image(
			300, 300), lattice, TrueCrystal.PIXEL, null, 0.3, Progress.NONE)).getMessage(), words);
	}
}
