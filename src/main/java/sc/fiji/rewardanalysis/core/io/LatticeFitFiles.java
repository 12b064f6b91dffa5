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

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.crystal.CellMeasures;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.Grain;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.Strains;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * A lattice through atoms as tables, JSON and text. Pixel centres are integers, (0, 0) is the
 * top-left pixel of the image. Displacements are in pm, or in px if the pixel size isn't
 * known.
 */
public record LatticeFitFiles(LatticeAnalysis found, ClassRun run) {

	/** pm, or px. */
	private String unit() {
		return found.picometres() > 0 ? "pm" : "px";
	}

	private double scale() {
		return found.picometres() > 0 ? found.picometres() : 1;
	}

	/** One row an atom; {@link AtomsFile} reads it, with species as classes. */
	public CsvTable atoms() {
		final String unit = unit();
		final CsvTable table = new CsvTable(List.of("id", "x_px", "y_px", "x_nm", "y_nm", "sigma_px",
			"response", "class", "status", "grain", "h", "k", "site", "ux_" + unit, "uy_" + unit, "offset_x_" +
				unit, "offset_y_" + unit, "residual_" + unit, "strain_xx", "strain_yy", "strain_xy", "rotation_deg",
			"strain_xx_error", "strain_yy_error", "strain_xy_error"));
		final double[] ux = found.displacements().ux(), uy = found.displacements().uy(), rx = found
			.displacements().relativeX(), ry = found.displacements().relativeY();
		final double[][] strain = Arrays.stream(Strains.Component.values()).map(found.strains()::values).toArray(
			double[][]::new), errors = Arrays.stream(Strains.Component.values()).map(found.strains()::errors)
				.toArray(double[][]::new);
		for (int i = 0; i < found.atoms().size(); i++) {
			final Blob atom = found.atoms().get(i);
			final IndexedAtom a = found.fit().indices().get(i);
			final double x = run.x() + atom.x(), y = run.y() + atom.y();
			final boolean on = a.isIndexed();
			table.add(Arrays.asList(i + 1, x, y, x * run.pixelSize(), y * run.pixelSize(), atom.sigma(), atom
				.response(), on ? found.species(i) : null, word(a.status()), on ? a.grain() + 1 : null, on ? a.h()
					: null, on ? a.k() : null, on ? a.site() + 1 : null, scale() * ux[i], scale() * uy[i], scale() *
						rx[i], scale() * ry[i], scale() * a.residual(), strain[0][i], strain[1][i], strain[2][i], Math
							.toDegrees(strain[3][i]), errors[0][i], errors[1][i], errors[2][i]));
		}
		return table;
	}

	/** One row a vacancy or interstitial. */
	public CsvTable defects() {
		final CsvTable table = new CsvTable(List.of("id", "kind", "x_px", "y_px", "x_nm", "y_nm", "grain", "h",
			"k", "site", "species", "atom", "occupied_neighbours", "confidence"));
		int id = 1;
		for (final Defect d : found.defects()) {
			final double x = run.x() + d.x(), y = run.y() + d.y();
			table.add(Arrays.asList(id++, word(d.kind()), x, y, x * run.pixelSize(), y * run.pixelSize(), d
				.grain() + 1, d.h(), d.k(), d.site() + 1, found.fit().grains().get(d.grain()).motif().species(d
					.site()), d.atom() < 0 ? null : d.atom() + 1, d.occupied(), d.confidence()));
		}
		return table;
	}

	static String word(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "Image:      \"%s\", %d x %d px, slice %d; %s.", run
			.imageName(), run.imageWidth(), run.imageHeight(), run.slice(), run.pixelSize() > 0 ? Math.rint(1e7 *
				run.pixelSize()) / 1e7 + " nm per pixel" : "pixel size unknown"));
		lines.add(String.format(Locale.ROOT,
			"Atoms:      %d from %s; %d on a site, %d on one that another has, %d on none, %d in no crystal.", found
				.atoms().size(), run.atoms(), count(IndexedAtom.Status.INDEXED), count(IndexedAtom.Status.DOUBLE),
			count(IndexedAtom.Status.OFF_SITE), count(IndexedAtom.Status.OUTSIDE)));
		lines.add("Crystal:    " + (found.settings().lattice() == null ? "unknown; " + found.fit().grains()
			.get(0).motif().size() + " site(s) a cell found" : found.settings().lattice().name()) + ".");
		for (int g = 0; g < found.fit().grains().size(); g++)
			lines.add(grain(g));
		lines.add("Reference:  " + switch (found.settings().reference()) {
			case GLOBAL -> "the lattice fitted to all atoms of each grain";
			case IDEAL -> "the ideal crystal, turned as each grain is";
			case REGION -> "the lattice fitted to the atoms of the selection";
		} + "; strain " + (found.settings().strain().name().equals("SMALL") ? "small" : "Green-Lagrange") + ".");
		lines.add(String.format(Locale.ROOT, "Defects:    %d vacancies, %d interstitials, %d doubles.", found
			.count(Defect.Kind.VACANCY), found.count(Defect.Kind.INTERSTITIAL), found.count(
				Defect.Kind.DOUBLE)));
		notes().forEach(note -> lines.add("Note:       " + note));
		lines.add("Version:    Reward Analysis " + Version.current() + "; no random numbers.");
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s.", run.seconds()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private int count(final IndexedAtom.Status status) {
		return found.fit().count(status);
	}

	/** Some lines. */
	private String grain(final int g) {
		final Grain grain = found.fit().grains().get(g);
		final CellMeasures m = CellMeasures.of(grain.fit(), found.settings().lattice(), found.settings()
			.pixelSize());
		final boolean nm = found.picometres() > 0;
		final double length = nm ? found.settings().pixelSize() : 1;
		final String next = "\n            ";
		final String text = String.format(Locale.ROOT, "%-12s%d atoms; a = %s, b = %s %s" + next +
			"angle %s°, turned by %s°", "Grain " + (g + 1) + ":", found.fit().members(g).length, value(m.a().times(
				length)), value(m.b().times(length)), nm ? "nm" : "px", value(m.angle()), value(m.rotation()));
		return text + (found.settings().lattice() == null ? "" : String.format(Locale.ROOT, next +
			"strain of the crystal, its axes: aa %s, bb %s, shear %s %%", value(m.strainXX().times(100)), value(m
				.strainYY().times(100)), value(m.strainXY().times(100)))) + String.format(Locale.ROOT, next +
					"scatter of displacements %.4g %s along each axis", scale() * found.scatter(g), unit());
	}

	/** With as many digits as its error leaves. */
	private static String value(final CellMeasures.Value v) {
		final int digits = !(v.error() > 0) ? 6 : (int) Math.max(0, Math.min(8, 1 - Math.floor(Math.log10(v
			.error()))));
		return String.format(Locale.ROOT, "%." + digits + "f ± %." + digits + "f", v.value(), v.error());
	}

	/** What is no error but should be known. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		for (int g = 0; g < found.fit().grains().size(); g++) {
			final Grain grain = found.fit().grains().get(g);
			if (grain.islands() > 1) notes.add(String.format(Locale.ROOT,
				"Grain %d has %d parts apart; all but the largest are numbered by the fit to that one.", g + 1,
				grain.islands()));
			if (grain.contradictions() > 0) notes.add(String.format(Locale.ROOT,
				"Cells of grain %d count differently on different ways (%d places), as around dislocations; displacements jump there.",
				g + 1, grain.contradictions()));
			if (found.displacements().references().get(g) == null) notes.add(String.format(Locale.ROOT,
				"Grain %d has too few atoms in the selection, so it has no displacements.", g + 1));
		}
		final int outside = count(IndexedAtom.Status.OUTSIDE);
		if (outside > 0.1 * found.atoms().size()) notes.add(outside +
			" atoms belong to no crystal that was found.");
		return notes;
	}

	/** Writes tables, JSON and text, each whole or not at all. */
	public void write(final Path folder) {
		atoms().write(folder.resolve("atoms.csv"));
		defects().write(folder.resolve("defects.csv"));
		AtomicFile.write(folder.resolve("lattice.json"), LatticeFitJson.text(found, run));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
