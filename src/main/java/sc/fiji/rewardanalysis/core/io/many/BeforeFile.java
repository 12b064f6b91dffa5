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

package sc.fiji.rewardanalysis.core.io.many;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;

/**
 * What was in a folder before it was watched, and so is no new file: {@code before.json}. A run
 * that goes on after it was ended finds there what is new: also what came in between.
 */
public final class BeforeFile {

	/** Its name. */
	public static final String NAME = "before.json";

	private BeforeFile() {}

	/**
	 * Reads it.
	 *
	 * @param folder of the results
	 * @param about what the run depends on
	 * @return empty if there is none, or one of another run
	 */
	public static Optional<Set<Listed>> read(final Path folder, final Map<String, String> about) {
		final Path file = folder.resolve(NAME);
		if (!Files.isRegularFile(file)) return Optional.empty();
		final JsonFields json = JsonFields.read(file);
		if (!json.object("about").json().equals(about(about))) return Optional.empty();
		final Set<Listed> files = new HashSet<>();
		for (final JsonFields entry : json.objects("files"))
			files.add(new Listed(entry.string("path"), entry.longInteger("size"), entry.longInteger(
				"modified")));
		return Optional.of(files);
	}

	/** Writes it. */
	public static void write(final Path folder, final Map<String, String> about,
		final List<Listed> files)
	{
		final JsonObject json = new JsonObject();
		json.add("about", about(about));
		final JsonArray array = new JsonArray();
		for (final Listed file : files) {
			final JsonObject entry = new JsonObject();
			entry.addProperty("path", file.path());
			entry.addProperty("size", file.size());
			entry.addProperty("modified", file.modified());
			array.add(entry);
		}
		json.add("files", array);
		AtomicFile.write(folder.resolve(NAME), json + "\n");
	}

	private static JsonObject about(final Map<String, String> about) {
		final JsonObject json = new JsonObject();
		about.forEach(json::addProperty);
		return json;
	}
}
