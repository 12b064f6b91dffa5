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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;

class PartMaximaTest {

	/** Noise has maxima everywhere, also on the edges of parts; a flat patch has plateaus. */
	private static RandomAccessibleInterval<FloatType> noise(final int width, final int height,
		final Random random)
	{
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % width > width / 2 && i < pixels.length / 3 ? 1000 : 1000 + (float) random
				.nextGaussian();
		return ArrayImgs.floats(pixels, width, height);
	}

	private static ScaleSpace inParts(final RandomAccessibleInterval<FloatType> image, final int longest,
		final LogParameters p, final Normalizer.Levels levels, final Contrast contrast)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final List<PartMaxima> found = new ArrayList<>();
		for (final Part part : PartMaxima.parts(width, height, longest)) {
			final Part seen = part.withRim(PartMaxima.rim(p.maxSigma()), width, height);
			final RandomAccessibleInterval<DoubleType> normalized = Normalizer.apply(Views.zeroMin(Views
				.interval(image, new long[] { seen.fromX(), seen.fromY() }, new long[] { seen.toX() - 1, seen
					.toY() - 1 })), levels, Normalization.MIN_MAX, contrast, Progress.NONE);
			found.add(PartMaxima.find(normalized, seen, part, p.sigmas(), p.absoluteThreshold(),
				Progress.NONE));
		}
		Collections.shuffle(found, new Random(longest));
		return PartMaxima.joined(width, height, p.sigmas(), p.absoluteThreshold(), found);
	}

	@Test
	void partsFindWhatTheWholeFindsToTheLastBit() {
		final Random random = new Random(5);
		for (int i = 0; i < 12; i++) {
			final int width = 40 + random.nextInt(120), height = 40 + random.nextInt(120);
			final RandomAccessibleInterval<FloatType> image = noise(width, height, random);
			final Contrast contrast = i % 2 == 0 ? Contrast.BRIGHT : Contrast.DARK;
			final LogParameters p = new LogParameters(1, 1 + 3 * random.nextDouble(), 1 + random.nextInt(5),
				0.01, random.nextBoolean() ? Double.NaN : 0.3, 0.5, i % 3 == 0, random.nextInt(4), random
					.nextInt(4));
			final Area area = Area.image(width, height);
			final Normalizer.Levels levels = Normalizer.levels(image, area, Normalization.MIN_MAX,
				Progress.NONE);
			final ScaleSpace whole = LogDetector.once(Normalizer.normalize(image, area,
				Normalization.MIN_MAX, contrast)).scaleSpace(p.sigmas(), p.absoluteThreshold(),
					Progress.NONE);
			final ScaleSpace joined = inParts(image, 7 + random.nextInt(80), p, levels, contrast);
			assertEquals(List.of(whole.candidates()), List.of(joined.candidates()));
			assertTrue(whole.candidates().length > 10);
			assertEquals(whole.blobs(p), joined.blobs(p));
		}
	}

	@Test
	void levelsOfMinAndMaxAreThoseOfTheImage() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(new float[] { 3, 9, 4, 5 }, 2,
			2);
		assertEquals(Normalizer.Levels.minMax(3, 9), Normalizer.levels(image, Area.image(2, 2),
			Normalization.MIN_MAX, Progress.NONE));
		assertThrows(RewardAnalysisException.class, () -> Normalizer.Levels.minMax(3, 3));
	}

	@Test
	void aKernelLargerThanTheImageIsRefused() {
		assertThrows(RewardAnalysisException.class, () -> PartMaxima.checkKernelFits(2000, 60, 8));
		PartMaxima.checkKernelFits(65, 65, 8);
	}
}
