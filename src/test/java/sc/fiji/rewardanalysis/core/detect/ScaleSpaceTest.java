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
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

class ScaleSpaceTest {

	private static final double AMPLITUDE = 3;

	private static Img<DoubleType> gaussian(final int w, final int h, final double x0,
		final double y0, final double sigma)
	{
		final double[] pixels = new double[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				pixels[y * w + x] = AMPLITUDE * Math.exp(-0.5 * ((x - x0) * (x - x0) + (y - y0) * (y - y0)) /
					(sigma * sigma));
		return ArrayImgs.doubles(pixels, w, h);
	}

	/** −s²∇²(G_s ∗ A exp(−r²/2t²)) at r = 0 is 2A s²t²/(s² + t²)²: A/2 where s = t. */
	@ParameterizedTest
	@ValueSource(doubles = { 2, 3.5, 5 })
	void aGaussianIsFoundAtItsCentreWithItsSigma(final double sigma) {
		final LogParameters parameters = new LogParameters(1, 8, 15, 0.1, 0.5);
		final List<Blob> blobs = ScaleSpace.of(gaussian(90, 70, 41, 30, sigma), parameters.sigmas(),
			Progress.NONE).blobs(parameters);
		assertEquals(1, blobs.size());
		final Blob blob = blobs.get(0);
		assertEquals(41, blob.x());
		assertEquals(30, blob.y());
		assertEquals(sigma, blob.sigma(), 1e-12, "it is one of the scales");
		// The kernels end at 4σ.
		assertEquals(AMPLITUDE / 2, blob.response(), 1e-3 * AMPLITUDE);
	}

	@Test
	void responseAtAnotherScaleIsTheClosedForm() {
		final double s = 4, t = 2.5;
		final List<Blob> peaks = ScaleSpace.of(gaussian(80, 80, 40, 40, t), new double[] { s },
			Progress.NONE).peaks(new LogParameters(s, s, 1, 0.5, 1));
		assertEquals(1, peaks.size());
		assertEquals(2 * AMPLITUDE * s * s * t * t / Math.pow(s * s + t * t, 2), peaks.get(0)
			.response(), 1e-3 * AMPLITUDE);
	}

	@Test
	void nothingIsFoundWhereNothingIs() {
		final LogParameters parameters = new LogParameters(2, 4, 3, 0.05, 0.5);
		final double[] ramp = new double[128 * 64];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = i % 128 / 127.0;
		assertEquals(List.of(), ScaleSpace.of(ArrayImgs.doubles(ramp, 128, 64), parameters.sigmas(),
			Progress.NONE).blobs(parameters));
		final ScaleSpace black = ScaleSpace.of(ArrayImgs.doubles(64, 64), parameters.sigmas(),
			Progress.NONE);
		assertEquals(List.of(), black.blobs(parameters.withThreshold(0)));
		assertEquals(0, black.responses().length);
	}

	@Test
	void thresholdsAndTheBorderCutOff() {
		final ScaleSpace space = ScaleSpace.of(gaussian(60, 70, 9, 30, 3), new double[] { 3 },
			Progress.NONE);
		final double response = space.responses()[0];
		assertEquals(1, space.peaks(new LogParameters(3, 3, 1, 0.999 * response, 1)).size());
		assertEquals(0, space.peaks(new LogParameters(3, 3, 1, response, 1)).size(),
			"what equals the threshold is not above it");
		assertEquals(1, space.peaks(relative(0.999, 9, 30)).size());
		assertEquals(0, space.peaks(relative(1, 0, 0)).size());
		assertEquals(0, space.peaks(relative(0.999, 10, 0)).size(), "too near to the left edge");
		assertEquals(0, space.peaks(relative(0.999, 0, 31)).size(), "and to the upper one");
	}

	private static LogParameters relative(final double threshold, final int borderX,
		final int borderY)
	{
		return new LogParameters(3, 3, 1, Double.NaN, threshold, 1, false, borderX, borderY);
	}

	@Test
	void cancelsWithinAPlane() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 3;
			}
		};
		final double[] sigmas = new LogParameters(1, 3, 20, 0, 0.5).sigmas();
		assertThrows(CancellationException.class, () -> ScaleSpace.of(gaussian(400, 400, 200, 200,
			2), sigmas, progress));
		// Each band of rows asks once more, four a thread, and so does the end of the plane.
		assertTrue(asked.get() < 400, "rows are left out once it was cancelled");
	}

	@Test
	void refusesScalesThatAreNone() {
		assertRefused(() -> ScaleSpace.of(ArrayImgs.doubles(9, 9), new double[] { 1, 0 },
			Progress.NONE), "sigma");
	}
}
