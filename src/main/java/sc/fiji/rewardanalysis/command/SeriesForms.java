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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** The dialog of {@link OptimizeTimeSeries}: how it is laid out, and what it says. */
final class SeriesForms {

	private SeriesForms() {}

	static Form optimizeTimeSeries() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("frames", Map.of("auto", "the time, or else the slices"));
		words.put("frame_interval", Map.of("0.0", "auto"));
		words.put("lattice", DialogForms.crystals());
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("engine", DialogForms.ENGINES);
		words.put("pick", Map.of("euclidean", "nearest to no error", "chebyshev",
			"smallest larger error", "knee", "knee of the front"));
		words.put("count_reward", Map.of("band", "what is possible", "paper", "the expected number"));
		words.put("normalization", DialogForms.NORMALIZATION);
		words.put("refine", DialogForms.REFINE);
		words.put("link_distance", Map.of("0.0", "auto"));
		return new Form(OptimizeTimeSeries.LEAF.replace("...", ""), "optimize-time-series", List.of(
			DialogForms.page("Series and crystal", DialogForms.section("Series", "frames", "frame_interval"),
				DialogForms.section("Image", "contrast", "background", "denoise"), new Section(
					"Crystal and pixel size", List.of(Row.of("lattice"), Row.of("lattice_file"), new Row(
						"Pixel size", List.of("pixel_size", "pixel_unit")), Row.of("pixel_tolerance")))),
			DialogForms.page("Search", DialogForms.section("How to search", "engine", "evaluations", "seed"),
				DialogForms.section("What is an error", "count_reward", "ds_fraction", "normalization"),
				DialogForms.section("What is taken", "pick", "refine", "elliptic")), DialogForms.page(
					"Tracks and files", DialogForms.section("Tracks", "link_distance", "max_gap"), DialogForms
						.section("Files", "output_folder"))), List.of(), words, List.of(new Rule("lattice_file",
							"lattice", LatticeChoice.CUSTOM::equals), new Rule("pixel_unit", "pixel_size", v -> !v.equals(
								0.0)), new Rule("evaluations", "engine", v -> !v.equals("exact")), new Rule("seed", "engine",
									v -> !v.equals("exact")), new Rule("elliptic", "refine", "gaussian"::equals)), "", "");
	}
}
