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
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * What atoms that a network found with a given threshold leave in a folder as text:
 * {@code atoms.csv}, {@code network.json}, {@code summary.txt}.
 *
 * @param use which network, and how
 * @param threshold probability that a column reaches
 * @param distance at which two may be, px
 * @param atoms a row each
 * @param refined how their positions were refined, a sentence
 * @param expected what the crystal lets expect, a line; empty if it isn't known
 * @param run the image and how it was asked for
 */
public record NetworkAtomsFiles(NetworkUse use, double threshold, double distance, CsvTable atoms,
	String refined, String expected, ImageRun run)
{

	/** Writes all of them, each whole or not at all. */
	public void write(final Path folder) {
		atoms.write(folder.resolve("atoms.csv"));
		AtomicFile.write(folder.resolve("network.json"), json());
		AtomicFile.write(folder.resolve("summary.txt"), summary());
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
		// Of a search with the same folder, which would pass for this run's.
		for (final String name : List.of("study.json", "pareto.csv", "evaluations.csv"))
			AtomicFile.delete(folder.resolve(name));
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		lines.add("Found:      " + Words.count(atoms.size(), "atom") + (expected.isEmpty() ? ""
			: "; " + expected.replace("\n", "; ")) + ".");
		lines.add("Network:    " + use.describe());
		lines.add(String.format(Locale.ROOT, "Parameters: threshold=%s min_distance=%s px.", threshold,
			distance));
		lines.add("Positions:  " + refined);
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s. Reward Analysis %s.", run.seconds(),
			Version.current()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private String json() {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", NetworkStudyFiles.ANALYSIS);
		json.add("versions", StudyJson.versions());
		json.add("image", run.json());
		json.add("network", use.json());
		use.addCrystal(json);
		json.addProperty("threshold", threshold);
		json.addProperty("min_distance_px", distance);
		json.addProperty("atoms", atoms.size());
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}
}
