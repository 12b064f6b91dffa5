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

package sc.fiji.rewardanalysis.command.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.CellMatch;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.PhysicsPictures;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link EstimatePhysics}: how it is laid out, and what it says. */
final class PhysicsForms {

	private PhysicsForms() {}

	static Form estimatePhysics() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "unknown");
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		return new Form("Estimate Physics", "estimate-physics", List.of(new Page("Image and crystal", List
			.of(section("Image", "contrast"), new Section("Crystal and pixel size, as far as known", List.of(
				Row.of("lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size",
					"pixel_unit")))), section("Result", "select_sample", "output_folder")))), List.of(), words,
			List.of(new Rule("lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule(
				"pixel_unit", "pixel_size", v -> !v.equals(0.0))), "", "");
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/**
	 * What a quick look says.
	 *
	 * @param crystal null if unknown
	 * @param pixelSize nm; NaN if unknown
	 * @param find whether to look
	 */
	static Outlook outlook(final AnalysedImage analysed, final Contrast contrast,
		final Lattice crystal, final double pixelSize, final boolean find, final Progress progress)
	{
		final PhysicsEstimate estimate = find ? PhysicsEstimation.quick(analysed.pixels(), analysed.area(),
			contrast, progress) : null;
		final boolean seen = estimate != null && estimate.hasLattice();
		final String none = find ? "none seen" : Outlook.PENDING;
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Pixel size", pixelSize > 0 ? String.format(Locale.ROOT, "%.4g nm", pixelSize)
			: "not known", "What is given, or what the image itself says."));
		facts.add(new Fact("Translations", seen ? String.format(Locale.ROOT, "%.2f and %.2f px, %.1f°",
			estimate.a().value(), estimate.b().value(), estimate.angle().value()) : none,
			"The two shortest by which the image repeats itself."));
		facts.add(new Fact("Columns in a cell", seen ? String.format(Locale.ROOT, "%.0f", estimate.motif()
			.count().value()) : none, "Maxima of the mean of all cells."));
		facts.add(new Fact("Likeliest crystal", seen ? likeliest(estimate, crystal, pixelSize) : none,
			"Of those that are built in and the custom one."));
		if (crystal != null) facts.add(new Fact("Pixel size for it", seen ? CalibrationCheck.text(estimate
			.explainedBy(crystal, pixelSize).get(0).pixelSize()) + " nm" : none,
			"That makes the image's cell as large as the crystal's."));
		return new Outlook(facts, seen && crystal != null && pixelSize > 0 ? CalibrationCheck.of(estimate,
			crystal, pixelSize).sentence() : "", null, null, "", estimate == null ? null : new Drawing(
				overlay -> {}, seen ? "Power spectrum with the lattice's peaks" : "Power spectrum: no lattice",
				PhysicsPictures.spectrum(estimate)));
	}

	private static String likeliest(final PhysicsEstimate estimate, final Lattice crystal,
		final double pixelSize)
	{
		final CellMatch best = estimate.ranking(LatticeChoice.candidates(crystal), pixelSize).get(0);
		return String.format(Locale.ROOT, "%s, misfit %.1f %%", best.lattice().name(), 100 * best
			.misfit());
	}
}
