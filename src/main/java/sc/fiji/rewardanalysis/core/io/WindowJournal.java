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

package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.journal.JournalLines;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;

/**
 * The windows that are done, in a file of the output folder: a JSON object a line, first what
 * all depends on, then each window with its evaluations. One of another run is kept under {@code
 * windows-1.jsonl} and so on. A line that a kill cut short is written over.
 */
public final class WindowJournal implements WindowLog {

	/** The file's name. */
	public static final String NAME = "windows.jsonl";

	private static final String WINDOW = "window";

	private final EntryJournal journal;
	private final Map<Integer, JsonFields> known = new HashMap<>();

	private WindowJournal(final EntryJournal journal) {
		this.journal = journal;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param folder where the file is
	 * @param base the whole's parameters
	 * @param hash of the analysed pixels
	 * @throws RewardAnalysisException if it is in use, damaged, or can't be written
	 */
	public static WindowJournal open(final Path folder, final AtomFindingTask whole,
		final LogParameters base, final WindowGrid grid, final WindowSettings settings, final String hash)
	{
		final WindowJournal journal = new WindowJournal(EntryJournal.open(folder.resolve(NAME), about(whole,
			base, grid, settings, hash)));
		boolean done = false;
		try {
			journal.read();
			done = true;
			return journal;
		}
		finally {
			if (!done) journal.close();
		}
	}

	private void read() {
		for (final JsonFields line : journal.known())
			if (known.put(line.integer(WINDOW), line) != null) throw new RewardAnalysisException(
				"%s: window %d is there twice; move the file away.", line.where(), line.integer(WINDOW));
	}

	private static JsonObject about(final AtomFindingTask whole, final LogParameters base,
		final WindowGrid grid, final WindowSettings settings, final String hash)
	{
		final JsonObject json = new JsonObject();
		json.addProperty("analysis", "windows");
		json.addProperty("seed", settings.seed());
		json.addProperty("engine", settings.engine().name());
		json.addProperty("evaluations", settings.evaluations());
		json.addProperty("warm", settings.warm());
		json.addProperty("window_px", grid.size());
		json.addProperty("stride_px", grid.stride());
		json.add("whole", StudyJson.numbers(base.minSigma(), base.maxSigma(), base.threshold(), base
			.overlap()));
		json.add("image", TaskJournal.image(whole.validArea().area(), hash));
		json.add("settings", AtomFindingJson.settings(whole));
		json.add("expected", AtomFindingJson.expected(whole.physics()));
		return json;
	}

	/** How many windows an earlier run had done. */
	public int found() {
		return known.size();
	}

	@Override
	public Optional<Searched> known(final int window, final SearchSpace space) {
		final JsonFields line = known.get(window + 1);
		if (line == null) return Optional.empty();
		final JournalLines codec = new JournalLines(space);
		return Optional.of(new Searched(line.objects("evaluations").stream().map(codec::evaluation).toList(),
			line.string("story"), line.real("seconds")));
	}

	@Override
	public void done(final int window, final SearchSpace space, final Searched searched) {
		final JournalLines codec = new JournalLines(space);
		final JsonArray evaluations = new JsonArray();
		searched.evaluations().forEach(e -> evaluations.add(codec.evaluation(e)));
		final JsonObject json = new JsonObject();
		json.addProperty(WINDOW, window + 1);
		json.addProperty("story", searched.story());
		json.addProperty("seconds", searched.seconds());
		json.add("evaluations", evaluations);
		journal.append(json);
	}

	@Override
	public void close() {
		journal.close();
	}
}
