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

package sc.fiji.rewardanalysis.learning.columns;

import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.network.ModelFile;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;

/** Opens networks, whatever they come from. */
public final class NetworkModels {

	private NetworkModels() {}

	/**
	 * A network.
	 *
	 * @param file of a network of ours, a TorchScript or an ONNX file, whose kind follows from what
	 *          is in it; null for the network that comes with the suite. To open a foreign one
	 *          runs what is in it
	 * @param nearest distance of nearest columns in the images, nm; NaN if nobody knows. Only
	 *          networks of ours know at what distance they work
	 * @param meaning of a foreign network's values
	 * @throws RewardAnalysisException if it can't be used, with what to do
	 */
	public static ProbabilityModel open(final Path file, final double nearest,
		final OutputMeaning meaning)
	{
		if (file == null) return ColumnNetwork.readyMade(nearest);
		final ModelFile kind = ModelFile.of(file);
		return kind == ModelFile.OURS ? ColumnNetwork.read(file, nearest) : ForeignNetwork.open(file, kind,
			meaning);
	}

	/**
	 * What a network of ours asks of its input, without starting an engine.
	 *
	 * @return null for a foreign one
	 * @throws RewardAnalysisException if the file is no network
	 */
	public static ModelInfo describe(final Path file, final double nearest) {
		if (file == null) return ColumnNetwork.card(ColumnNetwork.readyMadeFile(),
			ColumnNetwork.READY_MADE_NAME).info(ColumnNetwork.READY_MADE_NAME, nearest);
		if (ModelFile.of(file) != ModelFile.OURS) return null;
		final String name = file.getFileName().toString();
		return ColumnNetwork.card(TensorFile.read(file), name).info(name, nearest);
	}
}
