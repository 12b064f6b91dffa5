package sc.fiji.rewardanalysis.core.io;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A JSON object read strictly: every complaint names the file, the key and what
 * the value should be.
 */
final class JsonFields {

	/** The part of Gson's messages that helps whoever wrote the file. */
	private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

	private final JsonObject object;

	/** Where the object is, for messages: the file, and the place within. */
	private final String where;

	private JsonFields(final JsonObject object, final String where) {
		this.object = object;
		this.where = where;
	}

	/** Reads a file which holds one JSON object and nothing else. */
	static JsonFields read(final Path file) {
		final String text = text(file);
		final JsonElement root;
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			root = new Gson().getAdapter(JsonElement.class).read(reader);
			// A strict reader throws if anything follows.
			reader.peek();
		}
		catch (final IOException | JsonParseException | IllegalStateException e) {
			final Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
			throw new RewardAnalysisException(e, "%s is not JSON; look %s.", file, place.find() ? "at " +
				place.group() : "for missing brackets, commas or quotes");
		}
		return of(root, file.toString());
	}

	/** The whole of a text file, UTF-8. */
	static String text(final Path file) {
		Checks.given("file to read", file);
		try {
			return Files.readString(file);
		}
		catch (final NoSuchFileException e) {
			throw new RewardAnalysisException(e, "There is no file %s; check its name and folder.",
				file);
		}
		catch (final CharacterCodingException e) {
			throw new RewardAnalysisException(e, "%s is not a text file in UTF-8.", file);
		}
		catch (final IOException e) {
			throw new RewardAnalysisException(e, "Cannot read %s (%s); check that it is a file that " +
				"you may read.", file, AtomicFile.reason(e));
		}
	}

	String where() {
		return where;
	}

	String string(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString())
			throw wrong(key, value, "a text in quotes");
		return value.getAsString();
	}

	double number(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber())
			throw wrong(key, value, "a number");
		return value.getAsDouble();
	}

	int integer(final String key) {
		final double value = number(key);
		if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)
			throw wrong(key, get(key), "a whole number");
		return (int) value;
	}

	long longInteger(final String key) {
		number(key);
		try {
			return get(key).getAsLong();
		}
		catch (final NumberFormatException e) {
			throw wrong(key, get(key), "a whole number");
		}
	}

	JsonFields object(final String key) {
		return of(get(key), where + ", " + key);
	}

	List<JsonFields> objects(final String key) {
		final JsonElement value = get(key);
		if (!value.isJsonArray()) throw wrong(key, value, "a list in [ ]");
		final JsonArray array = value.getAsJsonArray();
		final List<JsonFields> list = new ArrayList<>(array.size());
		for (int i = 0; i < array.size(); i++)
			list.add(of(array.get(i), where + ", " + key + "[" + i + "]"));
		return list;
	}

	private static JsonFields of(final JsonElement element, final String where) {
		if (element == null || !element.isJsonObject()) throw new RewardAnalysisException(
			"%s should hold a JSON object in { }.", where);
		return new JsonFields(element.getAsJsonObject(), where);
	}

	private JsonElement get(final String key) {
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
