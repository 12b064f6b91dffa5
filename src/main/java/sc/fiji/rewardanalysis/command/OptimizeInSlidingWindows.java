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

package sc.fiji.rewardanalysis.command;

import java.io.File;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/**
 * Finds atoms in windows that slide over the image, each with the parameters whose result
 * agrees best with the crystal there.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + OptimizeInSlidingWindows.LEAF)
public final class OptimizeInSlidingWindows extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Optimize In Sliding Windows...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Window (nm; 0: from the crystal)", min = "0", stepSize = "0.5",
		style = "format:0.####", persist = false,
		description = "Side of a window. 0: so large that it has 120 columns. Small windows follow changes across the image, large ones are judged better.")
	private double window_size = 0;

	@Parameter(label = "Stride (nm; 0: half a window)", min = "0", stepSize = "0.5",
		style = "format:0.####", persist = false,
		description = "From one window to the next; at most the window's side.")
	private double stride = 0;

	@Parameter(label = "Crystal and zone axis", choices = { "YBa2Cu3O7-100", "SrTiO3-001",
		"SrTiO3-110",
		"DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110", LatticeChoice.CUSTOM },
		persist = false, description = "What the beam looks along; custom: from the file below.")
	private String lattice = "YBa2Cu3O7-100";

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

	@Parameter(label = "Pixel size may be wrong by (fraction)", min = "0", max = "0.5",
		stepSize = "0.005", style = "format:0.####", persist = false,
		description = "Uncertainty of the calibration and scan distortion: so much wider is the band of possible counts. 0.02 is 2 %.")
	private double pixel_tolerance = 0.02;

	@Parameter(label = "Atoms are", choices = { "bright", "dark", "search" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images; search: whichever fits the crystal better in the whole image.")
	private String contrast = "bright";

	@Parameter(label = "Subtract background", choices = { "off", "on", "search" }, persist = false,
		description = "Takes away what changes over more than half the longer cell edge; search: if the result for the whole image fits the crystal better.")
	private String background = "off";

	@Parameter(label = "Denoise", choices = { "off", "on", "search" }, persist = false,
		description = "Smooths by a tenth of the columns' shortest distance; search: if the result for the whole image fits the crystal better.")
	private String denoise = "off";

	@Parameter(label = "Search", choices = { "auto", "exact", "bayesian", "scalarised", "nsga2",
		"grid", "sobol", "random" }, persist = false,
		description = "exact: every threshold and overlap at a few sigma settings. auto: exact unless there are too many maxima, then bayesian. The others try at most as many parameter sets a window as given below, and begin with what suits its neighbours.")
	private String engine = "auto";

	@Parameter(label = "Evaluations", min = "1", persist = false,
		description = "How many parameter sets any search but the exact one tries in the whole image, and at most in a window.")
	private int evaluations = 60;

	@Parameter(label = "Seed", persist = false,
		description = "Of any search but the exact one: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Refine positions", choices = { "none", "quadratic", "gaussian" },
		persist = false,
		description = "Of the merged atoms. none: the pixel. quadratic: a parabola through the responses around it. gaussian: a Gaussian fitted to each column, with standard errors.")
	private String refine = "gaussian";

	@Parameter(label = "Elliptic columns", persist = false,
		description = "Whether fitted Gaussians may be wider along one direction.")
	private boolean elliptic = false;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where tables, maps and the study are written.")
	private File output_folder = new File("");

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of its Pareto front the whole image and each window take: nearest to no error at all (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Count reward", choices = { "band", "paper" }, persist = false,
		description = "band: distance to the band of counts that are possible in the window. paper: distance to the expected number.")
	private String count_reward = "band";

	@Parameter(label = "Too close below (fraction of ideal)", min = "0", max = "1",
		stepSize = "0.05", style = "format:0.###", persist = false,
		description = "An atom is an error if its four nearest neighbours are closer together than this fraction of the smallest sum in the ideal crystal.")
	private double ds_fraction = 0.8;

	@Parameter(label = "Normalization", choices = { "min-max", "noise", "none" }, persist = false,
		description = "The unit of the threshold, the same in all windows: the analysed area's grey values from 0 to 1, multiples of the pixel noise, or grey values as they are.")
	private String normalization = "min-max";

	@Parameter(label = "Number of sigmas", min = "1", persist = false,
		description = "How many scales are tried between the smallest and the largest sigma.")
	private int num_sigma = 10;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		new WindowOptimization(request(AnalysedImage.of(image)), window_size, stride, this::note).run(
			progress);
	}

	private OptimizationRequest request(final AnalysedImage analysed) {
		return new OptimizationRequest(analysed, settings(), choice(SearchEngine.class, "engine", engine),
			new StopRule(evaluations, false), choice(Pick.class, "pick", pick), seed, choice(
				Refinement.class, "refine", refine), new FitOptions(elliptic, true), path(output_folder), null,
			macroLine());
	}

	@Override
	public Form form() {
		return WindowForm.of(image);
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return new WindowOptimization(request(analysed), window_size, stride, this::note).outlook(
			pixel_size > 0, find, progress);
	}

	private AtomFindingSettings settings() {
		return new AtomFindingSettings(LatticeChoice.of(lattice, lattice_file), PixelSize.nanometres(
			image, pixel_size, pixel_unit), new PreparationOptions(choice(Step.class, "background",
				background), choice(Step.class, "denoise", denoise), choice(Atoms.class, "contrast",
					contrast)), choice(Normalization.class, "normalization", normalization), choice(
						CountRule.class, "count_reward", count_reward), ds_fraction, pixel_tolerance, num_sigma, null,
			null, null, null);
	}
}
