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

package sc.fiji.rewardanalysis.core.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.network.ColumnTarget;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.training.TrainingState;

/**
 * What a training of a network for atom columns leaves in a folder: {@code columns.safetensors} (the
 * network), {@code checkpoint.safetensors} (to go on from), {@code training.csv},
 * {@code summary.txt}.
 *
 * @param settings of the training
 * @param state after the last epoch
 * @param ending why it ended; empty if all epochs are done
 * @param seconds that it took, this time
 * @param macro the line that repeats it
 */
public record NetworkFiles(NetworkSettings settings, TrainingState state, String ending, double seconds,
	String macro)
{

	/** Names of the files. */
	public static final String NETWORK = "columns.safetensors", CHECKPOINT = "checkpoint.safetensors",
			CURVES = "training.csv";

	/** What is written after each epoch: the state to go on from, and the network so far. */
	public static void save(final Path folder, final TrainingState state) {
		TrainingFile.write(state, folder.resolve(CHECKPOINT));
		TrainingFile.network(state).write(folder.resolve(NETWORK));
		TrainingFile.table(state.history()).write(folder.resolve(CURVES));
	}

	/** Where a training was left; null if there is none. */
	public static Path checkpoint(final Path folder) {
		final Path file = folder.resolve(CHECKPOINT);
		return Files.exists(file) ? file : null;
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		final NetworkCard card = NetworkCard.of(settings);
		final long weights = state.weights().values().stream().mapToLong(t -> t.values().length).sum();
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT,
			"Network:    U-Net, %d channels, %s, %d weights (%.1f MB); it looks %d px far.", settings.shape()
				.channels(), Words.count(settings.shape().levels(), "halving"), weights, 4e-6 * weights,
			settings.shape().reach()));
		lines.add(String.format(Locale.ROOT,
			"Input:      mean 0 and standard deviation 1, atoms bright, nearest columns %s to %s px apart.",
			card.spacingLow(), card.spacingHigh()));
		lines.add("Output:     probability that a column's centre is within " + ColumnTarget.RADIUS +
			" px.");
		lines.add("Trained on: " + card.training() + ".");
		lines.add(String.format(Locale.ROOT, "Epochs:     %d of %d, %d steps.", state.epoch(), settings
			.epochs(), state.steps()));
		if (state.epoch() > 0) lines.add("Result:     " + figures() + ".");
		if (!ending.isEmpty()) lines.add("Ended:      " + ending);
		lines.add(String.format(Locale.ROOT, "Seed:       %d; Reward Analysis %s.", settings.seed(),
			Version.current()));
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s.", seconds));
		lines.add("Macro:      " + macro);
		return String.join("\n", lines) + "\n";
	}

	private String figures() {
		return String.join(", ", state.history().names().stream().map(n -> String.format(Locale.ROOT,
			"%s %.4f", n, state.history().last(n))).toList());
	}

	/** Writes all of it. */
	public void write(final Path folder) {
		if (state.epoch() > 0) save(folder, state);
		AtomicFile.write(folder.resolve("summary.txt"), summary());
	}
}
