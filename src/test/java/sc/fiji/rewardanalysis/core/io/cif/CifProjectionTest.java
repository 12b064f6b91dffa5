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

package sc.fiji.rewardanalysis.core.io.cif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.AtomColumn;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.lattice.ZoneAxis;

/** Presets against the CIF files of the same sources. */
class CifProjectionTest {

	private static CrystalProjection project(final String file, final String zone) {
		return CrystalProjection.of(CifFile.read(Path.of("src/test/resources/cif", file + ".cif")).crystal(), ZoneAxis
			.parse(zone), Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "SrTiO3-001,SrTiO3,001", "SrTiO3-001,SrTiO3,0 -1 0", "SrTiO3-110,SrTiO3,110", "SrTiO3-110,SrTiO3,[0 1 -1]",
		"Si-110,Si,110", "Si-110,Si,[10-1]", "Au-110,Au,110", "Au-110,Au,[0 -1 1]", "Fe-100,Fe,100", "Fe-100,Fe,001",
		"DyScO3-110,DyScO3,110", "DyScO3-110,DyScO3,[1 -1 0]", "YBa2Cu3O7-100,YBa2Cu3O7,100",
		"YBa2Cu3O7-100,YBa2Cu3O7,[-1 0 0]" })
	void presetsComeOut(final String preset, final String file, final String zone) {
		final CrystalProjection projection = project(file, zone);
		final List<AtomColumn> visible = projection.visible(CrystalProjection.LEAST_BRIGHTNESS);
		same(Lattices.get(preset), projection.lattice(visible));
	}

	/** Up to the order of the cell vectors, mirrors and the origin; positions to 3 pm. */
	private static void same(final Lattice expected, final Lattice found) {
		final boolean swapped = Math.abs(expected.a() - found.a()) > 1e-3;
		assertEquals(expected.a(), swapped ? found.b() : found.a(), 1e-3);
		assertEquals(expected.b(), swapped ? found.a() : found.b(), 1e-3);
		assertEquals(expected.angle(), found.angle(), 1e-6);
		assertEquals(expected.columnsPerCell(), found.columnsPerCell());
		assertEquals(expected.columnDensity(), found.columnDensity(), 0.01);
		boolean suits = false;
		for (final int p : new int[] { 1, -1 })
			for (final int q : new int[] { 1, -1 })
				for (final Site origin : found.sites())
					suits |= suits(expected, found, swapped, p, q, origin);
		assertTrue(suits, found.toString());
	}

	private static boolean suits(final Lattice expected, final Lattice found, final boolean swapped, final int p, final int q,
		final Site origin)
	{
		final Site from = expected.sites().get(0);
		for (final Site site : expected.sites()) {
			final double u = p * (site.u() - from.u()), v = q * (site.v() - from.v());
			if (found.sites().stream().noneMatch(s -> {
				final double du = s.u() - origin.u(), dv = s.v() - origin.v();
				return s.atomicNumber() == site.atomicNumber() && near(u - (swapped ? dv : du), expected.a()) && near(v -
					(swapped ? du : dv), expected.b());
			})) return false;
		}
		return true;
	}

	private static boolean near(final double fraction, final double length) {
		return Math.abs(fraction - Math.rint(fraction)) * length < 0.003;
	}

	private static List<String> species(final List<AtomColumn> columns) {
		return columns.stream().map(AtomColumn::species).sorted().collect(Collectors.toList());
	}

	@Test
	void columnsAreNamedAfterAllTheirElements() {
		final CrystalProjection cube = project("SrTiO3", "001");
		assertEquals(List.of("Sr", "Ti+O"), species(cube.visible(0.05)));
		assertEquals(List.of("O", "O", "Sr", "Ti+O"), species(cube.columns()));
		assertEquals("SrTiO3-001", cube.lattice(cube.columns()).name());
		assertEquals("SrTiO3 along [0 0 1]: 4 columns of Sr, Ti+O, O", cube.lattice(cube.columns()).description());
		assertEquals(548 / 1444.0, cube.brightness(cube.columns().get(1)), 1e-9);
		assertEquals(List.of("Sr+O", "Ti"), species(project("SrTiO3", "110").visible(0.05)));
		assertEquals(6, project("YBa2Cu3O7", "100").visible(0.05).size());
	}

	/** The figures of docs/lattices.md: what the least brightness lies between. */
	@Test
	void brightnessOfColumnsThatAreSeenAndNot() {
		final CrystalProjection scandate = project("DyScO3", "110"), titanate = project("SrTiO3", "110");
		assertEquals(0.101, scandate.brightness(scandate.visible(0.05).get(2)), 5e-4);
		assertEquals(0.085, titanate.brightness(titanate.columns().get(2)), 5e-4);
		assertEquals("O", titanate.columns().get(2).species());
	}

	/** All along [100] look alike: from above, diamond is a square lattice of a / √8. */
	@Test
	void theCellIsTheSmallestByWhichColumnsRepeat() {
		final CrystalProjection silicon = project("Si", "100");
		assertEquals(1, silicon.columns().size());
		assertEquals(0.5431020511 / Math.sqrt(8), silicon.a(), 1e-6);
		assertEquals(90, silicon.angle());
		final CrystalProjection hexagonal = project("Au", "111");
		assertEquals(120, hexagonal.angle());
		assertEquals(0.40786 / Math.sqrt(6), hexagonal.a(), 1e-6);
		assertEquals(hexagonal.a(), hexagonal.b(), 1e-6);
	}
}
