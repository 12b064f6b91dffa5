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

package sc.fiji.rewardanalysis.command;

import static sc.fiji.rewardanalysis.command.form.DialogForms.AUTO;
import static sc.fiji.rewardanalysis.command.form.DialogForms.ENGINES;
import static sc.fiji.rewardanalysis.command.form.DialogForms.NORMALIZATION;
import static sc.fiji.rewardanalysis.command.form.DialogForms.OFF;
import static sc.fiji.rewardanalysis.command.form.DialogForms.REFINE;
import static sc.fiji.rewardanalysis.command.form.DialogForms.UNITS;
import static sc.fiji.rewardanalysis.command.form.DialogForms.crystals;
import static sc.fiji.rewardanalysis.command.form.DialogForms.page;
import static sc.fiji.rewardanalysis.command.form.DialogForms.range;
import static sc.fiji.rewardanalysis.command.form.DialogForms.section;
import static sc.fiji.rewardanalysis.command.form.DialogForms.title;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Input;

/** How the inputs of the commands that find atoms are grouped in their dialogs. */
final class AtomForms {

	/** Name of what {@link FindAtoms}' preview asks for, and its value for none. */
	static final String CRYSTAL = "crystal", NO_CRYSTAL = "none";

	private AtomForms() {}

	static Form optimizeAtomFinding(final ImagePlus image) {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("lattice", crystals());
		words.put("slices", Map.of("current", "only the one that is shown", "mean",
			"all, by their mean error", "worst", "all, by the worst one", "rank", "all, by their mean rank"));
		for (final String step : List.of("background", "denoise"))
			words.put(step, Map.of("off", "no", "on", "yes", "search", "if it helps"));
		words.put("contrast", Map.of("search", "whichever fits better"));
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", UNITS);
		final Map<String, String> engines = new LinkedHashMap<>(ENGINES);
		engines.put("exact", "exact: every threshold and overlap");
		words.put("engine", engines);
		words.put("pick", Map.of("euclidean", "nearest to no error", "chebyshev",
			"smallest larger error", "knee", "knee of the front"));
		words.put("count_reward", Map.of("band", "what is possible", "paper", "the expected number"));
		words.put("normalization", NORMALIZATION);
		words.put("refine", REFINE);
		words.put("held_out", Map.of("0", "none"));
		for (final String range : List.of("min_sigma", "max_sigma", "threshold", "overlap"))
			for (final String end : List.of("_low", "_high"))
				words.put(range + end, AUTO);
		return new Form(title(OptimizeAtomFinding.LEAF), "optimize-atom-finding", List.of(page(
			"Image and crystal", section("Image", "contrast", "background", "denoise", "slices",
				"held_out"), new Section("Crystal and pixel size", List.of(Row.of("lattice"), Row.of(
					"lattice_file"), new Row("Pixel size", List.of("pixel_size", "pixel_unit")), Row.of(
						"pixel_tolerance")))), page("Search", section("How to search", "engine", "evaluations", "stop_early",
							"seed", "warm_start"), section("What is an error", "count_reward", "ds_fraction")), page(
								"Result", section("What is shown first", "pick", "refine", "elliptic"), section("Files",
									"output_folder")), page("Advanced", section("Detection", "normalization",
										"num_sigma"), new Section("Search ranges, from – to", List.of(range(
											"Smallest sigma (px)", "min_sigma"), range("Largest sigma (px)", "max_sigma"), range(
												"Threshold", "threshold"), range("Overlap (fraction)", "overlap"))))), List.of(),
			words, rules(image, new Rule("lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule(
				"pixel_unit", "pixel_size", v -> !v.equals(0.0)), new Rule("held_out", "slices", v -> !v
					.equals("current") && AnalysedImage.slices(image) > 1), new Rule("stop_early", "engine", v -> !v.equals("exact")), new Rule("evaluations", "engine",
						v -> !v.equals("exact")), new Rule("seed", "engine", v -> !v.equals("exact"))), "", "");
	}

	static Form findAtoms(final ImagePlus image) {
		final Map<String, String> crystals = crystals();
		crystals.put(NO_CRYSTAL, "not given");
		return new Form(title(FindAtoms.LEAF), "find-atoms", List.of(page("Detection", section(
			"Image", "contrast", "background_sigma", "denoise_sigma", "slices"), section("Blobs",
				"min_sigma", "max_sigma", "num_sigma", "threshold", "overlap")), page("Result", section(
					"Positions", "refine", "elliptic"), section("Files", "output_folder")), page("Advanced",
						section("Thresholds", "normalization", "threshold_rel"), section("Scales and border",
							"log_scale", "exclude_border"))), List.of(Input.choice(CRYSTAL, "Crystal",
								"Only for this preview: how many columns are expected, and what suits them. Needs the image's pixel size.",
								Stream.concat(Stream.of(NO_CRYSTAL), Lattices.names().stream()).toList())), Map.of(
									CRYSTAL, crystals, "background_sigma", OFF, "denoise_sigma", OFF, "refine", REFINE,
									"normalization", NORMALIZATION, "threshold_rel", OFF, "slices", Map.of("current",
										"only the one that is shown", "all", "all, one after the other")), rules(image),
			"threshold", "Suggest values");
	}

	private static List<Rule> rules(final ImagePlus image, final Rule... rules) {
		return Stream.concat(Stream.of(new Rule("elliptic", "refine", "gaussian"::equals), new Rule(
			"slices", "slices", v -> AnalysedImage.slices(image) > 1)), Arrays.stream(rules)).toList();
	}
}
