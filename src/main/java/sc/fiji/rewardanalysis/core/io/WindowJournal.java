package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;

/**
 * The windows that are done, in a file of the output folder: a header with all on which they
 * depend, then a line a window with its evaluations. A line that a kill cut short is written
 * over; a journal of another run is kept under {@code windows-1.jsonl} and so on. One process at
 * a time may have it open.
 */
public final class WindowJournal implements WindowLog {

	/** The file's name. */
	public static final String NAME = "windows.jsonl";

	private static final String WINDOW = "window";

	private final JournalFile file;
	private final Map<Integer, JsonFields> known;

	private WindowJournal(final JournalFile file, final Map<Integer, JsonFields> known) {
		this.file = file;
		this.known = known;
	}

	/**
	 * Begins a journal or goes on with the one that is there.
	 *
	 * @param folder where the file is; null to keep none
	 * @param base the whole's parameters
	 * @param hash of the analysed pixels
	 * @throws RewardAnalysisException if it is in use, damaged, or can't be written
	 */
	public static WindowLog open(final Path folder, final AtomFindingTask whole,
		final LogParameters base, final WindowGrid grid, final WindowSettings settings,
		final String hash)
	{
		if (folder == null) return WindowLog.NONE;
		final Path path = folder.resolve(NAME);
		final JsonObject header = header(whole, base, grid, settings, hash);
		for (;;) {
			final Optional<WindowLog> log = open(path, header);
			if (log.isPresent()) return log.get();
			JournalFile.keep(path);
		}
	}

	/** @return empty if it is that of something else */
	private static Optional<WindowLog> open(final Path path, final JsonObject header) {
		JournalFile opened = null;
		boolean done = false;
		try {
			opened = new JournalFile(path);
			final JournalText text = new JournalText(path, opened.content());
			// As it is when it was read: numbers as texts.
			if (!text.isEmpty() && JournalDifference.of(text.header().json(), JsonParser.parseString(header
				.toString())).isPresent()) return Optional.empty();
			final Map<Integer, JsonFields> known = new HashMap<>();
			for (final JsonFields line : text.entries())
				if (known.put(line.integer(WINDOW) - 1, line) != null) throw new RewardAnalysisException(
					"%s: window %d is there twice; move the file away.", line.where(), line.integer(WINDOW));
			opened.begin(text.length());
			if (text.isEmpty()) opened.append(header, false);
			done = true;
			return Optional.of(new WindowJournal(opened, known));
		}
		finally {
			if (opened != null && !done) opened.close();
		}
	}

	private static JsonObject header(final AtomFindingTask whole, final LogParameters base,
		final WindowGrid grid, final WindowSettings settings, final String hash)
	{
		final JsonObject json = JournalHeader.begun();
		json.addProperty("analysis", "atom finding in windows");
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

	@Override
	public int found() {
		return known.size();
	}

	@Override
	public Optional<Searched> known(final int window, final SearchSpace space) {
		final JsonFields line = known.get(window);
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
		file.append(json, true);
	}

	/** Lets others have the file. */
	@Override
	public void close() {
		file.close();
	}
}
