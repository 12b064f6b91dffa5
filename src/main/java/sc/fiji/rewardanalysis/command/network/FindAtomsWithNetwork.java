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

package sc.fiji.rewardanalysis.command.network;

import java.io.File;
import java.util.Map;
import java.util.Set;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Finds atoms with a neural network that marks them. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + FindAtomsWithNetwork.LEAF)
public final class FindAtomsWithNetwork extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Find Atoms With Network...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Network", choices = { NetworkChoice.READY_MADE, NetworkChoice.FILE },
		persist = false,
		description = "ready-made: the one that comes with the suite. file: the one below.")
	private String network = NetworkChoice.READY_MADE;

	@Parameter(label = "File of a network", style = "open", persist = false,
		description = "Weights that Train Network has written (.safetensors), a TorchScript (.pt) or an ONNX file (.onnx); only for \"file\". The last two are programs that run: choose only files that you trust.")
	private File network_file = new File("");

	@Parameter(label = "Its values are", choices = { "automatic", "probabilities", "logits" },
		persist = false,
		description = "Of TorchScript and ONNX files. automatic: probabilities if all are from 0 to 1 on a test picture, else logits, as AtomAI's.")
	private String model_output = "automatic";

	@Parameter(label = "Background is its", choices = { "last", "first" }, persist = false,
		description = "Of TorchScript and ONNX files with several classes: which class is no atom. AtomAI: the last.")
	private String model_background = "last";

	@Parameter(label = "Crystal and zone axis", choices = { LatticeChoice.UNKNOWN, "YBa2Cu3O7-100",
		"SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110",
		LatticeChoice.CUSTOM }, persist = false,
		description = "How far columns are apart, which the network must be given at a size that it knows; and what parameters are judged by. custom: from the file below.")
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

	@Parameter(label = "Atoms are", choices = { "bright", "dark" }, persist = false,
		description = "Bright in HAADF and ADF images, dark in BF and ABF images, which are inverted for the network.")
	private String contrast = "bright";

	@Parameter(label = "Enlarge by (0: automatic)", min = "0", stepSize = "0.1",
		style = "format:0.####", persist = false,
		description = "Pixels of the network's input for each of the image's. 0: from the crystal and the pixel size, 1 where these or the network's size aren't known.")
	private double scale = 0;

	@Parameter(label = "Tiles of (px; 0: automatic)", min = "0", stepSize = "32", persist = false,
		description = "Side of the pieces in which the network sees the image. They overlap, so that the result doesn't depend on it; only memory does.")
	private int tile_size = 0;

	@Parameter(label = "Threshold and distance", choices = { "given", "crystal" }, persist = false,
		description = "given: as below. crystal: those with which count and spacing agree best with the crystal, from all there are, on a Pareto front.")
	private String parameters = "given";

	@Parameter(label = "Threshold", min = "0", max = "1", stepSize = "0.05", style = "format:0.####",
		persist = false, description = "Probability that an atom must reach at its maximum. Lower it to find more atoms.")
	private double threshold = 0.5;

	@Parameter(label = "Atoms at least apart (px)", min = "0", stepSize = "1", style = "format:0.##",
		persist = false, description = "Of two that are closer, the more probable one stays. 0: any distance will do.")
	private double min_distance = 0;

	@Parameter(label = "Count reward", choices = { "band", "paper" }, persist = false,
		description = "band: no error while the count is possible for the crystal, wherever it sits in the frame. paper: plain distance to the expected number.")
	private String count_reward = "band";

	@Parameter(label = "Too close below (fraction of ideal)", min = "0", max = "1",
		stepSize = "0.05", style = "format:0.###", persist = false,
		description = "An atom is an error if its four nearest neighbours are closer together than this fraction of the smallest sum in the ideal crystal.")
	private double ds_fraction = ExpectedPhysics.DS_FRACTION;

	@Parameter(label = "Pixel size may be wrong by (fraction)", min = "0", max = "0.5",
		stepSize = "0.005", style = "format:0.####", persist = false,
		description = "Uncertainty of the calibration and scan distortion: so much wider is the band of possible counts. 0.02 is 2 %.")
	private double pixel_tolerance = ExpectedPhysics.PIXEL_TOLERANCE;

	@Parameter(label = "Pick the solution by", choices = { "euclidean", "chebyshev", "knee" },
		persist = false,
		description = "Which point of the Pareto front is shown first: nearest to no error at all (Euclidean or largest component), or the front's knee.")
	private String pick = "euclidean";

	@Parameter(label = "Refine positions", choices = { "none", "gaussian" }, persist = false,
		description = "none: centroids of the network's probabilities. gaussian: a Gaussian fitted to each column of the image, with standard errors.")
	private String refine = "none";

	@Parameter(label = "Show the probabilities", persist = false,
		description = "Opens the network's answer as a 32-bit image, from which Compare With Oracle can take its oracle.")
	private boolean show_map = false;

	@Parameter(label = "Output folder (empty: none)", style = "directory", persist = false,
		description = "Where atoms, probability.tif and pictures are written.")
	private File output_folder = new File("");

	/** Inputs that say nothing of how a threshold is found, and so belong to a solution's line too. */
	private static final Set<String> OWN = Set.of("network", "network_file", "model_output",
		"model_background", "lattice", "lattice_file", "pixel_size", "pixel_unit", "contrast", "scale",
		"tile_size", "refine");

	/** Who says the threshold. */
	private enum Parameters {
			GIVEN, CRYSTAL
	}

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	protected void analyse(final Progress progress) {
		if (isGiven(output_folder)) AtomicFile.checkWritable(output_folder.toPath());
		final NetworkRequest request = request(AnalysedImage.of(image));
		if (AnalysedImage.slices(image) > 1) note("Only slice " + request.image().slice() + " of " +
			AnalysedImage.slices(image) + " is searched.");
		if (isTuned()) new NetworkTuning(request, window(), this::note).run(progress);
		else new NetworkAtoms(request, this::note).run(progress);
	}

	private boolean isTuned() {
		return choice(Parameters.class, "parameters", parameters) == Parameters.CRYSTAL;
	}

	private NetworkRequest request(final AnalysedImage analysed) {
		final Lattice crystal = LatticeChoice.known(lattice, lattice_file);
		final NetworkChoice which = new NetworkChoice(NetworkChoice.file(network, network_file),
			new OutputMeaning(choice(OutputMeaning.Values.class, "model_output", model_output), choice(
				OutputMeaning.Background.class, "model_background", model_background)));
		final NetworkRequest request = new NetworkRequest(analysed, which, crystal, pixelSize(crystal), choice(
			Contrast.class, "contrast", contrast), scale, tile_size, threshold, min_distance,
			new NetworkRequest.Judgement(choice(CountRule.class, "count_reward", count_reward), ds_fraction,
				pixel_tolerance, choice(Pick.class, "pick", pick)), choice(Refinement.class, "refine", refine),
			show_map, path(output_folder), macroLine(), options(OWN::contains) + " ");
		if (isTuned()) request.checkCrystal();
		return request;
	}

	/** NaN if it isn't known and needn't be. */
	private double pixelSize(final Lattice crystal) {
		return pixel_size != 0 || crystal != null ? PixelSize.nanometres(image, pixel_size, pixel_unit)
			: PixelSize.known(image);
	}

	@Override
	public Form form() {
		return NetworkAtomForms.findAtoms();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		return NetworkAtomForms.outlook(request(analysed), isTuned());
	}
}
