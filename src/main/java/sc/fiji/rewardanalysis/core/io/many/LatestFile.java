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
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.journal.JournalLines;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * The latest result of a watched folder, for a script that waits for it: {@code latest.json},
 * which is always whole.
 *
 * @param outcome the latest image's
 * @param arrived when its file was whole; null if that is not known
 * @param finished when its result was there
 * @param lag from one to the other, s; NaN if that is not known
 * @param waiting files that wait
 * @param done images that have results until now
 * @param failed images that have none
 */
public record LatestFile(ImageOutcome outcome, Instant arrived, Instant finished, double lag,
	int waiting, int done, int failed)
{

	/** Names of the file, and of the picture beside it. */
	public static final String NAME = "latest.json", PICTURE = "latest.png";

	/** Writes it into the output folder. */
	public void write(final Path folder) {
		final JsonObject json = new JsonObject();
		json.addProperty("image", outcome.image());
		json.addProperty("folder", outcome.folder());
		json.addProperty("status", outcome.isDone() ? "done" : "failed");
		json.addProperty("reason", outcome.failure());
		json.addProperty("arrived", time(arrived));
		json.addProperty("finished", time(finished));
		json.add("lag_seconds", Double.isNaN(lag) ? null : JournalLines.number(lag));
		json.add("analysis_seconds", JournalLines.number(outcome.seconds()));
		json.addProperty("waiting", waiting);
		json.addProperty("done", done);
		json.addProperty("failed", failed);
		json.add("figures", FolderJournal.figures(outcome));
		AtomicFile.write(folder.resolve(NAME), new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
			.serializeNulls().create().toJson(json) + "\n");
	}

	private static String time(final Instant instant) {
		return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}
}
