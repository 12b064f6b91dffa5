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

package sc.fiji.rewardanalysis.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Changes one value of a JSON text, or of one line of several, and leaves the text JSON. */
final class JsonMutator {

	private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

	private static final String[] VALUES = { "null", "true", "false", "0", "-1", "1", "2", "0.5", "1e9", "1e308",
		"1e400", "-1e400", "1e999999999", "2147483648", "9223372036854775808", "4.9e-324", "\"\"", "\" \"",
		"\"NaN\"", "\"Infinity\"", "\"1\"", "\"x\\ny\\u0000\"", "[]", "{}", "[[]]", "[{}]", "[null]", "[1]",
		"{\"a\":1}", "[1,2,3,4,5,6,7]", "[\"a\",\"a\"]", "{\"\":null}", "\"\\ud800\"" };

	private final Random random;

	JsonMutator(final Random random) {
		this.random = random;
	}

	/** The text as it is if it is no JSON. */
	String damaged(final String text) {
		try {
			return changed(text);
		}
		catch (final JsonParseException | IllegalStateException | StackOverflowError exc) {
			// Damaged already, and as a whole no lines of JSON either.
		}
		final String[] lines = text.split("\n", -1);
		final int line = random.nextInt(lines.length);
		try {
			lines[line] = changed(lines[line]);
		}
		catch (final JsonParseException | IllegalStateException | StackOverflowError exc) {
			return text;
		}
		return String.join("\n", lines);
	}

	private String changed(final String text) {
		final JsonElement root = JsonParser.parseString(text);
		final List<JsonElement> parents = new ArrayList<>();
		collect(root, parents, 0);
		if (parents.isEmpty()) return value();
		final JsonElement parent = parents.get(random.nextInt(parents.size()));
		if (parent.isJsonArray()) change(parent.getAsJsonArray());
		else change(parent.getAsJsonObject());
		return GSON.toJson(root);
	}

	private static void collect(final JsonElement value, final List<JsonElement> parents, final int depth) {
		if (depth > 20) return;
		if (value.isJsonArray()) {
			if (!value.getAsJsonArray().isEmpty()) parents.add(value);
			value.getAsJsonArray().forEach(v -> collect(v, parents, depth + 1));
		}
		if (value.isJsonObject()) {
			if (value.getAsJsonObject().size() > 0) parents.add(value);
			value.getAsJsonObject().entrySet().forEach(e -> collect(e.getValue(), parents, depth + 1));
		}
	}

	private String value() {
		return VALUES[random.nextInt(VALUES.length)];
	}

	private JsonElement element() {
		return JsonParser.parseString(value());
	}

	private void change(final JsonArray list) {
		final int i = random.nextInt(list.size());
		switch (random.nextInt(5)) {
			case 0 -> list.remove(i);
			case 1 -> list.add(list.get(i));
			case 2 -> list.add(element());
			default -> list.set(i, element());
		}
	}

	private void change(final JsonObject object) {
		final List<Map.Entry<String, JsonElement>> entries = new ArrayList<>(object.entrySet());
		final Map.Entry<String, JsonElement> one = entries.get(random.nextInt(entries.size())), other = entries.get(
			random.nextInt(entries.size()));
		switch (random.nextInt(7)) {
			case 0 -> object.remove(one.getKey());
			case 1 -> object.add(one.getKey(), JsonNull.INSTANCE);
			case 2 -> object.add(one.getKey(), other.getValue());
			case 3 -> object.add(value(), element());
			default -> object.add(one.getKey(), element());
		}
	}
}
