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

package sc.fiji.rewardanalysis.core.clustering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Reads the reference cases, which scikit-learn computed. */
final class Reference {

	private Reference() {}

	static JsonObject json(final String name) {
		return JsonParser.parseString(text(name + ".json")).getAsJsonObject();
	}

	/** A row a line, without its header. */
	static double[][] csv(final String name) {
		return text(name + ".csv").lines().skip(1).map(line -> Arrays.stream(line.split(","))
			.mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
	}

	static Points points(final double[][] rows) {
		return new Points(rows.length, rows[0].length, Arrays.stream(rows).flatMapToDouble(Arrays::stream)
			.toArray());
	}

	static FloatMatrix samples(final double[][] rows) {
		final float[] values = new float[rows.length * rows[0].length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
		return new FloatMatrix(rows.length, rows[0].length, values);
	}

	static double[] vector(final JsonElement array) {
		return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).mapToDouble(
			JsonElement::getAsDouble).toArray();
	}

	static double[][] matrix(final JsonElement array) {
		final JsonArray rows = array.getAsJsonArray();
		return StreamSupport.stream(rows.spliterator(), false).map(Reference::vector).toArray(
			double[][]::new);
	}

	private static String text(final String file) {
		try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
