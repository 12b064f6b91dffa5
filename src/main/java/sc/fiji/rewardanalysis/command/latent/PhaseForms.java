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

package sc.fiji.rewardanalysis.command.latent;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseScene;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.plot.ManifoldPicture;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialogs of {@link MapLatentPhases} and {@link OptimizeLatentPhases}, and what they say. */
final class PhaseForms {

	/** Multiplications and additions that a core does in a second of training, measured. */
	private static final double SPEED = 1e10;

	private PhaseForms() {}

	static Form mapLatentPhases() {
		final Map<String, Map<String, String>> words = words();
		words.put("physics_weight", Map.of("-1.0", "auto"));
		final List<Rule> rules = new ArrayList<>(rules());
		rules.add(new Rule("physics_weight", "physics", v -> !v.equals("none")));
		// A saved network has its own.
		for (final String input : List.of("invariance", "round_patches", "content_latents", "hidden_layers",
			"hidden_width", "shift_prior", "angle_prior", "likelihood", "pixel_noise", "kl_start", "kl_end",
			"kl_ramp", "physics", "physics_weight", "physics_delay", "batch_size", "learning_rate",
			"pixel_share"))
			rules.add(new Rule(input, "continue_from", v -> !AnalysisCommand.isGiven((File) v)));
		return new Form(MapLatentPhases.LEAF.replace("...", ""), "map-latent-phases", List.of(DialogForms
			.page("Patches", patches(), atoms(), pixels()), DialogForms.page("Network", DialogForms.section(
				"What it tells apart", "invariance", "round_patches", "content_latents"), DialogForms.section(
					"Short boundaries", "physics", "physics_weight"), DialogForms.section("Training", "epochs",
						"seed", "continue_from")), DialogForms.page("Phases", DialogForms.section("Phases",
							"segmentation", "classes", "latent", "smoothing"), DialogForms.section("Result",
								"show_phases", "output_folder")), DialogForms.page("Advanced", advanced()[0],
									advanced()[1], advanced()[2])), List.of(), words, rules, "", "");
	}

	static Form optimizeLatentPhases() {
		final Map<String, Map<String, String>> words = words();
		words.put("physics", Map.of("published", "as published", "differentiable", "with a gradient"));
		words.put("engine", DialogForms.ENGINES);
		words.put("pick", Map.of("euclidean", "nearest to the ideal", "chebyshev",
			"smallest largest error", "knee", "knee of the front"));
		words.put("weight_low", Map.of("-1.0", "auto"));
		words.put("weight_high", Map.of("-1.0", "auto"));
		return new Form(OptimizeLatentPhases.LEAF.replace("...", ""), "optimize-latent-phases", List.of(
			DialogForms.page("Patches", patches(), atoms(), pixels()), DialogForms.page("Network",
				DialogForms.section("What it tells apart", "invariance", "round_patches",
					"content_latents"), new Section(
					"Short boundaries", List.of(Row.of("physics"), new Row("Weight, from – to", List.of(
						"weight_low", "weight_high")))), DialogForms.section("Training", "epochs", "seed")),
			DialogForms.page("Search", DialogForms.section("How to search", "engine", "evaluations",
				"stop_early", "warm_start"), DialogForms.section("Result", "pick", "output_folder")),
			DialogForms.page("Phases", DialogForms.section("Phases", "segmentation", "classes", "latent",
				"smoothing")), DialogForms.page("Advanced", advanced()[0], advanced()[1], advanced()[2])), List
					.of(), words, rules(), "", "");
	}

	/** What follows from the values of a search. */
	static Outlook searchOutlook(final PhaseInputs inputs, final PhaseSettings settings,
		final Range weights, final int trainings, final boolean find, final Progress progress)
	{
		final PatchSet patches = inputs.scene().patches(settings, progress);
		final List<Fact> facts = new ArrayList<>(facts(inputs.scene(), settings, patches, trainings));
		facts.add(new Fact("Weights", String.format(Locale.ROOT, "%.3g to %.3g", weights.low(), weights
			.high()), "Of the physics loss; they are spread by their logarithm."));
		return new Outlook(facts, warning(), null, null, "", find ? drawing(patches) : null);
	}

	private static Section patches() {
		return DialogForms.section("Patches", "patches_from", "patch_size", "stride", "brightness");
	}

	private static Section atoms() {
		return DialogForms.section("Atoms", "atoms_from", "atoms_file");
	}

	private static Section pixels() {
		return new Section("Pixel size", List.of(new Row("Pixel size", List.of("pixel_size",
			"pixel_unit"))));
	}

	private static Section[] advanced() {
		return new Section[] { DialogForms.section("Network", "hidden_layers", "hidden_width",
			"shift_prior", "angle_prior"), DialogForms.section("Loss", "likelihood", "pixel_noise", "kl_start", "kl_end", "kl_ramp",
				"physics_delay"), DialogForms.section("Steps",
				"batch_size", "learning_rate", "pixel_share") };
	}

	private static Map<String, Map<String, String>> words() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		words.put("patches_from", Map.of("raster", "a raster", "atoms", "around atoms"));
		words.put("brightness", Map.of("all", "counts", "each", "scaled patch by patch"));
		words.put("atoms_from", Map.of("overlay", "the overlay", "selection", "the point selection",
			"manager", "the ROI Manager", "file", "a file"));
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("invariance", Map.of("none", "nothing", "shift", "shifts", "rotation", "rotations",
			"shift-and-rotation", "shifts and rotations"));
		words.put("likelihood", Map.of("bernoulli", "Bernoulli", "gaussian", "Gaussian"));
		words.put("physics", Map.of("none", "none", "published", "as published", "differentiable",
			"with a gradient"));
		words.put("segmentation", Map.of("otsu", "thresholds (multi-Otsu)", "mixture",
			"Gaussian mixture"));
		words.put("latent", Map.of("0", "best"));
		return words;
	}

	private static List<Rule> rules() {
		return List.of(new Rule("stride", "patches_from", "raster"::equals), new Rule("atoms_from",
			"patches_from", "atoms"::equals), new Rule("atoms_file", "patches_from", "atoms"::equals),
			new Rule("pixel_unit", "pixel_size", v -> !v.equals(0.0)), new Rule("latent", "segmentation",
				"otsu"::equals), new Rule("physics_delay", "physics", "differentiable"::equals), new Rule("pixel_share", "invariance", v -> !v.equals("none")), new Rule(
				"shift_prior", "invariance", v -> v.toString().startsWith("shift")), new Rule("angle_prior",
					"invariance", v -> v.toString().endsWith("rotation")), new Rule("pixel_noise", "likelihood",
						"gaussian"::equals), new Rule(
					"kl_start", "kl_ramp", v -> !v.equals(0)));
	}

	/** What follows from the values. */
	static Outlook outlook(final PhaseRequest request, final boolean find,
		final Progress progress)
	{
		final PhaseScene scene = request.inputs().scene();
		final PatchSet patches = scene.patches(request.settings(), progress);
		return new Outlook(facts(scene, request.settings(), patches, 1), warning(), null, null, "", find
			? drawing(patches) : null);
	}

	/** Some of the patches. */
	private static Outlook.Drawing drawing(final PatchSet patches) {
		return new Outlook.Drawing(overlay -> {}, "some of " + patches.count() + " patches",
			ManifoldPicture.samples(patches));
	}

	/** What is missing; else empty. */
	private static String warning() {
		try {
			Networks.require();
			return "";
		}
		catch (final RewardAnalysisException exc) {
			return exc.getMessage();
		}
	}

	/** @param trainings how many */
	static List<Fact> facts(final PhaseScene scene, final PhaseSettings settings,
		final PatchSet patches, final int trainings)
	{
		final VaeSettings network = settings.network();
		final int window = settings.patches().window();
		final List<Fact> facts = new ArrayList<>();
		final int stride = settings.patches().stride();
		facts.add(new Fact("Patches", patches.isRaster() ? String.format(Locale.ROOT,
			"%d (%d × %d), every %d px%s", patches.count(), patches.columns(), patches.rows(), stride, length(
				stride, scene)) : String.format(Locale.ROOT, "%d of %d atoms", patches.count(), scene.atoms()
					.size()), "Whole ones only; what reaches over the edge is left out." + (patches.isRaster()
						? " The stride is how fine the maps are." : "")));
		facts.add(new Fact("Size", window + " px" + length(window, scene) + (patches.size() < window
			? ", sampled at " + patches.size() + " points" : ""), "Side of a patch."));
		facts.add(new Fact("Latents", String.join(", ", network.latentNames()),
			"z1, z2 … are content; what patches are shifted and turned by is told by the others."));
		facts.add(new Fact("Training", "about " + time(trainings * PhaseScene.operations(patches,
			network) / SPEED / Math.max(1, Parallelization.getTaskExecutor().getParallelism())) +
			" without a GPU", "A rough estimate for " + network.epochs() + " epochs" + (trainings > 1
				? " and " + trainings + " trainings" : "") +
			". Cancel whenever you like: what was learnt is kept."));
		facts.add(new Fact("Memory", "about " + Math.max(1, Math.round(PhaseScene.memory(patches,
			network) / 1e7) * 10) + " MB", "Of Java and PyTorch together, besides the image."));
		return facts;
	}

	private static String length(final int pixels, final PhaseScene scene) {
		return scene.pixelSize() > 0 ? String.format(Locale.ROOT, " = %.3g nm", pixels * scene
			.pixelSize()) : "";
	}

	private static String time(final double seconds) {
		return seconds < 90 ? Math.max(1, Math.round(seconds)) + " s" : seconds < 5400 ? Math.round(
			seconds / 60) + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}
}
