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

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.io.PhysicsFiles;
import sc.fiji.rewardanalysis.core.io.PhysicsRun;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Says what crystal an image may show, and at what scale, with the errors. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + EstimatePhysics.LEAF)
public final class EstimatePhysics extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Estimate Physics...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Atoms are", choices = { "bright", "dark" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images. Only for the number of columns in a cell.")
	private String contrast = "bright";

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "If it is known, a pixel size is proposed. unknown: crystals are only ranked. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below, if it is known. With neither, crystals are ranked by the shape of their cells only.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Select the sample", persist = false,
		description = "Whether what is no vacuum becomes the image's selection, so that the other commands expect columns there only. Off: the selection stays as it is.")
	private boolean select_sample = false;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where physics.csv, physics.json, crystals.csv, summary.txt, the sample's mask and pictures are written.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final long start = System.nanoTime();
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note(String.format(Locale.ROOT, "Only slice %d of %d is analysed.", analysed
			.slice(), slices));
		final Lattice crystal = crystal();
		final double pixelSize = pixelSize();
		final Progress most = progress.part(0, 0.8);
		// Parts of it ask too seldom whether to cancel.
		final PhysicsEstimate estimate = Waiting.unlessCancelled(() -> PhysicsEstimation.of(analysed
			.pixels(), analysed.area(), contrast(), most), most);
		final PhysicsRun run = new PhysicsRun(analysed.run(analysed.hash(), start, macroLine()),
			contrast(), pixelSize, pixel_size > 0 ? "as given" : "from the image");
		new PhysicsReport(analysed, PhysicsFiles.of(estimate, crystal, LatticeChoice.candidates(crystal),
			run)).of(path(output_folder), select_sample, this::note, () -> window().place(), progress.part(0.8,
				1));
	}

	private Contrast contrast() {
		return choice(Contrast.class, "contrast", contrast);
	}

	/** Null if it isn't known. */
	private Lattice crystal() {
		return LatticeChoice.known(lattice, lattice_file);
	}

	/** NaN if it isn't known. */
	private double pixelSize() {
		return pixel_size == 0 ? PixelSize.known(image) : PixelSize.nanometres(image, pixel_size,
			pixel_unit);
	}

	@Override
	public Form form() {
		return PhysicsForms.estimatePhysics();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return PhysicsForms.outlook(analysed, contrast(), crystal(), pixelSize(), find, progress);
	}
}
