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

import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class AmorphousShapeTest {

	private static final int WIDTH = 180, HEIGHT = 140;

	private static SimulatedImage simulate(final AmorphousShape shape, final double fraction,
		final long seed)
	{
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get("YBa2Cu3O7-100")).size(
			WIDTH, HEIGHT).amorphousShape(shape).amorphousFraction(fraction).amorphousCorrelation(1).seed(
				seed).build(), Progress.NONE);
	}

	private static int area(final boolean[] mask) {
		int n = 0;
		for (final boolean m : mask)
			if (m) n++;
		return n;
	}

	/** Pixels that are connected through edges and have this value, hence number of pieces. */
	private static int pieces(final boolean[] mask, final boolean value) {
		final boolean[] seen = new boolean[mask.length];
		int pieces = 0;
		for (int start = 0; start < mask.length; start++) {
			if (mask[start] != value || seen[start]) continue;
			pieces++;
			final Deque<Integer> open = new ArrayDeque<>();
			seen[start] = true;
			for (open.add(start); !open.isEmpty();) {
				final int i = open.remove(), x = i % WIDTH;
				for (final int j : new int[] { x > 0 ? i - 1 : i, x < WIDTH - 1 ? i + 1 : i, i - WIDTH, i +
					WIDTH })
					if (j >= 0 && j < mask.length && !seen[j] && mask[j] == value) {
						seen[j] = true;
						open.add(j);
					}
			}
		}
		return pieces;
	}

	@ParameterizedTest
	@EnumSource
	void isAsLargeAsAskedHoweverLarge(final AmorphousShape shape) {
		for (final double fraction : new double[] { 0.01, 0.15, 0.4, 0.8, 1 })
			for (int seed = 0; seed < 4; seed++)
				assertEquals(fraction * WIDTH * HEIGHT, area(simulate(shape, fraction, seed).amorphous()), 8,
					"pixels at the same distance come and go together");
		assertEquals(0, area(simulate(shape, 0, 1).amorphous()));
	}

	/** Pieces and holes of each shape, wherever a seed places it. */
	@Test
	void hasItsTopology() {
		for (int seed = 0; seed < 20; seed++) {
			final boolean[] disc = simulate(AmorphousShape.DISC, 0.2, seed).amorphous();
			final boolean[] band = simulate(AmorphousShape.BAND, 0.2, seed).amorphous();
			final boolean[] ring = simulate(AmorphousShape.RING, 0.2, seed).amorphous();
			final boolean[] lobes = simulate(AmorphousShape.LOBES, 0.2, seed).amorphous();
			assertEquals(1, pieces(disc, true));
			assertEquals(1, pieces(disc, false));
			assertEquals(1, pieces(band, true));
			assertEquals(2, pieces(band, false), "a band parts the crystal");
			assertEquals(1, pieces(ring, true));
			assertEquals(2, pieces(ring, false));
			assertEquals(2, pieces(lobes, true));
			assertEquals(1, pieces(lobes, false));
		}
	}

	/** A disc's second moment about its centre is that of its radius: R⁴π/2. */
	@Test
	void aDiscIsRoundAndInsideTheFrame() {
		for (int seed = 0; seed < 10; seed++) {
			final boolean[] mask = simulate(AmorphousShape.DISC, 0.2, seed).amorphous();
			double n = 0, x = 0, y = 0, rr = 0;
			for (int i = 0; i < mask.length; i++)
				if (mask[i]) {
					n++;
					x += i % WIDTH;
					y += i / WIDTH;
				}
			for (int i = 0; i < mask.length; i++)
				if (mask[i]) rr += Math.pow(i % WIDTH - x / n, 2) + Math.pow(i / WIDTH - y / n, 2);
			assertEquals(n * n / (2 * Math.PI), rr, 0.002 * rr);
			final double radius = Math.sqrt(n / Math.PI);
			assertTrue(x / n > radius - 1 && x / n < WIDTH - radius && y / n > radius - 1 && y / n < HEIGHT -
				radius);
		}
	}

	@Test
	void theSeedPlacesIt() {
		for (final AmorphousShape shape : AmorphousShape.values()) {
			assertArrayEquals(simulate(shape, 0.2, 1).amorphous(), simulate(shape, 0.2, 1).amorphous());
			assertFalse(java.util.Arrays.equals(simulate(shape, 0.2, 1).amorphous(), simulate(shape, 0.2, 2)
				.amorphous()), shape.key());
		}
	}

	/** Outside of the zones the image is that of the perfect crystal, but for the scale. */
	@Test
	void theCrystalAroundItStaysAsItWas() {
		final SimulatedImage with = simulate(AmorphousShape.DISC, 0.15, 3);
		final SimulatedImage without = simulate(AmorphousShape.DISC, 0, 3);
		long disordered = 0, kept = 0;
		for (final Column c : with.columns())
			if (c.disordered()) disordered++;
			else if (without.columns().stream().anyMatch(o -> Math.hypot(o.x() - c.x(), o.y() - c.y()) < 0.5 &&
				o.species().equals(c.species()))) kept++;
		final long crystal = with.columns().size() - disordered;
		assertTrue(disordered > 0.1 * with.columns().size() && disordered < 0.2 * with.columns().size());
		// Those in the soft rim move too.
		assertTrue(kept > 0.9 * crystal, kept + " of " + crystal);
	}

	@Test
	void anUnknownNameIsRefused() {
		for (final AmorphousShape shape : AmorphousShape.values())
			assertEquals(shape, AmorphousShape.of(shape.key()));
		final var e = assertThrows(RewardAnalysisException.class, () -> AmorphousShape.of("square"));
		assertTrue(e.getMessage().contains("random, disc, band, ring, lobes"), e.getMessage());
	}
}
