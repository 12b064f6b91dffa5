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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding.Image;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding.Role;

class PooledAtomFindingTest {

	private static final double[] NOISE = { 0.1, 0.4, 0.2, 0.6, 0.3, 0.5 };

	private static RandomAccessibleInterval<FloatType> pixels(final double noise, final long seed,
		final double pixelSize, final int size)
	{
		return ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE).size(size, size)
			.pixelSize(pixelSize).noise(noise).seed(seed).build(), Progress.NONE).image();
	}

	private static Image image(final int i, final boolean heldOut) {
		final RandomAccessibleInterval<FloatType> pixels = pixels(NOISE[i], i + 1, Ybco.PIXEL, Ybco.SIZE);
		return new Image("slice_" + (i + 1), heldOut, () -> pixels, Ybco.AREA, AtomFindingSettings.of(
			Ybco.LATTICE, Ybco.PIXEL));
	}

	private static Image with(final Image image, final boolean heldOut,
		final Supplier<RandomAccessibleInterval<FloatType>> pixels)
	{
		return new Image(image.name(), heldOut, pixels, image.area(), image.settings());
	}

	private static PooledAtomFinding pooled(final Pooling pooling, final List<Image> images) {
		return new PooledAtomFinding(images, pooling, Progress.NONE);
	}

	private static Study run(final PooledAtomFinding pooled, final int n) {
		final Study study = pooled.newStudy(new BayesianEngine(), 2);
		pooled.run(study, new StopRule(n, false), Progress.NONE, e -> {});
		return study;
	}

	/** Everything but the time. */
	private static List<String> content(final Study study) {
		return study.evaluations().stream().map(e -> e.configuration() + " " + Arrays.toString(e
			.objectives()) + e.metrics()).toList();
	}

	@Test
	void ofOneImageTheMeanIsTheStudyOfThatImage() {
		final AtomFindingTask task = Ybco.task();
		final Study alone = task.newStudy(new BayesianEngine(), 2);
		task.run(alone, new StopRule(18, false), Progress.NONE, e -> {});
		final Image only = new Image("slice_1", false, () -> Ybco.image().image(), Ybco.AREA,
			AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL));
		final PooledAtomFinding pooled = pooled(Pooling.MEAN, List.of(only));
		final Study study = run(pooled, 18);
		for (int i = 0; i < 18; i++) {
			final Evaluation one = alone.evaluations().get(i), other = study.evaluations().get(i);
			assertEquals(one.configuration(), other.configuration());
			assertArrayEquals(one.objectives(), other.objectives());
			one.metrics().forEach((name, value) -> assertEquals(value, other.metrics().get(name), name));
		}
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		assertEquals(task.pick(alone, Pick.EUCLIDEAN).orElseThrow().id(), picked.id());
		assertEquals(task.solution(picked, Progress.NONE).atoms().atoms(), pooled.solution(0, picked,
			Progress.NONE).orElseThrow().atoms().atoms());
	}

	/** Not a pixel of them is read, so nothing depends on them. */
	@Test
	void whatIsHeldOutNeverInfluencesTheSearch() {
		final AtomicInteger reads = new AtomicInteger();
		final List<Image> images = new ArrayList<>(List.of(image(0, false), image(1, false)));
		final Study without = run(pooled(Pooling.RANK, images), 16);
		final Image out = image(2, true);
		images.add(1, with(out, true, () -> {
			reads.incrementAndGet();
			return out.pixels().get();
		}));
		final PooledAtomFinding pooled = pooled(Pooling.RANK, images);
		final Study study = run(pooled, 16);
		assertEquals(0, reads.get());
		assertEquals(content(without), content(study));
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		final Map<Integer, double[]> means = pooled.heldOutMeans(List.of(picked), Progress.NONE);
		assertTrue(reads.get() > 0);
		// The mean over one image is that image's value.
		final AtomSolution there = pooled.solution(1, picked, Progress.NONE).orElseThrow();
		final AtomFindingTask task = pooled.task(1, Progress.NONE).orElseThrow();
		assertEquals(task.goals().get(0).reward().score(there.atoms()).value(), means.get(picked
			.id())[0], 1e-12);
		assertEquals(Role.HELD_OUT, pooled.role(1));
		assertEquals(content(study), content(run(pooled, 16)), "and neither does looking at them");
	}

	@Test
	void theMeansOfTheSearchedImagesAreThoseOfTheStudy() {
		final PooledAtomFinding pooled = pooled(Pooling.MEAN, List.of(image(0, false), image(1, false)));
		for (final Evaluation e : run(pooled, 8).evaluations()) {
			assertArrayEquals(e.objectives(), pooled.searchedMeans(e), 1e-15);
			assertEquals(e.objectives()[0], (e.metrics().get("QC_slice_1") + e.metrics().get(
				"QC_slice_2")) / 2, 1e-15);
		}
		assertTrue(Double.isNaN(pooled.heldOutMeans(run(pooled, 8).evaluations(), Progress.NONE).get(
			0)[0]), "nothing is held out");
	}

	/**
	 * What one image alone chooses suits others less than what two very different ones choose
	 * together; all try the same parameters.
	 */
	@Test
	void whatIsChosenTogetherSuitsOthersBest() {
		final double together = onOthers(Pooling.MEAN, 0, 3), quiet = onOthers(Pooling.MEAN, 0), noisy =
			onOthers(Pooling.MEAN, 3);
		assertTrue(together < quiet, together + ", " + quiet);
		assertTrue(together <= noisy, together + ", " + noisy);
		for (final Pooling pooling : List.of(Pooling.WORST, Pooling.RANK))
			assertTrue(onOthers(pooling, 0, 3) < quiet);
	}

	/** The sum of the picked solution's mean errors on the images that weren't searched. */
	private static double onOthers(final Pooling pooling, final int... searched) {
		final List<Image> images = new ArrayList<>();
		for (int i = 0; i < NOISE.length; i++)
			if (i != 0 && i != 3 || Arrays.binarySearch(searched, i) >= 0) images.add(image(i, Arrays
				.binarySearch(searched, i) < 0));
		final PooledAtomFinding pooled = pooled(pooling, images);
		final Study study = pooled.newStudy(new SobolEngine(), 2);
		pooled.run(study, new StopRule(24, false), Progress.NONE, e -> {});
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		return Arrays.stream(pooled.heldOutMeans(List.of(picked), Progress.NONE).get(picked.id())).sum();
	}

	@Test
	void theSameOnAnyNumberOfThreads() {
		final List<Image> images = List.of(image(0, false), image(1, false), image(2, true));
		assertEquals(content(run(pooled(Pooling.WORST, images), 14)), Parallelization.runSingleThreaded(
			() -> content(run(pooled(Pooling.WORST, images), 14))));
	}

	/** σ in px means something else where a pixel is something else. */
	@Test
	void imagesOfDifferentPixelSizeShareScalesInUnitsOfTheCrystal() {
		final List<Image> images = new ArrayList<>();
		for (final double size : new double[] { 0.015, 0.02 }) {
			final RandomAccessibleInterval<FloatType> pixels = pixels(0.2, 1, size, 128);
			images.add(new Image("px_" + size, false, () -> pixels, Area.image(128, 128),
				AtomFindingSettings.of(Ybco.LATTICE, size)));
		}
		final PooledAtomFinding pooled = pooled(Pooling.WORST, images);
		assertFalse(pooled.isInPixels());
		final Study study = run(pooled, 30);
		assertEquals("min_sigma_per_spacing", study.space().parameters().get(0).name());
		final Evaluation picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		final AtomSolution fine = pooled.solution(0, picked, Progress.NONE).orElseThrow(), coarse = pooled
			.solution(1, picked, Progress.NONE).orElseThrow();
		assertEquals(fine.parameters().minSigma() * 0.015, coarse.parameters().minSigma() * 0.02, 1e-9);
		assertEquals(fine.parameters().maxSigma() * 0.015, coarse.parameters().maxSigma() * 0.02, 1e-9);
		assertEquals(fine.parameters().threshold(), coarse.parameters().threshold());
		assertTrue(picked.objectives()[0] < 0.1 && picked.objectives()[1] < 0.1, Arrays.toString(picked
			.objectives()));
	}

	@Test
	void anImageWithoutAtomsIsLeftOut() {
		final Image good = image(0, false), flat = with(image(1, false), false, () -> ArrayImgs.floats(
			Ybco.SIZE, Ybco.SIZE)), alsoFlat = with(image(2, true), true, flat.pixels());
		final PooledAtomFinding pooled = pooled(Pooling.MEAN, List.of(good, flat, alsoFlat));
		assertEquals(Role.LEFT_OUT, pooled.role(1));
		assertTrue(pooled.failure(1).contains("constant"), pooled.failure(1));
		assertEquals(Role.HELD_OUT, pooled.role(2), "not looked at yet");
		final Study study = run(pooled, 10);
		assertTrue(Double.isNaN(pooled.heldOutMeans(study.front(), Progress.NONE).values().iterator()
			.next()[0]));
		assertEquals(Role.LEFT_OUT, pooled.role(2));
		assertTrue(pooled.solution(2, study.front().get(0), Progress.NONE).isEmpty());
		assertEquals("YBa2Cu3O7-100: mean over 1 image, 2 left out", pooled.expectation());
		Complaints.assertRefused(() -> pooled(Pooling.MEAN, List.of(flat)), "constant");
		Complaints.assertRefused(() -> pooled(Pooling.MEAN, List.of(alsoFlat)), "hold out fewer");
	}

	/** However little memory there is, the result is the same. */
	@Test
	void detectorsThatAreNotKeptFindTheSame() {
		final Image image = image(3, false);
		final List<List<Integer>> found = new ArrayList<>();
		for (final PreparedImages.Keep keep : List.of(PreparedImages.Keep.NOTHING, new PreparedImages.Keep(
			1, 1)))
		{
			final AtomFindingTask task = new AtomFindingTask(image.pixels(), image.area(), image.settings(),
				keep, null, Progress.NONE);
			final Study study = task.newStudy(new BayesianEngine(), 1);
			task.run(study, new StopRule(8, false), Progress.NONE, e -> {});
			found.add(study.evaluations().stream().map(e -> (int) e.signals()[0]).toList());
		}
		assertEquals(found.get(0), found.get(1));
	}

	@Test
	void detectorsOfAllImagesShareWhatOneMayOccupy() {
		final PreparationOptions plain = PreparationOptions.of(Contrast.BRIGHT);
		final long memory = Runtime.getRuntime().maxMemory();
		for (final int n : new int[] { 1, 6, 100 })
			for (final long pixels : new long[] { 1 << 14, 1 << 22, 1L << 28 }) {
				final List<PreparedImages.Keep> keep = PreparedImages.keep(n, plain, pixels);
				final long kept = keep.stream().mapToLong(PreparedImages.Keep::own).sum();
				assertEquals(n, keep.size());
				assertTrue(kept == 1 || 48 * pixels * kept <= memory / 4, n + " of " + pixels + ": " + kept);
				assertTrue(kept == n || 48 * pixels * (kept + 1) > memory / 4, "no fewer than fit");
				keep.forEach(k -> assertTrue(k.own() == 0 || k.all() >= kept));
			}
	}
}
