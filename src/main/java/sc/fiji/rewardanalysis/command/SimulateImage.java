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
import java.nio.file.Path;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.SimulationFile;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Opened;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Simulates a HAADF image of a crystal whose atom positions are known. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + SimulateImage.LEAF)
public final class SimulateImage extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Simulate Image...";

	@Parameter(label = "Crystal and zone axis", choices = { "YBa2Cu3O7-100", "SrTiO3-001",
		"SrTiO3-110",
		"DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110", LatticeChoice.CUSTOM },
		persist = false,
		description = "What the beam looks along; custom: from the file below.")
	private String lattice = "YBa2Cu3O7-100";

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Width (px)", min = "8", persist = false,
		description = "Of the image. Width times pixel size is how much of the crystal is seen.")
	private int width = 256;

	@Parameter(label = "Height (px)", min = "8", persist = false,
		description = "Of the image.")
	private int height = 256;

	@Parameter(label = "Pixel size", min = "0", stepSize = "0.001", style = "format:0.######",
		persist = false,
		description = "Length of a pixel's side in the unit below: the smaller, the larger the atoms appear.")
	private double pixel_size = 0.015;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false,
		description = "Of the pixel size above.")
	private String pixel_unit = "nm";

	@Parameter(label = "Rotation (degrees)", style = "format:0.##", persist = false,
		description = "Clockwise on the screen.")
	private double rotation = 0;

	@Parameter(label = "Smallest column sigma (nm)", min = "0", stepSize = "0.005",
		style = "format:0.####", persist = false,
		description = "Each species gets a width of its own between the smallest and the largest.")
	private double column_sigma_min = 0.045;

	@Parameter(label = "Largest column sigma (nm)", min = "0", stepSize = "0.005",
		style = "format:0.####", persist = false,
		description = "Standard deviation of the widest columns; the larger, the more neighbours merge.")
	private double column_sigma_max = 0.06;

	@Parameter(label = "Gaussian noise (of the 0-1 image)", min = "0", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Standard deviation; the noise-free image spans 0 to 1.")
	private double noise = 0.1;

	@Parameter(label = "Dose (electrons per pixel; 0: no Poisson noise)", min = "0",
		style = "format:0.###", persist = false,
		description = "At brightness 1: the lower, the noisier the image.")
	private double dose = 0;

	@Parameter(label = "Drift along x (nm over the frame)", style = "format:0.###", persist = false,
		description = "How far the specimen moves to the right while the image is scanned: columns shear.")
	private double drift_x = 0;

	@Parameter(label = "Drift along y (nm over the frame)", style = "format:0.###", persist = false,
		description = "How far it moves down meanwhile: the image is stretched or compressed.")
	private double drift_y = 0;

	@Parameter(label = "Scan-line jitter (nm)", min = "0", stepSize = "0.005",
		style = "format:0.####", persist = false,
		description = "Standard deviation of each line's shift along x.")
	private double row_jitter = 0;

	@Parameter(label = "Thickness gradient", stepSize = "0.05", style = "format:0.###",
		persist = false, description = "Relative change of brightness from the centre to the edge.")
	private double thickness_gradient = 0.15;

	@Parameter(label = "Defocus gradient (nm)", min = "0", stepSize = "0.01", style = "format:0.####",
		persist = false,
		description = "Standard deviation of the blur at the right edge; it grows evenly from none at the left edge, as if the specimen were tilted.")
	private double defocus_gradient = 0;

	@Parameter(label = "Noise gradient", min = "-1", max = "1", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "Relative change of the Gaussian noise from the centre to the right edge. 0.8: a fifth of it at the left edge, 1.8 times at the right one.")
	private double noise_gradient = 0;

	@Parameter(label = "Amorphous fraction of the area", min = "0", max = "1", stepSize = "0.05",
		style = "format:0.###", persist = false,
		description = "Zones in which columns are displaced at random, so that there is no lattice any more.")
	private double amorphous_fraction = 0;

	@Parameter(label = "Shape of the amorphous zones", choices = { "random", "disc", "band", "ring",
		"lobes" }, persist = false,
		description = "random: several ragged zones; lobes: two discs. Place and direction follow from the seed, the size from the fraction.")
	private String amorphous_shape = "random";

	@Parameter(label = "Nanoparticle radius (nm; 0: none)", min = "0", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "Of one embedded particle with another lattice; 0 leaves it out.")
	private double nanoparticle_radius = 0;

	@Parameter(label = "Seed", persist = false,
		description = "The same seed gives the same image.")
	private long seed = 1;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where the image, the true positions (.csv), the amorphous zones (.tif) and the parameters (.json) are written.")
	private File output_folder = new File("");

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus simulated;

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	public Form form() {
		return SimulationForm.simulateImage();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return Outlooks.ofSimulation(parameters());
	}

	private SimulationParameters parameters() {
		return SimulationParameters.builder(LatticeChoice.of(lattice,
			lattice_file)).size(width, height).pixelSize(PixelSize.nanometres(null, pixel_size,
				pixel_unit)).rotation(rotation).sigma(column_sigma_min, column_sigma_max).noise(noise).dose(
					dose).drift(drift_x, drift_y).rowJitter(row_jitter).thicknessGradient(thickness_gradient)
			.amorphousFraction(amorphous_fraction).amorphousShape(AmorphousShape.of(amorphous_shape))
			.nanoparticleRadius(nanoparticle_radius).defocusGradient(defocus_gradient).noiseGradient(
				noise_gradient).seed(seed).build();
	}

	@Override
	protected void analyse(final Progress progress) {
		final SimulationParameters parameters = parameters();
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final SimulatedImage image = ImageSimulator.simulate(parameters, progress);
		final String name = parameters.lattice().name() + "-seed" + seed;
		simulated = SimulatedImages.toImagePlus(image, name);
		if (isGiven(output_folder)) write(output_folder.toPath(), image, name);
		Opened.show(simulated);
	}

	/** They are images to be analysed, perhaps with results in the same folder. */
	@Override
	protected boolean addsFiles() {
		return true;
	}

	private void write(final Path folder, final SimulatedImage image, final String name) {
		AtomicFile.write(folder.resolve(name + ".tif"), SimulatedImages.toTiff(simulated));
		writeZones(folder.resolve(name + "_zones.tif"), image);
		SimulationFile.writeTruth(folder.resolve(name + "_truth.csv"), image);
		SimulationFile.writeParameters(folder.resolve(name + ".json"), image.parameters());
	}

	/** Only if there are zones; those of an earlier image of that name would mislead. */
	private static void writeZones(final Path file, final SimulatedImage image) {
		if (image.parameters().amorphousFraction() > 0) AtomicFile.write(file, SimulatedImages
			.toTiff(SimulatedImages.amorphous(image, file.getFileName().toString())));
		else AtomicFile.delete(file);
	}
}
