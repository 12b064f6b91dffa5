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

package sc.fiji.rewardanalysis.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ProbabilityMapTest {

	private static final int SIDE = 40;

	private static float[] blobs(final double sigma, final double... xy) {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			for (int k = 0; k < xy.length; k += 2) {
				final double dx = i % SIDE - xy[k], dy = i / SIDE - xy[k + 1];
				values[i] += (float) Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
			}
		return values;
	}

	@Test
	void centresLieBelowAPixel() {
		final ProbabilityMap map = new ProbabilityMap(blobs(2.5, 10.3, 12.6, 28.8, 25.2), SIDE, SIDE);
		for (final List<OraclePoint> found : List.of(map.centroids(0.5), map.maxima(0.5, 3))) {
			final List<OraclePoint> sorted = found.stream().sorted(Comparator.comparing(OraclePoint::x))
				.toList();
			assertEquals(2, sorted.size());
			assertEquals(10.3, sorted.get(0).x(), 0.1);
			assertEquals(12.6, sorted.get(0).y(), 0.1);
			assertEquals(28.8, sorted.get(1).x(), 0.1);
			assertEquals(25.2, sorted.get(1).y(), 0.1);
		}
	}

	/** It stood half a pixel beyond the edge, on the right and below outside of the image. */
	@Test
	void aMaximumAtTheEdgeIsInTheImage() {
		final ProbabilityMap map = new ProbabilityMap(blobs(2.5, 41, 12.3, 20, -1), SIDE, SIDE);
		final List<OraclePoint> found = map.maxima(0.5, 3).stream().sorted(Comparator.comparing(OraclePoint::x)).toList();
		assertEquals(2, found.size());
		assertEquals(0, found.get(0).y());
		assertEquals(SIDE - 1, found.get(1).x());
		assertEquals(12.3, found.get(1).y(), 0.1);
	}

	@Test
	void maximaTellApartWhatTouches() {
		final ProbabilityMap map = new ProbabilityMap(blobs(2.5, 15, 20, 22, 20), SIDE, SIDE);
		assertEquals(1, map.centroids(0.3).size());
		assertEquals(2, map.maxima(0.3, 4).size());
		assertEquals(1, map.maxima(0.3, 9).size(), "they are 7 px apart");
	}

	@Test
	void aPlateauIsOnePeak() {
		final float[] values = new float[SIDE * SIDE];
		for (int y = 10; y < 14; y++)
			for (int x = 20; x < 24; x++)
				values[y * SIDE + x] = 1;
		final ProbabilityMap map = new ProbabilityMap(values, SIDE, SIDE);
		assertEquals(List.of(new OraclePoint(21.5, 11.5)), map.centroids(0.5));
		assertEquals(List.of(new OraclePoint(21.5, 11.5)), map.maxima(0.5, 6));
		values[9 * SIDE + 24] = 2;
		assertEquals(List.of(new OraclePoint(24, 9)), new ProbabilityMap(values, SIDE, SIDE).maxima(0.5, 1),
			"a plateau below a peak is none");
	}

	/** As a network's sigmoid saturates. */
	@Test
	void saturatedPeaksAreWhereTheirCentreIs() {
		final float[] values = blobs(2.5, 10.3, 12.6, 20.3, 12.6);
		for (int i = 0; i < values.length; i++)
			values[i] = Math.min(values[i], 0.8f);
		final List<OraclePoint> found = new ProbabilityMap(values, SIDE, SIDE).maxima(0.5, 3);
		assertEquals(2, found.size());
		for (final OraclePoint p : found) {
			assertEquals(p.x() < 15 ? 10.3 : 20.3, p.x(), 0.5);
			assertEquals(12.6, p.y(), 0.5);
		}
	}

	@Test
	void anEmptyMapIsRefused() {
		final ProbabilityMap map = new ProbabilityMap(new float[SIDE * SIDE], SIDE, SIDE);
		final String said = assertThrows(RewardAnalysisException.class, () -> map.centroids(0.5))
			.getMessage();
		assertTrue(said.contains("its largest value is 0.0") && said.contains("oracle_threshold"), said);
		assertThrows(RewardAnalysisException.class, () -> map.maxima(0.5, 3));
	}

	@Test
	void whatIsNoNumberIsBelow() {
		final float[] values = blobs(2, 20, 20);
		values[0] = Float.NaN;
		assertEquals(1, new ProbabilityMap(values, SIDE, SIDE).centroids(0.5).size());
	}
}
