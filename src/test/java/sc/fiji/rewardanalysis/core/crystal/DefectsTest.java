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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.Defect.Kind;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

class DefectsTest {

	private static List<Defect> defects(final TrueCrystal c) {
		return LatticeAnalysis.of(c.atoms, null, c.area(), null, LatticeSettings.of(c.lattice, TrueCrystal.PIXEL),
			Progress.NONE).defects();
	}

	/** Random crystals with random defects: all well inside are found, where they are, and no others. */
	@Test
	void plantedDefectsAreFound() {
		for (int seed = 1; seed <= 6; seed++) {
			final Random random = new Random(seed);
			final String name = List.of("SrTiO3-001", "YBa2Cu3O7-100", "Si-110", "Fe-100", "graphene",
				"DyScO3-110").get(seed - 1);
			final double nearest = Lattices.get(name).nearestDistance() / TrueCrystal.PIXEL;
			final TrueCrystal c = new TrueCrystal(name, 420, 420).fill(90 * random.nextDouble(), (x, y) -> new double[] {
				5 * Math.sin(y / 120), 0 }, 0.04 * nearest, seed);
			final List<Blob> gone = new ArrayList<>(), added = new ArrayList<>();
			while (gone.size() < 12) {
				final int i = random.nextInt(c.atoms.size());
				final Blob atom = c.atoms.get(i);
				if (Math.min(Math.min(atom.x(), 420 - atom.x()), Math.min(atom.y(), 420 - atom.y())) < 40 || gone.stream()
					.anyMatch(g -> distance(g, atom) < 4 * nearest)) continue;
				gone.add(atom);
				c.remove(i);
			}
			while (added.size() < 8) {
				final Blob atom = new Blob(40 + 340 * random.nextDouble(), 40 + 340 * random.nextDouble(), 3, 1);
				// On no site, and not beside a vacancy.
				if (c.atoms.stream().anyMatch(a -> distance(a, atom) < 0.45 * nearest) || gone.stream().anyMatch(
					g -> distance(g, atom) < 2 * nearest)) continue;
				added.add(atom);
				c.atoms.add(atom);
			}
			final List<Defect> found = defects(c);
			final List<Defect> vacancies = found.stream().filter(d -> d.kind() == Kind.VACANCY).toList(), others =
				found.stream().filter(d -> d.kind() == Kind.INTERSTITIAL).toList();
			assertEquals(12, vacancies.size(), name);
			for (final Blob g : gone)
				assertEquals(1, vacancies.stream().filter(v -> distance(v, g) < 0.25 * nearest).count(), name);
			for (final Blob a : added)
				assertEquals(1, others.stream().filter(o -> o.atom() >= c.numbers.size() && distance(o, a) < 1e-9)
					.count(), name);
			assertEquals(8, others.size(), name);
		}
	}

	private static double distance(final Position a,
		final Position b)
	{
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}

	/** A hole of many cells, an edge and a corner of the crystal are no vacancies. */
	@Test
	void vacuumHasNoVacancies() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 500, 500).fill(21, (x, y) -> new double[] { x + 0.3 *
			y > 420 || Math.hypot(x - 200, y - 200) < 50 ? 1e6 : 0, 0 }, 0.3, 1);
		assertEquals(List.of(), defects(c));
		final TrueCrystal corner = new TrueCrystal("Fe-100", 400, 400).fill(33, (x, y) -> new double[] { x > 200 &&
			y > 200 ? 1e6 : 0, 0 }, 0.2, 1);
		assertEquals(List.of(), defects(corner));
	}

	/** Two vacancies side by side are two. */
	@Test
	void aDivacancyIsTwo() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 300, 300).fill(5, (x, y) -> new double[2], 0.1, 1);
		for (int k = 0; k < 2; k++)
			for (int i = 0; i < c.atoms.size(); i++)
				if (Math.hypot(c.atoms.get(i).x() - 150, c.atoms.get(i).y() - 150) < 14) {
					c.remove(i);
					break;
				}
		assertEquals(2, defects(c).stream().filter(d -> d.kind() == Kind.VACANCY).count());
	}

	/** The image decides how sure it is: dark where a column is missing, bright where it was missed. */
	@Test
	void confidenceIsThatOfTheImage() {
		final SimulatedImage with = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"SrTiO3-001")).size(300, 300).pixelSize(0.02).noise(0.05).vacancies(0.03).seed(4).build(),
			Progress.NONE);
		final List<Blob> atoms = new ArrayList<>(with.columns().stream().map(c -> new Blob(c.x(), c.y(), c.sigma(),
			1)).toList());
		// One that is there is missed.
		final Blob missed = atoms.stream().filter(a -> Math.hypot(a.x() - 160, a.y() - 150) < 12).findFirst()
			.orElseThrow();
		atoms.remove(missed);
		final LatticeAnalysis found = LatticeAnalysis.of(atoms, with.image(), Area
			.image(300, 300), null, LatticeSettings.of(Lattices.get("SrTiO3-001"), 0.02), Progress.NONE);
		assertTrue(found.count(Kind.VACANCY) > 4);
		for (final Defect d : found.defects())
			if (distance(d, missed) < 2) assertTrue(d.confidence() < 0.35, d.toString());
			else assertTrue(d.confidence() > 0.7, d.toString());
	}

	/** One atom of noise between columns, and one column that is there. */
	@Test
	void anInterstitialIsAsSureAsItIsBright() {
		final Lattice crystal = Lattices.get("SrTiO3-001");
		final SimulatedImage image = ImageSimulator.simulate(SimulationParameters.builder(crystal).size(300,
			300).pixelSize(0.02).noise(0.02).seed(4).build(), Progress.NONE);
		final List<Blob> atoms = new ArrayList<>(image.columns().stream().map(c -> new Blob(c.x(), c.y(), c
			.sigma(), 1)).toList());
		final double half = 0.25 * crystal.a() / 0.02;
		final List<Blob> extra = new ArrayList<>();
		for (final Blob a : image.columns().stream().filter(c -> c.species().equals("Sr")).map(c -> new Blob(c
			.x() + half, c.y() + half, 3, 1)).toList())
			if (Math.abs(a.x() - 150) < 100 && Math.abs(a.y() - 150) < 12 && extra.stream().allMatch(e -> distance(e,
				a) > 80)) extra.add(a);
		final Blob noise = extra.get(0), column = extra.get(1);
		atoms.addAll(List.of(noise, column));
		final double peak = image.image().getAt((int) Math.rint(atoms.get(40).x()), (int) Math.rint(atoms.get(40)
			.y())).get();
		for (int y = 0; y < 300; y++)
			for (int x = 0; x < 300; x++) {
				final double d = Math.hypot(x - column.x(), y - column.y());
				image.image().getAt(x, y).set((float) (image.image().getAt(x, y).get() + peak * Math.exp(-d * d /
					12)));
			}
		final List<Defect> found = LatticeAnalysis.of(atoms, image.image(), Area.image(300, 300), null,
			LatticeSettings.of(crystal, 0.02), Progress.NONE).defects().stream().filter(d -> d
				.kind() == Kind.INTERSTITIAL).toList();
		assertEquals(2, found.size());
		for (final Defect d : found)
			if (distance(d, column) < 1) assertTrue(d.confidence() > 0.3, d.toString());
			else assertTrue(d.confidence() < 0.1, d.toString());
	}
}
