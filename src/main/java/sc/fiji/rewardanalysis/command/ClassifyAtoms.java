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
import java.util.Locale;
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
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.io.ClassFiles;
import sc.fiji.rewardanalysis.core.io.ClassRun;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationSettings;
import sc.fiji.rewardanalysis.core.workflow.classes.PassSettings;
import sc.fiji.rewardanalysis.core.workflow.classes.Split;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Tells atoms apart by the image around them: species, then the orientations of one. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + ClassifyAtoms.LEAF)
public final class ClassifyAtoms extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Classify Atoms...";

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
		description = "Only for names: classes are named after the cell's species if brightness and numbers of atoms leave no choice. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below. Needed only if the window is given in nm.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Window (0: automatic)", min = "0", stepSize = "0.05", style = "format:0.###",
		persist = false,
		description = "Side of the square around each atom. 0: 2.6 times the typical distance of nearest atoms. Atoms whose window reaches over the edge get no class.")
	private double window = 0;

	@Parameter(label = "Unit of the window", choices = { "nm", "px" }, persist = false,
		description = "Of the window, if one is given.")
	private String window_unit = "nm";

	@Parameter(label = "Normalization of windows", choices = { "standard", "offset", "none" },
		persist = false,
		description = "standard: neither the mean brightness nor the contrast of a window counts, only its shape. offset: the contrast does. none: both do.")
	private String normalization = "standard";

	@Parameter(label = "Treat half turns as equal", persist = false,
		description = "Whether each window is averaged with itself turned by 180 degrees, so that orientations of a species fall together. Never in the second pass, which tells them apart.")
	private boolean two_fold = true;

	@Parameter(label = "Principal components", min = "1", max = "50", persist = false,
		description = "How many the windows are reduced to. More tell finer differences, and noise.")
	private int dimensions = PassSettings.DIMENSIONS;

	@Parameter(label = "Covariance", choices = { "full", "tied", "diagonal", "spherical" },
		persist = false,
		description = "What shapes classes may have: each its own, all the same, along the axes, spheres.")
	private String covariance = "full";

	@Parameter(label = "Number of classes (0: suggested)", min = "0", max = "8", persist = false,
		description = "Components of the mixture, 2 to 8. 0: those of 2 to 8 that the criterion suggests.")
	private int components = PassSettings.SUGGESTED;

	@Parameter(label = "Suggested by", choices = { "icl", "bic", "aic" }, persist = false,
		description = "icl: as many as can be told apart. bic, aic: as many as describe the data, often more. Only if the number is suggested.")
	private String criterion = "icl";

	@Parameter(label = "Split in a second pass", choices = { "none", "brightest", "largest", "1", "2",
		"3", "4", "5", "6", "7", "8" }, persist = false,
		description = "A class that is told apart once more, by itself and by direction: Ba in YBa2Cu3O7 becomes Ba1 and Ba2. Classes are numbered by falling brightness.")
	private String split_class = "none";

	@Parameter(label = "Into (0: suggested)", min = "0", max = "8", persist = false,
		description = "How many classes the second pass makes of it, 2 to 8. 0: as the criterion suggests.")
	private int split_into = 2;

	@Parameter(label = "Names of the classes (.csv)", style = "open", persist = false,
		description = "A table with columns class, a number from 1, and name, such as the classes.csv of an earlier run. Empty: none.")
	private File names_file = new File("");

	@Parameter(label = "Seed", persist = false,
		description = "Of the mixtures' random starts: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where atoms.csv, classes.csv, criteria.csv, summary.txt and pictures are written.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		RegionScene.checkKept(atoms_file, output_folder);
		final long start = System.nanoTime();
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note(String.format(Locale.ROOT, "Only slice %d of %d is analysed.", analysed
			.slice(), slices));
		final RegionScene scene = scene(analysed);
		final AtomClassification found = classified(scene, settings(), progress.part(0, 0.9));
		final ClassRun run = new ClassRun(image.getTitle(), image.getWidth(), image.getHeight(), analysed
			.slice(), analysed.x(), analysed.y(), scene.pixelSize(), scene.atoms().origin(), (System
				.nanoTime() - start) * 1e-9, macroLine());
		new ClassReport(scene, new ClassFiles(found, run), isGiven(output_folder) ? output_folder.toPath()
			: null).of(this::note, window()::place, progress.again().part(0.9, 1));
	}

	private RegionScene scene(final AnalysedImage analysed) {
		return RegionScene.of(analysed, choice(AtomSource.class, "atoms_from", atoms_from), atoms_file,
			LatticeChoice.known(lattice, lattice_file), pixelSize());
	}

	private AtomClassification classified(final RegionScene scene,
		final ClassificationSettings settings, final Progress progress)
	{
		final AtomClassification found = AtomClassification.of(scene.analysed().pixels(), scene.analysed()
			.area(), scene.inBox(), settings, progress);
		return isGiven(names_file) ? found.named(ClassFiles.names(names_file.toPath(), found.names()))
			: found;
	}

	private ClassificationSettings settings() {
		return new ClassificationSettings(windowPx(), choice(PatchNormalization.class, "normalization",
			normalization), new PassSettings(two_fold, dimensions, choice(CovarianceType.class, "covariance",
				covariance), components, choice(Criterion.class, "criterion", criterion), seed), Split.of(
					split_class), split_into, LatticeChoice.known(lattice, lattice_file));
	}

	/** What the window may be given in. */
	private enum Unit {
			NM, PX
	}

	private double windowPx() {
		if (choice(Unit.class, "window_unit", window_unit) == Unit.PX || window <= 0) return Math.max(0,
			window);
		return window / PixelSize.nanometres(image, pixel_size, pixel_unit);
	}

	/** NaN if it isn't known; then lengths are in px. */
	private double pixelSize() {
		if (pixel_size > 0) return PixelSize.nanometres(image, pixel_size, pixel_unit);
		try {
			return PixelSize.ofImage(image);
		}
		catch (final RewardAnalysisException exc) {
			return Double.NaN;
		}
	}

	@Override
	public Form form() {
		return ClassForms.classifyAtoms(image);
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final ClassificationSettings settings = settings();
		final RegionScene scene = scene(analysed);
		return ClassForms.outlook(scene, settings, find ? classified(scene, settings, progress) : null,
			progress);
	}
}
