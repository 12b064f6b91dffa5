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

package sc.fiji.rewardanalysis.core.io.many;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;

/** The figures in the JSON that an analysis wrote, whichever it was. */
final class RunDocument {

	/** What a result tells that isn't for a table of many images. */
	private static final Set<String> DETAILS = Set.of("points_of_a_patch", "columns", "feasible", "unit",
		"atoms_with_features", "amorphous_component", "items_from", "epochs", "threshold",
		"min_distance_px");

	/** Phases are so many patches in so many rows. */
	private static final String ROWS = "rows", BOUNDARY = "boundary";

	private final JsonFields json;

	RunDocument(final JsonFields json) {
		this.json = json;
	}

	/**
	 * What the crystal lets expect.
	 *
	 * @param columns in the counted area
	 * @param low the fewest that are possible there
	 * @param high the most
	 * @param judged columns in the area in which neighbours are looked at
	 */
	record Expected(double columns, int low, int high, double judged) {

		/** QC and ER of so many atoms. */
		Map<String, Object> rewards(final int counted, final int errors) {
			final Map<String, Object> rewards = new LinkedHashMap<>();
			rewards.put("QC", Math.max(0, Math.max(low - counted, counted - high)) / columns);
			rewards.put("ER", errors / judged);
			rewards.put("QC_paper", Math.abs(counted - columns) / columns);
			return rewards;
		}
	}

	/** What the crystal lets expect; empty if no crystal was known. */
	Optional<Expected> expected() {
		if (!has("expected") || !json.object("expected").has("judged_area_px2")) return Optional.empty();
		final JsonFields e = json.object("expected");
		return Optional.of(new Expected(e.number("columns"), e.integer("fewest"), e.integer("most"), e
			.number("columns") * e.number("judged_area_px2") / e.number("counted_area_px2")));
	}

	/** What was pursued: headings by the columns of {@code pareto.csv}, which have no units. */
	Map<String, String> objectives() {
		final Map<String, String> headings = new LinkedHashMap<>();
		if (has("objectives") && json.get("objectives").isJsonArray()) json.objects("objectives").forEach(
			o -> headings.put(o.string("name"), heading(o.string("name"), o.string("unit"))));
		return headings;
	}

	private static String heading(final String name, final String unit) {
		return unit.isEmpty() || unit.equals("1") || name.endsWith("_" + unit) ? name : name + "_" + unit;
	}

	private boolean has(final String key) {
		return json.has(key) && !json.json().get(key).isJsonNull();
	}

	/** What was found. */
	Map<String, Object> result() {
		final Map<String, Object> figures = new LinkedHashMap<>();
		expected().ifPresent(e -> {
			figures.put("expected", e.columns);
			figures.put("fewest", e.low);
			figures.put("most", e.high);
		});
		if (has("result")) result(json.object("result"), figures);
		if (has("quantities")) quantities(json.object("quantities"), figures);
		if (has("grains") && json.get("grains").isJsonArray()) grains(figures);
		if (has("defects")) counts(json.object("defects"), "", figures);
		if (has("grains") && has("atoms") && json.get("atoms").isJsonObject()) counts(json.object("atoms"),
			"atoms_", figures);
		if (has("oracles")) oracles(figures);
		if (has("crystal") && json.get("crystal").isJsonObject()) plain(json.object("crystal"), figures);
		if (has("truth")) figures.put("true_atoms", json.object("truth").integer("count"));
		return figures;
	}

	private static void result(final JsonFields result, final Map<String, Object> figures) {
		final boolean phases = result.has("points_of_a_patch");
		for (final String key : result.keys()) {
			if (DETAILS.contains(key) || phases && key.equals(ROWS)) continue;
			put(figures, !phases ? key : key.equals(BOUNDARY) ? heading(key, result.string("unit")) : key.replace(
				"reconstruction_error", "reconstruction"), result, key);
		}
	}

	/** All that are numbers or texts, under their own names. */
	private static void plain(final JsonFields object, final Map<String, Object> figures) {
		object.keys().forEach(key -> put(figures, key, object, key));
	}

	private static void put(final Map<String, Object> figures, final String name, final JsonFields object,
		final String key)
	{
		final Object value = RunFigures.value(object.json().get(key));
		if (value != null) figures.putIfAbsent(name, value);
	}

	private static void counts(final JsonFields object, final String prefix,
		final Map<String, Object> figures)
	{
		for (final String key : object.keys())
			if (RunFigures.value(object.json().get(key)) instanceof final Number n) figures.putIfAbsent(prefix + key
				.replace(' ', '_'), n);
	}

	/** Of a crystal that an image's spectrum tells of. */
	private void quantities(final JsonFields all, final Map<String, Object> figures) {
		for (final String name : all.keys()) {
			final JsonFields quantity = all.object(name);
			final String unit = quantity.string("unit").replace("degrees", "deg");
			final String heading = heading(name.replace("density_nm", "density").replaceFirst("^pixel_size",
				"estimated_pixel_size"), unit);
			put(figures, heading, quantity, "value");
			if (RunFigures.value(quantity.json().get("sigma")) instanceof final Number sigma && sigma
				.doubleValue() > 0) figures.putIfAbsent(Figures.SIGMA + heading, sigma);
		}
		if (has("crystals") && !json.objects("crystals").isEmpty()) put(figures, "likeliest_crystal", json
			.objects("crystals").get(0), "crystal");
	}

	/** The largest grain's cell, which is the first. */
	private void grains(final Map<String, Object> figures) {
		final List<JsonFields> grains = json.objects("grains");
		figures.put("grains", grains.size());
		if (grains.isEmpty()) return;
		final JsonFields first = grains.get(0);
		for (final String key : first.keys())
			if (first.json().get(key).isJsonObject()) {
				put(figures, key, first.object(key), "value");
				put(figures, Figures.SIGMA + key, first.object(key), "standard_error");
			}
		put(figures, "residual_sd_px", first, "residual_sd_px");
	}

	private void oracles(final Map<String, Object> figures) {
		final List<JsonFields> oracles = json.objects("oracles");
		for (int i = 0; i < oracles.size(); i++) {
			final JsonFields oracle = oracles.get(i);
			final String end = i == 0 ? "" : "_" + (char) ('a' + i);
			for (final String key : List.of("F1", "precision", "recall", "hits", "misses", "false_alarms",
				"rmsd_px", "points", "QC_oracle", "ER_oracle"))
				if (oracle.has(key)) put(figures, key.equals("points") ? "oracle_points" + end : key + end, oracle,
					key);
		}
	}

	/** With what it was found. */
	Map<String, Object> parameters() {
		final Map<String, Object> figures = new LinkedHashMap<>();
		for (final String key : List.of("parameters", "optimum_without_noise"))
			if (has(key)) plain(json.object(key), figures);
		for (final String key : List.of("threshold", "min_distance_px", "match_distance_px", "window_px",
			"stride_px"))
			if (json.has(key)) put(figures, key, json, key);
		return figures;
	}

	/** The image and the run. */
	Map<String, Object> about() {
		final Map<String, Object> figures = new LinkedHashMap<>();
		for (final String parent : List.of("", "settings", "image")) {
			final JsonFields of = parent.isEmpty() ? json : has(parent) ? json.object(parent) : null;
			if (of != null && of.has("pixel_size_nm")) put(figures, "pixel_size_nm", of, "pixel_size_nm");
		}
		if (has("image")) for (final String key : List.of("width_px", "height_px", "slice"))
			if (json.object("image").has(key)) put(figures, key, json.object("image"), key);
		final Map<String, Object> rest = new LinkedHashMap<>();
		put(rest, "analysis", json, "analysis");
		if (has("search")) put(rest, "engine", json.object("search"), "engine");
		for (final String list : List.of("evaluations", "runs"))
			if (json.has(list) && json.json().get(list).isJsonArray()) rest.putIfAbsent("evaluations", json.json().get(list)
				.getAsJsonArray().size());
		for (final String key : List.of("seed", "hypervolume"))
			if (json.has(key)) put(rest, key, json, key);
		if (has("image")) for (final String key : List.of("sha256_of_analysed_pixels"))
			if (json.object("image").has(key)) put(rest, key, json.object("image"), key);
		if (has("versions")) put(rest, "version", json.object("versions"), "reward_analysis");
		if (json.has("seconds")) put(rest, "analysis_seconds", json, "seconds");
		figures.putAll(rest);
		return figures;
	}
}
