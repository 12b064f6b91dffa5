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

package sc.fiji.rewardanalysis.core.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Reads the reference cases, which scikit-learn and brute force computed. */
final class Reference {

	private Reference() {}

	/** The object in {@code reference/<name>.json}. */
	static JsonObject json(final String name) {
		return JsonParser.parseString(text(name + ".json")).getAsJsonObject();
	}

	/** The numbers in {@code reference/<name>.csv}, a row a line, without its header. */
	static double[][] csv(final String name) {
		return text(name + ".csv").lines().skip(1).map(line -> Arrays.stream(line.split(","))
			.mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
	}

	static double[] numbers(final JsonArray array) {
		return StreamSupport.stream(array.spliterator(), false).mapToDouble(e -> e.getAsDouble())
			.toArray();
	}

	/** The first n columns. */
	static double[][] columns(final double[][] rows, final int n) {
		return Arrays.stream(rows).map(r -> Arrays.copyOf(r, n)).toArray(double[][]::new);
	}

	static double[] column(final double[][] rows, final int j) {
		return Arrays.stream(rows).mapToDouble(r -> r[j]).toArray();
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
