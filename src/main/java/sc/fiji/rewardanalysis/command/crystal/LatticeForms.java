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
import sc.fiji.rewardanalysis.core.crystal.CellMeasures;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.imagej.LatticeOverlay;
import sc.fiji.rewardanalysis.plot.LatticePictures;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link FitLattice}: how it is laid out, and what it says. */
final class LatticeForms {

	private LatticeForms() {}

	static Form fitLattice() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = new LinkedHashMap<>(Map.of(LatticeChoice.UNKNOWN,
			"unknown: from the atoms alone"));
		crystals.putAll(DialogForms.crystals());
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("atoms_from", Map.of("overlay", "the overlay", "selection", "the point selection",
			"manager", "the ROI Manager", "file", "a file"));
		words.put("reference", Map.of("global", "the lattice of all atoms", "ideal", "the ideal crystal",
			"region", "the lattice in the selected area"));
		words.put("strain", Map.of("small", "small: (D + D') / 2", "green-lagrange", "Green-Lagrange"));
		words.put("offset_of", Map.of("lightest", "the lightest species", "heaviest", "the heaviest species"));
		words.put("arrow_scale", Map.of("0", "auto"));
		return new Form("Fit Lattice", "fit-lattice", List.of(new Form.Page("Atoms and crystal", List.of(
			section("Atoms", "atoms_from", "atoms_file"), new Section("Crystal and pixel size", List.of(Row.of(
				"lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size", "pixel_unit")))),
			section("Fit", "tolerance"))), new Form.Page("Displacement and strain", List.of(section(
				"Displacements", "reference", "offset_of"), section("Strain", "strain", "strain_radius"))),
			new Form.Page("Result", List.of(section("What is shown", "arrow_scale", "show_maps"), section(
				"Files", "output_folder")))), List.of(), words, List.of(new Rule("atoms_file", "atoms_from", v -> v
					.equals("file") || v.equals("automatic")), new Rule("lattice_file", "lattice",
						LatticeChoice.CUSTOM::equals), new Rule("pixel_unit", "pixel_size", v -> !v.equals(0.0))),
			"", "");
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/**
	 * What follows from the values.
	 *
	 * @param find whether to fit
	 * @param arrows as for {@link LatticeReport}
	 */
	static Outlook outlook(final LatticeScene scene, final LatticeSettings settings,
		final boolean find, final int arrows, final Progress progress)
	{
		final LatticeAnalysis found = find ? scene.fit(settings, progress) : null;
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Atoms", scene.atoms().size() + " from " + scene.scene().atoms().origin(),
			"Find them first, with Optimize Atom Finding or Find Atoms."));
		facts.add(new Fact("Cell", found == null ? Outlook.PENDING : cell(found),
			"Of the grain with the most atoms."));
		facts.add(new Fact("Grains", found == null ? Outlook.PENDING : Integer.toString(found.fit().grains()
			.size()), "Crystals that are turned against each other, three at most."));
		facts.add(new Fact("Defects", found == null ? Outlook.PENDING : defects(found),
			"Sites without an atom, atoms without a site."));
		if (found == null) return new Outlook(facts, "", null, null, "");
		final double scale = arrows > 0 ? arrows : LatticeMarks.scale(found);
		return new Outlook(facts, "", null, null, "", new Drawing(overlay -> overlay.show(scene.analysed(),
			LatticeOverlay.atoms(scene.analysed(), found), LatticeOverlay.labels(found), LatticeOverlay.names(
				found)), "the lattice", LatticePictures.displacements(scene.analysed().pixels(), found, scale)));
	}

	private static String cell(final LatticeAnalysis found) {
		final CellMeasures m = CellMeasures.of(found.fit().grains().get(0).fit(), found.settings()
			.lattice(), found.settings().pixelSize());
		final boolean nm = found.picometres() > 0;
		final double scale = nm ? found.settings().pixelSize() : 1;
		return String.format(Locale.ROOT, "%.4g × %.4g %s, %.1f°", m.a().value() * scale, m.b().value() * scale,
			nm ? "nm" : "px", m.angle().value());
	}

	private static String defects(final LatticeAnalysis found) {
		return String.format(Locale.ROOT, "%d vacancies, %d interstitials", found.count(
			Defect.Kind.VACANCY), found.count(Defect.Kind.INTERSTITIAL) + found.count(Defect.Kind.DOUBLE));
	}
}
