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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.google.gson.Gson;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** The bytes of a journal as lines. What follows the last line feed was cut short and is left out. */
final class JournalText {

	private final Path file;
	private final List<byte[]> lines = new ArrayList<>();

	/** How many bytes the whole lines have, with their line feeds. */
	private final int length;

	/** Whether more comes after them. */
	private final boolean cut;

	JournalText(final Path file, final byte[] bytes) {
		this.file = file;
		int start = 0;
		for (int i = 0; i < bytes.length; i++)
			if (bytes[i] == '\n') {
				lines.add(Arrays.copyOfRange(bytes, start, i));
				start = i + 1;
			}
		length = start;
		cut = start < bytes.length;
		if (lines.isEmpty()) checkBegun(new String(bytes, StandardCharsets.UTF_8));
	}

	/** What was cut in its first line may be written anew, but only if it is one of ours. */
	private void checkBegun(final String text) {
		if (!JournalHeader.MAGIC.startsWith(text) && !text.startsWith(JournalHeader.MAGIC))
			throw new RewardAnalysisException(
				"%s is not the journal of a study; name another file, or move it away.", file);
	}

	int length() {
		return length;
	}

	/** Without even a whole header. */
	boolean isEmpty() {
		return lines.isEmpty();
	}

	/** @throws RewardAnalysisException if the first line isn't that of a journal */
	JsonFields header() {
		if (isEmpty()) throw new RewardAnalysisException(
			"%s holds no study: it ends within its first line; name another file.", file);
		final JsonFields header = line(0);
		JournalHeader.checkJournal(header);
		return header;
	}

	/** What follows the header, line by line. */
	List<JsonFields> entries() {
		return IntStream.range(1, lines.size()).mapToObj(this::line).toList();
	}

	/**
	 * Repeats all that was logged.
	 *
	 * @throws RewardAnalysisException if a line is damaged; it says which
	 */
	void repeat(final SearchSpace space, final StudyLog log) {
		final JournalLines codec = new JournalLines(space);
		final Map<Integer, Trial> asked = new HashMap<>();
		for (int i = 1; i < lines.size(); i++)
			try {
				repeat(line(i), codec, asked, log);
			}
			catch (final RewardAnalysisException exc) {
				throw damaged(i, exc);
			}
	}

	/** @param asked the trials so far: one that was written down twice is the same trial */
	private static void repeat(final JsonFields line, final JournalLines codec,
		final Map<Integer, Trial> asked, final StudyLog log)
	{
		if (line.has(JournalLines.QUEUED)) log.queued(codec.queued(line));
		else if (line.has(JournalLines.ASKED)) {
			final Trial trial = codec.asked(line), former = asked.putIfAbsent(trial.id(), trial);
			if (former == null || !former.configuration().equals(trial.configuration()) || !former.origin()
				.equals(trial.origin())) log.asked(trial);
		}
		else log.told(codec.evaluation(line));
	}

	private JsonFields line(final int i) {
		final String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(lines.get(i))).toString();
		}
		catch (final CharacterCodingException exc) {
			throw damaged(i, new RewardAnalysisException(exc, "It is no text in UTF-8."));
		}
		return JsonFields.parse(text, where(i));
	}

	private String where(final int i) {
		return file + ", line " + (i + 1);
	}

	private RewardAnalysisException damaged(final int i, final RewardAnalysisException exc) {
		final String message = exc.getMessage().replaceAll("\\.$", "");
		return new RewardAnalysisException(exc,
			"%s is damaged (%s); mend that line, or move the file away to begin a new study.", where(i),
			message.replace(where(i), "it"));
	}

	/** All of it. */
	RecordedStudy study() {
		final JsonFields header = header();
		JournalHeader.check(header);
		final SearchSpace space = JournalHeader.space(header);
		final Record record = new Record();
		repeat(space, record);
		@SuppressWarnings("unchecked")
		final Map<String, ?> about = new Gson().fromJson(header.object("about").json(), Map.class);
		return new RecordedStudy(header.string("version"), header.longInteger("seed"), header.string(
			"engine"), space, header.objects("objectives").stream().map(o -> o.string("name")).toList(),
			about, record.evaluations, List.copyOf(record.pending.values()), List.copyOf(record.queue), cut);
	}

	private static final class Record implements StudyLog {

		private final List<Evaluation> evaluations = new ArrayList<>();
		private final Map<Integer, Trial> pending = new LinkedHashMap<>();
		private final Deque<Study.Queued> queue = new ArrayDeque<>();

		@Override
		public void queued(final List<Study.Queued> added) {
			queue.addAll(added);
		}

		@Override
		public void asked(final Trial trial) {
			pending.put(trial.id(), trial);
			if (new Study.Queued(trial.configuration(), trial.origin()).equals(queue.peekFirst())) queue
				.removeFirst();
		}

		@Override
		public void told(final Evaluation evaluation) {
			pending.remove(evaluation.id());
			evaluations.add(evaluation);
		}
	}
}
