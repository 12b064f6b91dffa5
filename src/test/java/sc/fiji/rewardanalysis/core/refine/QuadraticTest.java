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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.LogResponses;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.refine.PeakImages.Truth;

/** The vertex of a quadratic, and its known bias towards pixel centres. */
class QuadraticTest {

	@Test
	void theVertexOfAQuadraticIsExact() {
		final Random random = new Random(1);
		for (int i = 0; i < 100; i++) {
			final double x = random.nextDouble() - 0.5, y = random.nextDouble() - 0.5;
			final double a = 1 + random.nextDouble(), b = random.nextDouble() - 0.5, c = 1 + random
				.nextDouble();
			final double[] z = new double[9];
			for (int k = 0; k < 9; k++) {
				final double dx = k % 3 - 1 - x, dy = k / 3 - 1 - y;
				z[k] = 7 - a * dx * dx - 2 * b * dx * dy - c * dy * dy;
			}
			assertArrayEquals(new double[] { x, y }, Quadratic.vertex(z), 1e-12);
		}
	}

	@Test
	void valleysAndPlainsHaveNone() {
		assertNull(Quadratic.vertex(new double[9]));
		assertNull(Quadratic.vertex(new double[] { 2, 1, 2, 1, 0, 1, 2, 1, 2 }), "a minimum");
		assertNull(Quadratic.vertex(new double[] { 0, 1, 0, -1, 0, -1, 0, 1, 0 }), "a saddle");
		final double[] missing = { 0, 1, 0, 1, Double.NaN, 1, 0, 1, 0 };
		assertNull(Quadratic.vertex(missing));
	}

	@Test
	void responsesAreTheDetectors() {
		final Truth column = new Truth(20.3, 24.8, 3, 1);
		final Img<DoubleType> image = PeakImages.image(PeakImages.expected(48, 48, 0, List.of(column)),
			48);
		final LogParameters parameters = new LogParameters(2, 4, 5, 0.1, 0.5);
		final Blob blob = ScaleSpace.of(image, parameters.sigmas(), Progress.NONE).blobs(parameters).get(
			0);
		final double[] around = LogResponses.around(image, blob);
		assertEquals(blob.response(), around[4], 1e-14);
		for (int k = 0; k < 9; k++)
			assertTrue(around[k] <= around[4]);
	}

	/** Steps of 1/20 px across a pixel, at the right scale. */
	@ParameterizedTest
	@ValueSource(doubles = { 1.5, 2.5, 4 })
	void theErrorOfThePixelGridAllButVanishes(final double sigma) {
		double most = 0, sum = 0;
		for (int k = -10; k <= 10; k++) {
			final double offset = k / 20.0;
			final Truth truth = new Truth(30 + offset, 30, sigma, 1);
			final Img<DoubleType> image = PeakImages.image(PeakImages.expected(61, 61, 0.1, List.of(
				truth)), 61);
			final RefinedAtom atom = Quadratic.refine(image, new Blob(30, 30, sigma, 1));
			final double bias = atom.x() - truth.x();
			assertEquals(0, atom.y() - 30, 1e-12);
			// Central differences flatten the peak's curvature less than its slope: bias is odd in the offset.
			sum += bias;
			most = Math.max(most, Math.abs(bias));
		}
		assertTrue(most < 0.02, "at most " + most + " px instead of 0.5");
		assertEquals(0, sum, 1e-9, "an odd function of the offset");
	}

	@Test
	void theBorderIsLeftAlone() {
		final Truth truth = new Truth(0.3, 30, 2, 1);
		final Img<DoubleType> image = PeakImages.image(PeakImages.expected(61, 61, 0.1, List.of(truth)),
			61);
		final RefinedAtom atom = Quadratic.refine(image, new Blob(0, 30, 2, 1));
		assertEquals(RefinementStatus.BORDER, atom.status());
		assertEquals(0, atom.x());
	}

	@Test
	void missingPixelsAreNoPlain() {
		final Truth truth = new Truth(30.3, 30, 2, 1);
		final Img<DoubleType> image = PeakImages.image(PeakImages.expected(61, 61, 0.1, List.of(truth)),
			61);
		image.getAt(36, 30).set(Double.NaN);
		assertEquals(RefinementStatus.PIXELS, Quadratic.refine(image, truth.blob()).status());
	}
}
