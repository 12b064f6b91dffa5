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

package sc.fiji.rewardanalysis.core.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.refine.PeakImages.Truth;

/** Refined positions against the truth of simulated columns. */
class RefinerTest {

	private static List<RefinedAtom> gaussian(final Img<DoubleType> image, final List<Blob> blobs,
		final FitOptions options)
	{
		return Refiner.refine(image, Contrast.BRIGHT, blobs, Refinement.GAUSSIAN, options, Progress.NONE)
			.atoms();
	}

	private static List<RefinedAtom> refine(final Img<DoubleType> image, final List<Blob> blobs,
		final Refinement refinement, final Progress progress)
	{
		return Refiner.refine(image, Contrast.BRIGHT, blobs, refinement, FitOptions.ELLIPTIC, progress)
			.atoms();
	}

	private static List<Blob> blobs(final List<Truth> truth) {
		return truth.stream().map(Truth::blob).toList();
	}

	private static Img<DoubleType> noiseless(final int size, final double background,
		final List<Truth> truth)
	{
		return PeakImages.image(PeakImages.expected(size, size, background, truth), size);
	}

	// -- exactness --

	@Test
	void aNoiselessGaussianIsRecovered() {
		final Random random = new Random(1);
		for (int i = 0; i < 60; i++) {
			final double sigma = 1 + 4 * random.nextDouble();
			final Truth truth = new Truth(30 + random.nextDouble(), 30 + random.nextDouble(), sigma, 1 +
				100 * random.nextDouble());
			// The detected scale is a rough one.
			final Blob blob = new Blob(Math.rint(truth.x()), Math.rint(truth.y()), sigma * (0.7 + 0.6 *
				random.nextDouble()), 1);
			final RefinedAtom atom = gaussian(noiseless(61, -3, List.of(truth)), List.of(blob),
				FitOptions.ROUND).get(0);
			assertEquals(RefinementStatus.OK, atom.status());
			assertEquals(truth.x(), atom.x(), 1e-6);
			assertEquals(truth.y(), atom.y(), 1e-6);
			assertEquals(sigma, atom.sigmaMajor(), 1e-5);
			assertEquals(truth.height(), atom.amplitude(), 1e-4);
			assertEquals(-3, atom.background(), 1e-4);
			assertEquals(blob.sigma(), atom.blob().sigma(), "the detector's");
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 20, 45, 90, 110, 179 })
	void anEllipseIsRecovered(final double angle) {
		final Truth truth = new Truth(40.3, 39.8, 4, 2.8, angle, 50);
		final RefinedAtom atom = gaussian(noiseless(81, 10, List.of(truth)), List.of(truth.blob()),
			FitOptions.ELLIPTIC).get(0);
		assertEquals(truth.x(), atom.x(), 1e-6);
		assertEquals(truth.y(), atom.y(), 1e-6);
		assertEquals(4, atom.sigmaMajor(), 1e-5);
		assertEquals(2.8, atom.sigmaMinor(), 1e-5);
		final double off = Math.abs(atom.angle() - angle);
		assertEquals(0, Math.min(off, 180 - off), 1e-3);
		assertTrue(atom.angle() >= 0 && atom.angle() < 180);
	}

	@ParameterizedTest
	@CsvSource({ "3, 100", "3, 40", "3.5, 40", "4, 20" })
	void neighboursDontPush(final double distance, final double height) {
		final double sigma = 4;
		final List<Truth> truth = List.of(new Truth(50.3 - distance * sigma / 2, 50.1, sigma, 100),
			new Truth(50.3 + distance * sigma / 2, 50.1, sigma, height));
		final Img<DoubleType> image = noiseless(101, 10, truth);
		final List<RefinedAtom> apart = gaussian(image, blobs(truth), FitOptions.ROUND);
		final List<RefinedAtom> masked = gaussian(image, blobs(truth), new FitOptions(false, false));
		double worst = 0;
		for (int i = 0; i < 2; i++) {
			assertTrue(apart.get(i).isRefined());
			assertEquals(truth.get(i).x(), apart.get(i).x(), 2e-3);
			assertEquals(truth.get(i).y(), apart.get(i).y(), 2e-3);
			worst = Math.max(worst, Math.abs(truth.get(i).x() - masked.get(i).x()));
		}
		assertTrue(worst > 0.1, "masks alone leave a bias of " + worst);
	}

	@Test
	void missingPixelsAreLeftOut() {
		final Truth truth = new Truth(30.4, 29.7, 3, 50);
		final Img<DoubleType> image = noiseless(61, 10, List.of(truth));
		for (int y = 28; y <= 36; y++)
			image.getAt(32, y).set(Double.NaN);
		final RefinedAtom atom = gaussian(image, List.of(truth.blob()), FitOptions.ROUND).get(0);
		assertEquals(truth.x(), atom.x(), 1e-6);
		assertEquals(truth.y(), atom.y(), 1e-6);
	}

	// -- noise --

	/** 900 isolated columns: the RMSE is known to 1/sqrt(2 · 1800) = 1.7 %. */
	@ParameterizedTest
	@CsvSource({ "1.5, 300, 0.05", "1.5, 3000, 0.5", "2.5, 300, 0.05", "2.5, 1000, 0.5",
		"2.5, 30000, 0.2", "4, 1000, 0.05" })
	void theErrorIsThatOfTheCramerRaoBound(final double sigma, final double electrons,
		final double background)
	{
		final double height = electrons / (2 * Math.PI * sigma * sigma), level = background * height;
		final int cell = (int) Math.ceil(11 * sigma), size = 30 * cell;
		final List<Truth> truth = PeakImages.grid(30, 30, cell, sigma, height, 1);
		final Truth middle = new Truth(cell / 2.0, cell / 2.0, sigma, height);
		final double bound = PeakImages.bounds(cell, cell, level, List.of(middle))[0][0];
		final Img<DoubleType> image = PeakImages.image(PeakImages.poisson(PeakImages.expected(size, size,
			level, truth), 2), size);
		final List<RefinedAtom> atoms = gaussian(image, blobs(truth), FitOptions.ROUND);
		double squares = 0, variance = 0, x = 0, y = 0;
		final int n = atoms.size();
		for (int i = 0; i < n; i++) {
			final RefinedAtom atom = atoms.get(i);
			assertTrue(atom.isRefined(), atom.toString());
			final double dx = atom.x() - truth.get(i).x(), dy = atom.y() - truth.get(i).y();
			squares += dx * dx + dy * dy;
			variance += atom.errorX() * atom.errorX() + atom.errorY() * atom.errorY();
			x += dx / n;
			y += dy / n;
		}
		final double rmse = Math.sqrt(squares / (2 * n));
		assertTrue(rmse <= 1.1 * bound, rmse + " above " + bound);
		assertTrue(rmse >= 0.93 * bound, rmse + " below what is possible, " + bound);
		assertEquals(1, Math.sqrt(variance / (2 * n)) / rmse, 0.1, "the standard errors");
		assertEquals(0, Math.hypot(x, y), 4 * bound / Math.sqrt(n), "no bias");
	}

	/** A grey-value offset and a gain leave the positions as they are. */
	@Test
	void unitsOfTheImageDontMatter() {
		final List<Truth> truth = PeakImages.grid(6, 6, 20, 2, 50, 3);
		final double[] counts = PeakImages.poisson(PeakImages.expected(120, 120, 10, truth), 4);
		final double[] scaled = new double[counts.length];
		for (int i = 0; i < counts.length; i++)
			scaled[i] = 0.003 * counts[i] - 0.2;
		final List<RefinedAtom> a = gaussian(PeakImages.image(counts, 120), blobs(truth),
			FitOptions.ROUND);
		final List<RefinedAtom> b = gaussian(PeakImages.image(scaled, 120), blobs(truth),
			FitOptions.ROUND);
		for (int i = 0; i < a.size(); i++) {
			// Rounding may move a pixel from one bin of the noise's to another.
			assertEquals(a.get(i).x(), b.get(i).x(), 0.1 * a.get(i).errorX());
			assertEquals(a.get(i).errorX(), b.get(i).errorX(), 0.05 * a.get(i).errorX());
			assertEquals(0.003 * a.get(i).amplitude(), b.get(i).amplitude(), 0.003);
		}
	}

	@Test
	void darkAtomsAreThoseOfTheNegative() {
		final List<Truth> truth = PeakImages.grid(5, 5, 20, 2, 50, 3);
		final double[] counts = PeakImages.poisson(PeakImages.expected(100, 100, 10, truth), 4);
		final Img<DoubleType> bright = PeakImages.image(counts, 100), dark = PeakImages.image(Arrays
			.stream(counts).map(v -> 300 - v).toArray(), 100);
		for (final Refinement refinement : Refinement.values()) {
			final RefinedAtoms a = Refiner.refine(bright, Contrast.BRIGHT, blobs(truth), refinement,
				FitOptions.ROUND, Progress.NONE);
			final RefinedAtoms b = Refiner.refine(dark, Contrast.DARK, blobs(truth), refinement,
				FitOptions.ROUND, Progress.NONE);
			assertEquals(a.counts(), b.counts());
			for (int i = 0; i < truth.size(); i++)
				assertEquals(a.atoms().get(i).x(), b.atoms().get(i).x(), 1e-3);
		}
	}

	@Test
	void theSummarySaysWhatFailed() {
		final Truth column = new Truth(30.2, 30.4, 3, 50);
		final RefinedAtoms atoms = Refiner.refine(noiseless(61, 10, List.of(column)), Contrast.BRIGHT, List
			.of(column.blob(), new Blob(-300, 30, 3, 1), new Blob(-300, 90, 3, 1)), Refinement.GAUSSIAN,
			FitOptions.ROUND, Progress.NONE);
		assertEquals("1 of 3 refined by Gaussian fits, median standard error 0.000 px; " +
			"kept as detected: 2 (2 pixels).", atoms.summary());
		assertEquals("as detected, to the pixel.", RefinedAtoms.asDetected(atoms.blobs()).summary());
	}

	// -- failures --

	private static void assertKept(final RefinementStatus status, final Blob blob,
		final Img<DoubleType> image, final Blob... others)
	{
		final List<Blob> blobs = new ArrayList<>(List.of(blob));
		blobs.addAll(List.of(others));
		final List<RefinedAtom> atoms = gaussian(image, blobs, FitOptions.ROUND);
		assertEquals(blobs.size(), atoms.size());
		assertEquals(status, atoms.get(0).status());
		assertEquals(blob, atoms.get(0).blob());
		assertTrue(Double.isNaN(atoms.get(0).errorX()) && !atoms.get(0).isRefined());
	}

	@Test
	void failuresAreFlaggedAndKept() {
		final Truth column = new Truth(30.2, 30.4, 3, 50);
		final Img<DoubleType> image = noiseless(61, 10, List.of(column));
		assertKept(RefinementStatus.WANDERED, new Blob(34, 30, 3, 1), image);
		assertKept(RefinementStatus.PIXELS, new Blob(-300, 30, 3, 1), image);
		final Img<DoubleType> dark = noiseless(61, 90, List.of(new Truth(30.2, 30.4, 3, -50)));
		assertKept(RefinementStatus.FLAT, new Blob(30, 30, 3, 1), dark);
		final Img<DoubleType> empty = noiseless(61, Double.NaN, List.of());
		assertKept(RefinementStatus.PIXELS, new Blob(30, 30, 3, 1), empty);
		// Neighbours all around leave five pixels.
		assertKept(RefinementStatus.PIXELS, new Blob(30, 30, 1, 1), image, new Blob(31, 31, 1, 1),
			new Blob(29, 31, 1, 1), new Blob(31, 29, 1, 1), new Blob(29, 29, 1, 1));
	}

	@Test
	void aWidthThatIsNotTheBlobsIsHeld() {
		final Truth column = new Truth(30.2, 30.4, 3, 50);
		final RefinedAtom atom = gaussian(noiseless(61, 10, List.of(column)), List.of(new Blob(30, 30,
			0.9, 1)), FitOptions.ROUND).get(0);
		assertEquals(RefinementStatus.HELD, atom.status());
		assertEquals(column.x(), atom.x(), 0.05);
		assertTrue(Double.isNaN(atom.sigmaMajor()) && atom.errorX() > 0);
	}

	@Test
	void noiseWithoutAColumnIsNoColumn() {
		final List<Truth> nothing = List.of(new Truth(-900, -900, 1, 1));
		final Img<DoubleType> image = PeakImages.image(PeakImages.poisson(PeakImages.expected(400, 400,
			20, nothing), 5), 400);
		final List<Blob> blobs = new ArrayList<>();
		for (int i = 0; i < 100; i++)
			blobs.add(new Blob(20 + 40 * (i % 10), 20 + 40 * (i / 10), 3, 1));
		final List<RefinedAtom> atoms = gaussian(image, blobs, FitOptions.ROUND);
		assertTrue(atoms.stream().filter(RefinedAtom::isRefined).count() < 25);
		for (int i = 0; i < 100; i++)
			if (!atoms.get(i).isRefined()) assertEquals(blobs.get(i), atoms.get(i).blob());
	}

	@Test
	void theSameColumnAtTwoScalesIsFittedTwice() {
		final Truth column = new Truth(30.2, 30.4, 3, 50);
		final List<RefinedAtom> atoms = gaussian(noiseless(61, 10, List.of(column)), List.of(new Blob(
			30, 30, 3, 1), new Blob(31, 30, 4, 1)), FitOptions.ROUND);
		for (final RefinedAtom atom : atoms)
			assertEquals(column.x(), atom.x(), 1e-6);
	}

	// -- how it runs --

	private static final List<Truth> LATTICE = PeakImages.grid(12, 12, 11, 3, 60, 6);

	private static Img<DoubleType> lattice() {
		return PeakImages.image(PeakImages.poisson(PeakImages.expected(132, 132, 5, LATTICE), 7), 132);
	}

	@ParameterizedTest
	@EnumSource
	void threadsAndOrderDontMatter(final Refinement refinement) {
		final Img<DoubleType> image = lattice();
		final List<Blob> blobs = blobs(LATTICE), reversed = new ArrayList<>(blobs);
		Collections.reverse(reversed);
		final List<RefinedAtom> one = Parallelization.runSingleThreaded(() -> refine(image, blobs,
			refinement, Progress.NONE));
		for (final int threads : new int[] { 2, 5 })
			assertEquals(one, Parallelization.runWithNumThreads(threads, () -> refine(image, blobs,
				refinement, Progress.NONE)));
		final List<RefinedAtom> back = new ArrayList<>(refine(image, reversed, refinement,
			Progress.NONE));
		Collections.reverse(back);
		for (int i = 0; i < one.size(); i++) {
			assertEquals(one.get(i).x(), back.get(i).x(), 1e-9);
			assertEquals(one.get(i).status(), back.get(i).status());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "QUADRATIC", "GAUSSIAN" })
	void itCanBeCancelled(final Refinement refinement) {
		final AtomicInteger asked = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1, "fraction " + fraction);
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 20;
			}
		};
		assertThrows(CancellationException.class, () -> refine(lattice(), blobs(LATTICE),
			refinement, progress));
		assertTrue(asked.get() < 100, "it goes on for " + asked);
	}

	@Test
	void noneLeavesAtomsAlone() {
		final List<RefinedAtom> atoms = refine(lattice(), blobs(LATTICE), Refinement.NONE,
			Progress.NONE);
		assertEquals(blobs(LATTICE), atoms.stream().map(RefinedAtom::blob).toList());
		assertTrue(atoms.stream().allMatch(a -> a.status() == RefinementStatus.NOT_REFINED));
	}

	@Test
	void nothingIsRefinedToNothing() {
		for (final Refinement refinement : Refinement.values())
			assertEquals(List.of(), refine(lattice(), List.of(), refinement, Progress.NONE));
	}
}
