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

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.crystal.Strains.Component;

/** Displacements, offsets, strain and their maps against closed forms. */
class StrainsTest {

	private static final double NM = TrueCrystal.PIXEL;

	private static LatticeAnalysis analysed(final TrueCrystal c, final LatticeSettings settings) {
		return LatticeAnalysis.of(c.atoms, null, c.area(), p -> p.x() < 150, settings, Progress.NONE);
	}

	private static LatticeSettings settings(final TrueCrystal c, final ReferenceKind kind,
		final StrainKind strain)
	{
		return new LatticeSettings(c.lattice, NM, kind, strain, Strains.RADIUS, LatticeFit.TOLERANCE, Sublattice.LIGHTEST);
	}

	/** Left of 150 px the crystal, right of it the same stretched: the region is the reference. */
	@Test
	void aStrainedFilmOnItsSubstrate() {
		final double f = 0.03;
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 420, 260).fill(0, (x, y) -> new double[] { 0, 0 }, 0,
			1);
		final TrueCrystal film = new TrueCrystal("SrTiO3-001", 420, 260).fill(0, (x, y) -> new double[] { Math.max(
			0, x - 160) * f, 0 }, 0, 1);
		final LatticeAnalysis a = analysed(film, settings(c, ReferenceKind.REGION, StrainKind.SMALL));
		final double[] xx = a.strains().values(Component.XX), yy = a.strains().values(Component.YY), ux = a
			.displacements().ux();
		for (int i = 0; i < xx.length; i++) {
			final double x = film.ideal.get(i)[0];
			assertEquals(Math.max(0, x - 160) * f, ux[i], 1e-9);
			if (x > 212) assertEquals(f, xx[i], 1e-9);
			if (x < 108) assertEquals(0, xx[i], 1e-9);
			assertEquals(0, yy[i], 1e-9);
		}
	}

	/** D known: every component, of both measures, to rounding, and the maps of it. */
	@Test
	void anAffineFieldIsExact() {
		final double[] d = { 0.012, 0.02, -0.006, -0.015 };
		final TrueCrystal c = new TrueCrystal("YBa2Cu3O7-100", 420, 400).fill(0, (x, y) -> new double[] { d[0] *
			x + d[1] * y, d[2] * x + d[3] * y }, 0, 1);
		// The ideal crystal is turned as the fitted one: F = R U becomes U.
		final double turn = Math.atan2(d[2] - d[1], 2 + d[0] + d[3]);
		final LatticeAnalysis a = analysed(c, settings(c, ReferenceKind.IDEAL, StrainKind.GREEN_LAGRANGE));
		final double[] f = { 1 + d[0], d[1], d[2], 1 + d[3] };
		// V = F R' has the strain in the image's axes.
		final double cos = Math.cos(turn), sin = Math.sin(turn);
		final double[] v = { f[0] * cos - f[1] * sin, f[0] * sin + f[1] * cos, f[2] * cos - f[3] * sin, f[2] *
			sin + f[3] * cos };
		final double exx = 0.5 * (v[0] * v[0] + v[2] * v[2] - 1), eyy = 0.5 * (v[1] * v[1] + v[3] * v[3] - 1),
				exy = 0.5 * (v[0] * v[1] + v[2] * v[3]);
		for (int i = 0; i < c.atoms.size(); i++) {
			assertEquals(exx, a.strains().values(Component.XX)[i], 1e-9);
			assertEquals(eyy, a.strains().values(Component.YY)[i], 1e-9);
			assertEquals(exy, a.strains().values(Component.XY)[i], 1e-9);
			assertEquals(0, a.strains().values(Component.ROTATION)[i], 1e-9);
			assertEquals(0, a.strains().errors(Component.XX)[i], 1e-9);
			final double offset = a.displacements().relativeX()[i];
			if (!Double.isNaN(offset)) assertEquals(0, offset, 1e-9, "affine strain is no polarisation");
			if (i > 20) i += 17;
		}
		final List<LatticeMaps.Layer> maps = LatticeMaps.of(a, 420, 400, c.area(), Progress.NONE);
		assertEquals(List.of("displacement x (pm)", "displacement y (pm)", "strain xx (%)", "strain yy (%)",
			"strain xy (%)", "rotation (deg)", "offset of Cu1 x (pm)", "offset of Cu1 y (pm)"), maps.stream().map(
				LatticeMaps.Layer::name).toList());
		final double[] x = a.displacements().x(), ux = a.displacements().ux();
		final int here = IntStream.range(0, x.length).filter(i -> Math.hypot(c.atoms.get(i).x() - 200, c.atoms.get(
			i).y() - 200) < 12).findFirst().orElseThrow();
		final int px = (int) Math.rint(c.atoms.get(here).x()), py = (int) Math.rint(c.atoms.get(here).y());
		assertEquals(100 * exx, maps.get(2).values()[py * 420 + px], 1e-4);
		// A pixel's centre is up to 0.7 px away from the atom, where the field is up to 2 % of that less.
		assertEquals(ux[here] * 1000 * NM, maps.get(0).values()[py * 420 + px], 0.02 * 20);
	}

	@Test
	void aRotationIsNoStrain() {
		final double turn = Math.toRadians(2);
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 420, 300).fill(0, (x, y) -> x < 200 ? new double[2]
			: new double[] { Math.cos(turn) * (x - 200) - Math.sin(turn) * (y - 150) - (x - 200), Math.sin(turn) *
				(x - 200) + Math.cos(turn) * (y - 150) - (y - 150) }, 0, 1);
		final LatticeAnalysis a = analysed(c, settings(c, ReferenceKind.REGION,
			StrainKind.GREEN_LAGRANGE));
		for (int i = 0; i < c.atoms.size(); i++)
			if (c.ideal.get(i)[0] > 255) {
				assertEquals(turn, a.strains().values(Component.ROTATION)[i], 1e-9);
				assertEquals(0, a.strains().values(Component.XX)[i], 1e-9);
				assertEquals(0, a.strains().values(Component.XY)[i], 1e-9);
			}
	}

	/** A wave recovered to within its noise, its gradient to within the error that is said. */
	@Test
	void aSinusoidalFieldIsRecovered() {
		final double amplitude = 1.5, k = 2 * Math.PI / 260, noise = 0.25;
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 780, 390).fill(0, (x, y) -> new double[] { amplitude *
			Math.sin(k * x), 0 }, noise, 4);
		final LatticeAnalysis a = analysed(c, settings(c, ReferenceKind.IDEAL, StrainKind.SMALL));
		final double[] ux = a.displacements().ux(), xx = a.strains().values(Component.XX), error = a.strains()
			.errors(Component.XX);
		double sum = 0, scaled = 0;
		int n = 0;
		for (int i = 0; i < ux.length; i++) {
			final double x = c.ideal.get(i)[0];
			sum += Math.pow(ux[i] - amplitude * Math.sin(k * x), 2);
			// Averaging over the radius flattens a wave of this length by some percent.
			scaled += Math.pow((xx[i] - 0.93 * amplitude * k * Math.cos(k * x)) / error[i], 2);
			n++;
		}
		assertEquals(noise, Math.sqrt(sum / n), 0.12);
		assertEquals(1, Math.sqrt(scaled / n), 0.35);
	}

	/** Noise of 0.2 px along x and 0.5 px along y, no strain: each component is as large as its error. */
	@Test
	void errorsOfEveryComponentAreHonest() {
		final Random random = new Random(5);
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 600, 600).fill(0, (x, y) -> new double[] { 0.2 *
			random.nextGaussian(), 0.5 * random.nextGaussian() }, 0, 1);
		final Strains strains = analysed(c, settings(c, ReferenceKind.GLOBAL, StrainKind.SMALL)).strains();
		for (final Component component : Component.values()) {
			final double[] values = strains.values(component), errors = strains.errors(component);
			assertEquals(1, Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> Math.pow(values[i] /
				errors[i], 2)).average().orElseThrow()), 0.2, component.name());
		}
	}

	/** One sublattice shifted: an offset, and neither strain nor an index lost. */
	@Test
	void aShiftedSublatticeIsAnOffset() {
		final TrueCrystal all = new TrueCrystal("SrTiO3-001", 400, 400);
		all.lattice.placedInPixels(NM, 8, 200, 200).forEachColumn(0, 0, 400, 400, (site, i, j, x, y) -> all.add(site,
			i, j, x, y, site == 1 ? 0.9 : 0, (site == 1 ? -0.4 : 0) + 0.01 * x));
		final double[] brightness = all.numbers.stream().mapToDouble(n -> n[2] == 0 ? 1 : 0.4).toArray();
		final LatticeFit fit = LatticeFit.of(all.atoms, all.area(), all.lattice, NM, brightness, 0.3,
			Progress.NONE);
		final Displacements u = Displacements.of(fit, ReferenceLattice.of(fit, ReferenceKind.GLOBAL, all.lattice,
			NM, null), Progress.NONE);
		final double[] x = u.relativeX(), y = u.relativeY();
		int known = 0;
		for (int i = 0; i < x.length; i++) {
			final int[] number = all.numbers.get(i);
			if (Double.isNaN(x[i]) || all.ideal.get(i)[0] < 30 || all.ideal.get(i)[0] > 370 || all.ideal.get(i)[1] < 30 ||
				all.ideal.get(i)[1] > 370) continue;
			assertEquals(number[2] == 1 ? 0.9 : -0.9, x[i], 1e-9);
			assertEquals(number[2] == 1 ? -0.4 : 0.4, y[i], 1e-9);
			known++;
		}
		assertTrue(known > 500);
		final Strains strains = Strains.of(u, StrainKind.SMALL, 2.5, Progress.NONE);
		for (int i = 0; i < x.length; i++)
			assertEquals(strains.values(Component.XX)[0], strains.values(Component.XX)[i], 1e-9);
	}

	@Test
	void nothingIsMadeUpOutsideTheAtoms() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 400, 300).fill(8, (x, y) -> new double[] { x > 200
			? 1e6 : 0, 0 }, 0.2, 1);
		final LatticeAnalysis a = analysed(c, LatticeSettings.of(c.lattice, NM));
		for (final LatticeMaps.Layer layer : LatticeMaps.of(a, 400, 300, c.area(), Progress.NONE)) {
			assertTrue(Float.isNaN(layer.values()[150 * 400 + 230]), layer.name());
			assertTrue(Float.isFinite(layer.values()[150 * 400 + 100]), layer.name());
		}
	}

	@Test
	void whatAReferenceNeedsIsSaid() {
		final TrueCrystal c = new TrueCrystal("SrTiO3-001", 300, 300).fill(8, (x, y) -> new double[2], 0, 1);
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> LatticeAnalysis.of(c.atoms, null, c
			.area(), p -> p.x() < 4, LatticeSettings.of(c.lattice, NM).reference(ReferenceKind.REGION),
			Progress.NONE)).getMessage(), "fewer than 12", "select more");
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> LatticeSettings.of(null, NM)
			.reference(ReferenceKind.IDEAL)).getMessage(), "needs the crystal");
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> LatticeSettings.of(c.lattice,
			Double.NaN)).getMessage(), "pixel size");
	}
}
