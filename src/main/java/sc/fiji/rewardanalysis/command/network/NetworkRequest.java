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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.io.NetworkUse;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.LogRanges;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/**
 * What the user asked {@link FindAtomsWithNetwork} for.
 *
 * @param image the slice that is shown
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm; NaN if it isn't known
 * @param scale pixels of the network's input per pixel of the image; 0 to derive it
 * @param tile side of tiles, px; 0 for a good one
 * @param threshold probability that an atom must reach, if it is given
 * @param distance at which two atoms may be, px, likewise
 * @param refine how positions are refined in the end
 * @param map whether the probabilities are shown
 * @param folder where files go; null for none
 * @param macro the line that repeats the run
 * @param inputs its keys that don't depend on the threshold, with a space after them
 */
record NetworkRequest(AnalysedImage image, NetworkChoice network, Lattice lattice,
	double pixelSize, Contrast contrast, double scale, int tile, double threshold, double distance,
	Judgement judgement, Refinement refine, boolean map, Path folder, String macro, String inputs)
{

	/** A pixel that is no number spoils atoms up to this far away, px of the network. */
	private static final double INVALID_REACH = 4;

	/** How solutions are judged by the crystal. */
	record Judgement(AtomFindingSettings.CountRule rule, double dsFraction, double pixelTolerance,
		Pick pick)
	{}

	NetworkRequest {
		Checks.atLeast("scale", scale, 0);
		Checks.atLeast("tile_size", tile, 0);
		Checks.within("threshold", threshold, 0, 1);
		Checks.positive("threshold", threshold);
		Checks.atLeast("min_distance (px)", distance, 0);
	}

	/** @throws RewardAnalysisException if the crystal isn't known, by which parameters are judged */
	void checkCrystal() {
		if (lattice == null) throw new RewardAnalysisException(
			"parameters is \"crystal\", so the lattice must be known: choose it, or give the threshold yourself.");
	}

	/** Distance of nearest columns, nm; NaN if it isn't known. */
	double nearest() {
		return lattice == null ? Double.NaN : lattice.nearestDistance();
	}

	/** What is known for the judgement by the crystal. */
	AtomFindingSettings settings() {
		return new AtomFindingSettings(lattice, pixelSize, PreparationOptions.of(contrast),
			Normalization.MIN_MAX, judgement.rule, judgement.dsFraction, judgement.pixelTolerance,
			LogRanges.NUM_SIGMA, null, null, null, null);
	}

	/** How much the image is enlarged for a network. */
	double scale(final ModelInfo info) {
		return scale > 0 ? scale : Double.isNaN(pixelSize) ? 1 : info.scale(pixelSize);
	}

	/**
	 * Runs the network. A cancel is heard at once; the tile that it works at then is finished behind.
	 */
	NetworkUse run(final Progress progress) {
		network.start(progress.part(0, 0.05));
		progress.update(0.05, "Opening the network");
		return Waiting.unlessCancelled(() -> use(progress.part(0.1, 1)), progress);
	}

	private NetworkUse use(final Progress progress) {
		// Closed by the thread that uses it, and not before.
		try (ProbabilityModel model = network.open(nearest())) {
			final NetworkMap found = NetworkMap.of(model, image.pixels(), image.area(),
				new NetworkMap.Options(contrast, scale(model.info()), tile), progress);
			return new NetworkUse(NetworkUse.hash(network.file()), model.engine(), found, contrast, lattice,
				pixelSize);
		}
	}

	/** What of the image counts. */
	ValidArea valid(final NetworkMap found, final Progress progress) {
		return ValidArea.of(image.pixels(), image.area(), INVALID_REACH / found.rescaling().factor(),
			progress);
	}

	/** Cancelled, the atoms stay where the network sees them. */
	RefinedAtoms refined(final List<Blob> atoms,
		final Progress progress)
	{
		try {
			return Refiner.refine(image.pixels(), contrast, atoms, refine, FitOptions.ROUND, progress);
		}
		catch (final CancellationException exc) {
			return RefinedAtoms.asDetected(atoms);
		}
	}
}
