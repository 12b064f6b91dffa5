package sc.fiji.rewardanalysis.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
