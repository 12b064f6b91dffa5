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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.journal.JournalLines;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.FolderLog;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * The journal of a folder's images in the output folder: a header with all on which each of them
 * depends, then a line an image that was analysed or failed. The one of another analysis or other
 * options is kept under {@code folder-1.jsonl} and so on. A line that a kill cut short is written
 * over. Thread-safe.
 */
public final class FolderJournal implements FolderLog {

	/** Its file name. */
	public static final String NAME = "folder.jsonl";

	private final EntryJournal journal;
	private final List<Entry> known;

	private FolderJournal(final EntryJournal journal, final List<Entry> known) {
		this.journal = journal;
		this.known = known;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param folder of the results
	 * @param about all on which every image depends, by name
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is in use, damaged, or
	 *           can't be written
	 */
	public static FolderJournal open(final Path folder, final Map<String, String> about) {
		final JsonObject json = new JsonObject();
		about.forEach(json::addProperty);
		final EntryJournal journal = EntryJournal.open(folder.resolve(NAME), json);
		boolean done = false;
		try {
			final FolderJournal log = new FolderJournal(journal, journal.known().stream().map(
				FolderJournal::entry).toList());
			done = true;
			return log;
		}
		finally {
			if (!done) journal.close();
		}
	}

	@Override
	public List<Entry> known() {
		return known;
	}

	@Override
	public synchronized void done(final Entry entry) {
		journal.append(line(entry));
	}

	@Override
	public void close() {
		journal.close();
	}

	private static JsonObject line(final Entry entry) {
		final ImageOutcome outcome = entry.outcome();
		final JsonObject json = new JsonObject();
		json.addProperty("image", outcome.image());
		json.addProperty("folder", outcome.folder());
		if (entry.state() != null) {
			json.addProperty("size", entry.state().size());
			json.addProperty("modified", entry.state().modified());
			json.addProperty("sha256", entry.state().sha256());
		}
		json.addProperty("options", entry.options());
		json.addProperty("failure", outcome.failure());
		json.add("seconds", JournalLines.number(outcome.seconds()));
		json.add("figures", figures(outcome));
		return json;
	}

	/** An image's figures by name. */
	static JsonObject figures(final ImageOutcome outcome) {
		final JsonObject figures = new JsonObject();
		outcome.figures().forEach((name, value) -> add(figures, name, value));
		return figures;
	}

	private static void add(final JsonObject json, final String name, final Object value) {
		if (value instanceof final Boolean flag) json.addProperty(name, flag);
		else if (value instanceof final Double number) json.add(name, JournalLines.number(number));
		else if (value instanceof final Number number) json.addProperty(name, number);
		else json.addProperty(name, value == null ? null : value.toString());
	}

	private static Entry entry(final JsonFields line) {
		final Map<String, Object> figures = new LinkedHashMap<>();
		final JsonFields there = line.object("figures");
		for (final String name : there.keys())
			figures.put(name, value(there, name));
		return new Entry(new ImageOutcome(line.string("image"), line.string("folder"), line.string(
			"failure"), figures, line.real("seconds")), line.has("sha256") ? new FileState(line.longInteger(
				"size"), line.longInteger("modified"), line.string("sha256")) : null, line.string("options"));
	}

	/** As it was: a whole number has no decimal point. */
	private static Object value(final JsonFields figures, final String name) {
		final JsonElement value = figures.json().get(name);
		if (value.isJsonNull()) return null;
		if (!value.isJsonPrimitive()) return figures.numberOrText(name);
		if (value.getAsJsonPrimitive().isBoolean()) return figures.yes(name);
		if (!value.getAsJsonPrimitive().isNumber()) return notFinite(value.getAsString());
		final String text = value.getAsString();
		return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
	}

	private static Object notFinite(final String text) {
		return text.equals("NaN") || text.endsWith("Infinity") && text.length() < 10 ? (Object) Double
			.valueOf(text) : text;
	}
}
