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

import static sc.fiji.rewardanalysis.command.form.DialogForms.OFF;
import static sc.fiji.rewardanalysis.command.form.DialogForms.UNITS;
import static sc.fiji.rewardanalysis.command.form.DialogForms.crystals;
import static sc.fiji.rewardanalysis.command.form.DialogForms.page;
import static sc.fiji.rewardanalysis.command.form.DialogForms.section;
import static sc.fiji.rewardanalysis.command.form.DialogForms.title;

import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** How the inputs of {@link SimulateImage} are grouped in its dialog. */
final class SimulationForm {

	private SimulationForm() {}

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
}
