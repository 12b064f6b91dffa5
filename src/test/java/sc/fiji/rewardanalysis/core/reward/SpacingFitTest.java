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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

class SpacingFitTest {

	private static final double EPS = 1e-12;

	@Test
	void anIdealCrystalFits() {
		final SpacingFit fit = SpacingFit.of(SquareCrystal.set(SquareCrystal.atoms()));
		assertEquals(0, fit.residual(), EPS);
		assertEquals(1, fit.scale(), EPS);
		// The square root of a rounding error.
		assertEquals(0, fit.remainder(), 1e-7);
	}

	@Test
	void aWrongPixelSizeIsAFactor() {
		final AtomPhysics p = SquareCrystal.physics();
		for (final double factor : new double[] { 0.9, 1.05, 1.3 }) {
			final AtomPhysics wrong = new AtomPhysics(p.pixelSize() * factor, p.counted(), p.expected(), p
				.low(), p.high(), p.judged(), p.expectedJudged(), p.neighbourSumLimit(), p
					.coveringRadius(), p.siteDistances());
			final SpacingFit fit = SpacingFit.of(new AtomSet(SquareCrystal.atoms(), wrong));
			assertEquals(factor, fit.scale(), EPS);
			assertEquals(Math.abs(factor - 1), fit.residual(), EPS);
			assertEquals(0, fit.remainder(), 1e-7);
		}
	}

	/** One column of distances (1, 1, 1, 1) seen as (1, 1, 2, 2): a rectangle of 10 × 20 px. */
	@Test
	void anotherShapeIsNoFactor() {
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 50; i++)
			atoms.add(SquareCrystal.at(4.5 + 10 * (i % 10), 4.5 + 20 * (i / 10)));
		final Area inside = Area.image(100, 90).inset(22);
		final AtomPhysics p = SquareCrystal.physics();
		final SpacingFit fit = SpacingFit.of(new AtomSet(atoms, new AtomPhysics(p.pixelSize(), p
			.counted(), p.expected(), p.low(), p.high(), inside, 10, p.neighbourSumLimit(), p
				.coveringRadius(), p.siteDistances())));
		// Along the rows neighbours are 1 and 2 nm away, as are those across.
		assertEquals(Math.sqrt(0.5), fit.residual(), EPS);
		assertEquals(1.5, fit.scale(), EPS);
		// cos² = (1+1+2+2)² / (4 · (1+1+4+4)) = 0.9
		assertEquals(Math.sqrt(0.1), fit.remainder(), EPS);
	}

	@Test
	void theSiteOfTheSameShapeIsTheAtoms() {
		final AtomPhysics p = SquareCrystal.physics();
		final AtomPhysics two = new AtomPhysics(p.pixelSize(), p.counted(), p.expected(), p.low(), p
			.high(), p.judged(), p.expectedJudged(), p.neighbourSumLimit(), p.coveringRadius(),
			new double[][] { { 1, 1, 1.4, 1.4 }, { 0.5, 0.5, 0.5, 0.5 } });
		assertEquals(2, SpacingFit.of(new AtomSet(SquareCrystal.atoms(), two)).scale(), EPS);
	}

	/** Crosses, far apart, whose arms are 2, 1, 1.3 and 1.1 nm long; judged are their centres. */
	@ParameterizedTest
	@CsvSource({ "1, 2", "2, 1.5", "3, 1.3", "4, 1.2" })
	void scaleIsTheMedian(final int crosses, final double median) {
		final double[] arms = { 20, 10, 13, 11 };
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < crosses; i++) {
			final double x = 100 + 200 * i, d = arms[i] * Math.sqrt(0.5);
			for (final double[] place : new double[][] { { 0, 0 }, { d, d }, { d, -d }, { -d, d }, { -d,
				-d } })
				atoms.add(SquareCrystal.at(x + place[0], 100 + place[1]));
		}
		final Area judged = Area.image(1000, 200).within(0, 99, 1000, 101);
		final AtomPhysics physics = new AtomPhysics(0.1, judged, 5, 5, 90, judged, 5, 3.2, 0.7,
			new double[][] { { 1, 1, 1, 1 } });
		assertEquals(median, SpacingFit.of(new AtomSet(atoms, physics)).scale(), EPS);
	}

	/** (1, 1, 1, 1) seen where (0.8, 0.8, 0.8, 1.6) are expected: by hand. */
	@Test
	void residualsAreInPartsOfTheNearestDistance() {
		final AtomPhysics p = SquareCrystal.physics();
		final SpacingFit fit = SpacingFit.of(new AtomSet(SquareCrystal.atoms(), new AtomPhysics(p
			.pixelSize(), p.counted(), p.expected(), p.low(), p.high(), p.judged(), p.expectedJudged(), p
				.neighbourSumLimit(), p.coveringRadius(), new double[][] { { 0.8, 0.8, 0.8, 1.6 } })));
		assertEquals(Math.sqrt((3 * 0.04 + 0.36) / 4) / 0.8, fit.residual(), EPS);
		assertEquals(4 / 4.48, fit.scale(), EPS);
		assertEquals(Math.sqrt(1 - 16 / (4 * 4.48)), fit.remainder(), EPS);
	}

	@Test
	void atomsInOnePlaceHaveNoShape() {
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			atoms.add(SquareCrystal.at(50, 50));
		final SpacingFit fit = SpacingFit.of(SquareCrystal.set(atoms));
		assertEquals(1, fit.remainder(), EPS);
		assertEquals(0, fit.scale(), EPS);
		assertTrue(Double.isFinite(fit.residual()));
	}

	@Test
	void fewAtomsAreRefused() {
		assertRefused(() -> SpacingFit.of(SquareCrystal.set(SquareCrystal.atoms().subList(44, 47))),
			"3 atoms");
		assertRefused(() -> SpacingFit.of(SquareCrystal.set(SquareCrystal.atoms().subList(0, 10))),
			"0 of them");
	}
}
