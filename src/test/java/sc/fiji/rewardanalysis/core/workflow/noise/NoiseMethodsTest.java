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

package sc.fiji.rewardanalysis.core.workflow.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;

class NoiseMethodsTest {

	private static final int SIZE = 64;

	private static NoiseScene scene(final AtomFindingSettings settings, final Area area) {
		return new NoiseScene(area, settings, Ybco.task().physics(), null);
	}

	private static List<Blob> otsu(final double[] pixels, final AtomFindingSettings settings) {
		return new OtsuRegions().detect(ArrayImgs.doubles(pixels, SIZE, SIZE), scene(settings, Area.image(
			SIZE, SIZE)), Progress.NONE).atoms();
	}

	/** scikit-image 0.19.3, threshold_otsu of the same image: the centre of bin 98. */
	@Test
	void otsusThresholdIsThatOfScikitImage() {
		final double[] pixels = new double[SIZE * SIZE];
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				pixels[y * SIZE + x] = (x * 7 + y * 13) % 29 / 100.0 + ((x / 8 + y / 8) % 3 == 0 ? 0.6 : 0) + (x *
					x + 3 * y) % 17 / 170.0;
		assertEquals(0.384765625, new OtsuRegions().detect(ArrayImgs.doubles(pixels, SIZE, SIZE), scene(
			NoiseTestData.FINDING, Area.image(SIZE, SIZE)), Progress.NONE).parameters().get("threshold"));
	}

	/** Two rectangles and a pixel that touches one of them at a corner. */
	@Test
	void otsusAtomsAreCentroidsOfConnectedRegions() {
		final double[] pixels = new double[SIZE * SIZE];
		for (int y = 10; y < 13; y++)
			for (int x = 20; x < 24; x++)
				pixels[y * SIZE + x] = 5;
		for (int x = 40; x < 43; x++)
			pixels[50 * SIZE + x] = 5;
		pixels[51 * SIZE + 43] = 5;
		final List<Blob> atoms = otsu(pixels, NoiseTestData.FINDING);
		assertEquals(2, atoms.size());
		assertEquals(21.5, atoms.get(0).x(), 1e-12);
		assertEquals(11, atoms.get(0).y(), 1e-12);
		assertEquals((40 + 41 + 42 + 43) / 4.0, atoms.get(1).x(), 1e-12);
		assertEquals((50 * 3 + 51) / 4.0, atoms.get(1).y(), 1e-12);
	}

	/** A negative of dark atoms has the same regions. */
	@Test
	void darkAtomsAreFoundAsBrightOnes() {
		final double[] pixels = new double[SIZE * SIZE], negative = new double[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = i % 9 == 0 && i / SIZE % 7 == 0 ? 1 : 0.2;
			negative[i] = 3 - pixels[i];
		}
		final AtomFindingSettings f = NoiseTestData.FINDING;
		final AtomFindingSettings dark = new AtomFindingSettings(f.lattice(), f.pixelSize(),
			PreparationOptions.of(Contrast.DARK), f.normalization(), f.countRule(), f.dsFraction(), f
				.pixelTolerance(), f.numSigma(), null, null, null, null);
		final List<Blob> bright = otsu(pixels, f);
		assertTrue(bright.size() > 20);
		assertEquals(bright.stream().map(b -> List.of(b.x(), b.y())).toList(), otsu(negative, dark)
			.stream().map(b -> List.of(b.x(), b.y())).toList());
	}

	/** Half of the pixels 0, half 1: a contrast of 1/2. Of a mask's pixels alone: none. */
	@Test
	void rmsContrastIsTheStandardDeviation() {
		final double[] pixels = new double[SIZE * SIZE];
		final boolean[] odd = new boolean[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = i % 2;
			odd[i] = i % 2 == 1;
		}
		final RandomAccessibleInterval<DoubleType> image = ArrayImgs.doubles(pixels, SIZE, SIZE);
		assertEquals(0.5, RmsLog.contrast(image, Area.image(SIZE, SIZE), Progress.NONE), 1e-12);
		assertEquals(0, RmsLog.contrast(image, Area.mask(odd, SIZE, SIZE), Progress.NONE), 1e-12);
	}

	/** What was picked without noise, on the noisy image from 0 to 1 or as it is. */
	@Test
	void theOptimumIsKept() {
		final LogParameters p = new LogParameters(2, 4, 10, 0.02, 0.4);
		final RandomAccessibleInterval<DoubleType> noisy = NoiseTestData.study(NoiseTestData.settings(
			NoiseLevels.gaussian(0.6, 1), 1, NoiseTestData.SEARCH), NoiseTestData.truth()).noisy(1, 1,
				Progress.NONE);
		for (final Normalization unit : List.of(Normalization.MIN_MAX, Normalization.NONE)) {
			final AtomFindingSettings f = NoiseTestData.FINDING;
			final NoiseMethod.Detected kept = new KeptLog().detect(noisy, new NoiseScene(Ybco.AREA,
				new AtomFindingSettings(f.lattice(), f.pixelSize(), PreparationOptions.of(Contrast.BRIGHT), unit, f
					.countRule(), f.dsFraction(), f.pixelTolerance(), f.numSigma(), null, null, null, null), Ybco
						.task().physics(), p), Progress.NONE);
			assertEquals(LogBlobs.table(p), kept.parameters());
			assertEquals(new LogDetector(Normalizer.normalize(noisy, Ybco.AREA, unit, Contrast.BRIGHT)).blobs(p,
				Progress.NONE), kept.atoms());
		}
	}

	/** scikit-image's defaults; pyTEMlib's 0.1 nm. */
	@Test
	void rulesHaveTheParametersOfTheirAuthors() {
		final NoiseScene scene = scene(NoiseTestData.FINDING, Ybco.AREA);
		assertEquals(LogBlobs.table(new LogParameters(1, 50, 10, 0.2, 0.5)), new DefaultLog().detect(
			NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1, NoiseTestData.SEARCH), null)
				.noisy(0, 1, Progress.NONE), scene, Progress.NONE).parameters());
		final Map<String, Double> rms = new RmsLog().detect(NoiseTestData.study(NoiseTestData.settings(
			NoiseLevels.gaussian(1, 1), 1, NoiseTestData.SEARCH), null).noisy(1, 1, Progress.NONE), scene,
			Progress.NONE).parameters();
		assertEquals(1, rms.get("min_sigma_px"));
		assertEquals(0.1 / Ybco.PIXEL, rms.get("max_sigma_px"), 1e-9);
		assertEquals(0.5, rms.get("overlap"));
	}
}
