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

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.region.RegionMeasures;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;

/** Amorphous regions as JSON. */
final class RegionJson {

	/** What it is called in files. */
	static final String ANALYSIS = "amorphous regions";

	private RegionJson() {}

	/** With which parameters they were found. */
	static JsonObject parameters(final RegionFinder finder, final AmorphousRegions found) {
		final Clustering c = found.clusters().clustering();
		final RegionRule r = found.rule();
		final JsonObject json = new JsonObject();
		json.addProperty("features", RegionReport.word(c.features()));
		if (c.features().hasPixels()) {
			json.addProperty("window_nm", c.window());
			json.addProperty("normalization", RegionReport.word(c.normalization()));
			json.addProperty("dimensions", c.dimensions());
		}
		json.addProperty("model", RegionReport.word(c.model()));
		json.addProperty("components", c.components());
		if (c.covariance() != null) json.addProperty("covariance", RegionReport.word(c.covariance()));
		json.addProperty("amorphous", RegionReport.word(finder.which()));
		json.addProperty("mask", RegionReport.word(r.mask()));
		json.addProperty("threshold", r.threshold());
		json.addProperty("smoothing_nm", r.smoothing());
		json.addProperty("dilation_nm", r.dilation());
		json.addProperty("fewest_atoms", r.fewestAtoms());
		json.addProperty("least_contrast", r.leastContrast());
		return json;
	}

	/** What there is. */
	static JsonObject result(final RegionFinder finder, final AmorphousRegions found) {
		final JsonObject json = new JsonObject();
		json.addProperty("regions", found.regions().size());
		json.addProperty("dropped", found.dropped().size());
		json.addProperty("atoms", finder.scene().atoms().size());
		json.addProperty("amorphous_atoms", found.amorphousAtoms());
		json.addProperty("atoms_with_features", found.clusters().atoms().length);
		json.addProperty("amorphous_component", found.component() + 1);
		json.add("components", components(found.clusters().model()));
		json.addProperty("feasible", found.isFeasible());
		final RegionMeasures m = found.measures();
		json.addProperty("area_fraction", m.areaFraction());
		json.addProperty("perimeter", m.perimeter());
		json.add("compactness", StudyJson.number(m.roundness()));
		json.add("paper_compactness", StudyJson.number(m.paperCompactness()));
		json.add("separation", StudyJson.number(found.separation()));
		json.add("contrast", StudyJson.number(found.contrast()));
		return json;
	}

	private static JsonArray components(final ClusterModel model) {
		final JsonArray array = new JsonArray();
		for (int c = 0; c < model.components(); c++) {
			final JsonObject json = new JsonObject();
			json.addProperty("component", c + 1);
			json.addProperty("weight", model.weights()[c]);
			json.add("mean", StudyJson.numbers(model.mean(c)));
			array.add(json);
		}
		return array;
	}
}
