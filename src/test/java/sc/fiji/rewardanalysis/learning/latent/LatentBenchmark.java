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

package sc.fiji.rewardanalysis.learning.latent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/**
 * Times a training and shows its ELBO: INVARIANCE WIDTH PIXELS EPOCHS [FILE]. FILE gets the
 * patches, big-endian floats, for src/test/scripts/latent_torch.py to be trained on.
 */
public final class LatentBenchmark {

	private static final int COLUMNS = 50, ROWS = 30, SIZE = 24;

	private LatentBenchmark() {}

	/** Crystals whose spacing along x is another one in the right half; noise 0.1. */
	private static PatchSet patches() {
		final Random random = new Random(1);
		final float[][] patches = new float[COLUMNS * ROWS][SIZE * SIZE];
		for (int i = 0; i < patches.length; i++) {
			final double spacing = i % COLUMNS < COLUMNS / 2 ? 7 : 7 * 1.15;
			final int shift = random.nextInt(7);
			for (int p = 0; p < patches[i].length; p++) {
				final double x = p % SIZE - SIZE / 2.0 + shift, y = p / SIZE - SIZE / 2.0;
				final double value = 0.5 + 0.2 * Math.cos(2 * Math.PI * x / spacing) + 0.2 * Math.cos(2 *
					Math.PI * y / 7) + 0.1 * random.nextGaussian();
				patches[i][p] = (float) Math.max(0, Math.min(1, value));
			}
		}
		return new PatchSet(SIZE, patches, new double[patches.length], new double[patches.length], COLUMNS,
			ROWS);
	}

	/** Prints a line for each epoch: seconds so far, then the history's row. */
	public static void main(final String... args) throws IOException {
		final PatchSet patches = patches();
		if (args.length > 4) {
			final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * patches.count() * SIZE * SIZE);
			for (final float[] patch : patches.patches())
				for (final float value : patch)
					bytes.putFloat(value);
			Files.write(Path.of(args[4]), bytes.array());
		}
		final VaeSettings settings = VaeSettings.DEFAULTS.withInvariance(Invariance.valueOf(args[0]))
			.withWidth(Integer.parseInt(args[1])).withPixels(Double.parseDouble(args[2])).withEpochs(Integer
				.parseInt(args[3]));
		final long start = System.nanoTime();
		new LatentTraining().train(patches, settings, model -> System.out.printf(Locale.ROOT,
			"%d: %.1f s %s%n", model.history().size(), (System.nanoTime() - start) / 1e9, model.history()
				.epochs().get(model.history().size() - 1)), Progress.NONE);
	}
}
