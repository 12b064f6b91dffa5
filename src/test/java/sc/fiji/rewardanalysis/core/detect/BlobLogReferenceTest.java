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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.Reference;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Every blob_log case computed with scikit-image 0.19.3 on float64 images
 * ({@code reference/README.md}).
 */
class BlobLogReferenceTest {

	private static final String FOLDER = "blob_log/";

	static Stream<String> cases() {
		return Reference.names("blob_log", ".json").stream().map(n -> n.replace(".json", ""));
	}

	@Test
	void thereAreAllSixtyFourCases() {
		assertEquals(64, cases().count());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void peaksAreThose(final String name) {
		final LogParameters parameters = parameters(name);
		final List<Blob> peaks = scaleSpace(name, parameters).peaks(parameters);
		final double[][] expected = Reference.csv(FOLDER + name + "_peaks_f64.csv");
		final double[] sigmas = parameters.sigmas();
		assertEquals(sorted(Arrays.stream(expected).map(r -> row(r[0], r[1], sigmas[(int) r[2]]))),
			sorted(peaks.stream().map(b -> row(b.y(), b.x(), b.sigma()))));
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i][3], peaks.get(i).response(), 1e-12 * Math.abs(expected[0][3]),
				"response of peak " + i);
	}

	/**
	 * scikit-image prunes pairs in the order of a CPython set. Where that order
	 * decides, the case is compared with its rule applied in ascending order.
	 */
	@ParameterizedTest
	@MethodSource("cases")
	void blobsAreThose(final String name) {
		final LogParameters parameters = parameters(name);
		final List<Blob> blobs = scaleSpace(name, parameters).blobs(parameters);
		final JsonElement same = Reference.json(FOLDER + name + ".json").get("canon_ij_equals_skimage");
		// The case without any peak doesn't say.
		final String file = same == null || same.getAsBoolean() ? "_f64.csv" : "_canon_ij_f64.csv";
		assertEquals(sorted(Arrays.stream(Reference.csv(FOLDER + name + file)).map(r -> row(r[0], r[1],
			r[2]))), sorted(blobs.stream().map(b -> row(b.y(), b.x(), b.sigma()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "3", "5.5", "13" })
	void kernelsAndResponseAreScipys(final String sigma) {
		final double s = Double.parseDouble(sigma);
		final double[][] order0 = Reference.csv(FOLDER + "kernel_sigma" + sigma + "_order0.csv");
		final double[][] order2 = Reference.csv(FOLDER + "kernel_sigma" + sigma + "_order2.csv");
		final int radius = GaussianKernel.radius(s);
		for (int i = 0; i <= radius; i++) {
			assertEquals(order0[0][radius + i], GaussianKernel.gaussian(s)[i], 1e-16);
			assertEquals(order2[0][radius + i], GaussianKernel.secondDerivative(s)[i], 1e-15);
		}
		final double[][] expected = Reference.csv(FOLDER + "response_sigma" + sigma + ".csv");
		final ImageTile tile = ImageTile.read(Reference.image(FOLDER + "response_input_48x56.tif"), 0, 0,
			56, 48, radius, new Buffers(), Progress.NONE);
		final double[] plane = new LogFilter(s).responses(tile, 0, 0, 56, 48);
		for (int i = 0; i < plane.length; i++)
			assertEquals(expected[i / 56][i % 56], plane[i], 1e-12);
	}

	@Test
	void threadsDoNotChangeABit() {
		final String name = "case18_n01_256";
		final LogParameters p = parameters(name);
		final List<Blob> one = Parallelization.runSingleThreaded(() -> scaleSpace(name, p).blobs(p));
		final List<Blob> two = Parallelization.runWithNumThreads(2, () -> scaleSpace(name, p).blobs(p));
		assertEquals(one, two);
		assertTrue(one.size() > 100);
	}

	private static ScaleSpace scaleSpace(final String name, final LogParameters parameters) {
		final String image = Reference.json(FOLDER + name + ".json").get("image").getAsString();
		return ScaleSpace.of(Reference.image(FOLDER + image), parameters.sigmas(), Progress.NONE);
	}

	private static LogParameters parameters(final String name) {
		final JsonObject p = Reference.json(FOLDER + name + ".json").getAsJsonObject("params");
		final JsonElement border = p.get("exclude_border");
		final int y = border.isJsonArray() ? border.getAsJsonArray().get(0).getAsInt()
			: number(border);
		final int x = border.isJsonArray() ? border.getAsJsonArray().get(1).getAsInt() : y;
		return new LogParameters(p.get("min_sigma").getAsDouble(), p.get("max_sigma").getAsDouble(), p
			.get("num_sigma").getAsInt(), orNaN(p.get("threshold")), orNaN(p.get("threshold_rel")), p
				.get("overlap").getAsDouble(), p.get("log_scale").getAsBoolean(), x, y);
	}

	private static int number(final JsonElement border) {
		return border.getAsJsonPrimitive().isNumber() ? border.getAsInt() : 0;
	}

	private static double orNaN(final JsonElement e) {
		return e.isJsonNull() ? Double.NaN : e.getAsDouble();
	}

	private static String row(final double y, final double x, final double sigma) {
		return String.format(Locale.ROOT, "%.0f,%.0f,%.9f", y, x, sigma);
	}

	private static String sorted(final Stream<String> rows) {
		return rows.sorted().collect(Collectors.joining("\n"));
	}
}
