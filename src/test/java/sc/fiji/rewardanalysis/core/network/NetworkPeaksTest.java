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

package sc.fiji.rewardanalysis.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class NetworkPeaksTest {

	private static final int SIZE = 64;

	/** Places of Gaussians come back in the image's pixels, whatever the network's. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1, 1.7 })
	void placesAreThoseOfTheImage(final double scale) {
		final Rescaling rescaling = new Rescaling(scale);
		final List<double[]> places = new ArrayList<>();
		final Random random = new Random(1);
		for (int i = 0; i < 9; i++)
			places.add(new double[] { 12 + 20 * (i % 3) + random.nextDouble(), 12 + 20 * (i / 3) + random
				.nextDouble() });
		final float[] p = new float[SIZE * SIZE];
		for (final double[] c : places)
			for (int i = 0; i < p.length; i++)
				p[i] += 0.9 * Math.exp(-(square(i % SIZE - c[0]) + square(i / SIZE - c[1])) / 18);
		final List<Blob> found = NetworkPeaks.of(map(p, rescaling), 0.3, Progress.NONE);
		assertEquals(9, found.size());
		for (final double[] c : places) {
			final Blob near = nearest(found, rescaling.back(c[0]), rescaling.back(c[1]));
			assertEquals(rescaling.back(c[0]), near.x(), 0.02 / scale);
			assertEquals(rescaling.back(c[1]), near.y(), 0.02 / scale);
			assertEquals(3 / scale, near.sigma(), 0.3 / scale);
			assertEquals(0.9, near.response(), 0.03);
		}
	}

	/** A plateau of 1 with ripples is one column, at its centre. */
	@Test
	void ripplesAreNoColumns() {
		final Random random = new Random(2);
		final float[] p = new float[SIZE * SIZE];
		for (int i = 0; i < p.length; i++) {
			final double r = Math.hypot(i % SIZE - 30.3, i / SIZE - 29.8);
			p[i] = (float) (1 / (1 + Math.exp(4 * (r - 6))) * (0.96 + 0.04 * random.nextDouble()));
		}
		final List<Blob> found = NetworkPeaks.of(map(p, new Rescaling(1)), 0.5, Progress.NONE);
		assertEquals(1, found.size());
		assertEquals(30.3, found.get(0).x(), 0.1);
		assertEquals(29.8, found.get(0).y(), 0.1);
	}

	/** Touching above the threshold, where a connected region would be one. */
	@Test
	void columnsThatTouchStayApart() {
		final float[] p = new float[SIZE * SIZE];
		for (int i = 0; i < p.length; i++)
			for (final double x : new double[] { 27, 37 })
				p[i] = (float) Math.max(p[i], 1 / (1 + Math.exp(Math.hypot(i % SIZE - x, i / SIZE - 30) -
					5.2)));
		assertTrue(p[30 * SIZE + 32] > 0.5);
		final List<Blob> found = NetworkPeaks.of(map(p, new Rescaling(1)), 0.3, Progress.NONE);
		assertEquals(2, found.size());
		assertEquals(27, nearest(found, 27, 30).x(), 0.1);
		assertEquals(37, nearest(found, 37, 30).x(), 0.1);
	}

	@Test
	void theMostProbableComesFirstAndThresholdsOnlyCut() {
		final Random random = new Random(5);
		final float[] p = new float[SIZE * SIZE];
		for (int i = 0; i < p.length; i++)
			p[i] = random.nextFloat();
		final NetworkMap map = map(p, new Rescaling(1));
		final List<Blob> all = NetworkPeaks.of(map, 0.05, Progress.NONE);
		final List<Blob> some = NetworkPeaks.of(map, 0.8, Progress.NONE);
		for (int i = 1; i < all.size(); i++)
			assertTrue(all.get(i).response() <= all.get(i - 1).response());
		assertEquals(all.subList(0, some.size()), some);
		assertTrue(all.size() == some.size() || all.get(some.size()).response() < 0.8);
	}

	@Test
	void anEmptyAnswerHasNone() {
		assertTrue(NetworkPeaks.of(map(new float[SIZE * SIZE], new Rescaling(1)), 0.5, Progress.NONE)
			.isEmpty());
		assertThrows(RewardAnalysisException.class, () -> NetworkPeaks.of(map(new float[SIZE * SIZE],
			new Rescaling(1)), 0, Progress.NONE));
	}

	private static NetworkMap map(final float[] p, final Rescaling rescaling) {
		return new NetworkMap(new Raster(p, SIZE, SIZE), rescaling, SIZE, SIZE, new ModelInfo("test",
			Double.NaN, Double.NaN, InputNormalization.NONE, TileShape.any(1, 0)));
	}

	private static Blob nearest(final List<Blob> blobs, final double x, final double y) {
		return blobs.stream().min(java.util.Comparator.comparingDouble(b -> Math.hypot(b.x() - x, b.y() -
			y))).orElseThrow();
	}

	private static double square(final double x) {
		return x * x;
	}
}
