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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.NetworkPeaks;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;

/**
 * A neural network that marks columns: the paper's DCNN. It is given each noisy image at
 * the pixel size that it knows; an atom is where its probability has a maximum of at least
 * one half.
 */
public final class NetworkMethod implements NoiseMethod, AutoCloseable {

	/** What networks for segmentation are used with. */
	private static final double THRESHOLD = 0.5;

	private static final double EFFORT = 5;

	private final String network;
	private final Supplier<ProbabilityModel> source;
	private ProbabilityModel model;

	/**
	 * @param network what it is called
	 * @param source opens it, when it is first needed
	 */
	public NetworkMethod(final String network, final Supplier<ProbabilityModel> source) {
		this.network = Checks.given("name of the network", network);
		this.source = source;
	}

	@Override
	public String name() {
		return "Network";
	}

	@Override
	public String description() {
		return "Neural network (" + network + ") with the threshold " + THRESHOLD +
			" of probabilities; trained before, never on these images.";
	}

	@Override
	public double effort() {
		return EFFORT;
	}

	/** One at a time: a network is used by one thread. */
	@Override
	public synchronized Detected detect(final RandomAccessibleInterval<DoubleType> image,
		final NoiseScene scene, final Progress progress)
	{
		if (model == null) model = source.get();
		final double scale = model.info().scale(scene.settings().pixelSize());
		final NetworkMap map = NetworkMap.of(model, image, scene.area(), new NetworkMap.Options(scene
			.contrast(), scale, 0), progress.silent());
		final List<Blob> atoms = NetworkPeaks.of(map, THRESHOLD, progress).stream().filter(scene
			.area()::contains).toList();
		final Map<String, Double> parameters = new LinkedHashMap<>();
		parameters.put("threshold", THRESHOLD);
		parameters.put("scale", scale);
		return new Detected(atoms, parameters);
	}

	/** Gives the network back. */
	@Override
	public synchronized void close() {
		if (model != null) model.close();
		model = null;
	}
}
