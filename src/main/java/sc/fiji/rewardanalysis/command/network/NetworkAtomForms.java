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

package sc.fiji.rewardanalysis.command.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.Rescaling;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkTask;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.learning.columns.NetworkModels;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link FindAtomsWithNetwork}: how it is laid out, and what it says. */
public final class NetworkAtomForms {

	private NetworkAtomForms() {}

	static Form findAtoms() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "unknown");
		words.put("lattice", crystals);
		words.put("pixel_size", Map.of("0.0", "auto"));
		words.put("pixel_unit", DialogForms.UNITS);
		words.put("network", Map.of("ready-made", "the one of the suite", "file", "from a file"));
		words.put("model_output", Map.of("automatic", "recognised"));
		words.put("model_background", Map.of("last", "last class", "first", "first class"));
		words.put("parameters", Map.of("given", "as given", "crystal", "what suits the crystal best"));
		words.put("scale", Map.of("0.0", "auto"));
		words.put("tile_size", Map.of("0", "auto"));
		words.put("min_distance", Map.of("0.0", "any"));
		words.put("refine", Map.of("none", "no: centroids of probabilities", "gaussian",
			"by fitting Gaussians"));
		words.put("count_reward", Map.of("band", "what is possible", "paper", "the expected number"));
		words.put("pick", Map.of("euclidean", "nearest to no error", "chebyshev",
			"smallest larger error", "knee", "knee of the front"));
		final Stream<Rule> given = Stream.of("threshold", "min_distance").map(name -> new Rule(name,
			"parameters", "given"::equals));
		final Stream<Rule> tuned = Stream.of("count_reward", "ds_fraction", "pixel_tolerance", "pick").map(
			name -> new Rule(name, "parameters", "crystal"::equals));
		final Stream<Rule> file = Stream.of("network_file", "model_output", "model_background").map(
			name -> new Rule(name, "network", "file"::equals));
		return new Form(FindAtomsWithNetwork.LEAF.replace("...", ""), "find-atoms-with-network", List.of(
			DialogForms.page("Network and image", DialogForms.section("Network", "network", "network_file"),
				DialogForms.section("Image", "contrast"), new Section("Crystal and pixel size", List.of(Row.of(
					"lattice"), Row.of("lattice_file"), new Row("Pixel size", List.of("pixel_size",
						"pixel_unit"))))), DialogForms.page("Atoms", DialogForms.section("What is an atom",
							"parameters", "threshold", "min_distance"), DialogForms.section(
								"What suits the crystal", "pick", "count_reward", "ds_fraction",
								"pixel_tolerance")), DialogForms.page("Result", DialogForms.section("Positions",
									"refine"), DialogForms.section("Result", "show_map", "output_folder")), DialogForms
										.page("Advanced", DialogForms.section("What the network is given", "scale",
											"tile_size"), DialogForms.section("Networks of others", "model_output",
												"model_background"))), List.of(), words, Stream.of(given, tuned, file, Stream.of(new Rule(
													"lattice_file", "lattice", LatticeChoice.CUSTOM::equals), new Rule("pixel_unit",
														"pixel_size", v -> !v.equals(0.0)))).flatMap(s -> s).toList(), "", "")
															.withoutPreview();
	}

	/** What follows from the values. The network doesn't run: to start PyTorch takes seconds. */
	static Outlook outlook(final NetworkRequest request, final boolean tuned) {
		final List<Fact> facts = new ArrayList<>();
		Networks.require();
		final ModelInfo info = NetworkModels.describe(request.network().file(), request.nearest());
		facts.add(new Fact("Network", info == null ? "of another program" : info.name(),
			"One of another program is opened when it is used; what it takes and gives is tried out then."));
		String warning = "";
		if (info != null || request.scale() > 0) {
			final Rescaling rescaling = new Rescaling(info == null ? request.scale() : request.scale(info));
			facts.add(new Fact("It is given", String.format(Locale.ROOT, "%d × %d px, scale %.3g", rescaling
				.size(request.image().width()), rescaling.size(request.image().height()), rescaling
					.factor()), "The image at the size that the network knows. Scale: pixels of the network for each of the image's."));
			if (info != null && !info.hasPixelSize() && request.scale() == 0) warning =
				asItIs(request.network().file()) + ", or a scale with which they are.";
		}
		if (request.lattice() != null) facts.add(new Fact("Expected", NetworkTask.judged(List.of(), request
			.image().area(), request.settings()).expected(), "Columns of the crystal in the counted area."));
		facts.add(new Fact("Threshold", tuned ? "all are tried, with all distances" : Double.toString(request
			.threshold()), "Probability that an atom must reach."));
		return new Outlook(facts, warning, null, null, "");
	}

	/** What to say if the image can't be scaled for a network of ours. */
	public static String asItIs(final Path file) {
		final ModelInfo info = NetworkModels.describe(file, 1);
		return String.format(Locale.ROOT,
			"Without a crystal the image is given to the network as it is, which does best if nearest atoms are %.3g to %.3g px apart; choose the crystal",
			1 / info.coarsest(), 1 / info.finest());
	}
}
