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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;

/**
 * A training's state as a {@link TensorFile}: its weights under their own names, the optimiser's
 * moments under {@code mean/} and {@code variance/}, the rest as texts. Without the moments it is
 * a network ready for use.
 */
public final class TrainingFile {

	private static final String STEPS = "training steps", HISTORY = "training history", MEAN =
		"mean/", VARIANCE = "variance/";

	private TrainingFile() {}

	/** Writes a state whole or not at all. */
	public static void write(final TrainingState state, final Path file) {
		of(state).write(file);
	}

	/** Reads a state, or a network without moments, whose training then starts with fresh ones. */
	public static TrainingState read(final Path file) {
		return state(TensorFile.read(file), file.toString());
	}

	/** One row an epoch; names without blanks and capitals, as in other tables. */
	public static CsvTable table(final TrainingHistory history) {
		final List<String> header = new ArrayList<>(List.of("epoch"));
		history.names().forEach(name -> header.add(name.toLowerCase(Locale.ROOT).replaceAll("[ -]",
			"_")));
		final CsvTable table = new CsvTable(header);
		for (int e = 0; e < history.size(); e++) {
			final List<Object> row = new ArrayList<>(List.of(e + 1));
			row.addAll(history.epochs().get(e));
			table.add(row);
		}
		return table;
	}

	/** With the moments: to continue. */
	public static TensorFile of(final TrainingState state) {
		final Map<String, Tensor> tensors = new LinkedHashMap<>(state.weights());
		state.means().forEach((name, tensor) -> tensors.put(MEAN + name, tensor));
		state.variances().forEach((name, tensor) -> tensors.put(VARIANCE + name, tensor));
		return new TensorFile(texts(state), tensors);
	}

	/** Without the moments: a third of the size, for use. */
	public static TensorFile network(final TrainingState state) {
		return new TensorFile(texts(state), state.weights());
	}

	private static Map<String, String> texts(final TrainingState state) {
		final Map<String, String> texts = new LinkedHashMap<>(state.about());
		texts.put(STEPS, Long.toString(state.steps()));
		final JsonObject history = new JsonObject();
		final JsonArray names = new JsonArray(), epochs = new JsonArray();
		state.history().names().forEach(names::add);
		for (final List<Double> epoch : state.history().epochs()) {
			final JsonArray row = new JsonArray();
			// as texts, since JSON has no NaN
			epoch.forEach(value -> row.add(value.toString()));
			epochs.add(row);
		}
		history.add("names", names);
		history.add("epochs", epochs);
		texts.put(HISTORY, history.toString());
		return texts;
	}

	/** @param name what messages call the file */
	public static TrainingState state(final TensorFile file, final String name) {
		final Map<String, String> about = new LinkedHashMap<>(file.metadata());
		final String steps = about.remove(STEPS), history = about.remove(HISTORY);
		if (steps == null || history == null) throw new RewardAnalysisException(
			"%s holds no training of Reward Analysis; choose a file that one of its commands has written.",
			name);
		final Map<String, Tensor> weights = new LinkedHashMap<>(), means = new LinkedHashMap<>(),
				variances = new LinkedHashMap<>();
		file.tensors().forEach((key, tensor) -> {
			if (key.startsWith(MEAN)) means.put(key.substring(MEAN.length()), tensor);
			else if (key.startsWith(VARIANCE)) variances.put(key.substring(VARIANCE.length()), tensor);
			else weights.put(key, tensor);
		});
		try {
			return new TrainingState(about, history(history), Long.parseLong(steps), weights, means,
				variances);
		}
		catch (final JsonParseException | IllegalStateException | UnsupportedOperationException
				| NumberFormatException | NullPointerException exc)
		{
			throw new RewardAnalysisException(exc, "%s is damaged: its history can't be read.", name);
		}
	}

	private static TrainingHistory history(final String text) {
		JsonFields.checkNesting(text, "Its history");
		final JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		final List<String> names = new ArrayList<>();
		json.getAsJsonArray("names").forEach(name -> names.add(name.getAsString()));
		final List<List<Double>> epochs = new ArrayList<>();
		for (final JsonElement row : json.getAsJsonArray("epochs")) {
			final List<Double> epoch = new ArrayList<>();
			row.getAsJsonArray().forEach(value -> epoch.add(Double.valueOf(value.getAsString())));
			epochs.add(epoch);
		}
		return new TrainingHistory(names, epochs);
	}
}
