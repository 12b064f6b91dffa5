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

import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkFinding;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.OracleRequest;

/**
 * The ready-made network as the one who knows the atoms.
 *
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm; NaN if it isn't known
 * @param contrast of the atoms
 * @param request of which the threshold and the distance count
 */
public record NetworkOracle(Lattice lattice, double pixelSize, Contrast contrast, OracleRequest request) {

	/**
	 * Runs it.
	 *
	 * @return px of the whole image
	 * @throws RewardAnalysisException if networks aren't installed, or it finds nothing
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public Oracle of(final AnalysedImage analysed, final Progress progress) {
		NetworkChoice.OURS.start(progress.part(0, 0.1));
		final List<Blob> found = Waiting.unlessCancelled(() -> find(analysed, progress.part(0.1, 1)),
			progress);
		if (found.isEmpty()) throw new RewardAnalysisException(
			"The ready-made network finds no atom at oracle_threshold %s; lower it, choose oracle_contrast as the atoms are, or choose the lattice, so that the image is given to it at the right size.",
			request.threshold());
		return new Oracle(found.stream().map(b -> new OraclePoint(analysed.x() + b.x(), analysed.y() + b
			.y())).toList(), "the ready-made network");
	}

	private List<Blob> find(final AnalysedImage analysed, final Progress progress) {
		final double nearest = lattice == null ? Double.NaN : lattice.nearestDistance();
		try (ProbabilityModel model = NetworkChoice.OURS.open(nearest)) {
			final double scale = Double.isNaN(pixelSize) ? 1 : model.info().scale(pixelSize);
			final NetworkMap map = NetworkMap.of(model, analysed.pixels(), analysed.area(),
				new NetworkMap.Options(contrast, scale, 0), progress);
			return NetworkFinding.atoms(NetworkPeaks.of(map, request.threshold(), progress), request
				.threshold(), request.distance());
		}
	}
}
