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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection.Candidate;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClass;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationPass;
import sc.fiji.rewardanalysis.core.workflow.classes.PassSettings;

/** Classes of atoms as tables and text. */
public record ClassFiles(AtomClassification found, ClassRun run) {

	private static final String CRITERIA = "criteria.csv";

	/**
	 * One row an atom; pixel centres are integers, (0, 0) is the top-left pixel of the image. An
	 * atom whose patch reaches over the edge has no class. {@link AtomsFile} reads it.
	 */
	public CsvTable atoms() {
		final CsvTable table = new CsvTable(List.of("id", "x_px", "y_px", "x_nm", "y_nm", "sigma_px",
			"response", "class", "class_number", "probability"));
		for (int i = 0; i < found.atoms().size(); i++) {
			final Blob atom = found.atoms().get(i);
			final double x = run.x() + atom.x(), y = run.y() + atom.y();
			final int label = found.labels()[i];
			table.add(Arrays.asList(i + 1, x, y, x * run.pixelSize(), y * run.pixelSize(), atom.sigma(), atom
				.response(), label < 0 ? null : found.classes().get(label).name(), label < 0 ? null : label + 1,
				found.probabilities()[i]));
		}
		return table;
	}

	/** One row a class; {@link #names} reads it. */
	public CsvTable classes() {
		final CsvTable table = new CsvTable(List.of("class", "name", "count", "weight",
			"mean_brightness"));
		for (int c = 0; c < found.classes().size(); c++) {
			final AtomClass cls = found.classes().get(c);
			table.add(List.of(c + 1, cls.name(), cls.count(), cls.weight(), cls.brightness()));
		}
		return table;
	}

	/** One row a pass and number of components that was tried. */
	public CsvTable criteria() {
		final CsvTable table = new CsvTable(List.of("pass", "components", "log_likelihood", "bic", "aic",
			"icl", "dropped", "suggested"));
		for (final ClassificationPass pass : passes())
			if (pass.selection() != null) for (final Candidate c : pass.selection().candidates())
				table.add(List.of(pass == found.first() ? 1 : 2, c.components(), c.logLikelihood(), c.bic(), c
					.aic(), c.icl(), c.mixture().dropped(), c.components() == pass.selection().suggested()));
		return table;
	}

	private List<ClassificationPass> passes() {
		return found.second() == null ? List.of(found.first()) : List.of(found.first(), found.second());
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "Image:      \"%s\", %d x %d px, slice %d; %s.", run
			.imageName(), run.imageWidth(), run.imageHeight(), run.slice(), run.pixelSize() > 0 ? Math.rint(1e7 *
				run.pixelSize()) / 1e7 + " nm per pixel" : "pixel size unknown"));
		lines.add(String.format(Locale.ROOT, "Atoms:      %d from %s; %d classified, %d too close to the edge.",
			found.atoms().size(), run.atoms(), found.first().atoms().length, found.leftOut()));
		lines.add(String.format(Locale.ROOT, "Patches:    %s, %d x %2$d points; normalization %s.", window(),
			found.window().points(), word(found.settings().normalization())));
		lines.add(pass("First pass:", found.first()));
		if (found.second() != null) lines.add(pass("Again:", found.second()) + " Splits " + found
			.firstNames().get(found.splitClass()) + ".");
		lines.add("Classes:    " + IntStream.range(0, found.classes().size()).mapToObj(c -> (c + 1) + " " +
			found.classes().get(c).name() + " (" + found.classes().get(c).count() + ")").collect(Collectors
				.joining(", ")) + ".");
		found.notes().forEach(note -> lines.add("Note:       " + note));
		lines.add(String.format(Locale.ROOT, "Seed:       %d; Reward Analysis %s.", found.settings().first()
			.seed(), Version.current()));
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s.", run.seconds()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private String window() {
		final double size = found.window().size();
		return String.format(Locale.ROOT, "%.1f px", size) + (run.pixelSize() > 0 ? String.format(
			Locale.ROOT, " (%.3f nm)", size * run.pixelSize()) : "") + (found.settings().window() > 0 ? ""
				: ", from the distance of atoms");
	}

	private static String pass(final String name, final ClassificationPass pass) {
		final PassSettings settings = pass.settings();
		return String.format(Locale.ROOT,
			"%-12s%d components%s of %s covariance, %d principal components (%.1f %% of the variance)%s.", name,
			pass.classes(), settings.components() == PassSettings.SUGGESTED ? " by " + settings.criterion()
				: "", word(settings.covariance()), pass.scores().dimension(), 100 * Arrays.stream(pass
					.explained()).sum(), settings.twoFold() ? ", patches averaged with themselves turned by 180°"
						: "");
	}

	private static String word(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** Writes tables and text, each whole or not at all. */
	public void write(final Path folder) {
		atoms().write(folder.resolve("atoms.csv"));
		classes().write(folder.resolve("classes.csv"));
		if (hasCriteria()) criteria().write(folder.resolve(CRITERIA));
		else AtomicFile.delete(folder.resolve(CRITERIA));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}

	private boolean hasCriteria() {
		return passes().stream().anyMatch(pass -> pass.selection() != null);
	}

	/**
	 * Names of classes from a table with the columns {@code class}, a number from 1, and
	 * {@code name}.
	 *
	 * @param names those of classes that the table doesn't name
	 * @throws RewardAnalysisException if the file can't be read or names a class that there isn't
	 */
	public static List<String> names(final Path file, final List<String> names) {
		final CsvTable table = CsvTable.read(file);
		if (!table.header().containsAll(List.of("class", "name"))) throw new RewardAnalysisException(
			"%s has no columns \"class\" and \"name\"; its columns are %s. Give a table such as the classes.csv of an earlier run.",
			file, String.join(", ", table.header()));
		final List<String> named = new ArrayList<>(names);
		for (int row = 0; row < table.size(); row++) {
			final double number = table.number(row, "class");
			if (!(number >= 1 && number <= names.size() && number == Math.rint(number)))
				throw new RewardAnalysisException(
					"Row %d of %s names class %s, but there are %d classes; correct the table, or set components.",
					row + 1, file, table.get(row, "class"), names.size());
			named.set((int) number - 1, table.get(row, "name"));
		}
		return named;
	}
}
