package sc.fiji.rewardanalysis.core.io;

import java.util.Locale;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/** A study with all that is needed to repeat it, as JSON. */
final class StudyJson {

	/** Raised when a reader of older files would misread newer ones. */
	private static final int FORMAT = 1;

	/** What a study of several images is called. */
	static final String SEVERAL = "atom finding in several images";

	private final AtomFindingTask task;
	private final Study study;
	private final RunRecord run;

	StudyJson(final AtomFindingTask task, final Study study, final RunRecord run) {
		this.task = task;
		this.study = study;
		this.run = run;
	}

	String toText(final AtomSolution picked, final RefinedAtoms refined, final EditedAtoms edited) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", FORMAT);
		json.addProperty("analysis", "atom finding");
		json.add("versions", versions());
		json.addProperty("seed", study.seed());
		json.add("image", image());
		json.add("settings", settings(task));
		json.add("expected", expected(task.physics()));
		json.add("search_space", searchSpace());
		json.add("objectives", objectives());
		if (!study.constraints().isEmpty()) json.add("constraints", constraints());
		json.add("held_out", heldOut());
		json.addProperty("tie_breaker", task.tieBreaker().name());
		json.addProperty("stop_reason", run.search().stop());
		json.add("search", search(run.search()));
		json.addProperty("hypervolume", study.hypervolume());
		json.addProperty("pick", run.pick().name().toLowerCase(Locale.ROOT));
		if (picked == null) json.add("picked_evaluation", JsonNull.INSTANCE);
		else json.addProperty("picked_evaluation", picked.evaluation().id());
		json.addProperty("chosen_on_the_plot", picked != null && !task.pick(study, run.pick()).filter(
			e -> e.id() == picked.evaluation().id()).isPresent());
		if (edited != null && edited.isEdited()) json.add("edits", new EditReport(edited, task).json());
		json.add("refinement", refined == null ? JsonNull.INSTANCE : refinement(refined));
		json.addProperty("seconds", run.seconds());
		json.addProperty("macro", run.macro());
		final JsonArray evaluations = new JsonArray();
		study.evaluations().forEach(e -> evaluations.add(evaluation(e)));
		json.add("evaluations", evaluations);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private static JsonObject search(final SearchReport report) {
		final JsonObject json = new JsonObject();
		json.addProperty("engine", report.engine().name().toLowerCase(Locale.ROOT));
		json.addProperty("reason", report.reason());
		json.addProperty("verification", report.verification());
		final ExactFront exact = report.exact();
		if (exact == null) return json;
		json.add("reached_of_exact_hypervolume", number(report.reached()));
		json.addProperty("exact_sigma_settings", exact.settings());
		json.addProperty("exact_candidates", exact.candidates());
		json.addProperty("exact_pairs", exact.pairs());
		json.addProperty("exact_cells", exact.cells());
		json.addProperty("exact_outcomes", exact.outcomes());
		final JsonArray front = new JsonArray();
		exact.points().forEach(p -> front.add(point(p)));
		json.add("exact_front", front);
		return json;
	}

	private static JsonObject point(final ExactFront.Point point) {
		final JsonObject json = new JsonObject();
		json.add("parameters", map(point.configuration().asMap()));
		json.addProperty("atoms_counted", point.count());
		json.addProperty("errors", point.errors());
		json.add("objectives", numbers(point.countError(), point.spacingError()));
		json.addProperty("cell_size", point.size());
		return json;
	}

	static JsonObject versions() {
		final JsonObject json = new JsonObject();
		json.addProperty("reward_analysis", Version.current());
		json.addProperty("java", Runtime.version().toString());
		json.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return json;
	}

	JsonObject image() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", run.imageName());
		json.addProperty("width_px", run.imageWidth());
		json.addProperty("height_px", run.imageHeight());
		json.add("analysed_box_px", numbers(run.x(), run.y(), run.width(), run.height()));
		json.addProperty("sha256_of_analysed_pixels", run.hash());
		return json;
	}

	static JsonObject settings(final AtomFindingTask task) {
		final AtomFindingSettings s = task.settings();
		final JsonObject json = new JsonObject();
		json.add("lattice", LatticeFile.json(s.lattice()));
		json.addProperty("pixel_size_nm", s.pixelSize());
		json.addProperty("background", s.preparation().background().name());
		json.addProperty("denoise", s.preparation().denoise().name());
		json.addProperty("contrast", s.preparation().atoms().name());
		json.addProperty("normalization", s.normalization().name());
		json.addProperty("count_rule", s.countRule().name());
		json.addProperty("ds_fraction", s.dsFraction());
		json.addProperty("pixel_tolerance", s.pixelTolerance());
		json.addProperty("num_sigma", s.numSigma());
		json.add("max_sigma_range_px", numbers(task.ranges().maxSigma().low(), task.ranges().maxSigma()
			.high()));
		return json;
	}

	static JsonObject expected(final AtomPhysics physics) {
		final JsonObject json = new JsonObject();
		json.addProperty("columns", physics.expected());
		json.addProperty("fewest", physics.low());
		json.addProperty("most", physics.high());
		json.addProperty("counted_area_px2", physics.counted().size());
		json.addProperty("judged_area_px2", physics.judged().size());
		json.addProperty("ds_nm", physics.neighbourSumLimit());
		return json;
	}

	JsonArray searchSpace() {
		final JsonArray array = new JsonArray();
		for (final Parameter parameter : study.space().parameters()) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", parameter.name());
			json.addProperty("unit", parameter.unit());
			array.add(json);
			if (parameter instanceof final Parameter.Choice choice) {
				final JsonArray options = new JsonArray();
				choice.options().forEach(options::add);
				json.add("options", options);
				continue;
			}
			json.addProperty("min", parameter.at(0));
			json.addProperty("max", parameter.at(1));
			json.addProperty("log", parameter instanceof final Parameter.Real real && real.log());
		}
		return array;
	}

	private JsonArray objectives() {
		final JsonArray array = new JsonArray();
		for (int i = 0; i < study.objectives().size(); i++) {
			final JsonObject json = reward(task.goals().get(i).reward());
			json.addProperty("reference", study.objectives().get(i).reference());
			array.add(json);
		}
		return array;
	}

	private JsonArray constraints() {
		final JsonArray array = new JsonArray();
		for (final Constraint constraint : study.constraints()) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", constraint.name());
			json.addProperty("unit", constraint.unit());
			json.add("limit", number(constraint.limit()));
			array.add(json);
		}
		return array;
	}

	private JsonArray heldOut() {
		final JsonArray array = new JsonArray();
		task.heldOut().forEach(r -> array.add(reward(r)));
		return array;
	}

	static JsonObject reward(final Reward<?> reward) {
		final JsonObject json = new JsonObject();
		json.addProperty("name", reward.name());
		json.addProperty("unit", reward.unit());
		json.addProperty("direction", reward.direction().name());
		json.addProperty("description", reward.description());
		return json;
	}

	JsonObject evaluation(final Evaluation e) {
		final JsonObject json = new JsonObject();
		json.addProperty("id", e.id());
		json.addProperty("origin", e.origin());
		json.add("parameters", parameters(e.configuration()));
		json.add("signals", numbers(e.signals()));
		json.add("objectives", numbers(e.objectives()));
		if (!study.constraints().isEmpty()) json.add("constraints", numbers(e.constraints()));
		json.addProperty("feasible", e.feasible());
		if (!e.failure().isEmpty()) json.addProperty("failure", e.failure());
		json.add("metrics", map(e.metrics()));
		json.addProperty("seconds", e.seconds());
		return json;
	}

	static JsonObject refinement(final RefinedAtoms refined) {
		final JsonObject json = new JsonObject();
		json.addProperty("method", refined.method().name());
		json.addProperty("elliptic", refined.options().elliptic());
		final JsonObject counts = new JsonObject();
		refined.counts().forEach((status, count) -> counts.addProperty(status.word(), count));
		json.add("atoms", counts);
		return json;
	}

	/** Choices by name: an index would change its meaning with the list. */
	private JsonObject parameters(final Configuration configuration) {
		final JsonObject json = new JsonObject();
		for (final Parameter p : study.space().parameters())
			if (!configuration.names().contains(p.name())) continue;
			else if (p instanceof final Parameter.Choice choice) json.addProperty(p.name(), choice.option(
				configuration));
			else json.add(p.name(), number(configuration.get(p.name())));
		return json;
	}

	static JsonObject map(final Map<String, Double> values) {
		final JsonObject json = new JsonObject();
		values.forEach((name, value) -> json.add(name, number(value)));
		return json;
	}

	static JsonArray numbers(final double... values) {
		final JsonArray array = new JsonArray();
		for (final double value : values)
			array.add(number(value));
		return array;
	}

	/** JSON has no NaN. */
	private static JsonElement number(final double value) {
		if (!Double.isFinite(value)) return JsonNull.INSTANCE;
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? new JsonPrimitive((long) value)
			: new JsonPrimitive(value);
	}
}
