package sc.fiji.rewardanalysis.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;

/** How the inputs of {@link OptimizeInSlidingWindows} are grouped in its dialog. */
final class WindowForm {

	private WindowForm() {}

	static Form of(final ImagePlus image) {
		final Form whole = DialogForms.optimizeAtomFinding(image);
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
