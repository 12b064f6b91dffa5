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

import java.io.File;
import java.util.Locale;
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
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.crystal.LatticeFit;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.crystal.ReferenceKind;
import sc.fiji.rewardanalysis.core.crystal.StrainKind;
import sc.fiji.rewardanalysis.core.crystal.Strains;
import sc.fiji.rewardanalysis.core.crystal.Sublattice;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Fits a crystal through an image's atoms: displacements, strain, vacancies, interstitials. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + FitLattice.LEAF)
public final class FitLattice extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Fit Lattice...";

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
		description = "unknown: the smallest cell that the atoms repeat in. A crystal needs the pixel size; strain is then also given relative to it. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below. A pixel size wrong by 1 % is a strain of 1 % relative to the crystal.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Displacements from", choices = { "global", "ideal", "region" },
		persist = false,
		description = "global: the lattice fitted to all atoms of a grain. ideal: the crystal with its own cell, turned as the grain is. region: the lattice fitted to the atoms in the area that is selected, continued over all of the image, for a strained film on a substrate.")
	private String reference = "global";

	@Parameter(label = "Strain", choices = { "small", "green-lagrange" }, persist = false,
		description = "With D the gradient of displacements. small: (D + D') / 2. green-lagrange: (F'F - 1) / 2 for F = 1 + D, which rotations don't change.")
	private String strain = "small";

	@Parameter(label = "Radius for strain (cells)", min = "1", max = "50", stepSize = "0.5",
		style = "format:0.##", persist = false,
		description = "Atoms within so many sides of the cell count for the strain at one: more of them blur it and lower its error.")
	private double strain_radius = Strains.RADIUS;

	@Parameter(label = "Offset of", choices = { "lightest", "heaviest" }, persist = false,
		description = "Species whose offset from the middle of its neighbours of other species is mapped, such as Ti in SrTiO3, as for polarisation. The table of atoms has it of every species.")
	private String offset_of = "lightest";

	@Parameter(label = "Tolerance (of the nearest distance)", min = "0.05", max = "0.5",
		stepSize = "0.05", style = "format:0.##", persist = false,
		description = "An atom farther from its site than this share of the distance of nearest sites is an interstitial.")
	private double tolerance = LatticeFit.TOLERANCE;

	@Parameter(label = "Arrows drawn longer by (0: automatic)", min = "0", max = "100000",
		persist = false, description = "Factor by which displacements are drawn longer than they are.")
	private int arrow_scale = 0;

	@Parameter(label = "Show maps of displacement and strain", persist = false,
		description = "A stack of the image's size, 32 bit; not a number where no atom is near.")
	private boolean show_maps = true;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where lattice.json, atoms.csv, defects.csv, strain.tif, pictures and summary.txt are written.")
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
		final LatticeScene scene = scene(AnalysedImage.of(image));
		if (AnalysedImage.slices(image) > 1) note(String.format(Locale.ROOT, "Only slice %d of %d is analysed.", scene
			.analysed().slice(), AnalysedImage.slices(image)));
		final LatticeReport report = new LatticeReport(scene, scene.fit(settings(), progress.part(0, 0.6)),
			arrow_scale, macroLine());
		report.of(isGiven(output_folder) ? output_folder.toPath() : null, show_maps, () -> (System
			.nanoTime() - start) * 1e-9, this::note, window()::place, progress.part(0.6, 1));
	}

	private LatticeScene scene(final AnalysedImage analysed) {
		final ReferenceKind kind = choice(ReferenceKind.class, "reference", reference);
		return LatticeScene.of(analysed, kind == ReferenceKind.REGION, choice(AtomSource.class, "atoms_from",
			atoms_from), atoms_file, LatticeChoice.known(lattice, lattice_file), pixelSize());
	}

	private LatticeSettings settings() {
		return new LatticeSettings(LatticeChoice.known(lattice, lattice_file), pixelSize(), choice(
			ReferenceKind.class, "reference", reference), choice(StrainKind.class, "strain", strain),
			strain_radius, tolerance, choice(Sublattice.class, "offset_of", offset_of));
	}

	/** NaN if it isn't known; then lengths are in px. */
	private double pixelSize() {
		if (pixel_size != 0) return PixelSize.nanometres(image, pixel_size, pixel_unit);
		try {
			return PixelSize.ofImage(image);
		}
		catch (final RewardAnalysisException exc) {
			// A crystal asks for it, and says why it isn't known.
			if (!LatticeChoice.UNKNOWN.equals(lattice)) return PixelSize.nanometres(image, 0, pixel_unit);
			return Double.NaN;
		}
	}

	@Override
	public Form form() {
		return LatticeForms.fitLattice();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return LatticeForms.outlook(scene(analysed), settings(), find, arrow_scale, progress);
	}
}
