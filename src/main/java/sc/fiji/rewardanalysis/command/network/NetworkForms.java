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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Page;
import sc.fiji.rewardanalysis.ui.dialog.Form.Row;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Form.Section;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** The dialog of {@link TrainNetwork}: how it is laid out, and what it says. */
final class NetworkForms {

	/** Of an image of the usual size, learnt from by a network of the usual shape (docs/model-card.md). */
	private static final double SECONDS_AN_IMAGE = 0.07;

	private static final double USUAL_PIXELS = 96 * 96;

	/** To examine an image takes this part of learning from it. */
	private static final double LOOKED_AT = 0.35;

	private NetworkForms() {}

	static Form trainNetwork() {
		final Map<String, Map<String, String>> words = new LinkedHashMap<>();
		final Map<String, String> crystals = DialogForms.crystals();
		crystals.put(LatticeChoice.UNKNOWN, "any: all of these, and invented ones");
		words.put("lattice", crystals);
		return new Form(TrainNetwork.LEAF.replace("...", ""), "train-network", List.of(new Page(
			"Images and result", List.of(section("Crystal", "lattice", "lattice_file"), new Section(
				"What the images are like, from – to", List.of(new Row("Noise (of the 0-1 image)", List.of(
					"noise_low", "noise_high")), new Row("Nearest columns apart (px)", List.of("spacing_low",
						"spacing_high")), Row.of("varied"), Row.of("image_size"))), section("Result",
							"output_folder"))), new Page("Training", List.of(section("How long", "epochs", "images",
								"held_out", "checkpoint"), section("How", "batch", "learning_rate", "seed"), section(
									"Network", "channels", "levels")))), List.of(), words, List.of(new Rule("lattice_file",
										"lattice", LatticeChoice.CUSTOM::equals)), "", "");
	}

	private static Section section(final String title, final String... inputs) {
		return new Section(title, Arrays.stream(inputs).map(Row::of).toList());
	}

	/** What follows from the values. */
	static Outlook outlook(final NetworkSettings settings) {
		final ModelInfo info = NetworkCard.of(settings).info("network", 1);
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Steps", settings.steps() + " an epoch, " + (long) settings.steps() * settings
			.epochs() + " in all", "In each, the weights move once."));
		facts.add(new Fact("Takes about", minutes(settings),
			"As long as the ready-made network's training took on one core of a busy computer, for as many pixels and channels."));
		facts.add(new Fact("Images", (long) settings.steps() * settings.batch() * settings.epochs() +
			" in all", "Simulated anew for each epoch; none is seen twice."));
		facts.add(new Fact("The network looks", settings.shape().reach() + " px far",
			"How far away a pixel may be that changes an answer."));
		facts.add(new Fact("Columns will be", String.format(Locale.ROOT, "%.1f to %.1f px apart", 1 / info
			.coarsest(), 1 / info.finest()),
			"To that distance of nearest columns an image of a known crystal will be scaled for it."));
		final int reach = settings.shape().reach(), size = settings.scenes().size();
		return new Outlook(facts, size < reach ? String.format(Locale.ROOT,
			"The images are %d px wide, and the network could look %d px far: it learns less of crystals than it could.",
			size, reach) : "", null, null, "");
	}

	private static String minutes(final NetworkSettings settings) {
		final NetworkShape usual = NetworkShape.DEFAULT;
		final double channels = (double) settings.shape().channels() / usual.channels();
		final double pixels = (double) settings.scenes().size() * settings.scenes().size() / USUAL_PIXELS;
		final double seconds = SECONDS_AN_IMAGE * pixels * channels * channels * settings.epochs() *
			(settings.images() + LOOKED_AT * settings.heldOut());
		return seconds < 60 ? "a minute" : seconds < 5400 ? Math.round(seconds / 60) + " minutes" : String
			.format(Locale.ROOT, "%.1f hours", seconds / 3600);
	}
}
