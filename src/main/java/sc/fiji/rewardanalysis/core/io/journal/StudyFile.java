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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/** Finds and reads what a search has left in a folder, whatever was searched for. */
public final class StudyFile {

	/** What a finished search leaves. */
	public static final String STUDY = "study.json";

	private StudyFile() {}

	/**
	 * The file of a search.
	 *
	 * @param path an output folder, its {@value #STUDY}, or a journal
	 * @throws RewardAnalysisException if there is none
	 */
	public static Path of(final Path path) {
		if (Files.isRegularFile(path)) return path;
		if (!Files.isDirectory(path)) throw new RewardAnalysisException(
			"There is no folder or file %s; check its name.", path);
		for (final String name : List.of(STUDY, TaskJournal.NAME))
			if (Files.isRegularFile(path.resolve(name))) return path.resolve(name);
		throw new RewardAnalysisException(
			"%s has neither a %s nor a %s; give the output_folder of a search.", path, STUDY,
			TaskJournal.NAME);
	}

	/** Whether a file of a search is a journal. */
	public static boolean isJournal(final Path file) {
		return file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
	}

	/**
	 * Reads what was searched and what was tried.
	 *
	 * @param path as for {@link #of}
	 * @throws RewardAnalysisException if it can't be read
	 */
	public static RecordedStudy read(final Path path) {
		final Path file = of(path);
		return isJournal(file) ? StudyJournal.read(file) : study(JsonFields.read(file));
	}

	private static RecordedStudy study(final JsonFields json) {
		final SearchSpace space = new SearchSpace(json.objects("search_space").stream().map(
			StudyFile::parameter).toList());
		final List<Evaluation> evaluations = new ArrayList<>();
		for (final JsonFields e : json.objects("evaluations"))
			evaluations.add(evaluation(e, space));
		return new RecordedStudy(json.object("versions").string("reward_analysis"), json.longInteger(
			"seed"), json.has("search") ? json.object("search").string("engine") : "", space, json.objects("objectives").stream().map(
				o -> o.string("name")).toList(), Map.of(), evaluations, List.of(), List.of(), false);
	}

	private static Parameter parameter(final JsonFields json) {
		if (json.has("options")) return new Parameter.Choice(json.string("name"), json.strings(
			"options"));
		return Parameter.of(json.string("name"), json.string("unit"), json.number("min"), json.number(
			"max"), json.yes("log"));
	}

	private static Evaluation evaluation(final JsonFields json, final SearchSpace space) {
		final Map<String, Object> values = new LinkedHashMap<>();
		final JsonFields parameters = json.object("parameters");
		for (final String name : parameters.keys())
			values.put(name, parameters.numberOrText(name));
		for (final Parameter p : space.axes())
			if (!values.containsKey(p.name())) throw new RewardAnalysisException(
				"%s has no %s, which doesn't always matter; give the search's %s instead.", parameters.where(),
				p.name(), TaskJournal.NAME);
		final Configuration configuration = space.configuration(values);
		final boolean feasible = json.yes("feasible");
		final Observation observation = json.has("failure") ? Observation.failed(json.string("failure"))
			: new Observation(json.numbersOrNull("signals"), feasible, metrics(json));
		return new Evaluation(json.integer("id"), configuration, space.toUnit(configuration),
			observation, json.numbersOrNull("objectives"), feasible, json.number("seconds"), json.string(
				"origin"));
	}

	/** Without those that are no numbers, which JSON has none for. */
	private static Map<String, Double> metrics(final JsonFields json) {
		final Map<String, Double> metrics = new LinkedHashMap<>();
		final JsonFields all = json.object("metrics");
		for (final String name : all.keys())
			if (!all.json().get(name).isJsonNull()) metrics.put(name, all.number(name));
		return metrics;
	}
}
