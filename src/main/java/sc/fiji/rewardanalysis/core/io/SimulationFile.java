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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.simulate.Substitution;

/**
 * A simulation's truth as a CSV table and its parameters as JSON.
 * <p>
 * The table has one row a column: {@value #HEADER}; pixel centres at integers, (0,
 * 0) the top-left pixel; nm are px times the pixel size. Numbers are written in
 * full precision, so that what is read back equals what was written. The JSON
 * holds every parameter, the lattice included, and repeats the simulation.
 */
public final class SimulationFile {

	static final String HEADER =
		"id,x_px,y_px,x_nm,y_nm,species,amplitude,sigma_px,disordered";

	private static final int CELLS = HEADER.split(",").length;

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
		.create();

	private SimulationFile() {}

	/** Writes the table of the simulated columns. */
	public static void writeTruth(final Path file, final SimulatedImage simulated) {
		final double nm = simulated.parameters().pixelSize();
		final StringBuilder csv = new StringBuilder(HEADER).append('\n');
		int id = 1;
		for (final Column c : simulated.columns())
			csv.append(id++).append(',').append(c.x()).append(',').append(c.y()).append(',').append(c
				.x() * nm).append(',').append(c.y() * nm).append(',').append(CsvTable.quoted(c.species())).append(',')
				.append(c.amplitude()).append(',').append(c.sigma()).append(',').append(c.disordered())
				.append('\n');
		AtomicFile.write(file, csv.toString());
	}

	/** Reads a table that {@link #writeTruth} wrote. */
	public static List<Column> readTruth(final Path file) {
		final String[] lines = WholeFile.text(file).split("\\R");
		if (!lines[0].trim().equals(HEADER)) throw new RewardAnalysisException(
			"%s is no table of simulated columns; its first line should be \"%s\".", file, HEADER);
		final List<Column> columns = new ArrayList<>(lines.length);
		for (int n = 1; n < lines.length; n++)
			if (!lines[n].isBlank()) columns.add(column(file, n + 1, CsvTable.split(lines[n], ',').toArray(String[]::new)));
		return columns;
	}

	private static Column column(final Path file, final int line, final String[] cells) {
		if (cells.length != CELLS) throw new RewardAnalysisException(
			"Line %d of %s has %d cells; it should have %d.", line, file, cells.length, CELLS);
		return new Column(number(file, line, cells[1]), number(file, line, cells[2]), cells[5]
			.trim(), number(file, line, cells[6]), number(file, line, cells[7]), truth(file, line,
				cells[8]));
	}

	private static double number(final Path file, final int line, final String cell) {
		try {
			final double value = Double.parseDouble(cell.trim());
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException e) {
			throw new RewardAnalysisException(e, "Line %d of %s has \"%s\" where a number should be.",
				line, file, cell);
		}
		throw new RewardAnalysisException("Line %d of %s has \"%s\" where a finite number should be.",
			line, file, cell);
	}

	private static boolean truth(final Path file, final int line, final String cell) {
		return switch (cell.trim()) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new RewardAnalysisException(
				"Line %d of %s has \"%s\" where true or false should be.", line, file, cell);
		};
	}

	/** Writes everything that repeats the simulation. */
	public static void writeParameters(final Path file, final SimulationParameters p) {
		Checks.given("simulation parameters", p);
		final JsonObject json = new JsonObject();
		json.add("lattice", LatticeFile.json(p.lattice()));
		json.addProperty("width_px", p.width());
		json.addProperty("height_px", p.height());
		json.addProperty("pixel_size_nm", p.pixelSize());
		json.addProperty("rotation_deg", p.rotation());
		json.addProperty("sigma_min_nm", p.sigmaMin());
		json.addProperty("sigma_max_nm", p.sigmaMax());
		json.addProperty("exponent", p.exponent());
		json.addProperty("amplitude_spread", p.amplitudeSpread());
		json.addProperty("vacancies", p.vacancies());
		final JsonObject substitution = new JsonObject();
		substitution.addProperty("species", p.substitution().species());
		substitution.addProperty("atomic_number", p.substitution().atomicNumber());
		substitution.addProperty("fraction", p.substitution().fraction());
		json.add("substitution", substitution);
		json.addProperty("thermal_displacement_nm", p.thermalDisplacement());
		json.addProperty("background", p.background());
		json.addProperty("thickness_gradient", p.thicknessGradient());
		json.addProperty("defocus_gradient_nm", p.defocusGradient());
		json.addProperty("drift_x_nm", p.driftX());
		json.addProperty("drift_y_nm", p.driftY());
		json.addProperty("row_jitter_nm", p.rowJitter());
		json.addProperty("amorphous_fraction", p.amorphousFraction());
		json.addProperty("amorphous_shape", p.amorphousShape().key());
		json.addProperty("amorphous_correlation_nm", p.amorphousCorrelation());
		json.addProperty("amorphous_displacement_nm", p.amorphousDisplacement());
		json.addProperty("nanoparticle_radius_nm", p.nanoparticleRadius());
		json.addProperty("dose_e_per_px", p.dose());
		json.addProperty("noise", p.noise());
		json.addProperty("noise_gradient", p.noiseGradient());
		json.addProperty("seed", p.seed());
		AtomicFile.write(file, GSON.toJson(json) + "\n");
	}

	/** Reads parameters that {@link #writeParameters} wrote. */
	public static SimulationParameters readParameters(final Path file) {
		final JsonFields f = JsonFields.read(file);
		final JsonFields substitution = f.object("substitution");
		final SimulationParameters.Builder builder = SimulationParameters.builder(LatticeFile
			.lattice(f.object("lattice"))).size(f.integer("width_px"), f.integer("height_px"))
			.pixelSize(f.number("pixel_size_nm")).rotation(f.number("rotation_deg")).sigma(f.number(
				"sigma_min_nm"), f.number("sigma_max_nm")).exponent(f.number("exponent"))
			.amplitudeSpread(f.number("amplitude_spread")).vacancies(f.number("vacancies"))
			.thermalDisplacement(f.number("thermal_displacement_nm")).background(f.number(
				"background")).thicknessGradient(f.number("thickness_gradient")).drift(f.number(
					"drift_x_nm"), f.number("drift_y_nm")).rowJitter(f.number("row_jitter_nm"))
			.amorphousFraction(f.number("amorphous_fraction")).amorphousCorrelation(f.number(
				"amorphous_correlation_nm")).amorphousDisplacement(f.number(
					"amorphous_displacement_nm")).nanoparticleRadius(f.number(
						"nanoparticle_radius_nm")).dose(f.number("dose_e_per_px")).noise(f.number("noise"))
			.seed(f.longInteger("seed"));
		try {
			// Files of before there were shapes don't name one.
			if (f.has("amorphous_shape")) builder.amorphousShape(AmorphousShape.of(f.string(
				"amorphous_shape")));
			// Nor do those of before there were gradients.
			if (f.has("defocus_gradient_nm")) builder.defocusGradient(f.number("defocus_gradient_nm"))
				.noiseGradient(f.number("noise_gradient"));
			return builder.substitution(new Substitution(substitution.string("species"), substitution
				.integer("atomic_number"), substitution.number("fraction"))).build();
		}
		catch (final RewardAnalysisException e) {
			throw e.getMessage().contains(file.toString()) ? e : new RewardAnalysisException(e,
				"%s: %s", file, e.getMessage());
		}
	}
}
