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

package sc.fiji.rewardanalysis.command.macro;

import java.io.File;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.MacroSetup;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroObjectives;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroSearch;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.macro.MacroItems;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/**
 * Searches the values in a macro of the user's, judged by the crystal or by its Results.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + TuneMacro.LEAF)
public final class TuneMacro extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Tune Macro...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Macro (.ijm, .txt)", style = "open", persist = false,
		description = "Works on the active image and leaves points, ROIs, an overlay or Results. It runs on a copy, again and again; nothing else is run.")
	private File macro_file = new File("");

	@Parameter(label = "Search", persist = false,
		description = "Keys of the macro with their ranges: prominence: 5..200 log; radius: 1..10 int; method: Otsu|Li; exclude: on|off. Keys are options of its commands and variables that it sets.")
	private String search = "";

	@Parameter(label = "Objectives", persist = false,
		description = "QC; ER: the crystal judges the atoms that the macro leaves. Or numbers of its Results: min rows; max mean.Area; target 195 rows; also sum, first, last, median, sd, min, max of a column, and atoms for their number.")
	private String objectives = "QC; ER";

	@Parameter(label = "What is judged", choices = { "automatic", "selection", "manager", "overlay",
		"results" }, persist = false,
		description = "Where the macro leaves the atoms. automatic: the first that has some of: its selection, the ROI Manager, the overlay, X and Y of the Results. Of areas it is their centres.")
	private String items = "automatic";

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "What the beam looks along; needed for QC and ER. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "How to search", choices = { "auto", "bayesian", "scalarised", "nsga2", "grid",
		"sobol", "random" }, persist = false,
		description = "How values are chosen. auto: bayesian, which learns each objective; scalarised learns a random mixture of them; nsga2 is a genetic algorithm that needs a thousand and more; grid, sobol and random learn nothing.")
	private String engine = "auto";

	@Parameter(label = "Evaluations", min = "1", persist = false,
		description = "How many times the macro is run with other values.")
	private int evaluations = 60;

	@Parameter(label = "Longest run of the macro (s)", min = "0.1", style = "format:0.###",
		persist = false, description = "A macro that still runs after so many seconds is stopped, and its values count as failed.")
	private double seconds_limit = 60;

	@Parameter(label = "Stop early", persist = false,
		description = "Whether the search ends once nothing is left to gain: when 12 parameter sets in a row gained next to nothing and no more is expected of the next.")
	private boolean stop_early = false;

	@Parameter(label = "Seed", persist = false,
		description = "Of the search: the same seed gives the same result, if the macro does.")
	private long seed = 1;

	@Parameter(label = "Warm start from journal (.jsonl)", style = "open", persist = false,
		description = "Of an earlier search of a similar image: its best solutions are tried first. Empty: none.")
	private File warm_start = new File("");

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of the Pareto front is shown first: nearest to the ideal (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where the tuned macro, tables, plots and the study are written.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final MacroText macro = MacroRequest.read(macro_file);
		checkKept();
		final MacroSearch values = MacroSearch.of(macro, search);
		final MacroObjectives wanted = MacroObjectives.of(objectives);
		// What is recorded has neither quotes nor line breaks.
		search = values.canonical();
		objectives = wanted.canonical();
		new MacroTuning(request(AnalysedImage.of(image), values, wanted), window(), this::note).run(
			progress);
	}

	/** The tuned macro isn't written over the one that is tuned. */
	private void checkKept() {
		if (isGiven(output_folder) && macro_file.toPath().toAbsolutePath().normalize().equals(output_folder
			.toPath().toAbsolutePath().normalize().resolve("tuned.ijm"))) throw new RewardAnalysisException(
				"The macro is %s, over which this command would write; choose another output_folder.",
				macro_file);
	}

	private MacroRequest request(final AnalysedImage analysed, final MacroSearch values,
		final MacroObjectives wanted)
	{
		final Lattice crystal = LatticeChoice.known(lattice, lattice_file);
		return new MacroRequest(analysed, values, wanted, choice(MacroItems.class, "items", items),
			new MacroSetup(crystal, crystal == null ? Double.NaN : PixelSize.nanometres(image, pixel_size,
				pixel_unit), items, seconds_limit), new SearchRequest(choice(SearchEngine.class, "engine",
					engine), new StopRule(evaluations, stop_early), choice(Pick.class, "pick", pick), seed, path(
						output_folder), path(warm_start), macroLine()));
	}

	@Override
	public Form form() {
		return MacroForms.tuneMacro();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final MacroText macro = MacroRequest.read(macro_file);
		return MacroOutlook.of(request(analysed, MacroSearch.of(macro, search), MacroObjectives.of(
			objectives)), find, progress);
	}

	@Override
	public Map<String, Object> suggested(final AnalysedImage analysed,
		final Map<String, Object> aside, final Progress progress)
	{
		final MacroText macro = MacroRequest.read(macro_file);
		final String proposal = MacroSearch.proposal(macro);
		// It says what could be searched else.
		if (proposal.isEmpty()) MacroSearch.of(macro, "");
		return Map.of("search", proposal);
	}
}
