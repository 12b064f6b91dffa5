package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;

/**
 * The windows that are done, in a file of the output folder: a JSON object a line, first what
 * all depends on, then each window with its evaluations. The file is whole at any time. One of
 * another run is kept under {@code windows-1.jsonl} and so on.
 */
public final class WindowJournal implements WindowLog {

	/** The file's name. */
	public static final String NAME = "windows.jsonl";

	private static final String WINDOW = "window";

	private final Path file;
	private final JsonObject header;
	private final Map<Integer, JsonFields> lines = new LinkedHashMap<>();
	private final int found;

	/**
	 * @param folder where the file is
	 * @param base the whole's parameters
	 * @param hash of the analysed pixels
	 */
	public WindowJournal(final Path folder, final AtomFindingTask whole, final LogParameters base,
		final WindowGrid grid, final WindowSettings settings, final String hash)
	{
		file = folder.resolve(NAME);
		header = header(whole, base, grid, settings, hash);
		if (Files.exists(file)) read();
		found = lines.size();
	}

	private static JsonObject header(final AtomFindingTask whole, final LogParameters base,
		final WindowGrid grid, final WindowSettings settings, final String hash)
	{
		final JsonObject json = new JsonObject();
		json.addProperty("journal", "reward analysis windows");
		json.addProperty("version", Version.current());
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

	private void read() {
		final String[] texts = JsonFields.text(file).split("\n");
		final JsonObject there = JsonFields.parse(texts[0], file + ", line 1").json();
		if (JournalDifference.of(there, JsonParser.parseString(header.toString())).isPresent()) {
			JournalFile.keep(file);
			return;
		}
		for (int i = 1; i < texts.length; i++) {
			final JsonFields line = JsonFields.parse(texts[i], file + ", line " + (i + 1));
			if (lines.put(line.integer(WINDOW), line) != null) throw new RewardAnalysisException(
				"%s: window %d is there twice; move the file away.", line.where(), line.integer(WINDOW));
		}
	}

	/** How many windows an earlier run had done. */
	public int found() {
		return found;
	}

	@Override
	public Optional<Searched> known(final int window, final SearchSpace space) {
		final JsonFields line = lines.get(window + 1);
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
		lines.put(window + 1, JsonFields.parse(json.toString(), file.toString()));
		final StringBuilder text = new StringBuilder(header + "\n");
		lines.values().forEach(l -> text.append(l.json()).append('\n'));
		AtomicFile.write(file, text.toString());
	}
}
