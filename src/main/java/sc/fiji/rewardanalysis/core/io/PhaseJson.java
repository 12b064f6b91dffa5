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

package sc.fiji.rewardanalysis.core.io;

import java.util.Locale;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/** Phases of an image as JSON. */
final class PhaseJson {

	/** What it is called in files. */
	static final String ANALYSIS = "latent phases";

	private PhaseJson() {}

	static JsonObject patches(final PatchOptions options) {
		final JsonObject json = new JsonObject();
		json.addProperty("placed", options.isAroundAtoms() ? "atoms" : "raster");
		json.addProperty("window_px", options.window());
		json.addProperty("stride_px", options.stride());
		json.addProperty("scale", word(options.scale()));
		return json;
	}

	static JsonObject network(final VaeSettings s) {
		final JsonObject json = new JsonObject();
		json.addProperty("invariance", word(s.invariance()));
		json.addProperty("content_latents", s.content());
		json.addProperty("hidden_width", s.width());
		json.addProperty("hidden_layers", s.layers());
		json.addProperty("shift_prior", s.shiftPrior());
		json.addProperty("angle_prior_rad", s.anglePrior());
		json.addProperty("likelihood", word(s.likelihood()));
		json.addProperty("noise", s.noise());
		json.addProperty("kl_start", s.kl().start());
		json.addProperty("kl_end", s.kl().end());
		json.addProperty("kl_epochs", s.kl().epochs());
		json.addProperty("physics", word(s.physics().form()));
		json.addProperty("physics_weight", s.physics().weight());
		json.addProperty("physics_delay", s.physics().delay());
		json.addProperty("round", s.round());
		json.addProperty("epochs", s.epochs());
		json.addProperty("batch", s.batch());
		json.addProperty("learning_rate", s.learningRate());
		json.addProperty("pixels", s.pixels());
		json.addProperty("seed", s.seed());
		return json;
	}

	static JsonObject segmentation(final SegmentationOptions s) {
		final JsonObject json = new JsonObject();
		json.addProperty("method", word(s.method()));
		json.addProperty("classes", s.classes());
		json.addProperty("latent", s.latent());
		json.addProperty("smoothing", s.smoothing());
		json.addProperty("smoothing_of_values", s.colour());
		json.addProperty("seed", s.seed());
		return json;
	}

	/** What there is. */
	static JsonObject result(final PhaseResult result) {
		final PatchSet patches = result.maps().patches();
		final JsonObject json = new JsonObject();
		json.addProperty("patches", patches.count());
		json.addProperty("points_of_a_patch", patches.size());
		json.addProperty("columns", patches.columns());
		json.addProperty("rows", patches.rows());
		json.addProperty("epochs", result.model().history().size());
		if (!result.model().advice().isEmpty()) json.addProperty("advice", result.model().advice());
		json.addProperty("phases", result.segmentation().classes());
		json.addProperty("feasible", result.isFeasible());
		json.add("used_latents", names(result.segmentation().used()));
		json.add("collapsed_latents", names(result.maps().collapsed()));
		json.add("thresholds", StudyJson.numbers(result.segmentation().thresholds()));
		json.addProperty("separation", result.segmentation().separation());
		json.addProperty("unit", result.scene().unitName());
		json.addProperty("boundary", result.boundary());
		json.add("boundaries", scaled(result.phases().boundaries(), result.scene().unit()));
		json.add("areas", scaled(result.phases().areas(), result.scene().unit() * result.scene().unit()));
		json.addProperty("reconstruction_error", result.reconstruction());
		return json;
	}

	private static JsonArray scaled(final double[] values, final double factor) {
		final double[] scaled = values.clone();
		for (int i = 0; i < scaled.length; i++)
			scaled[i] *= factor;
		return StudyJson.numbers(scaled);
	}

	private static JsonArray names(final Iterable<String> names) {
		final JsonArray array = new JsonArray();
		names.forEach(array::add);
		return array;
	}

	/** As macros have it. */
	static String word(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
