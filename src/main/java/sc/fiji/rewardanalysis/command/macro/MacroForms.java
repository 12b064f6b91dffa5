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

package sc.fiji.rewardanalysis.command.macro;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** How the inputs of {@link TuneMacro} are grouped in its dialog. */
final class MacroForms {

	private MacroForms() {}

	static Form tuneMacro() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "unknown");
		words.put("lattice", crystals);
		words.put("items", Map.of("automatic", "whatever it leaves", "selection", "its selection",
			"manager", "the ROI Manager", "overlay", "the overlay", "results", "X and Y of its Results"));
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("engine", DialogForms.ENGINES);
		words.put("pick", Map.of("euclidean", "nearest to the ideal", "chebyshev",
			"smallest largest error", "knee", "knee of the front"));
		return new Form("Tune Macro", "tune-macro", List.of(new Page("Macro", List.of(section("Macro",
			"macro_file", "search"), section("What is worth it", "objectives", "items"), new Section(
				"Crystal and pixel size, for QC and ER", List.of(Row.of("lattice"), Row.of("lattice_file"), new Row(
					"Pixel size", List.of("pixel_size", "pixel_unit")))))), new Page("Search", List.of(section(
						"How to search", "engine", "evaluations", "seconds_limit", "stop_early", "seed",
						"warm_start"), section("Result", "pick", "output_folder")))), List.of(), words, List.of(
							new Rule("lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule("pixel_size",
								"lattice", v -> !v.equals(LatticeChoice.UNKNOWN)), new Rule("pixel_unit", "pixel_size",
									v -> !v.equals(0.0))), "", "Propose ranges");
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}
}
