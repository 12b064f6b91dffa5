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

package sc.fiji.rewardanalysis.core.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.io.Opener;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality with scikit-image ({@code reference/README.md}), pixel by pixel. */
class MaskReferenceTest {

	private static final String FOLDER = "/reference/masks/";

	static List<String> names() throws IOException {
		return List.copyOf(facts().keySet());
	}

	private static JsonObject facts() throws IOException {
		try (Reader reader = new InputStreamReader(MaskReferenceTest.class.getResourceAsStream(FOLDER +
			"masks.json"), StandardCharsets.UTF_8))
		{
			return JsonParser.parseReader(reader).getAsJsonObject();
		}
	}

	private static int[] pixels(final String name) throws IOException {
		try (InputStream file = MaskReferenceTest.class.getResourceAsStream(FOLDER + name + ".tif")) {
			final ImagePlus image = new Opener().openTiff(file, name);
			return IntStream.range(0, image.getWidth() * image.getHeight()).map(i -> image.getProcessor()
				.get(i)).toArray();
		}
	}

	private static Mask mask(final String name, final JsonObject facts) throws IOException {
		final int[] pixels = pixels(name);
		final boolean[] mask = new boolean[pixels.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = pixels[i] != 0;
		final var shape = facts.getAsJsonArray("shape");
		return new Mask(shape.get(1).getAsInt(), shape.get(0).getAsInt(), mask);
	}

	@ParameterizedTest
	@MethodSource("names")
	void perimetersAndArea(final String name) throws IOException {
		final JsonObject f = facts().getAsJsonObject(name);
		final Mask mask = mask(name, f);
		assertEquals(f.get("area").getAsLong(), mask.area());
		assertEquals(f.get("perimeter_n4").getAsDouble(), PerimeterMethod.PIXELS.of(mask), 1e-9);
		assertEquals(f.get("perimeter_n8").getAsDouble(), PerimeterMethod.PIXELS_8.of(mask), 1e-9);
		assertEquals(f.get("perimeter_crofton_2").getAsDouble(), PerimeterMethod.CROFTON_2.of(mask),
			1e-9);
		assertEquals(f.get("perimeter_crofton_4").getAsDouble(), PerimeterMethod.CROFTON.of(mask), 1e-9);
	}

	@ParameterizedTest
	@MethodSource("names")
	void regions(final String name) throws IOException {
		final JsonObject f = facts().getAsJsonObject(name);
		final Mask mask = mask(name, f);
		for (final Connectivity c : Connectivity.values()) {
			final String suffix = "_c" + (c == Connectivity.FOUR ? 1 : 2);
			final Labels labels = Labels.of(mask, c);
			assertArrayEquals(pixels(name + "_label" + suffix), labels.pixels());
			assertEquals(f.get("n_labels" + suffix).getAsInt(), labels.count());
			final List<Region> regions = Region.of(labels, Masks.full(mask.width(), mask.height()),
				true);
			final var areas = f.getAsJsonArray("label_areas" + suffix);
			for (int k = 0; k < regions.size(); k++)
				assertEquals(areas.get(k).getAsLong(), regions.get(k).area());
			assertEquals(f.get("sum_of_label_perimeters" + suffix).getAsDouble(), regions.stream()
				.mapToDouble(Region::perimeter).sum(), 1e-9);
			// The Euler number is regions less holes.
			assertEquals(f.get("euler" + suffix).getAsInt(), regions.size() - regions.stream().mapToInt(
				Region::holes).sum());
		}
	}

	@ParameterizedTest
	@MethodSource("names")
	void dilationAndErosion(final String name) throws IOException {
		final JsonObject f = facts().getAsJsonObject(name);
		final Mask mask = mask(name, f);
		for (final int radius : new int[] { 1, 2, 3, 5 }) {
			final Mask grown = Morphology.dilate(mask, radius);
			final int[] expected = pixels(name + "_dil_disk" + radius);
			for (int i = 0; i < expected.length; i++)
				assertEquals(expected[i] != 0, grown.pixels()[i]);
			final JsonObject facts = f.getAsJsonObject("dil_disk" + radius);
			assertEquals(facts.get("perimeter_n4").getAsDouble(), PerimeterMethod.PIXELS.of(grown), 1e-9);
		}
		assertEquals(f.get("erode_disk2_area").getAsLong(), Morphology.erode(mask, 2).area());
	}
}
