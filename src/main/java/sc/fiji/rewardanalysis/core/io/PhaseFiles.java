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
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/**
 * What phases leave in a folder as text, and the network: {@code phases.csv}, {@code
 * patches.csv}, {@code latents.csv}, {@code training.csv}, {@code phases.json}, {@code
 * summary.txt}, {@code methods.txt}, {@code citations.bib}, {@code network.safetensors}.
 */
public record PhaseFiles(PhaseResult result, PhaseRun run) {

	/** The trained network, from which training goes on. */
	public static final String NETWORK = "network.safetensors";

	/** The file that every such folder has. */
	public static final String JSON = "phases.json";

	/** As tables. */
	public PhaseReport report() {
		return new PhaseReport(result, run.image().x(), run.image().y());
	}

	/** Writes all of them, each whole or not at all. */
	public void write(final Path folder) {
		final PhaseReport report = report();
		report.phases().write(folder.resolve("phases.csv"));
		report.patches().write(folder.resolve("patches.csv"));
		report.latents().write(folder.resolve("latents.csv"));
		report.training().write(folder.resolve("training.csv"));
		result.model().save(folder.resolve(NETWORK));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
		AtomicFile.write(folder.resolve(MethodsText.NAME), PhaseMethodsText.of(result, run));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.latentBibTeX());
		AtomicFile.write(folder.resolve(JSON), json());
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		final ImageRun image = run.image();
		lines.add(String.format(Locale.ROOT,
			"Image:      \"%s\", %d x %d px, analysed %d x %d px from (%d, %d); %s.", image.imageName(), image
				.imageWidth(), image.imageHeight(), image.width(), image.height(), image.x(), image.y(), result
					.scene().pixelSize() > 0 ? String.format(Locale.ROOT, "%.6g nm per pixel", result.scene()
						.pixelSize()) : "pixel size unknown"));
		lines.add("Patches:    " + patches());
		lines.add("Network:    " + network());
		lines.addAll(report().lines());
		lines.add(String.format(Locale.ROOT, "Seed:       %d; Reward Analysis %s.", result.model()
			.settings().seed(), Version.current()));
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s.", image.seconds()));
		lines.add("Macro:      " + image.macro());
		return String.join("\n", lines) + "\n";
	}

	private String patches() {
		final PatchOptions options = result.maps().patches().options();
		final int count = result.maps().patches().count();
		return options.isAroundAtoms() ? String.format(Locale.ROOT,
			"%d of %2$d x %2$d px around atoms from %3$s.", count, options.window(), run.atoms()) : String
				.format(Locale.ROOT, "%d of %2$d x %2$d px, every %3$d px (%4$d x %5$d).", count, options
					.window(), options.stride(), result.maps().patches().columns(), result.maps().patches()
						.rows());
	}

	private String network() {
		final VaeSettings s = result.model().settings();
		return String.format(Locale.ROOT, "invariance %s, %d content latents, physics %s%s, %d epochs%s.",
			PhaseJson.word(s.invariance()), s.content(), PhaseJson.word(s.physics().form()), s.physics()
				.weight() > 0 ? String.format(Locale.ROOT, " of weight %.4g", s.physics().weight()) : "", result
					.model().history().size(), run.earlier().isEmpty() ? "" : ", continued from " + run
						.earlier());
	}

	private String json() {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", PhaseJson.ANALYSIS);
		json.add("versions", StudyJson.versions());
		json.addProperty("seed", result.model().settings().seed());
		json.add("image", run.image().json());
		json.add("pixel_size_nm", StudyJson.number(result.scene().pixelSize()));
		if (!run.atoms().isEmpty()) json.addProperty("atoms_from", run.atoms());
		if (!run.earlier().isEmpty()) json.addProperty("continued_from", run.earlier());
		json.add("patches", PhaseJson.patches(result.maps().patches().options()));
		json.add("network", PhaseJson.network(result.model().settings()));
		json.add("segmentation", PhaseJson.segmentation(result.options()));
		json.add("result", PhaseJson.result(result));
		json.addProperty("seconds", run.image().seconds());
		json.addProperty("macro", run.image().macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}
}
