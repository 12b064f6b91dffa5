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
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.RecordedStudy;
import sc.fiji.rewardanalysis.core.io.journal.StudyFile;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;
import sc.fiji.rewardanalysis.core.workflow.atoms.EarlierSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;

/**
 * A search for atoms of one image that was written to files: its settings with the ranges that
 * it searched, and its solutions. Immutable.
 *
 * @param settings of the search
 * @param solutions in its order, without those that failed
 * @param origin the file
 */
public record EarlierStudy(AtomFindingSettings settings, List<EarlierSolution> solutions,
	String origin)
{

	private static final String ANALYSIS = "analysis", PICKED = "picked_evaluation";

	public EarlierStudy {
		solutions = List.copyOf(solutions);
	}

	/**
	 * Reads a study.
	 *
	 * @param path an output folder, its study.json, or a journal
	 * @throws RewardAnalysisException if there is none, or it is of something else than the atoms
	 *           of one image
	 */
	public static EarlierStudy read(final Path path) {
		final Path file = StudyFile.of(path);
		return StudyFile.isJournal(file) ? journal(file) : study(file);
	}

	/**
	 * What a followed search takes over from a study: of a study.json the solution that was picked,
	 * of a journal the one that a rule picks.
	 *
	 * @param path as for {@link #read}
	 * @throws RewardAnalysisException as there, or if it found nothing
	 */
	public static Earlier toFollow(final Path path, final Pick rule) {
		final EarlierStudy study = read(path);
		final RecordedStudy recorded = StudyFile.read(path);
		final Path file = StudyFile.of(path);
		OptionalInt picked = OptionalInt.empty();
		if (!StudyFile.isJournal(file)) {
			final JsonFields json = JsonFields.read(file);
			final JsonElement id = json.json().get(PICKED);
			if (id != null && !id.isJsonNull()) picked = OptionalInt.of(json.integer(PICKED));
		}
		return Earlier.of(study.settings, recorded.space(), recorded.evaluations(), picked, rule, file
			.toString());
	}

	private static EarlierStudy study(final Path file) {
		final JsonFields json = JsonFields.read(file);
		check(json.has(ANALYSIS) ? json.string(ANALYSIS) : "", file);
		final Map<String, Range> ranges = new HashMap<>();
		json.objects("search_space").stream().filter(p -> p.has("min")).forEach(p -> ranges.put(p.string(
			"name"), new Range(p.number("min"), p.number("max"))));
		return new EarlierStudy(settings(json.object("settings"), ranges), json.objects("evaluations")
			.stream().filter(e -> !e.has("failure")).map(EarlierStudy::solution).toList(), file.toString());
	}

	private static EarlierSolution solution(final JsonFields evaluation) {
		final Map<String, Double> numbers = new HashMap<>();
		final Map<String, String> choices = new HashMap<>();
		final JsonFields parameters = evaluation.object("parameters");
		for (final String name : parameters.keys()) {
			final Object value = parameters.numberOrText(name);
			if (value instanceof final Double number) numbers.put(name, number);
			else choices.put(name, value.toString());
		}
		return new EarlierSolution(evaluation.integer("id"), numbers, choices, count(evaluation
			.numbersOrNull("signals"), evaluation.where()));
	}

	private static EarlierStudy journal(final Path file) {
		final RecordedStudy study = StudyJournal.read(file);
		final JsonFields about = JsonFields.of(new GsonBuilder()
			.serializeSpecialFloatingPointValues().create().toJsonTree(study.about()), file.toString());
		check(about.has(ANALYSIS) ? about.string(ANALYSIS) : "", file);
		final Map<String, Range> ranges = new HashMap<>();
		for (final Parameter p : study.space().parameters())
			if (!(p instanceof Parameter.Choice)) ranges.put(p.name(), new Range(p.at(0), p.at(1)));
		return new EarlierStudy(settings(about.object("settings"), ranges), study.evaluations().stream()
			.filter(e -> e.failure().isEmpty()).map(e -> solution(e, study)).toList(), file.toString());
	}

	private static EarlierSolution solution(final Evaluation evaluation, final RecordedStudy study) {
		final Map<String, Double> numbers = new HashMap<>();
		final Map<String, String> choices = new HashMap<>();
		for (final Parameter p : study.space().parameters()) {
			final Double value = evaluation.configuration().asMap().get(p.name());
			if (value == null) continue;
			if (p instanceof final Parameter.Choice choice) choices.put(p.name(), choice.options().get(value
				.intValue()));
			else numbers.put(p.name(), value);
		}
		return new EarlierSolution(evaluation.id(), numbers, choices, count(evaluation.signals(),
			"Evaluation " + evaluation.id()));
	}

	/** The first signal. */
	private static double count(final double[] signals, final String where) {
		if (signals.length == 0) throw new RewardAnalysisException(
			"%s has no signals, the first of which is the number of atoms; give another study.", where);
		return signals[0];
	}

	private static void check(final String analysis, final Path file) {
		if (!analysis.equals(AtomFindingJson.ANALYSIS)) throw new RewardAnalysisException(
			"%s is %s; give that of an Optimize Atom Finding... run of one image.", file, analysis.isEmpty()
				? "no study" : "a study of " + analysis);
	}

	/** As {@link AtomFindingJson#settings} writes them, with the ranges of the search. */
	private static AtomFindingSettings settings(final JsonFields json,
		final Map<String, Range> ranges)
	{
		final double[] maxSigma = json.reals("max_sigma_range_px");
		if (maxSigma.length != 2) throw new RewardAnalysisException(
			"\"max_sigma_range_px\" in %s has %d numbers; it must have the two ends of a range.", json.where(),
			maxSigma.length);
		return new AtomFindingSettings(LatticeFile.lattice(json.object("lattice")), json.number(
			"pixel_size_nm"), new PreparationOptions(constant(json, PreparationOptions.Step.class,
				"background"), constant(json, PreparationOptions.Step.class, "denoise"), constant(json,
					PreparationOptions.Atoms.class, "contrast")), constant(json, Normalization.class,
						"normalization"), constant(json, AtomFindingSettings.CountRule.class, "count_rule"), json
							.number("ds_fraction"), json.number("pixel_tolerance"), json.integer("num_sigma"), range(
								ranges, "min_sigma"), new Range(maxSigma[0], maxSigma[1]), ranges.get("threshold"),
			range(ranges, "overlap"));
	}

	private static Range range(final Map<String, Range> ranges, final String name) {
		if (!ranges.containsKey(name)) throw new RewardAnalysisException(
			"The earlier study has no %s, only %s; give one of Optimize Atom Finding... by this version.",
			name, String.join(", ", ranges.keySet()));
		return ranges.get(name);
	}

	private static <E extends Enum<E>> E constant(final JsonFields json, final Class<E> type,
		final String key)
	{
		final String value = json.string(key);
		for (final E constant : type.getEnumConstants())
			if (constant.name().equals(value)) return constant;
		throw new RewardAnalysisException("\"%s\" in %s is \"%s\", which this version doesn't know.", key,
			json.where(), value);
	}
}
