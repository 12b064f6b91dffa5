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

package sc.fiji.rewardanalysis.core.io.file;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A JSON object read strictly: every complaint names the file, the key and what
 * the value should be.
 */
public final class JsonFields {

	/** The part of Gson's messages that helps whoever wrote the file. */
	private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

	/** Brackets within brackets; nothing that is written here has ten. */
	private static final int DEEPEST = 100;

	private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

	private final JsonObject object;

	/** Where the object is, for messages: the file, and the place within. */
	private final String where;

	private JsonFields(final JsonObject object, final String where) {
		this.object = object;
		this.where = where;
	}

	/** Reads a file which holds one JSON object and nothing else. */
	public static JsonFields read(final Path file) {
		return parse(WholeFile.text(file), file.toString());
	}

	/**
	 * Reads a text which holds one JSON object and nothing else.
	 *
	 * @param where the text is from
	 */
	public static JsonFields parse(final String text, final String where) {
		checkNesting(text, where);
		final JsonElement root;
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			root = new Gson().getAdapter(JsonElement.class).read(reader);
			// A strict reader throws if anything follows.
			reader.peek();
		}
		catch (final IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
			// The last one of a number with an exponent of a thousand millions.
			final Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
			throw new RewardAnalysisException(e, "%s is not JSON; look %s.", where, place.find() ? "at " +
				place.group() : "for missing brackets, commas or quotes");
		}
		return of(root, where);
	}

	/**
	 * Refuses a text that has thousands of brackets within brackets: whatever goes through all of them, be it only
	 * to show them, would run out of stack.
	 */
	public static void checkNesting(final String text, final String where) {
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"') quoted = !quoted;
			else if (quoted && c == '\\') i++;
			else if (!quoted && (c == '[' || c == '{') && ++depth > DEEPEST) throw new RewardAnalysisException(
				"%s has more than %d brackets within each other, which none of these files has; choose another one.", where, DEEPEST);
			else if (!quoted && (c == ']' || c == '}')) depth--;
		}
	}

	/** What was read, numbers as they stand there. */
	public JsonObject json() {
		return object;
	}

	/** Where these fields stand, for messages. */
	public String where() {
		return where;
	}

	/** A text that must be there. */
	public String string(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString())
			throw wrong(key, value, "a text in quotes");
		return value.getAsString();
	}

	/** A number that must be there. */
	public double number(final String key) {
		return number(key, get(key));
	}

	private double number(final String key, final JsonElement value) {
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber())
			throw wrong(key, value, "a number");
		return value.getAsDouble();
	}

	/** A whole number that must be there. */
	public int integer(final String key) {
		final double value = number(key);
		if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)
			throw wrong(key, get(key), "a whole number");
		return (int) value;
	}

	/** A whole number of 64 bits that must be there. */
	public long longInteger(final String key) {
		number(key);
		try {
			return get(key).getAsLong();
		}
		catch (final NumberFormatException e) {
			throw wrong(key, get(key), "a whole number");
		}
	}

	/** The keys, in order. */
	public Set<String> keys() {
		return object.keySet();
	}

	/** Whether there is such a field. */
	public boolean has(final String key) {
		return object.has(key);
	}

	/** A yes or no that must be there. */
	public boolean yes(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean())
			throw wrong(key, value, "true or false");
		return value.getAsBoolean();
	}

	/** A number, or the text "NaN", "Infinity" or "-Infinity", which JSON has no numbers for. */
	public double real(final String key) {
		return real(key, get(key));
	}

	/** A list of them. */
	public double[] reals(final String key) {
		return list(key).asList().stream().mapToDouble(e -> real(key, e)).toArray();
	}

	/** A list of numbers with null for those that are none. */
	public double[] numbersOrNull(final String key) {
		final JsonArray array = list(key);
		return array.asList().stream().mapToDouble(e -> e.isJsonNull() ? Double.NaN : number(key, e))
			.toArray();
	}

	/** A text or a number. */
	public Object numberOrText(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonPrimitive()) throw wrong(key, value, "a number or a text in quotes");
		return value.getAsJsonPrimitive().isNumber() ? (Object) value.getAsDouble() : value.getAsString();
	}

	/** An object of them, in order. */
	public Map<String, Double> realsByName(final String key) {
		final Map<String, Double> values = new LinkedHashMap<>();
		object(key).object.entrySet().forEach(e -> values.put(e.getKey(), real(key, e.getValue())));
		return values;
	}

	private double real(final String key, final JsonElement value) {
		if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) return value.getAsDouble();
		if (value.isJsonPrimitive() && NOT_FINITE.contains(value.getAsString())) return Double
			.parseDouble(value.getAsString());
		throw wrong(key, value, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"");
	}

	/** A list of texts. */
	public List<String> strings(final String key) {
		final JsonArray array = list(key);
		for (final JsonElement e : array)
			if (!e.isJsonPrimitive()) throw wrong(key, array, "a list of texts");
		return array.asList().stream().map(JsonElement::getAsString).toList();
	}

	/** Fields within a field. */
	public JsonFields object(final String key) {
		return of(get(key), where + ", " + key);
	}

	/** A list of such fields. */
	public List<JsonFields> objects(final String key) {
		final JsonArray array = list(key);
		final List<JsonFields> list = new ArrayList<>(array.size());
		for (int i = 0; i < array.size(); i++)
			list.add(of(array.get(i), where + ", " + key + "[" + i + "]"));
		return list;
	}

	/** The fields of one object that was read already. */
	public static JsonFields of(final JsonElement element, final String where) {
		if (element == null || !element.isJsonObject()) throw new RewardAnalysisException(
			"%s should hold a JSON object in { }.", where);
		return new JsonFields(element.getAsJsonObject(), where);
	}

	private JsonArray list(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonArray()) throw wrong(key, value, "a list in [ ]");
		return value.getAsJsonArray();
	}

	/** Whatever stands in a field that must be there. */
	public JsonElement get(final String key) {
		final JsonElement value = object.get(key);
		if (value == null || value.isJsonNull()) throw new RewardAnalysisException(
			"%s has no \"%s\"; add it.", where, key);
		return value;
	}

	private RewardAnalysisException wrong(final String key, final JsonElement value,
		final String wanted)
	{
		return new RewardAnalysisException("\"%s\" in %s is %s; it must be %s.", key, where, value,
			wanted);
	}
}
