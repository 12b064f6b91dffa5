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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.InputNormalization;
import sc.fiji.rewardanalysis.core.network.ModelFile;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.OnnxInputs;
import sc.fiji.rewardanalysis.core.network.OutputMeaning;
import sc.fiji.rewardanalysis.core.network.ProbabilityModel;
import sc.fiji.rewardanalysis.core.network.TileShape;
import sc.fiji.rewardanalysis.learning.EngineStart;
import sc.fiji.rewardanalysis.learning.NetworkEngine;

/**
 * A network that somebody else has trained, in a TorchScript or ONNX file: pictures of
 * shape (1, 1, height, width) from 0 to 1 in, (1, classes, height, width) out. Files say
 * little of what they take, so it is tried out.
 */
final class ForeignNetwork implements ProbabilityModel {

	private static final int FLOATS = 1;

	private final String name;
	private final NetworkEngine engine;
	private final Model model;
	private final Predictor<NDList, NDList> predictor;
	private OutputMeaning meaning;
	private ModelInfo info;

	private ForeignNetwork(final Path file, final ModelFile kind, final OutputMeaning meaning) {
		name = file.getFileName().toString();
		this.meaning = meaning;
		final boolean torch = kind == ModelFile.TORCH_SCRIPT;
		engine = torch ? NetworkEngine.open() : null;
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(ForeignNetwork.class.getClassLoader());
		try {
			model = torch ? Model.newInstance("network", engine.manager().getDevice(), "PyTorch") : onnx();
			predictor = loaded(file);
		}
		catch (final RuntimeException | Error exc) {
			close(engine);
			throw exc;
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * @throws RewardAnalysisException if it can't be read, or takes or gives something else than
	 *           pictures
	 */
	static ForeignNetwork open(final Path file, final ModelFile kind, final OutputMeaning meaning) {
		final TileShape fixed = kind == ModelFile.ONNX ? checked(OnnxInputs.read(file), file.getFileName()
			.toString()) : null;
		final ForeignNetwork network = new ForeignNetwork(file, kind, meaning);
		try {
			final Trial trial = new Trial(network, fixed);
			network.meaning = meaning.recognised(trial.output(), trial.channels());
			network.info = new ModelInfo(network.name, Double.NaN, Double.NaN, InputNormalization.MIN_MAX, trial
				.tiles());
			return network;
		}
		catch (final RuntimeException | Error exc) {
			network.close();
			throw exc;
		}
	}

	private static Model onnx() {
		EngineStart.start("OnnxRuntime", Progress.NONE);
		return Model.newInstance("network", "OnnxRuntime");
	}

	private Predictor<NDList, NDList> loaded(final Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			model.load(in);
			return model.newPredictor(new NoopTranslator(null));
		}
		catch (final IOException | MalformedModelException | EngineException
				| UnsupportedOperationException exc)
		{
			model.close();
			throw new RewardAnalysisException(exc,
				"%s can't be loaded (%s); it may be damaged, or of a newer format: export it again.", name, line(
					exc));
		}
	}

	/** What the file says of its input: the one size it takes, null for any. */
	private static TileShape checked(final List<OnnxInputs.Input> inputs, final String name) {
		if (inputs.size() != 1) throw new RewardAnalysisException(
			"%s takes %d inputs; a network for atom columns takes one, a picture.", name, inputs.size());
		final List<Long> shape = inputs.get(0).shape();
		if (inputs.get(0).element() != FLOATS) throw new RewardAnalysisException(
			"%s takes other values than 32-bit floats; export it in single precision.", name);
		if (shape.size() != 4 || shape.get(0) > 1 || shape.get(1) > 1) throw new RewardAnalysisException(
			"%s takes %s; it must take pictures with one channel of grey values, N × 1 × height × width (-1: any).",
			name, shape);
		final int height = shape.get(2).intValue(), width = shape.get(3).intValue();
		if ((height < 0) != (width < 0)) throw new RewardAnalysisException(
			"%s takes %s; export it with both sides free, or both fixed.", name, shape);
		return height < 0 ? null : new TileShape(1, 0, width, height);
	}

	@Override
	public ModelInfo info() {
		return info;
	}

	@Override
	public synchronized float[] probabilities(final float[] tile, final int width, final int height) {
		final Output output = run(tile, width, height);
		return meaning.probabilities(output.values, output.channels);
	}

	/** What a network gives: channel by channel, each row by row. */
	record Output(float[] values, int channels) {}

	/** @throws RewardAnalysisException if it doesn't take that size or gives no such picture */
	synchronized Output run(final float[] tile, final int width, final int height) {
		try (NDManager scratch = model.getNDManager().newSubManager()) {
			final NDList out = predictor.predict(new NDList(scratch.create(tile, new Shape(1, 1, height,
				width))));
			out.attach(scratch);
			final NDArray y = out.get(0);
			final long[] shape = y.getShape().getShape();
			final int n = shape.length;
			if (n < 3 || n > 4 || shape[n - 1] != width || shape[n - 2] != height || n == 4 && shape[0] != 1)
				throw new RewardAnalysisException(
					"%s gives %s for a picture of shape (1, 1, %d, %d); a network for atom columns gives (1, classes, %d, %d): one value or more for each pixel.",
					name, y.getShape(), height, width, height, width);
			if (y.getDataType() != DataType.FLOAT32) throw new RewardAnalysisException(
				"%s gives values of type %s; export it in single precision.", name, y.getDataType());
			return new Output(y.toFloatArray(), (int) shape[n - 3]);
		}
		catch (final TranslateException | EngineException | IllegalArgumentException exc) {
			throw new RewardAnalysisException(exc, "%s can't read a picture of shape (1, 1, %d, %d): %s", name,
				height, width, line(exc));
		}
	}

	@Override
	public String engine() {
		final Engine used = model.getNDManager().getEngine();
		return used.getEngineName() + " " + used.getVersion() + " on " + model.getNDManager()
			.getDevice().getDeviceType();
	}

	/** The line of an engine's message that says most; the others are where it went. */
	private static String line(final Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null && cause.getCause() != cause)
			cause = cause.getCause();
		final String[] lines = String.valueOf(cause.getMessage()).strip().split("\n");
		for (int i = lines.length - 1; i >= 0; i--)
			if (lines[i].startsWith("RuntimeError: ")) return lines[i].substring("RuntimeError: ".length());
		return lines[0];
	}

	@Override
	public synchronized void close() {
		predictor.close();
		model.close();
		close(engine);
	}

	private static void close(final NetworkEngine engine) {
		if (engine != null) engine.close();
	}
}
