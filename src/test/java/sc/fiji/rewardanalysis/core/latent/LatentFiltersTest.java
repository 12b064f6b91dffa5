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

package sc.fiji.rewardanalysis.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Reference values: scikit-image 0.19.3, by make_latent.py beside them. */
class LatentFiltersTest {

	private static final int WIDTH = 12, HEIGHT = 9;
	private static final Map<String, double[]> REFERENCE = new HashMap<>();

	@BeforeAll
	static void read() throws IOException {
		for (final String line : Files.readAllLines(Path.of(
			"src/test/resources/reference/latent/filters.csv")))
		{
			final String[] cells = line.split(",");
			REFERENCE.put(cells[0], Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble)
				.toArray());
		}
	}

	private static double[] filtered(final BilateralFilter filter) {
		return filter.apply(REFERENCE.get("image"), WIDTH, HEIGHT, Progress.NONE);
	}

	@Test
	void filtersAreThoseOfScikitImage() {
		assertArrayEquals(REFERENCE.get("scharr"), Scharr.magnitude(REFERENCE.get("image"), WIDTH,
			HEIGHT), 1e-12);
		assertArrayEquals(REFERENCE.get("bilateral"), filtered(BilateralFilter.of(0, 5)), 1e-12);
		assertArrayEquals(REFERENCE.get("narrow"), filtered(BilateralFilter.of(0.3, 1.5)), 1e-12);
	}

	/** Its table of distances is read askew; all else is the same. */
	@Test
	void soIsItsMistake() {
		assertArrayEquals(REFERENCE.get("skewed"), filtered(BilateralFilter.skewed(0, 5)), 1e-12);
	}

	@Test
	void boundaryLengthIsItsSum() {
		final float[] map = new float[WIDTH * HEIGHT], moved = map.clone();
		for (int i = 0; i < map.length; i++) {
			map[i] = (float) REFERENCE.get("image")[i];
			moved[i] = -3 * map[i] + 7;
		}
		final double expected = REFERENCE.get("length")[0];
		assertEquals(expected, BoundaryLength.scharr(new float[][] { map }, WIDTH, HEIGHT,
			Progress.NONE), 1e-5);
		final float[] flat = new float[map.length];
		assertEquals(expected / 2, BoundaryLength.scharr(new float[][] { map, flat }, WIDTH, HEIGHT,
			Progress.NONE), 1e-5);
		map[3] = Float.NaN;
		assertThrows(RewardAnalysisException.class, () -> BoundaryLength.scharr(new float[][] { map },
			WIDTH, HEIGHT, Progress.NONE));
	}

	/** The filter's kernel is symmetric, so is its result but for the order of sums. */
	@Test
	void aMirroredImageIsFilteredTheSame() {
		final Random random = new Random(1);
		final double[] image = random.doubles((long) WIDTH * HEIGHT).toArray(), mirrored = image.clone();
		for (int i = 0; i < image.length; i++)
			mirrored[image.length - 1 - i] = image[i];
		final double[] one = BilateralFilter.of(0.2, 2).apply(image, WIDTH, HEIGHT, Progress.NONE);
		final double[] other = BilateralFilter.of(0.2, 2).apply(mirrored, WIDTH, HEIGHT, Progress.NONE);
		for (int i = 0; i < image.length; i++)
			assertEquals(one[i], other[image.length - 1 - i], 1e-12);
	}

	private static PatchSet raster(final int columns, final int rows) {
		return new PatchSet(2, new float[columns * rows][4], new double[columns * rows],
			new double[columns * rows], columns, rows);
	}

	@Test
	void aRastersNeighboursShareASide() {
		assertEquals(6 * 3 + 5 * 4, NeighbourGraph.of(raster(6, 4)).pairs());
	}
}
