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
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.estimate.CalibrationCheck;
import sc.fiji.rewardanalysis.core.estimate.CellMatch;
import sc.fiji.rewardanalysis.core.estimate.Measured;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * Estimates of the physics as tables and text.
 *
 * @param estimate what the image says
 * @param lattice the crystal; null if unknown
 * @param matches ways to explain the image by it, the best first; empty without it
 * @param ranking the best explanation by each crystal, the best first; empty if no lattice is
 *          seen
 * @param run what it was made from
 */
public record PhysicsFiles(PhysicsEstimate estimate, Lattice lattice, List<CellMatch> matches,
	List<CellMatch> ranking, PhysicsRun run)
{

	private static final String CRYSTALS = "crystals.csv";

	/** Compares an estimate with the crystal, if it is known, and with others. */
	public static PhysicsFiles of(final PhysicsEstimate estimate, final Lattice lattice,
		final List<Lattice> others, final PhysicsRun run)
	{
		if (!estimate.hasLattice()) return new PhysicsFiles(estimate, lattice, List.of(), List.of(), run);
		return new PhysicsFiles(estimate, lattice, lattice == null ? List.of() : estimate.explainedBy(
			lattice, run.pixelSize()), estimate.ranking(others, run.pixelSize()), run);
	}

	/**
	 * A number of the estimate.
	 *
	 * @param name as in the table
	 * @param unit empty for none
	 * @param meaning in a few words
	 */
	public record Quantity(String name, Measured measured, String unit, String meaning) {}

	/** All numbers that follow; none if no lattice is seen. */
	public List<Quantity> quantities() {
		final List<Quantity> all = new ArrayList<>();
		if (!estimate.hasLattice()) return all;
		final double nm = run.pixelSize();
		all.add(new Quantity("a", estimate.a(), "px", "shorter translation of the image"));
		all.add(new Quantity("b", estimate.b(), "px", "longer translation"));
		all.add(new Quantity("angle", estimate.angle(), "degrees", "between them"));
		all.add(new Quantity("direction", estimate.direction(), "degrees",
			"from the x axis to the shorter one, clockwise"));
		all.add(new Quantity("cell_area", estimate.cellArea(), "px2", "of the cell between them"));
		all.add(new Quantity("columns_per_cell", estimate.motif().count(), "",
			"maxima of the mean cell"));
		all.add(new Quantity("density", estimate.density(), "px-2", "columns per area"));
		if (nm > 0) {
			all.add(new Quantity("a_nm", estimate.a().times(nm), "nm", "shorter translation"));
			all.add(new Quantity("b_nm", estimate.b().times(nm), "nm", "longer translation"));
			all.add(new Quantity("density_nm", estimate.density().times(1 / (nm * nm)), "nm-2",
				"columns per area"));
		}
		all.add(exact("sample_area", estimate.sample().area(), "px2", "without vacuum"));
		all.add(exact("sample_share", 100 * estimate.sampleShare(), "percent", "of the analysed area"));
		all.add(new Quantity("expected_columns", estimate.expected(), "", "in the sample's area"));
		all.add(exact("scan_distortion", estimate.distortion(), "px",
			"how far parts lie off the lattice, rms"));
		all.add(exact("grains", estimate.grains().size(), "", "seen; all else is of the first"));
		all.add(exact("dominance", 100 * estimate.dominance(), "percent", "of the power is the first's"));
		if (!matches.isEmpty()) {
			all.add(new Quantity("pixel_size", matches.get(0).pixelSize(), "nm", "that suits the crystal"));
			all.add(exact("aspect", 100 * matches.get(0).aspect(), "percent", "how much longer x is than y"));
			all.add(exact("shear", matches.get(0).shear(), "degrees", "tilt of vertical lines"));
		}
		return all;
	}

	private static Quantity exact(final String name, final double value, final String unit,
		final String meaning)
	{
		return new Quantity(name, new Measured(value, Double.NaN), unit, meaning);
	}

	/** One row a quantity; an empty sigma where none is known. */
	public CsvTable table() {
		final CsvTable table = new CsvTable(List.of("quantity", "value", "sigma", "unit", "meaning"));
		for (final Quantity q : quantities())
			table.add(List.of(q.name(), q.measured().value(), q.measured().sigma(), q.unit(), q.meaning()));
		return table;
	}

	/** One row a crystal, the best first. */
	public CsvTable crystals() {
		final CsvTable table = new CsvTable(List.of("crystal", "misfit_percent", "scale_misfit_percent",
			"shape_misfit_percent", "brightness_misfit", "columns_per_cell", "pixel_size_nm",
			"pixel_size_sigma_nm", "aspect_percent", "shear_deg", "cost"));
		for (final CellMatch m : ranking)
			table.add(List.of(m.lattice().name(), 100 * m.misfit(), 100 * m.scaleMisfit(), 100 * m
				.shapeMisfit(), m.brightnessMisfit(), m.columns(), m.pixelSize().value(), m.pixelSize()
					.sigma(), 100 * m.aspect(), m.shear(), m.cost()));
		return table;
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		final ImageRun image = run.image();
		lines.add(String.format(Locale.ROOT,
			"Image:      \"%s\", %d x %d px, slice %d, analysed %d x %d px from (%d, %d); %s.", image
				.imageName(), image.imageWidth(), image.imageHeight(), image.slice(), image.width(), image
					.height(), image.x(), image.y(), run.pixelSize() > 0 ? Math.rint(1e7 * run.pixelSize()) / 1e7 +
						" nm per pixel, " + run.origin() : "pixel size unknown"));
		if (estimate.hasLattice()) found(lines);
		else lines.add(String.format(Locale.ROOT,
			"Lattice:    none is seen; the strongest wave has %.1f times the power of noise, and two in different directions that go through the image need %.1f.",
			estimate.strongest(), estimate.needed()));
		lines.add("Version:    Reward Analysis " + Version.current() + "; no random numbers.");
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s.", image.seconds()));
		lines.add("Macro:      " + image.macro());
		return String.join("\n", lines) + "\n";
	}

	private void found(final List<String> lines) {
		lines.add(String.format(Locale.ROOT,
			"Lattice:    a = %s px, b = %s px, angle %s degrees; from %d waves, the strongest %.3g times the noise (%.0f needed).",
			text(estimate.a()), text(estimate.b()), text(estimate.angle()), estimate.lattice().size(),
			estimate.strongest(), estimate.needed()));
		if (estimate.isScarce()) lines.add(
			"Note:       few cells are seen; the true one may be larger. Select more, or take a larger image.");
		if (estimate.grains().size() > 1) lines.add(String.format(Locale.ROOT,
			"Grains:     %d are seen; this is the one that dominates, with %.0f %% of the power.", estimate
				.grains().size(), 100 * estimate.dominance()));
		lines.add(String.format(Locale.ROOT, "Columns:    %.0f in a cell%s, %s per px2%s.", estimate.motif()
			.count().value(), estimate.motif().count().sigma() > 0 ? " (some are doubtful)" : "",
			CalibrationCheck.text(estimate.density()), run.pixelSize() > 0 ? String.format(Locale.ROOT,
				", %.2f per nm2", estimate.density().value() / (run.pixelSize() * run.pixelSize())) : ""));
		lines.add(String.format(Locale.ROOT,
			"Sample:     %.1f %% of the analysed area; %s columns expected in it.", 100 * estimate
				.sampleShare(), text(estimate.expected())));
		if (!matches.isEmpty()) crystal(lines);
		lines.add("Crystals:   " + ranking.stream().map(m -> String.format(Locale.ROOT, "%s %.1f %%%s", m
			.lattice().name(), 100 * m.misfit(), run.pixelSize() > 0 ? "" : String.format(Locale.ROOT,
				" at %.4g nm", m.pixelSize().value()))).collect(Collectors.joining(", ")) +
			"; the likeliest first, misfit of the translations" + (ambiguous(ranking)
				? "; the first two can't be told apart." : "."));
		lines.add(String.format(Locale.ROOT,
			"Scan:       parts of the image lie %.2f px off the lattice (rms)%s.", estimate.distortion(),
			matches.isEmpty() ? "" : String.format(Locale.ROOT,
				"; if it is %s, x is %s than y, and vertical lines are tilted by %.1f degrees", lattice
					.name(), compared(100 * matches.get(0).aspect(), "longer", "shorter"), 0.0 + Math.rint(10 *
						matches.get(0).shear()) / 10)));
	}

	/** Without a sign. */
	private static String compared(final double percent, final String more, final String less) {
		return String.format(Locale.ROOT, "%.1f %% %s", Math.abs(percent), percent < 0 ? less : more);
	}

	private void crystal(final List<String> lines) {
		final CellMatch best = matches.get(0);
		lines.add("Pixel size: " + text(best.pixelSize()) + " nm suits " + lattice.name() + (best.isWhole()
			? "" : ", if it looks like a smaller cell") + (run.pixelSize() > 0 ? String.format(Locale.ROOT,
				"; it is said to be %.5g nm, %s", run.pixelSize(), compared(100 * (run.pixelSize() / best
					.pixelSize().value() - 1), "more", "less")) : "") + ".");
		for (final CellMatch other : matches.subList(1, matches.size()))
			if (other.cost() < best.cost() + CellMatch.DECISIVE) lines.add("Or:         " + text(other
				.pixelSize()) + " nm, which can't be excluded.");
		final CalibrationCheck check = CalibrationCheck.of(estimate, lattice, run.pixelSize());
		// Without a pixel size all has been said.
		if (!check.agrees() && run.pixelSize() > 0) lines.add("Note:       " + check.sentence());
	}

	private static boolean ambiguous(final List<CellMatch> list) {
		return list.size() > 1 && list.get(1).cost() < list.get(0).cost() + CellMatch.DECISIVE;
	}

	private static String text(final Measured measured) {
		return CalibrationCheck.text(measured);
	}

	private String json() {
		final JsonObject json = new JsonObject();
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", "physics");
		json.add("versions", StudyJson.versions());
		json.add("image", run.image().json());
		json.addProperty("contrast", run.contrast().name().toLowerCase(Locale.ROOT));
		json.add("pixel_size_nm", StudyJson.number(run.pixelSize()));
		json.add("lattice", lattice == null ? JsonNull.INSTANCE : LatticeFile.json(lattice));
		json.addProperty("has_lattice", estimate.hasLattice());
		json.addProperty("strongest_wave", estimate.strongest());
		json.addProperty("needed", estimate.needed());
		json.addProperty("noise", estimate.noise());
		if (estimate.hasLattice()) {
			json.add("quantities", quantitiesJson());
			json.add("waves", waves());
			json.add("crystals", crystalsJson(ranking));
			json.add("explanations", crystalsJson(matches));
		}
		json.addProperty("seconds", run.image().seconds());
		json.addProperty("macro", run.image().macro());
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create()
			.toJson(json) + "\n";
	}

	private JsonObject quantitiesJson() {
		final JsonObject all = new JsonObject();
		for (final Quantity q : quantities()) {
			final JsonObject one = new JsonObject();
			one.addProperty("value", q.measured().value());
			one.add("sigma", StudyJson.number(q.measured().sigma()));
			one.addProperty("unit", q.unit());
			all.add(q.name(), one);
		}
		return all;
	}

	private JsonArray waves() {
		final JsonArray array = new JsonArray();
		estimate.lattice().forEach(p -> {
			final JsonObject wave = new JsonObject();
			wave.addProperty("h", p.h());
			wave.addProperty("k", p.k());
			wave.add("cycles_per_px", StudyJson.numbers(p.peak().x(), p.peak().y()));
			wave.addProperty("power_over_noise", p.peak().ratio());
			array.add(wave);
		});
		return array;
	}

	private static JsonArray crystalsJson(final List<CellMatch> list) {
		final JsonArray array = new JsonArray();
		for (final CellMatch m : list) {
			final JsonObject one = new JsonObject();
			one.addProperty("crystal", m.lattice().name());
			one.addProperty("whole_cell", m.isWhole());
			one.add("pixel_size_nm", StudyJson.numbers(m.pixelSize().value(), m.pixelSize().sigma()));
			one.add("scale_misfit", StudyJson.number(m.scaleMisfit()));
			one.addProperty("shape_misfit", m.shapeMisfit());
			one.addProperty("brightness_misfit", m.brightnessMisfit());
			one.addProperty("cost", m.cost());
			array.add(one);
		}
		return array;
	}

	/** Writes tables and text, each whole or not at all; none of an earlier run's remain. */
	public void write(final Path folder) {
		AtomicFile.write(folder.resolve("physics.json"), json());
		table().write(folder.resolve("physics.csv"));
		if (ranking.isEmpty()) AtomicFile.delete(folder.resolve(CRYSTALS));
		else crystals().write(folder.resolve(CRYSTALS));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
