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
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.AtomColumn;
import sc.fiji.rewardanalysis.core.lattice.Crystal;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.Elements;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * A projected crystal as a lattice, a table and text.
 *
 * @param cif where the crystal comes from
 * @param projection of it
 * @param shown the columns that are taken, at least one
 * @param seconds what the run took
 * @param macro the macro line that repeats it
 */
public record ProjectionFiles(CifFile cif, CrystalProjection projection, List<AtomColumn> shown, double seconds,
	String macro)
{

	/** The file that the commands' {@code lattice_file} takes. */
	public static final String LATTICE = "lattice.json";

	/** Columns nearer than this, nm, are seen apart by few microscopes. */
	private static final double NEAR = 0.08;

	/** Lines of columns in the summary. */
	private static final int MOST = 12;

	public ProjectionFiles {
		Checks.given("CIF file", cif);
		Checks.given("projection", projection);
		shown = List.copyOf(shown);
		Checks.given("macro line", macro);
	}

	/** The projected cell with the columns that are taken. */
	public Lattice lattice() {
		return projection.lattice(shown);
	}

	/**
	 * One row a column of the projected cell, the brightest first: also those that are left out. x
	 * and y are nm, x along the first cell vector, y across it; brightness is Z² summed along the
	 * beam, 1 for the brightest; elements are atoms a period of the zone axis.
	 */
	public CsvTable columns() {
		final CsvTable table = new CsvTable(List.of("id", "species", "atomic_number", "u", "v", "x_nm", "y_nm",
			"brightness", "elements", "is_taken"));
		final double[] b = lattice().vectorB();
		int id = 1;
		for (final AtomColumn c : projection.columns())
			table.add(Arrays.asList(id++, c.species(), c.atomicNumber(), c.u(), c.v(), c.u() * projection.a() + c.v() *
				b[0], c.v() * b[1], projection.brightness(c), elements(c), shown.contains(c) ? 1 : 0));
		return table;
	}

	/** Such as {@code Ti 1 O 0.93}. */
	private static String elements(final AtomColumn column) {
		return column.elements().entrySet().stream().sorted((p, q) -> q.getKey() - p.getKey()).map(
			e -> Elements.symbol(e.getKey()) + " " + Math.rint(1e4 * e.getValue()) /
				1e4).collect(Collectors.joining(" "));
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final Crystal crystal = projection.crystal();
		final Lattice lattice = lattice();
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "Crystal:    %s, %d atoms in a cell of %.4f x %.4f x %.4f nm, %s, %s, %s degrees.",
			crystal.name(), crystal.atoms().size(), crystal.a(), crystal.b(), crystal.c(), angle(crystal.alpha()), angle(
				crystal.beta()), angle(crystal.gamma())));
		lines.add("File:       " + cif.name() + ", SHA-256 " + cif.hash() + ".");
		lines.add(String.format(Locale.ROOT, "Zone axis:  %s, towards the viewer; the crystal repeats every %.4f nm along it.",
			projection.zone(), projection.period()));
		lines.add(String.format(Locale.ROOT, "Cell:       %.4f x %.4f nm, %s degrees, %.5f nm2.", lattice.a(), lattice.b(),
			angle(lattice.angle()), lattice.cellArea()));
		lines.add(String.format(Locale.ROOT,
			"Columns:    %d of %d a cell, %.2f per nm2; the nearest are %.4f nm apart.", shown.size(), projection.columns()
				.size(), lattice.columnDensity(), lattice.nearestDistance()));
		for (final AtomColumn c : shown.subList(0, Math.min(MOST, shown.size())))
			lines.add(String.format(Locale.ROOT, "            %-8s u %.4f  v %.4f  brightness %.3f", c.species(), c.u(), c.v(),
				projection.brightness(c)));
		if (shown.size() > MOST) lines.add("            and " + (shown.size() - MOST) + " more in columns.csv");
		notes().forEach(note -> lines.add("Note:       " + note));
		lines.add("Version:    Reward Analysis " + Version.current() + "; no random numbers.");
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s.", seconds));
		lines.add("Macro:      " + macro);
		return String.join("\n", lines) + "\n";
	}

	private static String angle(final double degrees) {
		return degrees == Math.rint(degrees) ? Long.toString((long) degrees) : String.format(Locale.ROOT, "%.2f",
			degrees);
	}

	/** What is no error but should be known. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (!cif.note().isEmpty()) notes.add(cif.note());
		final List<AtomColumn> left = projection.columns().stream().filter(c -> !shown.contains(c)).toList();
		if (!left.isEmpty()) notes.add(String.format(Locale.ROOT,
			"%d %s of %s left out; the brightest has %.1f %% of the brightest column.", left.size(), left.size() == 1 ? "column" : "columns", left
				.stream().map(AtomColumn::species).distinct().limit(8).collect(Collectors.joining(", ")), 100 *
					projection.brightness(left.get(0))));
		final double nearest = lattice().nearestDistance();
		if (nearest < NEAR) notes.add(String.format(Locale.ROOT,
			"Columns %.3f nm apart are one to many microscopes; the expected count is too large then.", nearest));
		return notes;
	}

	private String json() {
		final JsonObject json = LatticeFile.json(lattice());
		json.addProperty("format", StudyJson.FORMAT);
		json.addProperty("analysis", "projection");
		json.add("versions", StudyJson.versions());
		final JsonObject file = new JsonObject();
		file.addProperty("name", cif.name());
		file.addProperty("sha256", cif.hash());
		json.add("cif", file);
		final JsonArray axis = new JsonArray();
		axis.add(projection.zone().u());
		axis.add(projection.zone().v());
		axis.add(projection.zone().w());
		json.add("zone_axis", axis);
		json.addProperty("macro", macro);
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
	}

	/** Writes lattice, table and text, each whole or not at all. */
	public void write(final Path folder) {
		AtomicFile.write(folder.resolve(LATTICE), json());
		columns().write(folder.resolve("columns.csv"));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
