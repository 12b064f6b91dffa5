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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;

/** What an image of two phases was made from, as JSON: repeats the simulation. */
public final class DomainFile {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private DomainFile() {}

	/** Writes all parameters. */
	public static void write(final Path file, final DomainParameters p) {
		Checks.given("parameters of domains", p);
		final JsonObject json = new JsonObject();
		json.add("first", LatticeFile.json(p.first()));
		json.add("second", LatticeFile.json(p.second()));
		json.addProperty("width_px", p.width());
		json.addProperty("height_px", p.height());
		json.addProperty("pixel_size_nm", p.pixelSize());
		json.addProperty("walls", p.walls().name().toLowerCase(Locale.ROOT));
		json.addProperty("grains", p.grains());
		json.addProperty("rotation_deg", p.rotation());
		json.addProperty("spread_deg", p.spread());
		json.addProperty("sigma_nm", p.sigma());
		json.addProperty("displacement_nm", p.displacement());
		json.addProperty("noise", p.noise());
		json.addProperty("seed", p.seed());
		AtomicFile.write(file, GSON.toJson(json) + "\n");
	}

	/**
	 * Reads what {@link #write} wrote.
	 *
	 * @throws RewardAnalysisException if something is missing or wrong
	 */
	public static DomainParameters read(final Path file) {
		final JsonFields f = JsonFields.read(file);
		final String walls = f.string("walls");
		for (final DomainWalls w : DomainWalls.values())
			if (w.name().toLowerCase(Locale.ROOT).equals(walls)) return new DomainParameters(LatticeFile
				.lattice(f.object("first")), LatticeFile.lattice(f.object("second")), f.integer("width_px"), f
					.integer("height_px"), f.number("pixel_size_nm"), w, f.integer("grains"), f.number(
						"rotation_deg"), f.number("spread_deg"), f.number("sigma_nm"), f.number(
							"displacement_nm"), f.number("noise"), f.longInteger("seed"));
		throw new RewardAnalysisException("%s has walls \"%s\"; write straight or curved.", file, walls);
	}
}
