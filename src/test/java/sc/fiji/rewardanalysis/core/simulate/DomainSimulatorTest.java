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

package sc.fiji.rewardanalysis.core.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.AdjustedRandIndex;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

class DomainSimulatorTest {

	private static final Lattice FIRST = lattice("first", 0.5), SECOND = lattice("second", 0.6);

	/** Sr in the corner and Ti near the middle. */
	private static Lattice lattice(final String name, final double u) {
		return new Lattice(name, "two columns", "made up", 0.4, 0.4, 90, List.of(new Site("Sr", 38, 0,
			0), new Site("Ti", 22, u, 0.5)));
	}

	private static DomainParameters parameters(final DomainWalls walls, final int grains,
		final double noise, final long seed)
	{
		return new DomainParameters(FIRST, SECOND, 128, 96, 0.04, walls, grains, 10, 30, 0.05, 0.003,
			noise, seed);
	}

	private static SimulatedDomains simulate(final DomainParameters parameters) {
		return DomainSimulator.simulate(parameters, Progress.NONE);
	}

	private static float[] pixels(final Img<FloatType> image) {
		final float[] pixels = new float[(int) image.size()];
		int i = 0;
		for (final FloatType value : image)
			pixels[i++] = value.get();
		return pixels;
	}

	@Test
	void sameSeedSameBytes() {
		final DomainParameters p = parameters(DomainWalls.CURVED, 4, 0.2, 3);
		assertArrayEquals(pixels(simulate(p).image()), pixels(simulate(p).image()));
		assertFalse(Arrays.equals(pixels(simulate(p).image()), pixels(simulate(p.withSeed(4)).image())));
	}

	/** Truth and columns are those of the same specimen, and noise has the deviation asked for. */
	@Test
	void noiseLeavesTheSpecimenAsItIs() {
		final DomainParameters p = parameters(DomainWalls.STRAIGHT, 3, 0, 5);
		final SimulatedDomains clean = simulate(p), noisy = simulate(p.withNoise(0.2));
		assertArrayEquals(clean.phases(), noisy.phases());
		assertEquals(clean.columns(), noisy.columns());
		final float[] a = pixels(clean.image()), b = pixels(noisy.image());
		final double[] difference = IntStream.range(0, a.length).mapToDouble(i -> b[i] - a[i]).toArray();
		assertEquals(0.2, Math.sqrt(Arrays.stream(difference).map(d -> d * d).average().orElse(0)),
			0.2 * 4 / Math.sqrt(2.0 * a.length));
		float least = 1, most = 0;
		for (final float value : a) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		assertEquals(0, least, 1e-6);
		assertEquals(1, most, 1e-6);
	}

	@Test
	void bothPhasesArePresentWhateverTheSeed() {
		for (final DomainWalls walls : DomainWalls.values())
			for (int seed = 1; seed <= 10; seed++) {
				final int[] phases = simulate(parameters(walls, 1, 0, seed)).phases();
				final double second = Arrays.stream(phases).filter(p -> p == 2).count() / (double) phases.length;
				assertTrue(second > 0.2 && second < 0.8, walls + " " + seed + ": " + second);
				assertTrue(Arrays.stream(phases).allMatch(p -> p == 1 || p == 2));
			}
	}

	/** Without noise the motif around each Sr column tells the phase: where its Ti is. */
	@Test
	void motifsFollowTheWalls() {
		final DomainParameters p = new DomainParameters(FIRST, SECOND, 256, 256, 0.04,
			DomainWalls.CURVED, 1, 0, 0, 0.05, 0, 0, 2);
		final SimulatedDomains domains = simulate(p);
		final List<Column> strontium = of(domains, "Sr"), titanium = of(domains, "Ti");
		final int[] seen = new int[strontium.size()];
		final double[] x = new double[seen.length], y = new double[seen.length];
		int n = 0;
		for (final Column sr : strontium) {
			if (sr.x() > 240 || sr.y() > 240) continue;
			final Column ti = titanium.stream().filter(t -> t.x() > sr.x() && t.y() > sr.y()).min((s, t) -> Double
				.compare(distance(s, sr), distance(t, sr))).orElseThrow();
			x[n] = sr.x();
			y[n] = sr.y();
			seen[n++] = ti.x() - sr.x() > 0.55 * 0.4 / 0.04 ? 2 : 1;
		}
		assertTrue(n > 300, "cells: " + n);
		assertEquals(1, AdjustedRandIndex.of(Arrays.copyOf(seen, n), domains.phasesAt(Arrays.copyOf(x, n),
			Arrays.copyOf(y, n))));
	}

	private static List<Column> of(final SimulatedDomains domains, final String species) {
		return domains.columns().stream().filter(c -> c.species().equals(species)).toList();
	}

	private static double distance(final Column a, final Column b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}

	/** As many columns as the cell's density says, whatever the walls and grains. */
	@Test
	void columnsAreAsDenseAsTheLattice() {
		for (int seed = 1; seed <= 5; seed++) {
			final DomainParameters p = parameters(DomainWalls.CURVED, 4, 0, seed);
			final double expected = FIRST.columnDensity() * p.width() * p.height() * p.pixelSize() * p
				.pixelSize();
			// Walls and grain boundaries may lose or double a column each few cells.
			assertEquals(expected, simulate(p).columns().size(), 0.06 * expected);
		}
	}

	@Test
	void theNearestPixelOfTheBorderCountsOutside() {
		final SimulatedDomains domains = simulate(parameters(DomainWalls.CURVED, 1, 0, 1));
		assertArrayEquals(new int[] { domains.phases()[0], domains.phases()[95 * 128 + 127] }, domains
			.phasesAt(new double[] { -9, 400 }, new double[] { -1, 400 }));
	}

	@Test
	void wrongParametersAreRefused() {
		assertThrows(RewardAnalysisException.class, () -> parameters(DomainWalls.CURVED, 0, 0, 1));
		assertThrows(RewardAnalysisException.class, () -> parameters(DomainWalls.CURVED, 1, Double.NaN,
			1));
		assertThrows(RewardAnalysisException.class, () -> parameters(null, 1, 0, 1));
	}
}
