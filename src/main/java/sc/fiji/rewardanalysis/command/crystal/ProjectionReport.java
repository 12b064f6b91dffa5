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

package sc.fiji.rewardanalysis.command.crystal;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.command.form.DialogForms;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.ProjectionFiles;
import sc.fiji.rewardanalysis.core.lattice.AtomColumn;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.ProjectionPicture;
import sc.fiji.rewardanalysis.ui.ReportTab;
import sc.fiji.rewardanalysis.ui.ReportWindow;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Form.Rule;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What there is to say of a projected crystal, and how {@link ProjectCrystal} asks for one. */
record ProjectionReport(ProjectionFiles files) {

	private static final String GUIDE = "project-crystal";

	static Form form() {
		return new Form("Project Crystal", GUIDE, List.of(DialogForms.page("Crystal", DialogForms.section("File and direction",
			"cif_file", "zone_axis"), DialogForms.section("Columns", "columns", "least_brightness"), DialogForms.section(
				"Files", "output_folder"))), List.of(), Map.of("columns", Map.of("visible",
					"what a HAADF image shows", "all", "light ones, too")), List.of(new Rule("least_brightness", "columns",
						"visible"::equals)), "", "");
	}

	/** What follows from the values in the dialog. */
	static Outlook outlook(final ProjectionFiles files) {
		final CrystalProjection projection = files.projection();
		final Lattice lattice = files.lattice();
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Crystal", projection.crystal().name() + ", " + projection.crystal().atoms().size() +
			" atoms a cell", "As the file has it, after the symmetry."));
		facts.add(new Fact("Projected cell", String.format(Locale.ROOT, "%.4f × %.4f nm, %.1f°", lattice.a(), lattice.b(),
			lattice.angle()), "By which the columns repeat."));
		facts.add(new Fact("Columns", String.format(Locale.ROOT, "%d of %d a cell, %.1f per nm²", files.shown().size(),
			projection.columns().size(), lattice.columnDensity()), "Those that are taken, of all."));
		facts.add(new Fact("Species", files.shown().stream().collect(Collectors.groupingBy(AtomColumn::species,
			LinkedHashMap::new, Collectors.counting())).entrySet().stream().limit(8).map(e -> e.getValue() +
				" " + e.getKey()).collect(Collectors.joining(", ")), "Of the columns that are taken, the brightest first."));
		facts.add(new Fact("Nearest columns", String.format(Locale.ROOT, "%.3f nm", lattice.nearestDistance()),
			"The shortest distance of two columns that are taken."));
		return new Outlook(facts, files.cif().note(), null, null, "");
	}

	/**
	 * Writes the files and shows the window.
	 *
	 * @param folder null for none
	 */
	void of(final Path folder, final Consumer<String> note, final Supplier<Optional<Point>> place,
		final Progress progress)
	{
		if (folder != null) save(folder, progress);
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		if (Display.isInteractive()) ReportWindow.open(shown(folder), null, place);
		progress.update(1, files.shown().size() + " columns a cell.");
	}

	private ReportWindow.Report shown(final Path folder) {
		return new ReportWindow.Report(files.projection().crystal().name() + " along " + files.projection().zone(), files
			.summary(), folder == null ? "Save it, and give lattice.json to the other commands as their custom crystal."
				: "Give " + folder.resolve(ProjectionFiles.LATTICE) + " to the other commands as their custom crystal.",
			tabs(), new RunPanel.Run(folder, ProjectionFiles.LATTICE, "this crystal", files.macro(), "", into -> () -> save(
				into, Progress.NONE)), GUIDE, List.of());
	}

	List<ReportTab> tabs() {
		return List.of(ReportTab.picture("Projection", picture()), ReportTab.table("Columns", files.columns()));
	}

	private void save(final Path folder, final Progress progress) {
		Pictures.write(folder.resolve("projection.png"), this::picture, progress);
		files.write(folder);
	}

	private BufferedImage picture() {
		return ProjectionPicture.of(files.projection(), files.shown());
	}
}
