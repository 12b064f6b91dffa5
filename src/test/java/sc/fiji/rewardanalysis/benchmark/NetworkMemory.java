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

package sc.fiji.rewardanalysis.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.columns.ColumnNetwork;
import sc.fiji.rewardanalysis.learning.columns.ColumnTraining;
import sc.fiji.rewardanalysis.learning.latent.LatentTraining;

/**
 * What networks take of the computer's memory beside Java's heap, on Linux: the engine, tiles of
 * several sizes, steps of training; and whether it grows when they are repeated.
 * <p>
 * Usage: {@code java -Xmx256m … NetworkMemory [predictions [trainings]]}
 */
public final class NetworkMemory {

	private static final PrintStream OUT = System.out;

	private NetworkMemory() {}

	public static void main(final String... args) throws IOException {
		final int predictions = args.length > 0 ? Integer.parseInt(args[0]) : 200, trainings = args.length > 1
			? Integer.parseInt(args[1]) : 20;
		say("Java");
		NetworkEngine.open().close();
		say("PyTorch started");
		final TensorFile file = TrainingFile.network(ColumnTraining.begun(settings(64, 8)));
		try (ColumnNetwork network = ColumnNetwork.of(file, "new", Double.NaN)) {
			for (final int size : new int[] { 128, 256, 512 }) {
				predict(network, size, 2);
				say("tile of " + size + " px");
			}
			for (int i = 1; i <= 4; i++) {
				predict(network, 256, predictions / 4);
				say(i * predictions / 4 + " tiles of 256 px");
			}
		}
		for (final int batch : new int[] { 4, 8, 16 }) {
			train(settings(64, batch));
			say("training, batch of " + batch + " of 64 px");
		}
		train(settings(96, 8));
		say("training, batch of 8 of 96 px");
		for (int i = 1; i <= 2; i++) {
			encode();
			say("latent phases, 1000 patches of 24 px");
		}
		for (int i = 1; i <= 4; i++) {
			for (int k = 0; k < trainings / 4; k++)
				train(settings(64, 8));
			say(i * trainings / 4 + " trainings, batch of 8");
		}
	}

	private static NetworkSettings settings(final int size, final int batch) {
		return new NetworkSettings(SceneSettings.mixed(size, 0, 0.5), 2 * batch, batch, 1, batch, 0.002,
			NetworkShape.DEFAULT, 1);
	}

	private static void predict(final ColumnNetwork network, final int size, final int times) {
		final float[] tile = new float[size * size];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < tile.length; i++)
			tile[i] = (float) random.nextGaussian();
		for (int i = 0; i < times; i++)
			network.probabilities(tile, size, size);
	}

	private static void train(final NetworkSettings settings) {
		ColumnTraining.train(settings, ColumnTraining.begun(settings), s -> {}, Progress.NONE);
	}

	private static void encode() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[][] patches = new float[1000][24 * 24];
		for (final float[] patch : patches)
			for (int i = 0; i < patch.length; i++)
				patch[i] = (float) random.nextDouble();
		new LatentTraining().train(new PatchSet(24, patches, new double[1000], new double[1000], 40, 25),
			VaeSettings.DEFAULTS.withEpochs(1), s -> {}, Progress.NONE);
	}

	/** Resident memory, which includes Java's heap, now and at most so far, MB. */
	private static void say(final String what) throws IOException {
		// Java gives back what it doesn't need, so that what is left over is native.
		System.gc();
		OUT.println(String.format(Locale.ROOT, "%-40s %5d MB, at most %5d MB; heap %4d MB", what, read(
			"VmRSS"), read("VmHWM"), Runtime.getRuntime().totalMemory() - Runtime.getRuntime()
				.freeMemory() >> 20));
	}

	private static long read(final String name) throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith(name +
			":")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10).findFirst().orElse(-1);
	}
}
