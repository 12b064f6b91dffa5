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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.Weights;

/** A trained network of ours, as a file of {@code Train Network...} holds it. */
public final class ColumnNetwork implements ProbabilityModel {

	/** The one that comes with the suite. */
	private static final String READY_MADE = "/networks/columns.safetensors";

	/** What tables and messages call it. */
	public static final String READY_MADE_NAME = "ready-made network";

	private final NetworkEngine engine;
	private final Weights weights;
	private final UNet net;
	private final NetworkShape shape;
	private final ModelInfo info;

	private ColumnNetwork(final TensorFile file, final String name, final double nearest) {
		final NetworkCard card = card(file, name);
		shape = card.shape();
		info = card.info(name, nearest);
		engine = NetworkEngine.open();
		weights = Weights.fixed(engine.manager(), weights(file));
		net = new UNet(shape, weights);
	}

	/**
	 * The network of a file; of a checkpoint too.
	 *
	 * @param nearest distance of nearest columns in images that it will be given, nm; NaN if nobody
	 *          knows, and they are not rescaled
	 * @throws RewardAnalysisException if the file holds none, or PyTorch isn't there
	 */
	public static ColumnNetwork read(final Path file, final double nearest) {
		return new ColumnNetwork(TensorFile.read(file), file.getFileName().toString(), nearest);
	}

	/** The network that comes with the suite. */
	public static ColumnNetwork readyMade(final double nearest) {
		return new ColumnNetwork(readyMadeFile(), READY_MADE_NAME, nearest);
	}

	/** A network that was just trained or read. */
	public static ColumnNetwork of(final TensorFile file, final String name, final double nearest) {
		return new ColumnNetwork(file, name, nearest);
	}

	/** The file of the network that comes with the suite. */
	public static TensorFile readyMadeFile() {
		try (InputStream in = ColumnNetwork.class.getResourceAsStream(READY_MADE)) {
			if (in == null) throw new RewardAnalysisException(
				"The ready-made network is missing from this build; choose a network's file.");
			return TensorFile.of(in.readAllBytes(), READY_MADE_NAME);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/**
	 * What a file says of its network; its weights are looked at too.
	 *
	 * @throws RewardAnalysisException if it is no network for atom columns, or damaged
	 */
	public static NetworkCard card(final TensorFile file, final String name) {
		final NetworkCard card = NetworkCard.of(file.metadata(), name);
		Weights.check(weights(file), UNet.start(card.shape(), new SplittableRandom(0)), name);
		return card;
	}

	/** Without what only a training needs. */
	private static Map<String, Tensor> weights(final TensorFile file) {
		final Map<String, Tensor> weights = new LinkedHashMap<>(file.tensors());
		weights.keySet().removeIf(name -> name.contains("/"));
		return weights;
	}

	@Override
	public ModelInfo info() {
		return info;
	}

	@Override
	public float[] probabilities(final float[] tile, final int width, final int height) {
		return probabilities(tile, 1, width, height);
	}

	/**
	 * Of several pictures at once.
	 *
	 * @param tiles one after the other, each row by row
	 * @return as many values in the same order, 0 to 1
	 */
	public float[] probabilities(final float[] tiles, final int count, final int width,
		final int height)
	{
		final int m = shape.multiple();
		if (width % m != 0 || height % m != 0 || width < 1 || height < 1)
			throw new RewardAnalysisException(
				"%s can't read %d x %d px; its sides must be multiples of %d.", info.name(), width, height, m);
		Checks.atLeast("number of tiles", count, 1);
		if (tiles.length != (long) count * width * height) throw new RewardAnalysisException(
			"There are %d values for %d tiles of %d x %d px.", tiles.length, count, width, height);
		try (NDManager scratch = engine.manager().newSubManager()) {
			weights.lentTo(scratch);
			final NDArray x = scratch.create(tiles, new Shape(count, 1, height, width));
			return net.logits(x).getNDArrayInternal().sigmoid().toFloatArray();
		}
	}

	/** The engine and device, for records. */
	public String engine() {
		return engine.description();
	}

	@Override
	public void close() {
		engine.close();
	}
}
