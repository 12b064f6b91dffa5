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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.NetworkFiles;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.core.training.TrainingState;

/**
 * Trains the network that comes with the suite; not a test.
 *
 * <pre>
 * java ... ReadyMadeNetwork FOLDER
 * </pre>
 *
 * In three rounds: with columns 8 to 16 px apart in FOLDER/first; beginning with those weights, with
 * what is nearer together in FOLDER/second; the same with smaller steps, so that the weights settle,
 * in FOLDER. Each goes on from its checkpoint.
 */
public final class ReadyMadeNetwork {

	/** Nothing is learnt from it, so that scores on it say what happens with unknown crystals. */
	static final String UNSEEN = "DyScO3-110";

	/** What else the later rounds' files say. */
	private static final String BEGUN = "begun with";

	private static final int SIZE = 96, IMAGES = 400, HELD_OUT = 64, BATCH = 8;

	private ReadyMadeNetwork() {}

	/** Of the first round. */
	private static NetworkSettings first() {
		return settings(40, 0.002, SceneSettings.SPACING_LOW, SceneSettings.SPACING_HIGH);
	}

	/** Of the second round. */
	private static NetworkSettings second() {
		return settings(16, 0.001, 7, 12);
	}

	/** Of the last round, which makes the network that is shipped. */
	static NetworkSettings last() {
		return settings(8, 0.0002, 7, 12);
	}

	private static NetworkSettings settings(final int epochs, final double rate, final double low,
		final double high)
	{
		final SceneSettings all = SceneSettings.mixed(SIZE, 0, 1).without(UNSEEN);
		return new NetworkSettings(new SceneSettings(all.lattices(), all.invented(), all.varied(), SIZE, low,
			high, all.noiseLow(), all.noiseHigh()), IMAGES, HELD_OUT, epochs, BATCH, rate,
			NetworkShape.DEFAULT, 1);
	}

	public static void main(final String[] args) {
		final Path folder = Path.of(args[0]);
		final TrainingState begun = ColumnTraining.begun(first());
		final TrainingState first = train(folder.resolve("first"), first(), begun);
		final String then = NetworkCard.of(first()).training() + ", " + first.epoch() +
			" epochs, columns 8 to 16 px apart";
		final TrainingState second = train(folder.resolve("second"), second(), after(second(), first,
			then));
		train(folder, last(), after(last(), second, then + "; " + NetworkCard.of(second()).training() +
			", " + second.epoch() + " epochs, columns 7 to 12 px apart"));
	}

	/** @param rounds what was done before */
	private static TrainingState after(final NetworkSettings settings, final TrainingState before,
		final String rounds)
	{
		final Map<String, String> about = new LinkedHashMap<>(NetworkCard.of(settings).texts());
		about.put(BEGUN, rounds);
		return TrainingState.begun(about, ColumnTraining.begun(settings).history(), before.weights());
	}

	private static TrainingState train(final Path folder, final NetworkSettings settings,
		final TrainingState begin)
	{
		final Path checkpoint = folder.resolve(NetworkFiles.CHECKPOINT);
		final TrainingState start = Files.exists(checkpoint) ? ColumnTraining.resumed(settings,
			TrainingFile.read(checkpoint), checkpoint.toString()) : begin;
		final long from = System.nanoTime();
		return ColumnTraining.train(settings, start, state -> {
			NetworkFiles.save(folder, state);
			final List<Double> last = state.history().epochs().get(state.epoch() - 1);
			System.out.printf(Locale.ROOT, "%d: loss %.4f, held out %.4f, F1 %.4f, %.0f s%n", state.epoch(),
				last.get(0), last.get(1), last.get(2), (System.nanoTime() - from) * 1e-9);
		}, Progress.NONE).state();
	}
}
