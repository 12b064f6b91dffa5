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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.Grain;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom;
import sc.fiji.rewardanalysis.core.crystal.LatticeFit;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/**
 * An image that is moved has its atoms moved with it, and one that is brighter has the same
 * atoms: places to the pixel, responses to rounding.
 */
class MetamorphicTest {

	private static final int WIDTH = 150, HEIGHT = 117;
	private static final LogParameters PARAMETERS = new LogParameters(1.5, 5, 6, 0.02, 0.4);

	/** Relative, of responses: the order of sums changes. */
	private static final double ROUNDING = 1e-12;

	/** Noise on a lattice that no symmetry keeps. */
	private static double[] pixels(final int width, final int height) {
		final Random random = new Random(12);
		return IntStream.range(0, width * height).mapToDouble(i -> Math.pow(Math.cos(0.31 * (i % width) + 0.07 *
			(i / width)) * Math.cos(0.37 * (i / width)), 2) + 0.15 * random.nextGaussian()).toArray();
	}

	private static List<Blob> blobs(final Img<DoubleType> image, final LogParameters parameters) {
		return new LogDetector(image).blobs(parameters, Progress.NONE);
	}

	private static List<Blob> inOrder(final List<Blob> blobs) {
		return blobs.stream().sorted(Comparator.comparingDouble(Blob::x).thenComparingDouble(Blob::y)
			.thenComparingDouble(Blob::sigma)).toList();
	}

	/** Places and scales exactly. */
	private static void assertSame(final List<Blob> expected, final List<Blob> found,
		final double rounding)
	{
		final List<Blob> e = inOrder(expected), f = inOrder(found);
		assertEquals(e.size(), f.size());
		for (int i = 0; i < e.size(); i++) {
			assertEquals(e.get(i).x(), f.get(i).x());
			assertEquals(e.get(i).y(), f.get(i).y());
			assertEquals(e.get(i).sigma(), f.get(i).sigma());
			assertEquals(e.get(i).response(), f.get(i).response(), rounding);
		}
	}

	@ParameterizedTest
	@EnumSource
	void detectionMovesWithTheImage(final MovedImage moved) {
		final double[] pixels = pixels(WIDTH, HEIGHT);
		final List<Blob> blobs = blobs(MovedImage.AS_IT_IS.of(pixels, WIDTH, HEIGHT), PARAMETERS);
		assertTrue(blobs.size() > 100);
		assertSame(blobs.stream().map(b -> moved.blob(b, WIDTH, HEIGHT)).toList(), blobs(moved.of(pixels,
			WIDTH, HEIGHT), PARAMETERS), ROUNDING);
	}

	/** Two to a power exactly, other factors to rounding; the threshold is multiplied too. */
	@ParameterizedTest
	@CsvSource({ "1024, 0", "6.1e-5, 0", "0.0123, 1e-12", "65535, 1e-12" })
	void detectionIsLinear(final double factor, final double rounding) {
		final double exact = rounding == 0 ? Math.scalb(1.0, Math.getExponent(factor)) : factor;
		final double[] pixels = pixels(WIDTH, HEIGHT);
		final List<Blob> blobs = blobs(ArrayImgs.doubles(pixels, WIDTH, HEIGHT), PARAMETERS);
		assertSame(blobs.stream().map(b -> new Blob(b.x(), b.y(), b.sigma(), exact * b.response())).toList(),
			blobs(ArrayImgs.doubles(Arrays.stream(pixels).map(v -> exact * v).toArray(), WIDTH, HEIGHT),
				PARAMETERS.withThreshold(exact * PARAMETERS.threshold())), rounding * exact);
	}

	/** Farther from the edge than a kernel reaches, nothing knows of what is beyond: to the bit. */
	@Test
	void croppingAndEmbeddingChangeNothingWithin() {
		final int rim = (int) (4 * 5 + 0.5) + 1;
		final double[] pixels = pixels(WIDTH, HEIGHT);
		final LogParameters all = new LogParameters(1.5, 5, 6, 0.02, 1);
		final List<Blob> whole = blobs(ArrayImgs.doubles(pixels, WIDTH, HEIGHT), all);
		for (final int[] c : new int[][] { { 0, 0, 90, 80 }, { 13, 7, 100, 101 }, { 31, 40, 119, 77 }, { -20,
			-33, 260, 210 } })
		{
			final int left = c[0], top = c[1], width = c[2], height = c[3];
			final double[] part = new double[width * height];
			for (int i = 0; i < part.length; i++) {
				final int x = left + i % width, y = top + i / width;
				// Where there was no image it is blank.
				part[i] = x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT ? 0.3 : pixels[y * WIDTH + x];
			}
			final Area inside = Area.image(WIDTH, HEIGHT).within(Math.max(0, left), Math.max(0, top), Math.min(
				WIDTH, left + width) - 1, Math.min(HEIGHT, top + height) - 1).inset(rim);
			final List<Blob> expected = whole.stream().filter(inside::contains).toList();
			assertTrue(expected.size() > 5);
			assertSame(expected, blobs(ArrayImgs.doubles(part, width, height), all).stream().map(b -> new Blob(b
				.x() + left, b.y() + top, b.sigma(), b.response())).filter(inside::contains).toList(), 0);
		}
	}

	/** What comes in at one side has left at the other. */
	@Test
	void shiftsByWholePixelsMoveAtoms() {
		final double[] pixels = pixels(WIDTH, HEIGHT);
		final LogParameters all = new LogParameters(1.5, 5, 6, 0.02, 1);
		final List<Blob> whole = blobs(ArrayImgs.doubles(pixels, WIDTH, HEIGHT), all);
		final Area image = Area.image(WIDTH, HEIGHT).inset(21);
		for (final int[] s : new int[][] { { 1, 0 }, { 0, 1 }, { 17, 5 }, { 3, 29 } }) {
			final double[] shifted = new double[pixels.length];
			for (int i = 0; i < pixels.length; i++)
				shifted[(i / WIDTH + s[1]) % HEIGHT * WIDTH + (i % WIDTH + s[0]) % WIDTH] = pixels[i];
			final List<Blob> expected = whole.stream().filter(image::contains).map(b -> new Blob(b.x() + s[0], b
				.y() + s[1], b.sigma(), b.response())).filter(image::contains).toList();
			final Area kept = image.within(s[0] + 21, s[1] + 21, WIDTH, HEIGHT);
			assertSame(expected.stream().filter(kept::contains).toList(), blobs(ArrayImgs.doubles(shifted, WIDTH,
				HEIGHT), all).stream().filter(kept::contains).toList(), 0);
		}
	}

	/**
	 * To rounding where both sides are even. Else the tiles from which the noise is estimated
	 * lie a pixel off their mirrored places, and with the weights fits change by less than a
	 * fiftieth of their standard error.
	 */
	@ParameterizedTest
	@EnumSource
	void refinedPlacesMoveWithTheImage(final MovedImage moved) {
		for (final int height : new int[] { HEIGHT + 1, HEIGHT }) {
			final double[] pixels = pixels(WIDTH, height);
			final Img<DoubleType> image = MovedImage.AS_IT_IS.of(pixels, WIDTH, height);
			final List<Blob> blobs = blobs(image, new LogParameters(2, 4, 3, 0.2, 0.4));
			assertTrue(blobs.size() > 50);
			final List<Blob> movedBlobs = blobs.stream().map(b -> moved.blob(b, WIDTH, height)).toList();
			for (final Refinement refinement : List.of(Refinement.QUADRATIC, Refinement.GAUSSIAN)) {
				final List<RefinedAtom> expected = refined(image, blobs, refinement), found = refined(moved.of(
					pixels, WIDTH, height), movedBlobs, refinement);
				for (int i = 0; i < expected.size(); i++) {
					assertEquals(expected.get(i).status(), found.get(i).status(), refinement + " " + i);
					assertArrayEquals(moved.place(expected.get(i).blob(), WIDTH, height), new double[] { found.get(
						i).x(), found.get(i).y() }, refinement == Refinement.GAUSSIAN && height % 2 == 1 ? 1e-3
							: 1e-9, refinement + " " + i);
				}
			}
		}
	}

	private static List<RefinedAtom> refined(final Img<DoubleType> image, final List<Blob> blobs,
		final Refinement refinement)
	{
		return Refiner.refine(image, Contrast.BRIGHT, blobs, refinement, FitOptions.ROUND, Progress.NONE)
			.atoms();
	}

	private static AtomSolution picked(final Img<DoubleType> image) {
		final AtomFindingTask task = new AtomFindingTask(image, Area.image((int) image.dimension(0),
			(int) image.dimension(1)), AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), Progress.NONE);
		return task.solution(task.pick(task.search().run(SearchEngine.EXACT, new StopRule(20, false), 1,
			Progress.NONE).study(), Pick.EUCLIDEAN).orElseThrow(), Progress.NONE);
	}

	private static final class Whole {

		static final double[] PIXELS = new double[Ybco.SIZE * Ybco.SIZE];

		static {
			int i = 0;
			for (final var v : Ybco.image().image())
				PIXELS[i++] = v.getRealDouble();
		}

		static final AtomSolution PICKED = picked(MovedImage.AS_IT_IS.of(PIXELS, Ybco.SIZE, Ybco.SIZE));
	}

	private static void assertSameSolution(final MovedImage moved, final AtomSolution found) {
		final AtomSolution expected = Whole.PICKED;
		assertArrayEquals(expected.evaluation().objectives(), found.evaluation().objectives(), 1e-12);
		final LogParameters p = expected.parameters(), q = found.parameters();
		assertEquals(p.minSigma(), q.minSigma());
		assertEquals(p.maxSigma(), q.maxSigma());
		assertEquals(p.overlap(), q.overlap());
		assertEquals(p.threshold(), q.threshold(), 1e-11);
		assertSame(expected.atoms().atoms().stream().map(b -> moved.blob(b, Ybco.SIZE, Ybco.SIZE)).toList(),
			found.atoms().atoms(), 1e-11);
	}

	/** From the image to the picked solution: parameters, rewards and atoms. */
	@ParameterizedTest
	@EnumSource(names = { "MIRRORED_X", "TRANSPOSED", "TURNED_BY_90" })
	void theExactSearchFindsTheMovedAtoms(final MovedImage moved) {
		assertSameSolution(moved, picked(moved.of(Whole.PIXELS, Ybco.SIZE, Ybco.SIZE)));
	}

	/** Neither gain nor offset of the camera, whatever its units. */
	@ParameterizedTest
	@CsvSource({ "4096, 0", "0.001, 100", "37.5, -2000" })
	void theExactSearchFindsTheSameAtomsInOtherGreyValues(final double gain, final double offset) {
		assertSameSolution(MovedImage.AS_IT_IS, picked(ArrayImgs.doubles(Arrays.stream(Whole.PIXELS).map(
			v -> gain * v + offset).toArray(), Ybco.SIZE, Ybco.SIZE)));
	}

	/** Cell and numbers of atoms; a crystal whose two axes are alike may swap them. */
	@ParameterizedTest
	@EnumSource
	void theCrystalMovesWithItsAtoms(final MovedImage moved) {
		final Random random = new Random(4);
		final List<Blob> atoms = new ArrayList<>();
		final int width = 300, height = 240;
		Ybco.LATTICE.placedInPixels(0.02, 8, 100.3, 77.7).forEachColumn(0, 0, width - 1, height - 1, (site, i,
			j, x, y) -> atoms.add(new Blob(x + 0.2 * random.nextGaussian(), y + 0.2 * random.nextGaussian(), 3,
				1)));
		final LatticeFit fit = fit(atoms, width, height), other = fit(atoms.stream().map(b -> moved.blob(b,
			width, height)).toList(), moved.width(width, height), moved.height(width, height));
		assertEquals(fit.grains().size(), other.grains().size());
		for (final var status : IndexedAtom.Status.values())
			assertEquals(fit.count(status), other.count(status), status.toString());
		assertArrayEquals(cell(fit), cell(other), 1e-9);
	}

	private static LatticeFit fit(final List<Blob> atoms, final int width, final int height) {
		return LatticeFit.of(atoms, Area.image(width, height), Ybco.LATTICE, 0.02, null, LatticeFit.TOLERANCE,
			Progress.NONE);
	}

	/** Lengths of the translations and their area, px. */
	private static double[] cell(final LatticeFit fit) {
		final Grain grain = fit.grains().get(0);
		final var v = grain.fit().vectors();
		return new double[] { Math.hypot(v.ax(), v.ay()), Math.hypot(v.bx(), v.by()), Math.abs(v.ax() * v.by() -
			v.ay() * v.bx()) };
	}
}
