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

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.crystal.CellMeasures;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.Grain;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.crystal.Motif;

/** A lattice through atoms as JSON. */
final class LatticeFitJson {

	private LatticeFitJson() {}

	static String text(final LatticeAnalysis found, final ClassRun run) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", "lattice fit");
		json.add("versions", StudyJson.versions());
		json.add("image", image(run));
		json.add("parameters", parameters(found.settings()));
		final JsonObject atoms = new JsonObject();
		atoms.addProperty("from", run.atoms());
		for (final IndexedAtom.Status status : IndexedAtom.Status.values())
			atoms.addProperty(LatticeFitFiles.word(status), found.fit().count(status));
		json.add("atoms", atoms);
		final JsonArray grains = new JsonArray();
		for (int g = 0; g < found.fit().grains().size(); g++)
			grains.add(grain(found, g, run));
		json.add("grains", grains);
		final JsonObject defects = new JsonObject();
		for (final Defect.Kind kind : Defect.Kind.values())
			defects.addProperty(LatticeFitFiles.word(kind), found.count(kind));
		json.add("defects", defects);
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create().toJson(
			json) + "\n";
	}

	private static JsonObject image(final ClassRun run) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", run.imageName());
		json.addProperty("width_px", run.imageWidth());
		json.addProperty("height_px", run.imageHeight());
		json.addProperty("slice", run.slice());
		json.add("pixel_size_nm", StudyJson.number(run.pixelSize()));
		return json;
	}

	private static JsonObject parameters(final LatticeSettings s) {
		final JsonObject json = new JsonObject();
		json.addProperty("lattice", s.lattice() == null ? "unknown" : s.lattice().name());
		json.addProperty("reference", LatticeFitFiles.word(s.reference()));
		json.addProperty("strain", LatticeFitFiles.word(s.strain()));
		json.addProperty("strain_radius_cells", s.strainRadius());
		json.addProperty("tolerance", s.tolerance());
		json.addProperty("offset_of", LatticeFitFiles.word(s.sublattice()));
		return json;
	}

	private static JsonObject grain(final LatticeAnalysis found, final int g, final ClassRun run) {
		final Grain grain = found.fit().grains().get(g);
		final CellMeasures m = CellMeasures.of(grain.fit(), found.settings().lattice(), found.settings()
			.pixelSize());
		final JsonObject json = new JsonObject();
		json.addProperty("atoms", found.fit().members(g).length);
		json.addProperty("atoms_with_weight", grain.fit().atoms());
		json.add("origin_px", StudyJson.numbers(run.x() + grain.fit().ox(), run.y() + grain.fit().oy()));
		json.add("a_px", StudyJson.numbers(grain.fit().vectors().ax(), grain.fit().vectors().ay()));
		json.add("b_px", StudyJson.numbers(grain.fit().vectors().bx(), grain.fit().vectors().by()));
		final JsonArray covariance = new JsonArray();
		for (final double[] row : grain.fit().covariance())
			covariance.add(StudyJson.numbers(row));
		json.add("covariance_ox_ax_bx_oy_ay_by_px2", covariance);
		json.add("residual_sd_px", StudyJson.number(grain.fit().sigma()));
		final boolean nm = found.settings().pixelSize() > 0;
		final double scale = nm ? found.settings().pixelSize() : 1;
		json.add(nm ? "length_a_nm" : "length_a_px", value(m.a().times(scale)));
		json.add(nm ? "length_b_nm" : "length_b_px", value(m.b().times(scale)));
		json.add("angle_deg", value(m.angle()));
		json.add("rotation_deg", value(m.rotation()));
		json.add("strain_aa", value(m.strainXX()));
		json.add("strain_bb", value(m.strainYY()));
		json.add("strain_shear", value(m.strainXY()));
		json.add("sites", sites(grain.motif()));
		json.addProperty("islands", grain.islands());
		json.addProperty("contradictions", grain.contradictions());
		return json;
	}

	private static JsonObject value(final CellMeasures.Value v) {
		final JsonObject json = new JsonObject();
		json.add("value", StudyJson.number(v.value()));
		json.add("standard_error", StudyJson.number(v.error()));
		return json;
	}

	private static JsonArray sites(final Motif motif) {
		final JsonArray array = new JsonArray();
		for (int s = 0; s < motif.size(); s++) {
			final JsonObject json = new JsonObject();
			json.addProperty("species", motif.species(s));
			json.addProperty("u", motif.u(s));
			json.addProperty("v", motif.v(s));
			array.add(json);
		}
		return array;
	}
}
