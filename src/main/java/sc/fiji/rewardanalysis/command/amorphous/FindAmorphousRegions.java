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
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.RegionScene;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.FeatureSet;
import sc.fiji.rewardanalysis.core.workflow.amorphous.MaskRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.MapWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** GMM* with parameters that are given: atoms are clustered by their surroundings. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + FindAmorphousRegions.LEAF)
public final class FindAmorphousRegions extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Find Amorphous Regions...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Atoms from", choices = { "automatic", "overlay", "selection", "manager",
		"file" }, persist = false,
		description = "overlay: what Optimize Atom Finding or Find Atoms left on the image. selection: the point selection. manager: the ROI Manager. automatic: the file if one is given, else the overlay, else the point selection.")
	private String atoms_from = "automatic";

	@Parameter(label = "File of atoms (.csv)", style = "open", persist = false,
		description = "A table with columns x_px and y_px, such as an atoms.csv. Empty: none.")
	private File atoms_file = new File("");

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "What the beam looks along. unknown: its translations are found from the atoms; custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

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

	@Parameter(label = "Tell atoms apart by", choices = { "pixels", "geometry", "both" },
		persist = false,
		description = "pixels: the image around each atom. geometry: how regular the positions of its neighbours are. both: side by side.")
	private String features = "both";

	@Parameter(label = "Window (nm; 0: automatic)", min = "0", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Side of the square around each atom. 0: two times the distance of nearest atoms. Atoms whose window reaches beyond the image are judged by their disorder alone.")
	private double window = 0;

	@Parameter(label = "Normalization of windows", choices = { "offset", "standard", "none" },
		persist = false,
		description = "offset: the mean brightness of each window doesn't count. standard: nor does its contrast. none: both count.")
	private String normalization = "offset";

	@Parameter(label = "Principal components", min = "1", max = "50", persist = false,
		description = "How many the windows are reduced to. More tell finer differences, and noise.")
	private int dimensions = 4;

	@Parameter(label = "Model", choices = { "mixture", "kmeans" }, persist = false,
		description = "mixture: Gaussians, which may be of different size and shape. kmeans: classes of the same size, an atom is in one or not.")
	private String model = "mixture";

	@Parameter(label = "Number of components", min = "2", max = "8", persist = false,
		description = "One of them is the amorphous one. More than two where kinds of columns differ more than crystal and amorphous do.")
	private int components = 2;

	@Parameter(label = "Covariance", choices = { "full", "tied", "diagonal", "spherical" },
		persist = false,
		description = "What shapes the mixture's components may have: each its own, all the same, along the axes, spheres.")
	private String covariance = "tied";

	@Parameter(label = "The amorphous component has", choices = { "disorder", "spread", "rarest" },
		persist = false,
		description = "disorder: the atoms farthest from where the crystal wants them. spread: the features that scatter the most. rarest: the fewest atoms.")
	private String amorphous = "disorder";

	@Parameter(label = "Threshold of the probability", min = "0", max = "1", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "What is amorphous with a higher probability is a region. Lower it for larger regions.")
	private double threshold = 0.5;

	@Parameter(label = "Pixels of an atom", choices = { "nearest", "boxes" }, persist = false,
		description = "nearest: those that are nearer to it than to any other atom. boxes: its window, as in the paper's script.")
	private String mask = "nearest";

	@Parameter(label = "Smoothing (nm; -1: automatic)", min = "-1", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Sigma of a Gaussian over the map of probabilities, so that single atoms make no region; only for \"nearest\". -1: the distance of nearest atoms.")
	private double smoothing = -1;

	@Parameter(label = "Dilation (nm; 0: off)", min = "0", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "By so much regions grow on all sides.")
	private double dilation = 0;

	@Parameter(label = "Fewest atoms of a region", min = "1", persist = false,
		description = "Smaller regions are dropped.")
	private int fewest_atoms = RegionRule.FEWEST_ATOMS;

	@Parameter(label = "Least disorder (times the crystal's)", min = "0", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "A region is dropped if its atoms' surroundings aren't so many times as disordered as those of the other atoms. 0: none is. Clusters of chance in simulated perfect crystals stayed below 3.")
	private double least_contrast = RegionRule.LEAST_CONTRAST;

	@Parameter(label = "Seed", persist = false,
		description = "Of the model's random starts: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Show the map of probabilities", persist = false,
		description = "As an image of its own; in the output folder it is anyway.")
	private boolean show_map = true;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where regions.csv, regions.tif, atoms.csv, the map of probabilities and pictures are written.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		final RegionSettings settings = settings();
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		RegionScene.checkKept(atoms_file, output_folder);
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note("Only slice " + analysed.slice() + " of " + slices + " is analysed.");
		final long start = System.nanoTime();
		final FoundRegions found = FoundRegions.of(scene(analysed), settings, rule(), seed, progress);
		if (isGiven(output_folder)) {
			final String why = found.write(output_folder.toPath(), () -> (System.nanoTime() - start) * 1e-9,
				seed, macroLine(), progress);
			if (!why.isEmpty()) note(why);
		}
		progress.checkCanceled();
		found.view().show();
		note(found.report().verdict());
		final ImagePlus beside = show_map ? MapWindow.show(found.view().probability(found.map()), image)
			: image;
		TableWindow.show(found.report().regions(), "Amorphous regions of " + image.getTitle(), beside);
	}

	private RegionScene scene(final AnalysedImage analysed) {
		return RegionScene.of(analysed, choice(AtomSource.class, "atoms_from", atoms_from), atoms_file,
			LatticeChoice.known(lattice, lattice_file), PixelSize.nanometres(image, pixel_size, pixel_unit));
	}

	private AmorphousRule rule() {
		return choice(AmorphousRule.class, "amorphous", amorphous);
	}

	RegionSettings settings() {
		return new RegionSettings(choice(FeatureSet.class, "features", features), window, choice(
			PatchNormalization.class, "normalization", normalization), dimensions, choice(ModelType.class,
				"model", model), components, choice(CovarianceType.class, "covariance", covariance), choice(
					MaskRule.class, "mask", mask), threshold, smoothing, dilation, fewest_atoms, least_contrast);
	}

	@Override
	public Form form() {
		return RegionForms.findAmorphousRegions();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final RegionSettings settings = settings();
		final RegionScene scene = scene(analysed);
		return RegionOutlook.of(scene, pixel_size > 0, settings, find ? FoundRegions.of(scene, settings,
			rule(), seed, progress) : null);
	}
}
