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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.io.file.JsonFields;

/**
 * A journal of pieces of work that are done, in any order: a header with all on which they
 * depend, then a line each. One with another header is kept under {@code journal-1.jsonl} and so
 * on. A line that a kill cut short is written over. One process at a time may have it open.
 */
public final class EntryJournal implements AutoCloseable {

	private final JournalFile file;
	private final List<JsonFields> known;

	private EntryJournal(final JournalFile file, final List<JsonFields> known) {
		this.file = file;
		this.known = known;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param file made if it isn't there, with its folder
	 * @param about all on which the pieces depend
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is in use, no journal,
	 *           damaged, or can't be written
	 */
	public static EntryJournal open(final Path file, final JsonObject about) {
		final JsonObject header = JournalHeader.begun();
		header.add("about", about);
		for (;;) {
			final Optional<EntryJournal> journal = openThis(file, header);
			if (journal.isPresent()) return journal.get();
			JournalFile.keep(file);
		}
	}

	/** @return empty if it is that of something else */
	private static Optional<EntryJournal> openThis(final Path path, final JsonObject header) {
		final JournalFile opened = new JournalFile(path);
		boolean done = false;
		try {
			final JournalText text = new JournalText(path, opened.content());
			// As it is when it was read: numbers as texts.
			if (!text.isEmpty() && JournalDifference.of(text.header().json(), JsonParser.parseString(header
				.toString())).isPresent()) return Optional.empty();
			final List<JsonFields> known = text.entries();
			opened.begin(text.length());
			if (text.isEmpty()) opened.append(header, false);
			done = true;
			return Optional.of(new EntryJournal(opened, known));
		}
		finally {
			if (!done) opened.close();
		}
	}

	/** What was done before, in the order of its lines. */
	public List<JsonFields> known() {
		return known;
	}

	/** One more is done; it survives a power failure. */
	public void append(final JsonObject line) {
		file.append(line, true);
	}

	/** Lets others have the file. */
	@Override
	public void close() {
		file.close();
	}
}
