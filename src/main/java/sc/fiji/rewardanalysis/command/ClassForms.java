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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationSettings;
import sc.fiji.rewardanalysis.core.workflow.classes.PassSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.ClassPlots;
import sc.fiji.rewardanalysis.plot.PatchMontage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link ClassifyAtoms}: how it is laid out, and what it says. */
final class ClassForms {

	private ClassForms() {}

	static Form classifyAtoms(final ImagePlus image) {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "not given");
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("window", Map.of("0.0", "auto"));
		words.put("atoms_from", Map.of("overlay", "the overlay", "selection", "the point selection",
			"manager", "the ROI Manager", "file", "a file"));
		words.put("normalization", DialogForms.WINDOWS);
		words.put("criterion", Map.of("icl", "ICL: what can be told apart", "bic", "BIC", "aic", "AIC"));
		words.put("components", Map.of("0", "suggested"));
		words.put("split_class", splits());
		return new Form("Classify Atoms", "classify-atoms", List.of(new Form.Page("Atoms", List.of(
			section("Atoms", "atoms_from", "atoms_file"), new Section("Crystal, for names, and pixel size",
				List.of(Row.of("lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size",
					"pixel_unit")))), new Section("The image around each atom", List.of(new Row("Window", List.of(
						"window", "window_unit")), Row.of("normalization"))))), new Form.Page("Classes", List.of(section(
							"All atoms", "components", "criterion", "two_fold"), section("One class again",
								"split_class", "split_into"))), new Form.Page("Result", List.of(section("Names",
									"names_file"), section("Files", "output_folder"))), new Form.Page("Advanced", List.of(section(
										"Model", "dimensions", "covariance", "seed")))), List.of(), words, List.of(new Rule("lattice_file",
											"lattice", LatticeChoice.CUSTOM::equals), new Rule("pixel_unit", "pixel_size", v -> !v.equals(
												0.0)), new Rule("window_unit", "window", v -> !v.equals(0.0)), new Rule("criterion", "components",
													Integer.valueOf(PassSettings.SUGGESTED)::equals), new Rule("split_into", "split_class", v -> !v
														.equals("none"))), "", "");
	}

	private static Map<String, String> splits() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("none", "none");
		words.put("brightest", "the brightest class");
		words.put("largest", "the largest class");
		for (int c = 1; c <= PassSettings.MOST_COMPONENTS; c++)
			words.put(Integer.toString(c), "class " + c);
		return words;
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/**
	 * What follows from the values.
	 *
	 * @param found null if it wasn't asked for
	 */
	static Outlook outlook(final RegionScene scene, final ClassificationSettings settings,
		final AtomClassification found, final Progress progress)
	{
		final AnalysedImage analysed = scene.analysed();
		final PatchWindow window = PatchWindow.of(settings.window() > 0 ? settings.window()
			: AtomClassification.automatic(scene.inBox(), progress));
		if (window.size() > Math.min(analysed.width(), analysed.height()))
			throw new RewardAnalysisException(
				"The window of %.4g px is larger than the image or selection (%d x %d px); choose a smaller window or select more.", window
					.size(), analysed.width(), analysed.height());
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Atoms", scene.atoms().atoms().size() + " from " + scene.atoms().origin(),
			"Find them first, with Optimize Atom Finding or Find Atoms."));
		facts.add(new Fact("Window", String.format(Locale.ROOT, "%.1f px", window.size()) + (scene
			.pixelSize() > 0 ? String.format(Locale.ROOT, " (%.3f nm)", window.size() * scene.pixelSize())
				: ""), "It should reach the nearest neighbours on all sides."));
		facts.add(new Fact("Classes", found == null ? Outlook.PENDING : String.join(", ", found.names()),
			"By falling brightness; those of a second pass in place of the class that they split."));
		if (found == null) return new Outlook(facts, "", null, null, "");
		return new Outlook(facts, found.leftOut() == 0 ? "" : found.leftOut() +
			" atoms at the edge get no class.", null, null, "", new Drawing(overlay -> overlay.show(analysed,
				scene.atoms().atoms(), found.labels(), found.names()), found.classes().size() + " classes", PatchMontage.draw(ClassPlots.patches(found), window
					.size(), scene.pixelSize())));
	}
}
