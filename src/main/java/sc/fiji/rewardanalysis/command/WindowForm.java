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

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** How the inputs of {@link OptimizeInSlidingWindows} are grouped in its dialog. */
final class WindowForm {

	private WindowForm() {}

	static Form of(final ImagePlus image) {
		final Form whole = AtomForms.optimizeAtomFinding(image);
		final Map<String, Map<String, String>> words = new LinkedHashMap<>(whole.words());
		words.keySet().removeIf(name -> name.endsWith("_low") || name.endsWith("_high") || name.equals(
			"slices") || name.equals("held_out"));
		words.put("window_size", Map.of("0.0", "auto"));
		words.put("stride", Map.of("0.0", "auto"));
		return new Form(OptimizeInSlidingWindows.LEAF.replace("...", ""), "optimize-in-sliding-windows", List
			.of(DialogForms.page("Image and crystal", DialogForms.section("Image", "contrast", "background",
				"denoise"), new Section("Crystal and pixel size", List.of(Row.of("lattice"), Row.of(
					"lattice_file"), new Row("Pixel size", List.of("pixel_size", "pixel_unit")), Row.of(
						"pixel_tolerance")))), DialogForms.page("Windows and search", DialogForms.section("Windows",
							"window_size", "stride"), DialogForms.section("How to search", "engine", "evaluations",
								"seed")), DialogForms.page("Result", DialogForms.section("What is shown", "pick", "refine",
									"elliptic"), DialogForms.section("Files", "output_folder")), DialogForms.page("Advanced",
										DialogForms.section("What is an error", "count_reward", "ds_fraction"), DialogForms
											.section("Detection", "normalization", "num_sigma"))), List.of(), words, List.of(
												new Rule("lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule(
													"pixel_unit", "pixel_size", v -> !v.equals(0.0)), new Rule("elliptic", "refine",
														"gaussian"::equals), new Rule("evaluations",
														"engine", v -> !v.equals("exact")), new Rule("seed", "engine", v -> !v.equals(
															"exact"))), "", "");
	}
}
