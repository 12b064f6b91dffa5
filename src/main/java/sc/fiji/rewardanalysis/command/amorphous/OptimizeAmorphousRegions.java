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

package sc.fiji.rewardanalysis.command.amorphous;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionObjectives;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSearchSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/**
 * GMM*: maps amorphous regions with the parameters whose regions are worth the most.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + OptimizeAmorphousRegions.LEAF)
public final class OptimizeAmorphousRegions extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Optimize Amorphous Regions...";

	/** The choice that leaves a choice to the search. */
	private static final String SEARCH = "search";

	/** What the command that finds regions with given parameters needs, too. */
	private static final List<String> SHARED = List.of("atoms_from", "atoms_file", "lattice",
		"lattice_file", "pixel_size", "pixel_unit");

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Atoms from", choices = { "automatic", "overlay", "selection", "manager",
		"file" }, persist = false,
		description = "automatic: the file below if one is given, else the overlay that a search left, else the point selection. manager: ImageJ's ROI Manager. Of a stack, those of the slice that is shown.")
	private String atoms_from = "automatic";

	@Parameter(label = "File of atoms (.csv)", style = "open", persist = false,
		description = "An atoms.csv of the suite, or any table with the columns x and y in px of the image.")
	private File atoms_file = new File("");

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "Where atoms should be: what is displaced the most is amorphous. unknown: from the atoms themselves; custom: from the file below.")
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

	@Parameter(label = "Objectives", choices = { "separation", "paper", "script" }, persist = false,
		description = "separation: regions hold the disordered atoms and no others, have short outlines and are compact. paper: compact and short outlines, as in the paper's text. script: short outlines and the least compactness, as in the paper's script, which favours ragged regions.")
	private String objectives = "separation";

	@Parameter(label = "Search", choices = { "auto", "bayesian", "scalarised", "nsga2", "grid", "sobol",
		"random" }, persist = false,
		description = "How parameter sets are chosen. auto: bayesian, which learns each objective; scalarised learns a random mixture of them; nsga2 is a genetic algorithm that needs a thousand and more; grid, sobol and random learn nothing.")
	private String engine = "auto";

	@Parameter(label = "Evaluations", min = "1", persist = false,
		description = "How many parameter sets are tried.")
	private int evaluations = 60;

	@Parameter(label = "Stop early", persist = false,
		description = "Whether the search ends once nothing is left to gain: when 12 parameter sets in a row gained next to nothing and no more is expected of the next.")
	private boolean stop_early = false;

	@Parameter(label = "Seed", persist = false,
		description = "Of the search and of the models' random starts: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Warm start from journal (.jsonl)", style = "open", persist = false,
		description = "Of an earlier search of a similar image: its best solutions are tried first. Empty: none.")
	private File warm_start = new File("");

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of the Pareto front is shown first: nearest to the ideal (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where regions, tables, plots and the study are written.")
	private File output_folder = new File("");

	@Parameter(label = "Tell atoms apart by", choices = { SEARCH, "pixels", "geometry", "both" },
		persist = false,
		description = "pixels: principal components of the image around each atom. geometry: how regular its neighbours are. both: side by side. search: whichever is worth more.")
	private String features = SEARCH;

	@Parameter(label = "Model", choices = { SEARCH, "mixture", "kmeans" }, persist = false,
		description = "What finds the classes. mixture: a Gaussian mixture with soft classes. kmeans: hard classes of one size. search: whichever is worth more.")
	private String model = SEARCH;

	@Parameter(label = "Covariance of mixtures", choices = { SEARCH, "full", "tied", "diagonal",
		"spherical" }, persist = false,
		description = "What shapes classes may have. full: ellipsoids. tied: the same ellipsoid for all. diagonal: ellipsoids along the axes. spherical: spheres. search: whichever is worth more.")
	private String covariance = SEARCH;

	@Parameter(label = "Amorphous class", choices = { "disorder", "spread", "rarest" },
		persist = false,
		description = "Which class is the amorphous one. disorder: whose atoms are displaced the most from where the crystal wants them. spread: whose features scatter the most. rarest: that has the fewest atoms. None depends on the sign of a principal component.")
	private String amorphous = "disorder";

	@Parameter(label = "Normalization of windows", choices = { "none", "offset", "standard" },
		persist = false,
		description = "Of the image around each atom. offset: its mean becomes 0, so that the background doesn't count. standard: the contrast doesn't count, either.")
	private String normalization = "offset";

	@Parameter(label = "Window from (nm)", style = "format:0.###", persist = false,
		description = "Range of the side of the patch around each atom. -1 for both ends: 1.25 to 4 times the distance of neighbours. Equal ends fix it.")
	private double window_low = AUTOMATIC;

	@Parameter(label = "Window to (nm)", style = "format:0.###", persist = false,
		description = "Its upper end. A larger window sees more neighbours and tells less where a region ends.")
	private double window_high = AUTOMATIC;

	@Parameter(label = "Principal components from", min = "1", max = "50", persist = false,
		description = "Range of how many principal components of the patches are kept. Equal ends fix it.")
	private int dimensions_low = 2;

	@Parameter(label = "Principal components to", min = "1", max = "50", persist = false,
		description = "Its upper end. The last ones are mostly noise.")
	private int dimensions_high = 12;

	@Parameter(label = "Classes from", min = "2", max = "8", persist = false,
		description = "Range of the number of classes of atoms, one of which is the amorphous one. Equal ends fix it.")
	private int components_low = 2;

	@Parameter(label = "Classes to", min = "2", max = "8", persist = false,
		description = "Its upper end.")
	private int components_high = 8;

	@Parameter(label = "Threshold from", min = "0", max = "1", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Range of the probability above which a pixel is amorphous. Equal ends fix it.")
	private double threshold_low = 0.1;

	@Parameter(label = "Threshold to", min = "0", max = "1", stepSize = "0.05",
		style = "format:0.###", persist = false, description = "Its upper end. The higher, the smaller are regions.")
	private double threshold_high = 0.9;

	@Parameter(label = "Smoothing from (nm)", style = "format:0.###", persist = false,
		description = "Range of the standard deviation of the Gaussian that the map of probabilities is blurred with. -1 for both ends: none to 1.5 times the distance of neighbours. Equal ends fix it.")
	private double smoothing_low = AUTOMATIC;

	@Parameter(label = "Smoothing to (nm)", style = "format:0.###", persist = false,
		description = "Its upper end. Fills gaps and rounds outlines.")
	private double smoothing_high = AUTOMATIC;

	@Parameter(label = "Dilation from (nm)", style = "format:0.###", persist = false,
		description = "Range of the distance by which regions grow. -1 for both ends: none to half the distance of neighbours. Equal ends fix it.")
	private double dilation_low = AUTOMATIC;

	@Parameter(label = "Dilation to (nm)", style = "format:0.###", persist = false,
		description = "Its upper end.")
	private double dilation_high = AUTOMATIC;

	@Parameter(label = "An atom stands for", choices = { "nearest", "boxes" }, persist = false,
		description = "nearest: the pixels that are nearer to it than to any other atom. boxes: those of the window around it, as in the paper's script; there is no smoothing then.")
	private String mask = "nearest";

	@Parameter(label = "Fewest atoms of a region", min = "1", persist = false,
		description = "Regions of fewer atoms are dropped.")
	private int fewest_atoms = RegionRule.FEWEST_ATOMS;

	@Parameter(label = "Least contrast of a region", min = "0", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "Regions are dropped whose atoms' surroundings aren't so many times as disordered as those of the other atoms; in simulated perfect crystals none was. 0 keeps all.")
	private double least_contrast = RegionRule.LEAST_CONTRAST;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		RegionScene.checkKept(atoms_file, output_folder);
		new RegionOptimization(request(AnalysedImage.of(image)), window(), this::note).run(progress);
	}

	private RegionRequest request(final AnalysedImage analysed) {
		final RegionSearchSettings settings = settings();
		final SearchRequest search = new SearchRequest(choice(SearchEngine.class, "engine", engine),
			new StopRule(evaluations, stop_early), choice(Pick.class, "pick", pick), seed, path(
				output_folder), path(warm_start), macroLine());
		return new RegionRequest(RegionScene.of(analysed, choice(AtomSource.class, "atoms_from",
			atoms_from), atoms_file, LatticeChoice.known(lattice, lattice_file), PixelSize.nanometres(image,
				pixel_size, pixel_unit)), settings, search, options(
				SHARED::contains) + " ");
	}

	@Override
	public Form form() {
		return RegionForms.optimizeAmorphousRegions();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return RegionSearchOutlook.of(request(analysed), pixel_size > 0, find
			? new FindAmorphousRegions().settings() : null, progress);
	}

	private RegionSearchSettings settings() {
		return new RegionSearchSettings(choice(RegionObjectives.class, "objectives", objectives), choice(AmorphousRule.class, "amorphous",
				amorphous), choices(FeatureSet.class, "features", features), choices(ModelType.class, "model",
					model), choices(CovarianceType.class, "covariance", covariance), choice(
						PatchNormalization.class, "normalization", normalization), range("window", window_low,
							window_high), range("dimensions", dimensions_low, dimensions_high), range("components",
								components_low, components_high), range("threshold", threshold_low, threshold_high),
			range("smoothing", smoothing_low, smoothing_high), range("dilation", dilation_low,
				dilation_high), choice(MaskRule.class, "mask", mask), fewest_atoms, least_contrast);
	}

	/** The one that was chosen, or all of them. */
	private static <E extends Enum<E>> List<E> choices(final Class<E> type, final String name,
		final String value)
	{
		return value.equals(SEARCH) ? Arrays.asList(type.getEnumConstants()) : List.of(choice(type, name,
			value));
	}
}
