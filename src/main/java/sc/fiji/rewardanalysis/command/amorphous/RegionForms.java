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

package sc.fiji.rewardanalysis.command.amorphous;

import static sc.fiji.rewardanalysis.command.form.DialogForms.AUTO;
import static sc.fiji.rewardanalysis.command.form.DialogForms.ENGINES;
import static sc.fiji.rewardanalysis.command.form.DialogForms.OFF;
import static sc.fiji.rewardanalysis.command.form.DialogForms.UNITS;
import static sc.fiji.rewardanalysis.command.form.DialogForms.WINDOWS;
import static sc.fiji.rewardanalysis.command.form.DialogForms.crystals;
import static sc.fiji.rewardanalysis.command.form.DialogForms.page;
import static sc.fiji.rewardanalysis.command.form.DialogForms.range;
import static sc.fiji.rewardanalysis.command.form.DialogForms.section;
import static sc.fiji.rewardanalysis.command.form.DialogForms.title;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** How the inputs of the commands that find amorphous regions are grouped in their dialogs. */
final class RegionForms {

	private RegionForms() {}

	static Form optimizeAmorphousRegions() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = crystals();
		crystals.put(LatticeChoice.UNKNOWN, "unknown");
		words.put("lattice", crystals);
		words.put("atoms_from", Map.of("overlay", "the overlay", "selection", "the point selection",
			"manager", "the ROI Manager", "file", "a file"));
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", UNITS);
		words.put("objectives", Map.of("separation", "separate, short outlines, compact", "paper",
			"the paper: short outlines, compact", "script", "the paper's script: short, not compact"));
		words.put("engine", ENGINES);
		words.put("pick", Map.of("euclidean", "nearest to the ideal", "chebyshev",
			"smallest largest error", "knee", "knee of the front"));
		words.put("features", Map.of("search", "whatever is best", "pixels", "the image around each",
			"geometry", "their neighbours' order", "both", "image and order"));
		words.put("model", Map.of("search", "whatever is best", "mixture", "Gaussian mixture", "kmeans",
			"k-means"));
		words.put("covariance", Map.of("search", "whatever is best"));
		words.put("amorphous", Map.of("disorder", "the most disordered", "spread",
			"that scatters the most", "rarest", "that is the rarest"));
		words.put("normalization", WINDOWS);
		words.put("mask", Map.of("nearest", "the pixels nearest to it", "boxes", "the window around it"));
		for (final String range : List.of("window", "smoothing", "dilation"))
			for (final String end : List.of("_low", "_high"))
				words.put(range + end, AUTO);
		final String[] pixels = { "window_low", "window_high", "dimensions_low", "dimensions_high",
			"normalization" };
		return new Form(title(OptimizeAmorphousRegions.LEAF), "optimize-amorphous-regions", List.of(page(
			"Image and atoms", section("Atoms", "atoms_from", "atoms_file"), new Section(
				"Crystal and pixel size", List.of(Row.of("lattice"), Row.of("lattice_file"), new Row(
					"Pixel size", List.of("pixel_size", "pixel_unit")))), section("What is a region",
						"fewest_atoms", "least_contrast")), page("Search", section("What is worth it",
							"objectives"), section("How to search", "engine", "evaluations", "stop_early", "seed",
								"warm_start"), section("Result", "pick", "output_folder")), page("Models", section(
									"What may be tried", "features", "model", "covariance"), section("Rules", "amorphous",
										"normalization", "mask")), page("Ranges", new Section("Classes, from – to", List.of(
											range("Window (nm)", "window"), range("Principal components", "dimensions"), range(
												"Classes", "components"))), new Section("Regions, from – to", List.of(range(
													"Threshold", "threshold"), range("Smoothing (nm)", "smoothing"), range(
														"Dilation (nm)", "dilation"))))), List.of(), words, Stream.concat(Arrays.stream(
															pixels).map(name -> new Rule(name, "features", v -> !v.equals("geometry"))), Stream
																.of(new Rule("atoms_file", "atoms_from", v -> v.equals("file") || v.equals(
																	"automatic")), new Rule("lattice_file", "lattice", LatticeChoice.CUSTOM::equals),
																	new Rule("pixel_unit", "pixel_size", v -> !v.equals(0.0)), new Rule("covariance",
																		"model", v -> !v.equals("kmeans")), new Rule("smoothing_low", "mask",
																			"nearest"::equals), new Rule("smoothing_high", "mask", "nearest"::equals)))
			.toList(), "", "");
	}

	static Form findAmorphousRegions() {
		final Map<String, String> crystals = new LinkedHashMap<>(Map.of(LatticeChoice.UNKNOWN,
			"unknown"));
		crystals.putAll(crystals());
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", UNITS);
		words.put("atoms_from", Map.of("overlay", "the image's overlay", "selection",
			"the point selection", "manager", "the ROI Manager", "file", "a file"));
		words.put("features", Map.of("pixels", "the image around them", "geometry",
			"their neighbours' places", "both", "image and neighbours"));
		words.put("window", Map.of("0.0", "auto"));
		words.put("smoothing", AUTO);
		words.put("dilation", OFF);
		words.put("normalization", WINDOWS);
		words.put("model", Map.of("mixture", "Gaussian mixture", "kmeans", "k-means"));
		words.put("amorphous", Map.of("disorder", "the most disorder", "spread", "the largest spread",
			"rarest", "the fewest atoms"));
		words.put("mask", Map.of("nearest", "nearest to it", "boxes", "its window"));
		final Predicate<Object> hasPixels = v -> !v.equals("geometry");
		return new Form(title(FindAmorphousRegions.LEAF), "find-amorphous-regions", List.of(page("Atoms and features",
			section("Atoms", "atoms_from", "atoms_file"), new Section("Crystal and pixel size", List.of(Row
				.of("lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size",
					"pixel_unit")))), section("Features", "features", "window", "normalization", "dimensions")),
			page("Regions", section("Classes", "model", "components", "covariance", "amorphous", "seed"),
				section("Map", "threshold", "mask", "smoothing", "dilation"), section("What is dropped",
					"fewest_atoms", "least_contrast")), page("Result", section("Result", "show_map"), section(
						"Files", "output_folder"))), List.of(), words, List.of(new Rule("lattice_file", "lattice",
							LatticeChoice.CUSTOM::equals), new Rule("atoms_file", "atoms_from", v -> v.equals("file") || v
								.equals("automatic")), new Rule("pixel_unit", "pixel_size", v -> !v.equals(0.0)), new Rule(
									"window", "features", hasPixels), new Rule("normalization", "features", hasPixels), new Rule(
										"dimensions", "features", hasPixels), new Rule("covariance", "model", "mixture"::equals),
								new Rule("smoothing", "mask", "nearest"::equals)), "", "");
	}
}
