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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;

/**
 * What there is to tell of a run of any analysis, read from the files that it wrote: figures by name with
 * unit, in order. The result comes first, then what it is worth, the parameters, what speaks against it,
 * the image, the run.
 */
public final class RunFigures {

	/** In which file an analysis says what it did; the first one that is there counts. */
	private static final List<String> DOCUMENTS = List.of("study.json", "regions.json", "phases.json",
		"network.json", "lattice.json", "comparison.json", "physics.json");

	/** Columns of {@code pareto.csv} that aren't figures of the solution. */
	private static final List<String> NO_FIGURES = List.of("evaluation", "picked");

	/** Lines of {@code summary.txt} by the figure that they are. */
	private static final Map<String, String> LINES = Map.of(Figures.CHECK, "Check:", Figures.NOTE,
		"Note:");

	private final Path folder;
	private final Map<String, Object> figures = new LinkedHashMap<>();

	private RunFigures(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Reads a run. What it has no file for is left out.
	 *
	 * @param folder its output folder
	 * @throws RewardAnalysisException if there is no such folder, or one of the files is damaged
	 */
	public static Map<String, Object> of(final Path folder) {
		if (!Files.isDirectory(folder)) throw new RewardAnalysisException(
			"There is no folder %s; give the output folder of an analysis.", folder);
		return new RunFigures(folder).read();
	}

	private Map<String, Object> read() {
		final Optional<RunDocument> document = DOCUMENTS.stream().map(folder::resolve).filter(
			Files::isRegularFile).findFirst().map(file -> new RunDocument(JsonFields.read(file)));
		final AtomFigures atoms = AtomFigures.of(folder.resolve("atoms.csv"));
		final Map<String, Object> picked = picked();
		final Map<String, String> objectives = new LinkedHashMap<>(document.map(RunDocument::objectives).orElse(
			Map.of()));
		objectives.keySet().retainAll(picked.keySet());
		if (picked.containsKey("atoms_counted")) put("atoms_counted", picked.get("atoms_counted"));
		else document.flatMap(RunDocument::expected).ifPresent(e -> atoms.counted().ifPresent(n -> put(
			"atoms_counted", n)));
		table("regions.csv").ifPresent(t -> put("regions", t.size()));
		document.ifPresent(d -> d.result().forEach(this::put));
		slices();
		atoms.counts().forEach(this::put);
		document.flatMap(RunDocument::expected).ifPresent(e -> atoms.counted().ifPresent(n -> {
			if (objectives.isEmpty()) e.rewards(n, atoms.errors()).forEach(this::put);
		}));
		objectives.forEach((column, heading) -> put(heading, picked.remove(column)));
		atoms.precision().forEach(this::put);
		classes();
		noise();
		windows();
		frames();
		document.ifPresent(d -> d.parameters().forEach(this::put));
		picked.forEach(this::put);
		summary();
		document.ifPresent(d -> d.about().forEach(this::put));
		return figures;
	}

	/** What is known already stays: the same under another name in another file. */
	private void put(final String name, final Object value) {
		if (value != null && !(value instanceof final Double d && d.isNaN())) figures.putIfAbsent(name,
			value);
	}

	private Optional<CsvTable> table(final String name) {
		final Path file = folder.resolve(name);
		return Files.isRegularFile(file) ? Optional.of(CsvTable.read(file)) : Optional.empty();
	}

	/** The picked solution's row, without what is empty; the objectives are called as they are. */
	private Map<String, Object> picked() {
		final Map<String, Object> picked = new LinkedHashMap<>();
		table("pareto.csv").ifPresent(table -> IntStream.range(0, table.size()).filter(row -> table.get(row,
			"picked").equals("1")).findFirst().ifPresent(row -> {
				for (final String column : table.header())
					if (!NO_FIGURES.contains(column) && !table.get(row, column).isEmpty()) picked.put(column, value(
						table, row, column));
			}));
		return picked;
	}

	static Object value(final CsvTable table, final int row, final String column) {
		return table.isNumber(row, column) ? number(table.number(row, column)) : table.get(row, column);
	}

	/** Whole numbers as such: counts. */
	static Number number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? (Number) (int) value : (Number) value;
	}

	/** Of all slices of a stack, their sums. */
	private void slices() {
		table("images.csv").ifPresent(table -> {
			put("slices", table.size());
			for (final String column : List.of("expected", "fewest", "most", "found", "errors"))
				if (table.header().contains(column)) put(column.equals("found") ? "atoms_counted" : column,
					number(sum(table, column)));
		});
	}

	private static double sum(final CsvTable table, final String column) {
		return IntStream.range(0, table.size()).mapToDouble(row -> table.number(row, column)).filter(v -> !Double
			.isNaN(v)).sum();
	}

	private void classes() {
		table("classes.csv").ifPresent(table -> {
			put("classes", table.size());
			for (int row = 0; row < table.size(); row++)
				put("atoms_of_" + table.get(row, "name").replace(' ', '_'), number(table.number(row, "count")));
		});
	}

	/** How each method does in the noisiest images. */
	private void noise() {
		table("noise_summary.csv").ifPresent(table -> {
			final double most = IntStream.range(0, table.size()).mapToDouble(row -> table.number(row, "noise"))
				.max().orElse(Double.NaN);
			for (int row = 0; row < table.size(); row++)
				if (table.number(row, "noise") == most) {
					put("F1_" + table.get(row, "method"), table.number(row, "f1_median"));
					put("QC_" + table.get(row, "method"), table.number(row, "qc_median"));
				}
			put("noise_highest", most);
		});
	}

	private void windows() {
		table("windows.csv").ifPresent(table -> {
			put("windows", table.size());
			final int doubtful = (int) sum(table, "doubtful");
			put("windows_doubtful", doubtful);
			if (doubtful > 0) put(Figures.CHECK, String.format(Locale.ROOT, "%d of %s %s doubtful.", doubtful, Words
				.count(table.size(), "window"), doubtful == 1 ? "is" : "are"));
			final double[] confidence = IntStream.range(0, table.size()).mapToDouble(row -> table.number(row,
				"confidence")).filter(v -> !Double.isNaN(v)).toArray();
			if (confidence.length > 0) put("confidence_least", Arrays.stream(confidence).min()
				.getAsDouble());
		});
	}

	/** Of a time series, over its frames. */
	private void frames() {
		table("frames.csv").ifPresent(table -> {
			put("frames", table.size());
			put("frames_without_atoms", (int) IntStream.range(0, table.size()).filter(row -> !(table.number(row,
				"atoms") > 0)).count());
			table("tracks.csv").ifPresent(tracks -> put("tracks", tracks.size()));
			for (final String error : List.of("QC", "ER"))
				if (table.header().contains(error)) put(error, mean(table, error));
			if (table.size() > 0) for (final String drift : List.of("total_drift_x_nm", "total_drift_y_nm"))
				put(drift, table.number(table.size() - 1, drift));
		});
	}

	/** Over the rows that have a number. */
	private static double mean(final CsvTable table, final String column) {
		return IntStream.range(0, table.size()).mapToDouble(row -> table.number(row, column)).filter(v -> !Double
			.isNaN(v)).average().orElse(Double.NaN);
	}

	/** What the summary says of doubts: there is nowhere else that it stands. */
	private void summary() {
		final Path file = folder.resolve("summary.txt");
		if (!Files.isRegularFile(file)) return;
		final List<String> lines = WholeFile.text(file).lines().toList();
		for (final String figure : List.of(Figures.CHECK, Figures.NOTE)) {
			final String head = LINES.get(figure);
			final String said = lines.stream().filter(line -> line.startsWith(head)).map(line -> line.substring(
				head.length()).strip()).collect(Collectors.joining(" "));
			if (!said.isEmpty()) put(figure, said);
		}
	}

	/**
	 * What {@code atoms.csv} says, read line by line: there may be many atoms.
	 *
	 * @param counts of atoms; empty if there is no such file
	 * @param precision of their positions; likewise
	 * @param counted atoms in the counted area; empty if that isn't known
	 * @param errors atoms too close to their neighbours
	 */
	private record AtomFigures(Map<String, Object> counts,
		Map<String, Object> precision, Optional<Integer> counted, int errors) {

		static AtomFigures of(final Path file) {
			if (!Files.isRegularFile(file)) return new AtomFigures(Map.of(), Map.of(), Optional
				.empty(), 0);
			try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
				final String first = reader.readLine();
				if (first == null) throw new RewardAnalysisException(
					"%s is empty; it must begin with a header line.", file);
				return read(file, CsvTable.split(first, ','), reader);
			}
			catch (final IOException exc) {
				throw new RewardAnalysisException(exc, "%s can't be read (%s); analyse the image again.", file,
					AtomicFile.reason(exc));
			}
		}

		private static AtomFigures read(final Path file, final List<String> header,
			final BufferedReader reader) throws IOException
		{
			final int counted = header.indexOf("is_counted"), error = header.indexOf("is_error");
			final int[] px = { header.indexOf("x_error_px"), header.indexOf("y_error_px") }, nm = { header
				.indexOf("x_error_nm"), header.indexOf("y_error_nm") };
			int atoms = 0, inside = 0, errors = 0;
			boolean known = false;
			final List<Double> errorsPx = new ArrayList<>(), errorsNm = new ArrayList<>();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.isBlank()) continue;
				atoms++;
				final List<String> fields = CsvTable.split(line, ',');
				if (fields.size() != header.size()) throw new RewardAnalysisException(
					"Row %d of %s has %d fields, its header %d.", atoms, file, fields.size(), header.size());
				if (counted >= 0 && !fields.get(counted).isEmpty()) known = true;
				if (counted >= 0 && fields.get(counted).equals("1")) inside++;
				if (error >= 0 && fields.get(error).equals("1")) errors++;
				add(errorsPx, fields, px, file);
				add(errorsNm, fields, nm, file);
			}
			final Map<String, Object> counts = new LinkedHashMap<>(), precision = new LinkedHashMap<>();
			counts.put("atoms", atoms);
			if (known) counts.put("errors", errors);
			precision.put("median_position_error_px", median(errorsPx));
			precision.put("median_position_error_nm", median(errorsNm));
			return new AtomFigures(counts, precision, known ? Optional.of(inside) : Optional.empty(), errors);
		}

		/** The standard error of a coordinate: the root mean square of both. */
		private static void add(final List<Double> errors, final List<String> fields, final int[] columns,
			final Path file)
		{
			if (columns[0] < 0 || columns[1] < 0 || fields.get(columns[0]).isEmpty()) return;
			try {
				errors.add(Math.hypot(Double.parseDouble(fields.get(columns[0])), Double.parseDouble(fields.get(
					columns[1]))) / Math.sqrt(2));
			}
			catch (final NumberFormatException exc) {
				throw new RewardAnalysisException(exc, "A standard error in %s is no number: %s, %s.", file, fields
					.get(columns[0]), fields.get(columns[1]));
			}
		}

		/** As the summary has it. */
		private static double median(final List<Double> errors) {
			return errors.isEmpty() ? Double.NaN : errors.stream().sorted().skip(errors.size() / 2).findFirst()
				.get();
		}
	}

	/** A number, a text or whether; null for anything else. */
	static Object value(final JsonElement element) {
		if (element == null || !element.isJsonPrimitive()) return null;
		final var primitive = element.getAsJsonPrimitive();
		if (primitive.isNumber()) return number(primitive.getAsDouble());
		return primitive.isBoolean() ? (Object) (primitive.getAsBoolean() ? 1 : 0) : primitive.getAsString();
	}
}
