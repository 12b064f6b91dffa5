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
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/**
 * LoG*: finds atoms with the parameters whose result agrees best with the crystal.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + OptimizeAtomFinding.LEAF)
public final class OptimizeAtomFinding extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Optimize Atom Finding...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Slices of a stack", choices = { "current", "mean", "worst", "rank" },
		persist = false,
		description = "current: the slice that is shown. Otherwise one parameter set for all slices, by the mean or the worst of their errors, or by their mean rank, in which no slice counts more than another.")
	private String slices = "current";

	@Parameter(label = "Hold out every k-th slice (0: none)", min = "0", persist = false,
		description = "With one parameter set for all slices: so many slices apart lie those that the search never sees, which tell how it does on others. 3: slices 3, 6, 9.")
	private int held_out = 0;

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
		persist = false,
		description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Pixel size may be wrong by (fraction)", min = "0", max = "0.5",
		stepSize = "0.005", style = "format:0.####", persist = false,
		description = "Uncertainty of the calibration and scan distortion: so much wider is the band of possible counts. 0.02 is 2 %.")
	private double pixel_tolerance = 0.02;

	@Parameter(label = "Atoms are", choices = { "bright", "dark", "search" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images; search: whichever fits the crystal better.")
	private String contrast = "bright";

	@Parameter(label = "Subtract background", choices = { "off", "on", "search" }, persist = false,
		description = "Takes away what changes over more than half the longer cell edge; search: if the result fits the crystal better.")
	private String background = "off";

	@Parameter(label = "Denoise", choices = { "off", "on", "search" }, persist = false,
		description = "Smooths by a tenth of the columns' shortest distance; search: if the result fits the crystal better.")
	private String denoise = "off";

	@Parameter(label = "Search", choices = { "auto", "exact", "bayesian", "scalarised", "nsga2",
		"grid", "sobol", "random" }, persist = false,
		description = "exact: every threshold and overlap at a few sigma settings. auto: exact unless the image has too many maxima, then bayesian. The others try as many parameter sets as given below: bayesian learns each error, scalarised a random mixture of them; nsga2 is a genetic algorithm that needs a thousand and more; grid, sobol and random learn nothing.")
	private String engine = "auto";

	@Parameter(label = "Evaluations", min = "1", persist = false,
		description = "How many parameter sets any search but the exact one tries.")
	private int evaluations = 60;

	@Parameter(label = "Stop early", persist = false,
		description = "Whether any search but the exact one ends once nothing is left to gain: 12 parameter sets after one without any error, so that there are several to choose from, or when 12 in a row gained next to nothing and no more is expected of the next.")
	private boolean stop_early = false;

	@Parameter(label = "Seed", persist = false,
		description = "Of any search but the exact one: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Refine positions", choices = { "none", "quadratic", "gaussian" },
		persist = false,
		description = "Of the picked solution. none: the pixel. quadratic: a parabola through the responses around it. gaussian: a Gaussian fitted to each column, with standard errors.")
	private String refine = "gaussian";

	@Parameter(label = "Elliptic columns", persist = false,
		description = "Whether fitted Gaussians may be wider along one direction.")
	private boolean elliptic = false;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where tables, plots and the study are written.")
	private File output_folder = new File("");

	@Parameter(label = "Warm start from an earlier run", style = "open",
		persist = false,
		description = "Output folder, study.json or journal (.jsonl) of a search of a similar image or stack. auto and exact then follow its solution: they look near its sigmas and search everything only if that won't do. Other searches, and all of a stack, try its best solutions first. Empty: none.")
	private File warm_start = new File("");

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of the Pareto front is shown first: nearest to no error at all (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Count reward", choices = { "band", "paper" }, persist = false,
		description = "band: no error while the count is possible for the crystal, wherever it sits in the frame. paper: plain distance to the expected number.")
	private String count_reward = "band";

	@Parameter(label = "Too close below (fraction of ideal)", min = "0", max = "1",
		stepSize = "0.05", style = "format:0.###", persist = false,
		description = "An atom is an error if its four nearest neighbours are closer together than this fraction of the smallest sum in the ideal crystal.")
	private double ds_fraction = 0.8;

	@Parameter(label = "Normalization", choices = { "min-max", "noise", "none" }, persist = false,
		description = "The unit of the threshold: the analysed area's grey values from 0 to 1, multiples of the pixel noise, or grey values as they are.")
	private String normalization = "min-max";

	@Parameter(label = "Number of sigmas", min = "1", persist = false,
		description = "How many scales are tried between the smallest and the largest sigma.")
	private int num_sigma = 10;

	@Parameter(label = "Smallest sigma from (px)", style = "format:0.###", persist = false,
		description = "Range of the standard deviation of the smallest blobs. -1 for both ends: derived from crystal and pixel size. Equal ends fix it.")
	private double min_sigma_low = AUTOMATIC;

	@Parameter(label = "Smallest sigma to (px)", style = "format:0.###", persist = false,
		description = "Its upper end. Too large a value drops small columns.")
	private double min_sigma_high = AUTOMATIC;

	@Parameter(label = "Largest sigma from (px)", style = "format:0.###", persist = false,
		description = "Range of the standard deviation of the largest blobs. -1 for both ends: derived from crystal and pixel size. Equal ends fix it.")
	private double max_sigma_low = AUTOMATIC;

	@Parameter(label = "Largest sigma to (px)", style = "format:0.###", persist = false,
		description = "Its upper end. Above half the distance of columns, neighbours merge into one blob.")
	private double max_sigma_high = AUTOMATIC;

	@Parameter(label = "Threshold from", style = "format:0.#####", persist = false,
		description = "Range of the threshold, in the unit that the normalization gives. -1 for both ends: derived from crystal and pixel size. Equal ends fix it.")
	private double threshold_low = AUTOMATIC;

	@Parameter(label = "Threshold to", style = "format:0.#####", persist = false,
		description = "Its upper end. The higher, the fewer faint atoms are found.")
	private double threshold_high = AUTOMATIC;

	@Parameter(label = "Overlap from", style = "format:0.###", persist = false,
		description = "Range of the overlap, 0 to 1: of two blobs that share more of the smaller one, one is dropped. -1 for both ends: derived from crystal and pixel size. Equal ends fix it.")
	private double overlap_low = AUTOMATIC;

	@Parameter(label = "Overlap to", style = "format:0.###", persist = false,
		description = "Its upper end. Near 1, two blobs may lie on one atom.")
	private double overlap_high = AUTOMATIC;

	@Override
	protected String leaf() {
		return LEAF;
	}

	/** Which slices are searched, and how their errors are pooled. */
	private enum Slices {
			CURRENT, MEAN, WORST, RANK
	}

	@Override
	protected void analyse(final Progress progress) {
		final Slices which = choice(Slices.class, "slices", slices);
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final OptimizationRequest request = request(AnalysedImage.of(image));
		if (which == Slices.CURRENT) new ImageOptimization(request, window(), this::note).run(
			progress);
		else stack(which, request).run(progress);
	}

	private StackOptimization stack(final Slices which, final OptimizationRequest request) {
		return new StackOptimization(request, Pooling.valueOf(which.name()), held_out, window(),
			this::note);
	}

	/** What is asked for, of the slice that is shown. */
	public OptimizationRequest request(final AnalysedImage analysed) {
		return new OptimizationRequest(analysed, settings(), choice(SearchEngine.class, "engine", engine),
			new StopRule(evaluations, stop_early), choice(Pick.class, "pick", pick), seed, choice(
				Refinement.class, "refine", refine), new FitOptions(elliptic, true), path(output_folder), path(
					warm_start), macroLine());
	}

	@Override
	public Form form() {
		return AtomForms.optimizeAtomFinding(image);
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final Slices which = choice(Slices.class, "slices", slices);
		final OptimizationRequest request = suggesting(analysed, progress);
		if (which == Slices.CURRENT) return outlook(analysed, request, find, progress);
		// It complains if that can't be done.
		stack(which, request);
		return Outlooks.ofSlice(() -> outlook(analysed, request, find, progress));
	}

	/** Without a pixel size, complains with the one that the image's lattice suggests. */
	private OptimizationRequest suggesting(final AnalysedImage analysed, final Progress progress) {
		try {
			return request(analysed);
		}
		catch (final RewardAnalysisException exc) {
			if (pixel_size != 0 || PixelSize.known(image) > 0) throw exc;
			final String note = ImagePhysics.note(analysed, LatticeChoice.of(lattice, lattice_file),
				Double.NaN, true, progress);
			throw new RewardAnalysisException(exc, "%s", (exc.getMessage() + " " + note).strip());
		}
	}

	private Outlook outlook(final AnalysedImage analysed, final OptimizationRequest request,
		final boolean find, final Progress progress)
	{
		final AtomFindingTask task = new AtomFindingTask(analysed.pixels(), analysed.area(), request
			.settings(), progress);
		return Outlooks.ofSearch(task, image, pixel_size > 0, find ? AtomPreview.of(task, progress) : null,
			ImagePhysics.note(analysed, request.settings().lattice(), request.settings().pixelSize(), find,
				progress));
	}

	private AtomFindingSettings settings() {
		return new AtomFindingSettings(LatticeChoice.of(lattice, lattice_file), PixelSize.nanometres(
			image, pixel_size, pixel_unit), new PreparationOptions(choice(Step.class, "background",
				background), choice(Step.class, "denoise", denoise), choice(Atoms.class, "contrast",
					contrast)), choice(Normalization.class, "normalization", normalization), choice(CountRule.class,
					"count_reward", count_reward), ds_fraction, pixel_tolerance, num_sigma, range("min_sigma", min_sigma_low,
						min_sigma_high), range("max_sigma", max_sigma_low, max_sigma_high), range("threshold",
							threshold_low, threshold_high), range("overlap", overlap_low, overlap_high));
	}
}
