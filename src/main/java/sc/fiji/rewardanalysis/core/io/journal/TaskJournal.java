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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.optimize.WarmStart;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * The journal of a search in its output folder, whatever is searched for, and what the search
 * begins with. A journal of the same images, settings, seed and version is resumed; another one
 * is kept under {@code journal-1.jsonl} and so on.
 */
public final class TaskJournal implements StudyLog.Opener {

	/** The file's name. */
	public static final String NAME = "journal.jsonl";

	private final Path folder, warmStart;
	private final RecordedStudy earlier;
	private final Map<String, ?> about;

	/**
	 * @param folder where the journal is; null to keep none
	 * @param warmStart an earlier search to start from: its output folder, its study.json or its
	 *          journal; null for none
	 * @param about all on which the search depends but its study, under names: texts, finite
	 *          numbers, booleans, lists and maps of them, JSON
	 * @throws RewardAnalysisException if both are the same file, or the earlier one can't be read
	 */
	public TaskJournal(final Path folder, final Path warmStart, final Map<String, ?> about) {
		this.folder = folder;
		this.warmStart = warmStart == null ? null : checked(warmStart, folder);
		earlier = warmStart == null ? null : StudyFile.read(this.warmStart);
		this.about = about;
	}

	/**
	 * The file of an earlier search.
	 *
	 * @param folder where the new one writes; null for nowhere
	 * @throws RewardAnalysisException if there is none, or it is in that folder
	 */
	public static Path checked(final Path warmStart, final Path folder) {
		final Path file = StudyFile.of(warmStart);
		if (folder == null) return file;
		for (final String name : List.of(NAME, StudyFile.STUDY))
			if (isSame(folder.resolve(name), file)) throw new RewardAnalysisException(
				"warm_start is %s, of output_folder itself; leave warm_start empty to go on from there with " +
					"the same settings, or name another output_folder.", file);
		return file;
	}

	@Override
	public StudyLog open(final Study study) {
		final List<Configuration> first = earlier == null ? List.of() : WarmStart.points(earlier.space(),
			earlier.evaluations(), study.space());
		final StudyLog log = folder == null ? StudyLog.NONE : StudyJournal.openKeepingOthers(folder
			.resolve(NAME), study, about(study, first));
		if (study.nextId() == 0 && study.queued().isEmpty()) first.forEach(c -> study.enqueue(c,
			WarmStart.ORIGIN));
		return first.isEmpty() ? log : new Noted(log, note(first.size()));
	}

	/** Whether they are one file, if they are there. */
	private static boolean isSame(final Path file, final Path other) {
		try {
			return Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); name another file.", other,
				AtomicFile.reason(exc));
		}
	}

	private String note(final int points) {
		return "Began with " + Words.count(points, "solution") + " of the " + Words.count(earlier
			.evaluations().size(), "evaluation") + " in " + warmStart + (earlier.cut()
				? ", whose last line is cut short." : ".");
	}

	/** A log of a study that began with something. */
	private record Noted(StudyLog log, String note) implements StudyLog {

		@Override
		public void queued(final List<Study.Queued> waiting) {
			log.queued(waiting);
		}

		@Override
		public void asked(final Trial trial) {
			log.asked(trial);
		}

		@Override
		public void told(final Evaluation evaluation) {
			log.told(evaluation);
		}

		@Override
		public void close() {
			log.close();
		}
	}

	private Map<String, ?> about(final Study study, final List<Configuration> first) {
		final JsonArray points = new JsonArray();
		final JournalLines lines = new JournalLines(study.space());
		first.forEach(c -> points.add(lines.parameters(c)));
		final Map<String, Object> all = new LinkedHashMap<>(about);
		all.put("warm_start", points);
		return all;
	}

	/** What a journal says of an image: which pixels were analysed. */
	public static JsonObject image(final Area area, final String hash) {
		final JsonObject image = new JsonObject();
		image.addProperty("sha256_of_analysed_pixels", hash);
		image.addProperty("analysed_area_px2", area.size());
		if (!area.isRectangle()) image.addProperty("crc32_of_analysed_area", checksum(area));
		return image;
	}

	/** Of which pixels belong to it, row by row. */
	private static String checksum(final Area area) {
		final CRC32 checksum = new CRC32();
		for (double y = Math.ceil(area.minY()); y < area.maxY(); y++)
			for (double x = Math.ceil(area.minX()); x < area.maxX(); x++)
				checksum.update(area.contains(x, y) ? 1 : 0);
		return Long.toHexString(checksum.getValue());
	}
}
