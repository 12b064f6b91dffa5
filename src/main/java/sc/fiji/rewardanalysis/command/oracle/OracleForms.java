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

package sc.fiji.rewardanalysis.command.oracle;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.network.NetworkAtomForms;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleDoubts;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleVerdict;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.plot.Charts;
import sc.fiji.rewardanalysis.plot.OraclePlots;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link CompareWithOracle}: how it is laid out, and what it says. */
public final class OracleForms {

	/** Of the preview's chart. */
	private static final Dimension SMALL = new Dimension(440, 210);

	private OracleForms() {}

	static Form form() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "not given");
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("oracle_unit", units());
		words.put("match_distance", Map.of("0.0", "auto"));
		words.put("oracle_spacing", Map.of("0.0", "centroids"));
		words.put("atoms_from", Map.of("overlay", "the overlay", "selection", "the point selection",
			"manager", "the ROI Manager", "file", "a file"));
		words.put("oracle_from", Map.of("network", "the ready-made network", "file", "a file", "selection", "the point selection", "overlay",
			"an overlay", "manager", "the ROI Manager", "table", "an open table", "map",
			"an open probability map"));
		words.put("duplicates", Map.of("refuse", "are refused", "merge", "become one"));
		return new Form("Compare With Oracle", "compare-with-oracle", List.of(new Page("Atoms and oracle",
			List.of(section("Atoms", "atoms_from", "atoms_file"), section("Oracle", "oracle_from",
				"oracle_file", "oracle_title", "oracle_unit"), new Section("Crystal and pixel size", List.of(Row
					.of("lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size",
						"pixel_unit")))))), new Page("Reading", List.of(section("Columns of a table",
							"oracle_x", "oracle_y", "oracle_class"), section("Probability map or network",
								"oracle_threshold", "oracle_spacing", "oracle_scaled", "oracle_contrast"), section("Pairs",
									"match_distance", "duplicates"))), new Page("Second oracle", List.of(section(
										"Second oracle", "second_oracle", "second_classes"))), new Page("Result", List.of(
											section("Earlier search", "study_folder", "ds_fraction"), section("Files",
												"output_folder")))), List.of(), words, List.of(new Rule(
													"lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule("pixel_unit",
														"pixel_size", v -> !v.equals(0.0)), new Rule("atoms_file", "atoms_from", OracleForms::mayBeFile),
														new Rule("oracle_file", "oracle_from", OracleForms::mayBeFile), new Rule("oracle_title",
															"oracle_from", v -> List.of("overlay", "table", "map").contains(v)), new Rule("oracle_contrast",
																"oracle_from", "network"::equals), new Rule("oracle_scaled", "oracle_from", v -> !v.equals(
																	"network"))), "", "");
	}

	private static boolean mayBeFile(final Object source) {
		return source.equals("file") || source.equals("automatic");
	}

	/** Of the places of an oracle. */
	public static Map<String, String> units() {
		final Map<String, String> units = new LinkedHashMap<>(DialogForms.UNITS);
		units.put("auto", "as it says");
		return units;
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/** What is known before the network has run. */
	static Outlook outlookOfNetwork(final RegionScene scene) {
		Networks.require();
		return new Outlook(List.of(atoms(scene), new Fact("Oracle", "the network looks after OK",
			"It takes seconds; the first time PyTorch is fetched."), new Fact("Pairs", Outlook.PENDING,
				"How far an atom may be from the oracle's point to be a hit."), new Fact("F1",
					Outlook.PENDING, "In the result.")), scene.lattice() == null
						? NetworkAtomForms.asItIs(null) + "." : "", null, null, "");
	}

	private static Fact atoms(final RegionScene scene) {
		return new Fact("Atoms", scene.atoms().atoms().size() + " from " + scene.atoms().origin(),
			"Those that are judged.");
	}

	/** What follows from the values. */
	static Outlook outlook(final RegionScene scene, final OracleVerdict.Question question,
		final boolean find)
	{
		final List<Fact> facts = new ArrayList<>();
		facts.add(atoms(scene));
		for (int i = 0; i < question.oracles().size(); i++) {
			final Oracle oracle = question.oracles().get(i);
			facts.add(new Fact(i == 0 ? "Oracle" : "Oracle B", oracle.size() + " points from " + oracle.origin(),
				String.join(" ", oracle.notes()) + " Classes: " + (oracle.kinds().isEmpty() ? "none" : String
					.join(", ", oracle.kinds())) + "."));
		}
		final double tolerance = question.tolerance();
		facts.add(new Fact("Pairs", String.format(Locale.ROOT, "up to %.2f px apart", tolerance) + (question
			.pixelSize() > 0 ? String.format(Locale.ROOT, " (%.4f nm)", tolerance * question.pixelSize())
				: ""), "How far an atom may be from the oracle's point to be a hit."));
		final OracleComparison c = find ? OracleVerdict.of(question).first() : null;
		facts.add(new Fact("F1", c == null ? Outlook.PENDING : String.format(Locale.ROOT,
			"%.3f: %d hits, %d false alarms, %d misses", c.match().f1(), c.match().truePositives(), c.match()
				.falsePositives(), c.match().falseNegatives()),
			"2 hits / (2 hits + false alarms + misses), in the counted area."));
		if (c == null) return new Outlook(facts, "", null, null, "");
		return new Outlook(facts, OracleDoubts.of(c, scene.analysed().x(), scene.analysed().y()), null, null,
			"", new Drawing(overlay -> overlay.show(scene.analysed(), c), String.format(Locale.ROOT, "F1 %.3f", c
				.match().f1()), Charts.image(OraclePlots.errors(c, question.pixelSize()), SMALL, 2)));
	}
}
