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

package sc.fiji.rewardanalysis.command.latent;

import java.io.File;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.KlRamp;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Phases told apart by a variational autoencoder with physical bias. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + MapLatentPhases.LEAF)
public final class MapLatentPhases extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Map Latent Phases...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Patches", choices = { "raster", "atoms" }, persist = false,
		description = "raster: squares at equal distances over the image or selection. atoms: a square around each atom that is there already.")
	private String patches_from = "raster";

	@Parameter(label = "Size of a patch (px)", min = "4", max = "1024", persist = false,
		description = "Side of the square. It should show one or two periods of the structure. Above 32 px a patch is sampled at 32 x 32 points.")
	private int patch_size = 16;

	@Parameter(label = "Stride (px)", min = "1", max = "1024", persist = false,
		description = "From a patch of the raster to the next one: a pixel of the maps. Half of it takes four times as long.")
	private int stride = 6;

	@Parameter(label = "Brightness", choices = { "all", "each" }, persist = false,
		description = "all: all patches are scaled alike, so that differences of brightness count. each: every patch by itself, so that only its pattern counts.")
	private String brightness = "all";

	@Parameter(label = "Atoms from", choices = { "automatic", "overlay", "selection", "manager",
		"file" }, persist = false,
		description = "overlay: what Optimize Atom Finding or Find Atoms left on the image. selection: the point selection. manager: the ROI Manager. automatic: the file if one is given, else the overlay, else the point selection.")
	private String atoms_from = "automatic";

	@Parameter(label = "File of atoms (.csv)", style = "open", persist = false,
		description = "A table with columns x_px and y_px, such as an atoms.csv. Empty: none.")
	private File atoms_file = new File("");

	@Parameter(label = "Pixel size (0: from the image)", min = "0", stepSize = "0.001",
		style = "format:0.######", persist = false,
		description = "Length of a pixel's side in the unit below. If nobody knows it, lengths are in px.")
	private double pixel_size = 0;

	@Parameter(label = "Unit of the pixel size", choices = { "nm", "Angstrom", "pm", "um" },
		persist = false, description = "Of the pixel size, if one is given.")
	private String pixel_unit = "nm";

	@Parameter(label = "Independent of", choices = { "none", "shift", "rotation",
		"shift-and-rotation" }, persist = false,
		description = "What shall not tell patches apart, and gets latents of its own. shift: where the pattern sits in the patch. rotation: how it is turned.")
	private String invariance = "shift";

	@Parameter(label = "Round patches", persist = false,
		description = "Whether only the disc inscribed in a patch counts, so that nothing comes in at its corners when it is turned.")
	private boolean round_patches = true;

	@Parameter(label = "Content latents", min = "1", max = "64", persist = false,
		description = "How many numbers describe what is in a patch.")
	private int content_latents = 2;

	@Parameter(label = "Hidden layers", min = "1", max = "8", persist = false,
		description = "Of encoder and decoder.")
	private int hidden_layers = 2;

	@Parameter(label = "Units of a layer", min = "1", max = "4096", persist = false,
		description = "Of each hidden layer.")
	private int hidden_width = 32;

	@Parameter(label = "Likelihood", choices = { "bernoulli", "gaussian" }, persist = false,
		description = "How a patch and what the network draws are compared. bernoulli: by cross-entropy, as pyroVED does. gaussian: by squared differences.")
	private String likelihood = "gaussian";

	@Parameter(label = "Noise of the pixels", min = "0", stepSize = "0.01", style = "format:0.####",
		persist = false,
		description = "gaussian: standard deviation of the likelihood, where patches go from 0 to 1: about that of the image's noise. The smaller, the more the network tells apart, and the less latents collapse.")
	private double pixel_noise = 0.1;

	@Parameter(label = "Shifts (half patches)", min = "0", stepSize = "0.05", style = "format:0.####",
		persist = false,
		description = "How far patterns are shifted: standard deviation in half widths of a patch. On a raster half a period of the structure; pyroVED has 0.1.")
	private double shift_prior = 0.5;

	@Parameter(label = "Rotations (rad)", min = "0", stepSize = "0.1", style = "format:0.####",
		persist = false, description = "How far patterns are rotated: standard deviation of the angle.")
	private double angle_prior = 1;

	@Parameter(label = "KL weight at first", min = "0", stepSize = "0.5", style = "format:0.####",
		persist = false,
		description = "Weight of the Kullback-Leibler divergence in the first epoch. 1 is the evidence lower bound.")
	private double kl_start = 1;

	@Parameter(label = "KL weight at last", min = "0", stepSize = "0.5", style = "format:0.####",
		persist = false,
		description = "After the ramp. Above 1 latents become more independent of each other, and more collapse.")
	private double kl_end = 1;

	@Parameter(label = "Epochs of the KL ramp", min = "0", persist = false,
		description = "How many epochs the weight takes from the first to the last value. 0: the last one from the start.")
	private int kl_ramp = 0;

	@Parameter(label = "Physics loss", choices = { "none", "published", "differentiable" },
		persist = false,
		description = "What favours short boundaries in the latent maps. published: as in the paper's code, a factor of the loss that carries no gradient. differentiable: a term with a gradient.")
	private String physics = "differentiable";

	@Parameter(label = "Weight of the physics loss (-1: automatic)", min = "-1", stepSize = "0.5",
		style = "format:0.####", persist = false,
		description = "published: what is added to the length, 0.5 in the paper. differentiable: nats per patch for neighbours whose content differs by a standard deviation. -1: 0.5 and 10, which did well on simulated images.")
	private double physics_weight = AUTOMATIC;

	@Parameter(label = "Epochs before the physics loss", min = "0", persist = false,
		description = "Of the differentiable form: so many epochs without it, in which latents come to tell something, and as many in which its weight grows to the full one.")
	private int physics_delay = 0;

	@Parameter(label = "Epochs", min = "1", persist = false,
		description = "How often each patch is learnt from; of a saved network those before count.")
	private int epochs = 120;

	@Parameter(label = "Patches of a batch", min = "2", persist = false,
		description = "How many patches a step of the training takes.")
	private int batch_size = 64;

	@Parameter(label = "Learning rate", min = "0", stepSize = "0.0005", style = "format:0.######",
		persist = false, description = "Of Adam. Lower it if the loss becomes no number.")
	private double learning_rate = 4e-3;

	@Parameter(label = "Share of pixels drawn", min = "0", max = "1", stepSize = "0.1",
		style = "format:0.###", persist = false,
		description = "With an invariance: which part of a patch's pixels a step compares, others each time. Less is faster.")
	private double pixel_share = 0.4;

	@Parameter(label = "Phases by", choices = { "otsu", "mixture" }, persist = false,
		description = "otsu: thresholds of one latent, so that phases differ the most. mixture: a Gaussian mixture of all content latents.")
	private String segmentation = "otsu";

	@Parameter(label = "Number of phases", min = "2", max = "5", persist = false,
		description = "How many classes the patches are divided into.")
	private int classes = 2;

	@Parameter(label = "Latent for thresholds (0: best)", min = "0", max = "64", persist = false,
		description = "Which content latent is divided by thresholds. 0: the one whose classes are told apart the best.")
	private int latent = 0;

	@Parameter(label = "Smoothing (patches)", min = "0", max = "100", stepSize = "0.5",
		style = "format:0.###", persist = false,
		description = "Sigma of the bilateral filter on the latent maps before they are divided, in distances of patches; 5 in the paper. 0: none.")
	private double smoothing = 1.5;

	@Parameter(label = "Seed", persist = false,
		description = "Of the network's first weights, the order of patches and the mixture: the same seed gives the same result.")
	private long seed = 1;

	@Parameter(label = "Continue from (.safetensors)", style = "open", persist = false,
		description = "The network.safetensors of an earlier run. It is trained on until it has as many epochs as asked for, exactly as if it had not been stopped; if it has them, it is used as it is. Empty: train anew.")
	private File continue_from = new File("");

	@Parameter(label = "Show the phases on the image", persist = false,
		description = "As areas in the image's overlay.")
	private boolean show_phases = true;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where maps, phases, tables, pictures and the trained network are written.")
	private File output_folder = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final AnalysedImage analysed = AnalysedImage.of(image);
		final int slices = AnalysedImage.slices(image);
		if (slices > 1) note("Only slice " + analysed.slice() + " of " + slices + " is analysed.");
		request(analysed).run(LatentNetworks.trainer(), window(), this::note, progress);
	}

	private PhaseRequest request(final AnalysedImage analysed) {
		final PhaseSettings settings = settings();
		return new PhaseRequest(PhaseInputs.of(analysed, settings.patches(), atoms_from, atoms_file,
			pixel_size, pixel_unit), settings, path(continue_from), show_phases, path(output_folder),
			macroLine());
	}

	private PhaseSettings settings() {
		final boolean isRaster = choice(PhaseInputs.Placed.class, "patches_from",
			patches_from) == PhaseInputs.Placed.RASTER;
		return new PhaseSettings(new PatchOptions(patch_size, isRaster ? PhaseInputs.stride(stride) : 0,
			choice(PatchScale.class, "brightness", brightness)), network(), new SegmentationOptions(choice(
				SegmentationOptions.Method.class, "segmentation", segmentation), classes, latent, smoothing,
				SegmentationOptions.COLOUR, seed));
	}

	private VaeSettings network() {
		return VaeSettings.DEFAULTS.withInvariance(choice(Invariance.class, "invariance", invariance))
			.withContent(content_latents).withWidth(hidden_width).withLayers(hidden_layers).withShiftPrior(
				shift_prior).withAnglePrior(angle_prior).withLikelihood(choice(Likelihood.class, "likelihood",
					likelihood)).withNoise(pixel_noise).withKl(new KlRamp(kl_start, kl_end, kl_ramp)).withPhysics(
						PhaseInputs.physics(choice(PhysicsLoss.Form.class, "physics", physics), physics_weight).withDelay(
							physics_delay)).withRound(round_patches).withEpochs(epochs).withBatch(batch_size)
			.withLearningRate(learning_rate).withPixels(pixel_share).withSeed(seed);
	}

	@Override
	public Form form() {
		return PhaseForms.mapLatentPhases();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return PhaseForms.outlook(request(analysed), find, progress);
	}
}
