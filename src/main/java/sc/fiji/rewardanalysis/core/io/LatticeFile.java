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
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;

/**
 * A lattice of one's own as a small JSON file.
 * <p>
 * Lengths are in nm, the angle in degrees, u and v are fractions of the projected
 * cell. List the columns which the image shows, each once:
 *
 * <pre>
 * {
 *   "name": "SrTiO3-001",
 *   "description": "SrTiO3 along a cube axis: Sr and Ti-O columns",
 *   "source": "Okazaki and Kawaminami 1973, Mater. Res. Bull. 8, 545",
 *   "a_nm": 0.3905,
 *   "b_nm": 0.3905,
 *   "angle_deg": 90,
 *   "sites": [
 *     { "species": "Sr", "atomic_number": 38, "u": 0, "v": 0 },
 *     { "species": "Ti", "atomic_number": 22, "u": 0.5, "v": 0.5 }
 *   ]
 * }
 * </pre>
 *
 * Every key is required; unknown keys are ignored.
 */
public final class LatticeFile {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private LatticeFile() {}

	/** Reads a lattice; what is wrong with the file is in the exception's message. */
	public static Lattice read(final Path file) {
		Checks.given("lattice file", file);
		if (file.toString().toLowerCase(Locale.ROOT).endsWith(".cif")) throw new RewardAnalysisException(
			"%s is a CIF; run Project Crystal... along your zone axis first and take its lattice.json.", file
				.toString());
		return lattice(JsonFields.read(file));
	}

	/** Writes a lattice, numbers in full precision. */
	public static void write(final Path file, final Lattice lattice) {
		Checks.given("lattice to write", lattice);
		AtomicFile.write(file, GSON.toJson(json(lattice)) + "\n");
	}

	static Lattice lattice(final JsonFields fields) {
		final List<Site> sites = fields.objects("sites").stream().map(LatticeFile::site).toList();
		try {
			return new Lattice(fields.string("name"), fields.string("description"), fields.string(
				"source"), fields.number("a_nm"), fields.number("b_nm"), fields.number("angle_deg"),
				sites);
		}
		catch (final RewardAnalysisException e) {
			throw in(fields, e);
		}
	}

	private static Site site(final JsonFields fields) {
		try {
			return new Site(fields.string("species"), fields.integer("atomic_number"), fields.number(
				"u"), fields.number("v"));
		}
		catch (final RewardAnalysisException e) {
			throw in(fields, e);
		}
	}

	/** Says where, unless the message does so already. */
	private static RewardAnalysisException in(final JsonFields fields,
		final RewardAnalysisException e)
	{
		return e.getMessage().contains(fields.where()) ? e : new RewardAnalysisException(e,
			"%s: %s", fields.where(), e.getMessage());
	}

	static JsonObject json(final Lattice lattice) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", lattice.name());
		json.addProperty("description", lattice.description());
		json.addProperty("source", lattice.source());
		json.addProperty("a_nm", lattice.a());
		json.addProperty("b_nm", lattice.b());
		json.addProperty("angle_deg", lattice.angle());
		final JsonArray sites = new JsonArray();
		for (final Site site : lattice.sites()) {
			final JsonObject s = new JsonObject();
			s.addProperty("species", site.species());
			s.addProperty("atomic_number", site.atomicNumber());
			s.addProperty("u", site.u());
			s.addProperty("v", site.v());
			sites.add(s);
		}
		json.add("sites", sites);
		return json;
	}
}
