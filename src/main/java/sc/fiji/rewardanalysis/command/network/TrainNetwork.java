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
import java.util.List;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

/** Trains a network to find atom columns, on simulated images. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins > Reward Analysis > " + TrainNetwork.LEAF)
public final class TrainNetwork extends AnalysisCommand implements Previewed {

	/** Its name in menus and macros. */
	public static final String LEAF = "Train Network...";

	@Parameter(label = "Crystal and zone axis", choices = { "YBa2Cu3O7-100", "SrTiO3-001",
		"SrTiO3-110", "DyScO3-110", "Si-110", "Fe-100", "graphene", "Au-110", LatticeChoice.CUSTOM,
		LatticeChoice.UNKNOWN }, persist = false,
		description = "What the images show that the network learns from. unknown: any crystal, that is all of these and invented ones. custom: from the file below.")
	private String lattice = LatticeChoice.UNKNOWN;

	@Parameter(label = "Custom crystal (.json)", style = "open", persist = false,
		description = "A file with the projected cell; only for \"custom\".")
	private File lattice_file = new File("");

	@Parameter(label = "Least noise", min = "0", stepSize = "0.1", style = "format:0.###",
		persist = false, description = "Standard deviation on an image from 0 to 1.")
	private double noise_low = 0;

	@Parameter(label = "Most noise", min = "0", stepSize = "0.1", style = "format:0.###",
		persist = false,
		description = "Standard deviation on an image from 0 to 1. Images in between are made, more of them with little noise.")
	private double noise_high = 1;

	@Parameter(label = "Least distance of nearest columns (px)", min = "6", max = "64",
		stepSize = "1", style = "format:0.##", persist = false,
		description = "How large a crystal appears. The network will be given images scaled to this range.")
	private double spacing_low = SceneSettings.SPACING_LOW;

	@Parameter(label = "Largest distance of nearest columns (px)", min = "6", max = "64",
		stepSize = "1", style = "format:0.##", persist = false,
		description = "The wider the range, the more a network has to learn.")
	private double spacing_high = SceneSettings.SPACING_HIGH;

	@Parameter(label = "With all that real images have", persist = false,
		description = "Adds haze, blur, vacancies, displacements, amorphous zones, particles, drift, edges of the sample and shot noise. Without: perfect crystals with noise.")
	private boolean varied = true;

	@Parameter(label = "Size of an image (px)", min = "16", max = "1024", stepSize = "8",
		persist = false,
		description = "Side of the squares that the network learns from; a multiple of 2 to the power of the halvings.")
	private int image_size = 96;

	@Parameter(label = "Epochs", min = "1", persist = false,
		description = "After each of them the network is examined and saved. The learning rate falls from the first to the last.")
	private int epochs = 20;

	@Parameter(label = "Images an epoch", min = "1", persist = false,
		description = "Simulated anew for each epoch.")
	private int images = 400;

	@Parameter(label = "Images to examine with", min = "1", persist = false,
		description = "The network never learns from them.")
	private int held_out = 64;

	@Parameter(label = "Images a step (batch)", min = "1", max = "256", persist = false,
		description = "More need more memory and make steps steadier.")
	private int batch = 8;

	@Parameter(label = "Learning rate", min = "0", stepSize = "0.0005", style = "format:0.######",
		persist = false,
		description = "How far a step goes. Lower it if the loss becomes no number, or jumps.")
	private double learning_rate = 0.002;

	@Parameter(label = "Seed", persist = false,
		description = "Of the images and of the weights at first: the same seed gives the same network on the same kind of processor.")
	private long seed = 1;

	@Parameter(label = "Channels", min = "1", max = "128", persist = false,
		description = "Of the network at full resolution. Twice as many take about four times as long.")
	private int channels = NetworkShape.DEFAULT.channels();

	@Parameter(label = "Halvings", min = "1", max = "5", persist = false,
		description = "How often the resolution is halved: each makes the network look twice as far.")
	private int levels = NetworkShape.DEFAULT.levels();

	@Parameter(label = "Output folder", style = "directory", persist = false,
		description = "Where the network (columns.safetensors), its checkpoint and the curves are written. A training that was stopped goes on from there.")
	private File output_folder = new File("");

	@Parameter(label = "Go on from a checkpoint (empty: the folder's)", style = "open",
		persist = false,
		description = "A checkpoint.safetensors of an earlier training with the same values, but for the epochs.")
	private File checkpoint = new File("");

	@Override
	protected String leaf() {
		return LEAF;
	}

	@Override
	public Form form() {
		return NetworkForms.trainNetwork();
	}

	@Override
	public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> aside,
		final boolean find, final Progress progress)
	{
		final NetworkSettings settings = settings();
		checkFolder();
		return NetworkForms.outlook(settings);
	}

	private NetworkSettings settings() {
		return new NetworkSettings(scenes(), images, held_out, epochs, batch, learning_rate,
			new NetworkShape(channels, levels), seed);
	}

	private SceneSettings scenes() {
		final SceneSettings mixed = SceneSettings.mixed(image_size, noise_low, noise_high);
		final boolean any = lattice.equals(LatticeChoice.UNKNOWN);
		return new SceneSettings(any ? mixed.lattices() : List.of(LatticeChoice.of(lattice,
			lattice_file)), any ? mixed.invented() : 0, varied, image_size, spacing_low, spacing_high,
			noise_low, noise_high);
	}

	@Override
	protected void analyse(final Progress progress) {
		final NetworkSettings settings = settings();
		Networks.require();
		checkFolder();
		new NetworkTraining(settings, output_folder.toPath(), path(checkpoint), macroLine()).run(
			window(), this::note, progress);
	}

	private void checkFolder() {
		if (!isGiven(output_folder)) throw new RewardAnalysisException(
			"output_folder is missing; name a folder for the network, which is lost otherwise.");
	}
}
