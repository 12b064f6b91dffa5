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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.Confidence;
import sc.fiji.rewardanalysis.core.workflow.windows.Window;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSize;

/**
 * What atom finding in windows leaves in a folder as text: {@code atoms.csv}, X.
 */
public final class WindowFiles {

	/** What it is called in files. */
	private static final String ANALYSIS = "atom finding in windows";

	/** What a search of the whole image alone leaves under names of its own. */
	private static final List<String> OTHERS = List.of("evaluations.csv", "pareto.csv", "images.csv",
		"pareto.png", "pareto.svg");

	private final AtomFindingTask whole;
	private final Study study;
	private final WindowResult result;
	private final RefinedAtoms refined;
	private final RunRecord run;

	/**
	 * @param study of the whole area
	 * @param refined the merged atoms where they shall be listed
	 * @param run of both searches
	 */
	public WindowFiles(final Study study, final WindowResult result, final RefinedAtoms refined,
		final RunRecord run)
	{
		this.whole = result.parts().whole();
		this.study = study;
		this.result = result;
		this.refined = refined;
		this.run = run;
	}

	/**
	 * Writes all of them, each whole or not at all; what a search without windows left there and
	 * would pass for this one's is deleted.
	 */
	public void write(final Path folder) {
		OTHERS.forEach(name -> AtomicFile.delete(folder.resolve(name)));
		AtomicFile.delete(folder, PooledFiles.OVERLAYS);
		atoms().write(folder.resolve("atoms.csv"));
		windows().write(folder.resolve("windows.csv"));
		AtomicFile.write(folder.resolve("study.json"), json());
		AtomicFile.write(folder.resolve("summary.txt"), summary());
		AtomicFile.write(folder.resolve(MethodsText.NAME), WindowMethodsText.of(result, study, refined,
			run));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
	}

	/** A row an atom, as other searches have it, with the number of its window from 1. */
	public CsvTable atoms() {
		return AtomsTable.of(result.set(), refined, result.errors(), run.x(), run.y()).with("window",
			i -> result.atoms().get(i).window() + 1);
	}

	/** A row a window. */
	public CsvTable windows() {
		final List<String> header = new ArrayList<>(List.of("window", "column", "row", "left_px", "top_px",
			"width_px", "height_px", "centre_x_nm", "centre_y_nm", "expected", "fewest", "most", "found",
			"atoms", "parameters_from", "min_sigma_px", "max_sigma_px", "threshold", "overlap"));
		final List<WindowMaps.Quantity> rewards = WindowMaps.quantities(result).stream().skip(4).toList();
		rewards.forEach(q -> header.add(q.name()));
		header.addAll(List.of("doubtful", "evaluations", "seconds"));
		final CsvTable table = new CsvTable(header);
		result.outcomes().forEach(o -> table.add(row(o, rewards)));
		return table;
	}

	private List<Object> row(final WindowOutcome o, final List<WindowMaps.Quantity> rewards) {
		final Window w = o.window();
		final double nm = whole.physics().pixelSize();
		final AtomPhysics physics = o.physics().orElse(null);
		final List<Object> row = new ArrayList<>(List.of(w.index() + 1, w.column() + 1, w.row() + 1, run
			.x() + w.x(), run.y() + w.y(), w.width(), w.height(), (run.x() + w.centreX()) * nm, (run.y() + w
				.centreY()) * nm));
		row.addAll(physics == null ? Arrays.asList(null, null, null, null) : List.of(physics.expected(), physics
			.low(), physics.high(), new AtomSet(o.atoms(), physics).counted().length));
		final LogParameters p = o.parameters();
		row.addAll(List.of(o.atoms().size(), word(o.source()), p.minSigma(), p.maxSigma(), p.threshold(), p
			.overlap()));
		rewards.forEach(q -> row.add(q.value().applyAsDouble(o)));
		row.addAll(List.of(o.confidence().isDoubtful() ? 1 : 0, o.evaluations(), o.searched().map(s -> s.seconds()).orElse(0.0)));
		return row;
	}

	private static String word(final Source source) {
		return source.name().toLowerCase(Locale.ROOT);
	}

	private String json() {
		final StudyJson text = new StudyJson(study, run);
		final JsonObject json = text.begun(ANALYSIS);
		json.add("settings", AtomFindingJson.settings(whole));
		json.add("expected", AtomFindingJson.expected(whole.physics()));
		json.addProperty("window_px", result.grid().size());
		json.addProperty("stride_px", result.grid().stride());
		json.add("refinement", AtomFindingJson.refinement(refined));
		final JsonArray windows = new JsonArray();
		result.outcomes().forEach(o -> windows.add(json(o)));
		json.add("windows", windows);
		// Those of the whole area follow.
		return text.ended(json);
	}

	private JsonObject json(final WindowOutcome o) {
		final JsonObject json = new JsonObject();
		json.addProperty("window", o.window().index() + 1);
		json.add("box_px", StudyJson.numbers(run.x() + o.window().x(), run.y() + o.window().y(), o.window()
			.width(), o.window().height()));
		json.addProperty("parameters_from", word(o.source()));
		json.add("min_max_sigma_px_threshold_overlap", StudyJson.numbers(o.parameters().minSigma(), o
			.parameters().maxSigma(), o.parameters().threshold(), o.parameters().overlap()));
		o.physics().ifPresent(p -> json.add("expected", AtomFindingJson.expected(p)));
		WindowMaps.quantities(result).stream().skip(4).forEach(q -> json.add(q.name(), StudyJson.number(q
			.value().applyAsDouble(o))));
		json.addProperty("evaluations", o.evaluations());
		o.searched().ifPresent(s -> json.addProperty("story", s.story()));
		return json;
	}

	/** For a person, with the macro line that repeats the run. */
	public String summary() {
		final AtomPhysics physics = whole.physics();
		final AtomSet set = result.set();
		final double nm = physics.pixelSize();
		final int counted = set.counted().length;
		return String.join("\n", //
			String.format(Locale.ROOT,
				"Expected:   %.1f columns of %s in the counted area; %d to %d are possible there.", physics
					.expected(), whole.settings().lattice().name(), physics.low(), physics.high()), //
			String.format(Locale.ROOT,
				"Found:      %s there, %d in the whole analysed area; QC %.4f against the band, %.4f against the expected number.",
				Words.count(counted, "atom"), set.atoms().size(), CountError.band().score(set).value(),
				CountError.paper().score(set).value()), //
			String.format(Locale.ROOT,
				"Errors:     %s whose four nearest neighbours are closer than DS = %.4f nm; ER %.4f.", Words.count(
					result.errors().length, "atom"), physics.neighbourSumLimit(), new SpacingError().score(set)
						.value()), //
			"Positions:  " + refined.summary(), //
			String.format(Locale.ROOT, "Windows:    %s of %s nm, %s nm apart (%d and %d px); %s.", Words.count(
				result.outcomes().size(), "window"), WindowSize.nm(result.grid().size() * nm), WindowSize.nm(result.grid().stride() * nm), result
					.grid().size(), result.grid().stride(), sources()), //
			"Whole:      " + run.search().story(), //
			"Confidence: " + confidence(), //
			String.format(Locale.ROOT, "Time:       %.2f s. Seed %d, Reward Analysis %s.", run.seconds(), study
				.seed(), Version.current()), //
			"Macro:      " + run.macro(), //
			whole.validArea().invalid() == 0 ? "" : "Left out:   " + whole.validArea().describe() + "\n");
	}

	private String sources() {
		return result.from(Source.OWN) + " with parameters of their own, " + result.from(Source.WHOLE) +
			" with those of the whole, " + result.from(Source.NEIGHBOUR) +
			" without a solution" + (result.from(Source.NEIGHBOUR) == 0 ? "" :
				" (with those of the nearest that has one)");
	}

	private String confidence() {
		final double[] sorted = result.outcomes().stream().map(WindowOutcome::confidence).mapToDouble(
			Confidence::value).filter(v -> !Double.isNaN(v)).sorted().toArray();
		return sorted.length == 0 ? "no window has a solution." : String.format(Locale.ROOT,
			"%.3f to %.3f, median %.3f. %s", sorted[0], sorted[sorted.length - 1], sorted[sorted.length / 2],
			result.doubt());
	}
}
