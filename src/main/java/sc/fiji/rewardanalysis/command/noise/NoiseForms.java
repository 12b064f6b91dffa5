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

package sc.fiji.rewardanalysis.command.noise;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.oracle.OracleForms;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLevels;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseStudy;
import sc.fiji.rewardanalysis.plot.NoiseTiles;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link StudyNoiseRobustness}: how it is laid out, and what it says. */
final class NoiseForms {

	private NoiseForms() {}

	static Form studyNoiseRobustness() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("lattice", DialogForms.crystals());
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("oracle_unit", OracleForms.units());
		words.put("oracle_spacing", Map.of("0.0", "centroids"));
		words.put("match_distance", Map.of("0.0", "auto"));
		words.put("noise_type", Map.of("gaussian", "Gaussian", "poisson-px", "shot noise, dose in e/px",
			"poisson-nm2", "shot noise, dose in e/nm²"));
		words.put("normalization", Map.of("min-max", "each noisy image from 0 to 1", "none",
			"as without added noise"));
		words.put("engine", DialogForms.ENGINES);
		words.put("pick", Map.of("euclidean", "nearest to no error", "chebyshev",
			"smallest larger error", "knee", "knee of the front"));
		return new Form(StudyNoiseRobustness.LEAF.replace("...", ""), "study-noise-robustness", List.of(
			new Page("Image and truth", List.of(section("Image", "contrast"), new Section(
				"Crystal and pixel size", List.of(Row.of("lattice"), Row.of("lattice_file"), new Row("Pixel size",
					List.of("pixel_size", "pixel_unit")), Row.of("pixel_tolerance"))), section("Truth", "oracle_file",
						"oracle_unit", "match_distance"))), new Page("Reading", List.of(section("Columns of a table", "oracle_x",
							"oracle_y"), section("Probability map", "oracle_threshold", "oracle_spacing",
								"oracle_scaled"))), new Page("Noise", List.of(section("Levels", "noise_type",
							"noise_highest", "dose_highest", "dose_lowest", "noise_steps"), section("Repeats", "repeats",
								"seed"))), new Page("Methods", List.of(section("Side by side", "log_star", "log_kept",
									"log_default", "log_rms", "otsu", "network"), section("Search of LoG*", "engine", "evaluations", "pick",
										"normalization"))), new Page("Result", List.of(section("Files", "output_folder")))), List
											.of(), words, List.of(new Rule("lattice_file", "lattice",
												LatticeChoice.CUSTOM::equals), new Rule("pixel_unit", "pixel_size", v -> !v.equals(0.0)),
												new Rule("oracle_unit", "oracle_file", NoiseForms::isGiven),
												new Rule("oracle_x", "oracle_file", NoiseForms::isGiven),
												new Rule("oracle_y", "oracle_file", NoiseForms::isGiven),
												new Rule("oracle_threshold", "oracle_file", NoiseForms::isGiven),
												new Rule("oracle_spacing", "oracle_file", NoiseForms::isGiven),
												new Rule("oracle_scaled", "oracle_file", NoiseForms::isGiven),
												new Rule("noise_highest", "noise_type", "gaussian"::equals), new Rule("dose_highest",
													"noise_type", v -> !v.equals("gaussian")), new Rule("dose_lowest", "noise_type", v -> !v
														.equals("gaussian")), new Rule("evaluations", "engine", v -> !v.equals("exact"))), "",
			"");
	}

	private static boolean isGiven(final Object file) {
		return !file.toString().isBlank();
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/**
	 * What follows from the values.
	 *
	 * @param show whether to show what noise looks like
	 */
	static Outlook outlook(final NoiseStudy study, final boolean show, final Progress progress) {
		final NoiseSettings settings = study.settings();
		final NoiseLevels levels = settings.levels();
		final AtomPhysics physics = study.physics();
		final double[] values = levels.values();
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Expected columns", String.format(Locale.ROOT, "%.1f; %d to %d are possible", physics
			.expected(), physics.low(), physics.high()),
			"In the analysed area without the rim in which columns are cut off."));
		facts.add(new Fact("Levels", values.length + ", " + levels.unit().text(values[0]) + " to " + levels
			.unit().text(values[values.length - 1]), levels.unit().label()));
		facts.add(new Fact("Runs", settings.runs() + " of " + Words.count(settings.methods().size(),
			"method"), "Levels times images a level times methods."));
		facts.add(new Fact("Match within", String.format(Locale.ROOT, "%.4f nm = %.2f px", study
			.matchDistance(), study.matchDistance() / physics.pixelSize()),
			"A found atom and its true place are no farther apart."));
		facts.add(new Fact("Truth", study.truth().map(t -> t.atoms().size() + " positions from " + t.origin())
			.orElse("the noise-free result"),
			"Without a file F1 says how far a method agrees with the noise-free result."));
		return new Outlook(facts, study.truth().map(t -> t.note(physics)).orElse(""), physics, null, "", show
			? new Drawing(overlay -> {}, Words.count(values.length, "level"), tiles(study, progress)) : null);
	}

	/** The least, a middle and the most noise. */
	private static BufferedImage tiles(final NoiseStudy study, final Progress progress) {
		final NoiseLevels levels = study.settings().levels();
		final int last = levels.size() - 1;
		return NoiseTiles.draw(IntStream.of(0, last / 2, last).distinct().mapToObj(i -> new NoiseTiles.Tile(
			study.noisy(i, 1, progress), levels.unit().text(levels.values()[i]))).toList());
	}
}
