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

package sc.fiji.rewardanalysis.core.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class AtomMasksTest {

	private static final double FREE = Double.POSITIVE_INFINITY;

	private record Atom(double x, double y) implements Position {
	}

	/** In clusters, on half pixels and twice at the same place, also outside the image. */
	private static List<Atom> atoms(final SplittableRandom random, final int n, final int width,
		final int height)
	{
		final List<Atom> atoms = new ArrayList<>();
		final double spread = random.nextBoolean() ? 1.4 : 0.4;
		while (atoms.size() < n) {
			final double x = width * spread * (random.nextDouble() - 0.2), y = height * spread * (random
				.nextDouble() - 0.2);
			atoms.add(random.nextInt(3) == 0 ? new Atom(Math.rint(2 * x) / 2, Math.rint(2 * y) / 2)
				: new Atom(x, y));
			if (random.nextInt(10) == 0) atoms.add(atoms.get(0));
		}
		return atoms;
	}

	private static int nearest(final List<Atom> atoms, final int x, final int y, final double most) {
		int best = NearestAtoms.NONE;
		double least = most * most;
		for (int k = 0; k < atoms.size(); k++) {
			final double dx = x - atoms.get(k).x, dy = y - atoms.get(k).y, d = dx * dx + dy * dy;
			if (d < least || d == least && best == NearestAtoms.NONE) {
				least = d;
				best = k;
			}
		}
		return best;
	}

	@Test
	void eachPixelGoesToItsNearestAtom() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int run = 0; run < 60; run++) {
			final int width = 1 + random.nextInt(90), height = 1 + random.nextInt(90);
			final List<Atom> atoms = atoms(random, 1 + random.nextInt(120), width, height);
			final double most = run % 3 == 0 ? FREE : 0.5 * (1 + random.nextInt(40));
			final int[] labels = NearestAtoms.of(atoms, width, height, Area.image(width, height), most,
				Progress.NONE).labels();
			for (int i = 0; i < labels.length; i++)
				assertEquals(nearest(atoms, i % width, i / width, most), labels[i]);
		}
	}

	/** The largest distance is inclusive; alone, an atom's pixels are a disc. */
	@Test
	void aLoneAtomHasADisc() {
		final NearestAtoms nearest = NearestAtoms.of(List.of(new Atom(20, 20)), 41, 41, Area.image(41, 41),
			5, Progress.NONE);
		assertTrue(Masks.same(Masks.disc(41, 20, 20, 5), nearest.of(new boolean[] { true })));
		assertEquals(0, nearest.of(new boolean[1]).area());
	}

	@Test
	void nothingOutsideTheAnalysedArea() {
		final Mask area = Masks.disc(50, 20, 25, 18);
		final List<Atom> atoms = atoms(new SplittableRandom(2), 30, 50, 50);
		final Area analysed = Area.mask(area.pixels(), 50, 50);
		final boolean[] all = new boolean[atoms.size()];
		Arrays.fill(all, true);
		assertTrue(Masks.same(area, NearestAtoms.of(atoms, 50, 50, analysed, FREE, Progress.NONE).of(
			all)));
		assertEquals(40 * 40, NearestAtoms.of(atoms, 50, 50, Area.image(50, 50).inset(5), FREE,
			Progress.NONE).of(all).area());
		assertTrue(Masks.same(area, new AtomBoxes(atoms, 200, 50, 50, analysed).of(all)));
	}

	/** The masks of a selection and of the others share the area. */
	@Test
	void selectionsPartTheArea() {
		final SplittableRandom random = new SplittableRandom(3);
		final List<Atom> atoms = atoms(random, 80, 70, 60);
		final NearestAtoms nearest = NearestAtoms.of(atoms, 70, 60, Area.image(70, 60), FREE,
			Progress.NONE);
		final boolean[] some = new boolean[atoms.size()], others = new boolean[atoms.size()];
		final double[] values = new double[atoms.size()];
		for (int k = 0; k < some.length; k++) {
			some[k] = random.nextBoolean();
			others[k] = !some[k];
			values[k] = some[k] ? 0.75 : 0.25;
		}
		final Mask mask = nearest.of(some);
		assertTrue(Masks.same(mask.complement(), nearest.of(others)));
		final float[] map = nearest.map(values);
		for (int i = 0; i < map.length; i++)
			assertEquals(mask.pixels()[i] ? 0.75f : 0.25f, map[i]);
	}

	@Test
	void noAtomsNoPixels() {
		final NearestAtoms nearest = NearestAtoms.of(List.of(), 9, 8, Area.image(9, 8), FREE,
			Progress.NONE);
		assertEquals(0, nearest.of(new boolean[0]).area());
		for (final float v : nearest.map(new double[0]))
			assertTrue(Float.isNaN(v));
	}

	/** Of several blocks of 256 px, a whole one, none whole, and one left of a pixel's width. */
	@Test
	void blocksAndThreadsChangeNothing() {
		final SplittableRandom random = new SplittableRandom(4);
		for (final int[] size : new int[][] { { 300, 270 }, { 257, 40 }, { 30, 513 } }) {
			final int width = size[0], height = size[1];
			final List<Atom> atoms = atoms(random, 60, width, height);
			final double most = width == 300 ? 25 : FREE;
			final int[] one = Parallelization.runSingleThreaded(() -> NearestAtoms.of(atoms, width, height,
				Area.image(width, height), most, Progress.NONE).labels());
			for (int i = 0; i < one.length; i++)
				assertEquals(nearest(atoms, i % width, i / width, most), one[i]);
			final NearestAtoms many = Parallelization.runWithNumThreads(5, () -> NearestAtoms.of(atoms,
				width, height, Area.image(width, height), most, Progress.NONE));
			assertArrayEquals(one, many.labels());
			assertEquals(width, many.width());
			assertEquals(height, many.height());
		}
	}

	/** Pixel by pixel the rule of the half-open box. */
	@Test
	void boxesHaveTheirPixels() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int run = 0; run < 30; run++) {
			final int side = 1 + random.nextInt(12);
			final List<Atom> atoms = atoms(random, 12, 60, 50);
			final boolean[] some = new boolean[atoms.size()];
			for (int k = 0; k < some.length; k++)
				some[k] = random.nextBoolean();
			final Mask expected = Masks.of(60, 50, (x, y) -> {
				for (int k = 0; k < some.length; k++) {
					final double dx = x - (atoms.get(k).x - side / 2.0), dy = y - (atoms.get(k).y - side / 2.0);
					if (some[k] && dx >= 0 && dx < side && dy >= 0 && dy < side) return true;
				}
				return false;
			});
			assertTrue(Masks.same(expected, new AtomBoxes(atoms, side, 60, 50, Area.image(60, 50)).of(
				some)));
		}
	}

	@Test
	void refusesWhatCannotBe() {
		final List<Atom> one = List.of(new Atom(1, 1));
		final Area area = Area.image(9, 9);
		refused("above 0", () -> NearestAtoms.of(one, 9, 9, area, 0, Progress.NONE));
		refused("finite", () -> NearestAtoms.of(List.of(new Atom(Double.NaN, 1)), 9, 9, area, 3,
			Progress.NONE));
		refused("1 atoms but 2 values", () -> NearestAtoms.of(one, 9, 9, area, 3, Progress.NONE).of(
			new boolean[2]));
		refused("1 atoms but 2 values", () -> NearestAtoms.of(one, 9, 9, area, 3, Progress.NONE).map(
			new double[2]));
		refused("1 atoms but 2 values", () -> new AtomBoxes(one, 3, 9, 9, area).of(new boolean[2]));
		refused("needs 72 values, not 71", () -> new Mask(9, 8, new boolean[71]));
		refused("side", () -> new AtomBoxes(one, 0, 9, 9, area));
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> NearestAtoms.of(one, 9, 9, area, 3, canceled));
	}

	private static void refused(final String word, final org.junit.jupiter.api.function.Executable e) {
		final String message = assertThrows(RewardAnalysisException.class, e).getMessage();
		assertTrue(message.contains(word), message);
	}
}
