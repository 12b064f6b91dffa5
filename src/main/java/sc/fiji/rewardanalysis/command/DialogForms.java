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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Input;

/** How the commands' inputs are grouped in their dialogs, and what choices are called. */
final class DialogForms {

	/** Name of what {@link FindAtoms}' preview asks for, and its value for none. */
	static final String CRYSTAL = "crystal", NO_CRYSTAL = "none";

	private static final Map<String, String> OFF = Map.of("0.0", "off"), AUTO = Map.of("-1.0", "auto");

	/** How positions are refined, and the unit of thresholds. */
	static final Map<String, String> REFINE = Map.of("none", "no: the pixel", "quadratic",
		"by a parabola", "gaussian", "by fitting Gaussians"), NORMALIZATION = Map.of("min-max",
			"grey values from 0 to 1", "noise", "multiples of the noise", "none",
			"grey values as they are");

	/** How to search. */
	static final Map<String, String> ENGINES = Map.of("auto", "automatic", "bayesian", "Bayesian",
		"scalarised", "Bayesian, errors as one", "nsga2", "genetic (NSGA-II)");

	/** Of the normalization of the windows around atoms. */
	static final Map<String, String> WINDOWS = Map.of("standard", "mean and contrast don't count",
		"offset", "the mean doesn't count", "none", "brightness as it is");

	/** Of lengths. */
	static final Map<String, String> UNITS = Map.of("Angstrom", "Å", "um", "µm");

	private DialogForms() {}

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

	static Form simulateImage() {
		return new Form(title(SimulateImage.LEAF), "simulate-image", List.of(page("Crystal and image", section(
			"Crystal", "lattice", "lattice_file", "rotation"), new Section("Image", List.of(new Row(
				"Width × height (px)", List.of("width", "height")), new Row("Pixel size", List.of("pixel_size",
					"pixel_unit"))))), page("Columns and noise", new Section("Columns", List.of(new Row(
						"Sigma, from – to (nm)", List.of("column_sigma_min", "column_sigma_max")), Row.of(
							"thickness_gradient"))), section("Noise", "noise", "dose", "seed")), page("Imperfections",
								new Section("Scan", List.of(new Row("Drift to the right, down (nm)", List.of("drift_x",
									"drift_y")), Row.of("row_jitter"))), section("From left to right",
										"defocus_gradient", "noise_gradient"), section("Specimen", "amorphous_fraction",
										"amorphous_shape", "nanoparticle_radius")), page("Files", section("Files", "output_folder"))), List
											.of(), Map.of("lattice", crystals(), "pixel_unit", UNITS, "dose", OFF, "nanoparticle_radius", OFF,
												"row_jitter", OFF, "defocus_gradient", OFF, "noise_gradient", OFF), List.of(new Rule("lattice_file", "lattice",
													LatticeChoice.CUSTOM::equals)), "", "");
	}

	private static String title(final String leaf) {
		return leaf.replace("...", "");
	}

	static Page page(final String title, final Section... sections) {
		return new Page(title, List.of(sections));
	}

	static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	private static Row range(final String label, final String name) {
		return new Row(label, List.of(name + "_low", name + "_high"));
	}

	private static List<Rule> rules(final ImagePlus image, final Rule... rules) {
		return Stream.concat(Stream.of(new Rule("elliptic", "refine", "gaussian"::equals), new Rule(
			"slices", "slices", v -> AnalysedImage.slices(image) > 1)), Arrays.stream(rules)).toList();
	}

	/** Formulas as they are printed, by name. */
	static Map<String, String> crystals() {
		final Map<String, String> words = new LinkedHashMap<>();
		Lattices.names().forEach(name -> words.put(name, crystal(name)));
		words.put(LatticeChoice.CUSTOM, "from a file");
		return words;
	}

	private static String crystal(final String name) {
		final int zone = name.lastIndexOf('-');
		if (zone < 0) return name;
		final StringBuilder formula = new StringBuilder();
		name.substring(0, zone).chars().forEach(c -> formula.append((char) (Character.isDigit(c) ? '₀' +
			c - '0' : c)));
		return formula + " [" + name.substring(zone + 1) + "]";
	}
}
