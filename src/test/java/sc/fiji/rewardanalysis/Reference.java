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

package sc.fiji.rewardanalysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import ij.ImagePlus;
import ij.io.Opener;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads the reference cases under {@code src/test/resources/reference}; its README
 * says which programs made them.
 */
public final class Reference {

	private Reference() {}

	/** The path of a reference file or folder. */
	public static Path path(final String name) {
		try {
			return Path.of(Reference.class.getResource("/reference/" + name).toURI());
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** The files of a folder whose name ends so, sorted. */
	public static List<String> names(final String folder, final String suffix) {
		try (var files = Files.list(path(folder))) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(suffix)).sorted()
				.toList();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** The numbers of a CSV file with a header line. */
	public static double[][] csv(final String name) {
		try (BufferedReader reader = reader(name)) {
			return reader.lines().skip(1).filter(l -> !l.isBlank()).map(l -> Arrays.stream(l.split(","))
				.mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** A JSON object. */
	public static JsonObject json(final String name) {
		try (BufferedReader reader = reader(name)) {
			return new Gson().fromJson(reader, JsonObject.class);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** A TIFF image as floats. */
	public static Img<FloatType> image(final String name) {
		final ImagePlus image = new Opener().openTiff(stream(name), name);
		return ArrayImgs.floats((float[]) image.getProcessor().convertToFloatProcessor().getPixels(),
			image.getWidth(), image.getHeight());
	}

	private static BufferedReader reader(final String name) {
		return new BufferedReader(new InputStreamReader(stream(name), StandardCharsets.UTF_8));
	}

	private static InputStream stream(final String name) {
		return Reference.class.getResourceAsStream("/reference/" + name);
	}
}
