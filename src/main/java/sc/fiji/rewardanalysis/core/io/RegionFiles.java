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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * What amorphous regions that were found with given parameters leave in a folder as text:
 * {@code regions.csv}, {@code atoms.csv}, {@code regions.json}, {@code summary.txt}.
 */
public final class RegionFiles {

	private final RegionReport report;
	private final RegionRun run;

	/** The files of one run. */
	public RegionFiles(final RegionReport report, final RegionRun run) {
		this.report = report;
		this.run = run;
	}

	/** Writes all of them, each whole or not at all, in place of those of an earlier run. */
	public void write(final Path folder) {
		report.regions().write(folder.resolve("regions.csv"));
		report.atoms().write(folder.resolve("atoms.csv"));
		AtomicFile.write(folder.resolve("regions.json"), json());
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>(report.lines());
		lines.add(0, String.format(Locale.ROOT,
			"Image:      \"%s\", %d x %d px, analysed %d x %d px from (%d, %d); %s nm per pixel; crystal %s; atoms from %s.",
			run.imageName(), run.imageWidth(), run.imageHeight(), run.width(), run.height(), run.x(), run
				.y(), RegionReport.plain(report.finder().scene().pixelSize()), run.lattice() == null ? "unknown" : run.lattice()
					.name(), run.atoms()));
		lines.add(String.format(Locale.ROOT, "Seed:       %d; Reward Analysis %s.", run.seed(), Version
			.current()));
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s.", run.seconds()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private String json() {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", RegionJson.ANALYSIS);
		json.add("versions", StudyJson.versions());
		json.addProperty("seed", run.seed());
		final JsonObject image = new JsonObject();
		image.addProperty("name", run.imageName());
		image.addProperty("width_px", run.imageWidth());
		image.addProperty("height_px", run.imageHeight());
		image.add("analysed_box_px", StudyJson.numbers(run.x(), run.y(), run.width(), run.height()));
		image.addProperty("sha256_of_analysed_pixels", run.hash());
		json.add("image", image);
		json.addProperty("pixel_size_nm", report.finder().scene().pixelSize());
		json.add("lattice", run.lattice() == null ? JsonNull.INSTANCE : LatticeFile.json(run.lattice()));
		json.addProperty("atoms_from", run.atoms());
		json.add("parameters", RegionJson.parameters(report.finder(), report.found()));
		json.add("result", RegionJson.result(report.finder(), report.found()));
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}
}
