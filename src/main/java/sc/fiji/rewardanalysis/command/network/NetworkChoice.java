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
import java.nio.file.Path;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.ModelFile;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.workflow.noise.NetworkMethod;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.Networks;
import sc.fiji.rewardanalysis.learning.columns.NetworkModels;

/**
 * The network that a user chose.
 *
 * @param file null for the one that comes with the suite
 * @param meaning of a foreign network's values
 */
public record NetworkChoice(Path file, OutputMeaning meaning) {

	/** The choices of an input {@code network}. */
	static final String READY_MADE = "ready-made", FILE = "file";

	/** The network that comes with the suite. */
	public static final NetworkChoice OURS = new NetworkChoice(null, OutputMeaning.AUTOMATIC);

	/** The file that was chosen; null for the network that comes with the suite. */
	static Path file(final String network, final File file) {
		if (READY_MADE.equals(network)) return null;
		if (!FILE.equals(network)) throw new RewardAnalysisException(
			"network is \"%s\"; choose one of %s, %s.", network, READY_MADE, FILE);
		if (!AnalysisCommand.isGiven(file)) throw new RewardAnalysisException(
			"network is \"file\", so network_file must name a file of a network.");
		return file.toPath();
	}

	/**
	 * Starts what runs it, the first time with its libraries fetched.
	 *
	 * @throws RewardAnalysisException if networks aren't installed, or can't be started
	 */
	void start(final Progress progress) {
		Networks.require();
		if (file == null || ModelFile.of(file) != ModelFile.ONNX) NetworkEngine.open(progress).close();
	}

	/**
	 * Opens it.
	 *
	 * @param nearest distance of nearest columns, nm; NaN if it isn't known
	 * @throws RewardAnalysisException if networks aren't installed, or this one can't be read
	 */
	ProbabilityModel open(final double nearest) {
		Networks.require();
		return NetworkModels.open(file, nearest, meaning);
	}

	/**
	 * It as a method of a noise study, which opens it when it is needed.
	 *
	 * @throws RewardAnalysisException if networks aren't installed
	 */
	public NetworkMethod method(final double nearest) {
		Networks.require();
		return new NetworkMethod(file == null ? "the ready-made one" : file.getFileName().toString(),
			() -> open(nearest));
	}
}
