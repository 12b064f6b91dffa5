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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.JournalLines;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.track.Drift;
import sc.fiji.rewardanalysis.core.track.FrameDrift;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesAtom;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesRun;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;

/** A time series, and its journal's lines, as JSON. */
final class SeriesJson {

	private static final String ANALYSIS = "time series";

	private SeriesJson() {}

	/** All on which the atoms of a frame and its drift depend. */
	static JsonObject about(final SeriesRun run, final String image) {
		final JsonObject json = new JsonObject();
		json.addProperty("analysis", ANALYSIS);
		// Each line has its own frame's hash.
		json.add("image", TaskJournal.image(run.source().area(), image));
		json.add("settings", settings(run.settings()));
		return json;
	}

	private static JsonObject settings(final SeriesSettings s) {
		final JsonObject json = AtomFindingJson.settings(s.finding());
		json.addProperty("engine", word(s.engine()));
		json.addProperty("evaluations", s.rule().budget());
		json.addProperty("stop_early", s.rule().whenConverged());
		json.addProperty("pick", word(s.pick()));
		json.addProperty("seed", s.seed());
		json.addProperty("refine", word(s.refine()));
		json.addProperty("elliptic", s.fit().elliptic());
		json.addProperty("link_distance_px", s.track().tolerance());
		json.addProperty("drift_reach_px", s.track().reach());
		return json;
	}

	private static String word(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	/** A frame; doubles keep every bit. */
	static JsonObject line(final SeriesFrame frame) {
		final JsonObject json = new JsonObject();
		json.addProperty("frame", frame.index() + 1);
		json.addProperty("sha256", frame.hash());
		json.addProperty("failure", frame.failure());
		json.addProperty("search", frame.search());
		json.add("seconds", JournalLines.number(frame.seconds()));
		final JsonObject figures = new JsonObject();
		frame.figures().forEach((name, value) -> figures.add(name, JournalLines.number(value)));
		json.add("figures", figures);
		if (!frame.isDone()) return json;
		json.add("drift", drift(frame.drift()));
		json.add("next", earlier(frame.earlier()));
		final List<SeriesAtom> atoms = frame.atoms();
		json.add("x_px", each(atoms, SeriesAtom::x));
		json.add("y_px", each(atoms, SeriesAtom::y));
		json.add("sigma_px", each(atoms, a -> a.blob().sigma()));
		json.add("response", each(atoms, a -> a.blob().response()));
		json.add("x_error_px", each(atoms, SeriesAtom::errorX));
		json.add("y_error_px", each(atoms, SeriesAtom::errorY));
		json.add("neighbour_sum_nm", each(atoms, SeriesAtom::neighbourSum));
		json.add("is_error", each(atoms, a -> a.isError() ? 1 : 0));
		json.add("is_counted", each(atoms, a -> a.isCounted() ? 1 : 0));
		final JsonArray refined = new JsonArray();
		atoms.forEach(a -> refined.add(a.status().word()));
		json.add("refined", refined);
		return json;
	}

	private static JsonArray each(final List<SeriesAtom> atoms,
		final ToDoubleFunction<SeriesAtom> value)
	{
		return JournalLines.numbers(atoms.stream().mapToDouble(value).toArray());
	}

	private static JsonObject drift(final FrameDrift d) {
		final JsonObject json = new JsonObject();
		json.addProperty("since_frame", d.reference() + 1);
		json.add("dx_px", JournalLines.number(d.drift().dx()));
		json.add("dy_px", JournalLines.number(d.drift().dy()));
		json.add("agreement", JournalLines.number(d.drift().agreement()));
		json.add("margin_nats", JournalLines.number(d.drift().margin()));
		json.addProperty("found", d.drift().isFound());
		return json;
	}

	private static JsonObject earlier(final Earlier e) {
		final JsonObject json = new JsonObject();
		json.add("error", JournalLines.number(e.error()));
		json.add("fit_nm", JournalLines.number(e.fit()));
		json.add("response", JournalLines.number(e.response()));
		final JsonArray all = new JsonArray();
		for (final Earlier.Setting s : e.settings()) {
			final JsonObject setting = new JsonObject();
			setting.add("min_sigma_px", JournalLines.number(s.minSigma()));
			setting.add("max_sigma_px", JournalLines.number(s.maxSigma()));
			setting.add("threshold", JournalLines.number(s.threshold()));
			setting.add("overlap", JournalLines.number(s.overlap()));
			setting.addProperty("background", s.background());
			setting.addProperty("denoise", s.denoise());
			setting.addProperty("dark", s.contrast() == Contrast.DARK);
			all.add(setting);
		}
		json.add("settings", all);
		return json;
	}

	/** A line read back. */
	static SeriesFrame frame(final JsonFields line, final SeriesSettings settings) {
		final int index = line.integer("frame") - 1;
		final boolean isDone = line.string("failure").isEmpty();
		return new SeriesFrame(index, line.string("sha256"), line.string("failure"), line.string(
			"search"), line.realsByName("figures"), isDone ? atoms(line) : List.of(), isDone ? drift(index,
				line.object("drift")) : null, isDone ? earlier(line.object("next"), settings, "frame " + (index +
					1)) : null, line.real("seconds"));
	}

	private static FrameDrift drift(final int index, final JsonFields json) {
		return new FrameDrift(index, json.integer("since_frame") - 1, new Drift(json.real("dx_px"), json
			.real("dy_px"), json.real("agreement"), json.real("margin_nats"), json.yes("found")));
	}

	private static Earlier earlier(final JsonFields json, final SeriesSettings settings,
		final String origin)
	{
		return new Earlier(settings.finding().lattice(), settings.finding().pixelSize(), settings
			.finding().normalization(), json.objects("settings").stream().map(s -> new Earlier.Setting(s.real(
				"min_sigma_px"), s.real("max_sigma_px"), s.real("threshold"), s.real("overlap"), s.yes(
					"background"), s.yes("denoise"), s.yes("dark") ? Contrast.DARK : Contrast.BRIGHT)).toList(), json
						.real("error"), json.real("fit_nm"), json.real("response"), origin);
	}

	private static List<SeriesAtom> atoms(final JsonFields line) {
		final double[] x = line.reals("x_px"), y = line.reals("y_px"), sigma = line.reals("sigma_px"),
				response = line.reals("response"), errorX = line.reals("x_error_px"), errorY = line.reals(
					"y_error_px"), sum = line.reals("neighbour_sum_nm"), error = line.reals("is_error"),
				counted = line.reals("is_counted");
		final List<String> refined = line.strings("refined");
		for (final double[] column : new double[][] { y, sigma, response, errorX, errorY, sum, error, counted })
			checkLength(x.length, column.length, line);
		checkLength(x.length, refined.size(), line);
		final List<SeriesAtom> atoms = new ArrayList<>();
		for (int i = 0; i < x.length; i++)
			atoms.add(new SeriesAtom(new Blob(x[i], y[i], sigma[i], response[i]), errorX[i], errorY[i],
				status(refined.get(i)), sum[i], error[i] == 1, counted[i] == 1));
		return atoms;
	}

	private static void checkLength(final int atoms, final int values, final JsonFields line) {
		if (values != atoms) throw new RewardAnalysisException(
			"%s has %d atoms and %d values of one of their columns; mend that line, or move the file away.", line.where(),
			atoms, values);
	}

	private static RefinementStatus status(final String word) {
		return Arrays.stream(RefinementStatus.values()).filter(s -> s.word().equals(word)).findFirst()
			.orElse(RefinementStatus.NOT_REFINED);
	}

	/** All that is needed to repeat a run, and what came out but for the atoms. */
	static String study(final SeriesResult result, final ImageRun run) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", ANALYSIS);
		json.add("versions", StudyJson.versions());
		json.addProperty("seed", result.settings().seed());
		json.add("image", run.json());
		final JsonObject settings = settings(result.settings());
		settings.addProperty("max_gap", result.settings().track().maxGap());
		json.add("settings", settings);
		json.addProperty("frames_in_the_series", result.size());
		json.addProperty("complete", result.isComplete());
		json.addProperty("tracks", result.trajectories().tracks().size());
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		final JsonArray frames = new JsonArray();
		result.frames().forEach(f -> frames.add(frame(f)));
		json.add("frames", frames);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private static JsonObject frame(final SeriesFrame f) {
		final JsonObject json = new JsonObject();
		json.addProperty("frame", f.index() + 1);
		json.addProperty("sha256", f.hash());
		json.addProperty("failure", f.failure());
		json.addProperty("search", f.search());
		json.addProperty("atoms", f.atoms().size());
		f.figures().forEach((name, value) -> json.add(name, StudyJson.number(value)));
		return json;
	}
}
