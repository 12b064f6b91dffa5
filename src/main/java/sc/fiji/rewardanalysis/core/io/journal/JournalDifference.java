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

package sc.fiji.rewardanalysis.core.io.journal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What sets the headers of two journals apart. */
final class JournalDifference {

	/** So much of a value is shown at most, */
	private static final int SHOWN = 60;

	/** of which so much stands before what differs. */
	private static final int BEFORE = 20;

	private JournalDifference() {}

	/** The first difference, in words; empty if there is none. */
	static Optional<String> of(final JsonElement there, final JsonElement here) {
		return of("", there, here);
	}

	private static Optional<String> of(final String path, final JsonElement there,
		final JsonElement here)
	{
		if (there != null && here != null) {
			if (there.toString().equals(here.toString())) return Optional.empty();
			final JsonObject mine = fields(there), yours = fields(here);
			if (mine != null && yours != null) return ofFields(path, mine, yours);
		}
		final String a = String.valueOf(there), b = String.valueOf(here);
		int from = 0;
		while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from))
			from++;
		return Optional.of(path + " is " + shown(there, from) + " there and " + shown(here, from) +
			" here");
	}

	private static Optional<String> ofFields(final String path, final JsonObject there,
		final JsonObject here)
	{
		final Set<String> keys = new LinkedHashSet<>(there.keySet());
		keys.addAll(here.keySet());
		for (final String key : keys) {
			final Optional<String> found = of(path.isEmpty() ? key : path + "." + key, there.get(key), here
				.get(key));
			if (found.isPresent()) return found;
		}
		return Optional.of("the order in " + path + " differs");
	}

	/** Those of an object; entries of a list are fields by name, or else by number. */
	private static JsonObject fields(final JsonElement value) {
		if (value.isJsonObject()) return value.getAsJsonObject();
		if (!value.isJsonArray()) return null;
		final JsonObject fields = new JsonObject();
		int i = 0;
		for (final JsonElement entry : value.getAsJsonArray())
			fields.add(name(entry, i++), entry);
		return fields;
	}

	private static String name(final JsonElement entry, final int i) {
		if (entry.isJsonObject()) for (final String key : new String[] { "name", "parameter" })
			if (entry.getAsJsonObject().has(key) && entry.getAsJsonObject().get(key).isJsonPrimitive()) return entry
				.getAsJsonObject().get(key).getAsString();
		return Integer.toString(i);
	}

	/** @param from where it begins to differ from the other one */
	private static String shown(final JsonElement value, final int from) {
		if (value == null) return "missing";
		final String text = value.toString();
		if (text.length() <= SHOWN) return text;
		final int start = Math.max(0, Math.min(from - BEFORE, text.length() - SHOWN)), end = start + SHOWN;
		return (start > 0 ? "..." : "") + text.substring(start, end) + (end < text.length() ? "..." : "");
	}
}
