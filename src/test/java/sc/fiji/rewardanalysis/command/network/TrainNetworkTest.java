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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.Cancels;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.learning.columns.ColumnNetwork;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

class TrainNetworkTest {

	@TempDir
	Path folder;

	private static Object[] inputs(final Path into, final Object... more) {
		final List<Object> all = new ArrayList<>(List.of("image_size", 32, "images", 4, "held_out", 2,
			"batch", 2, "channels", 4, "levels", 2, "epochs", 2, "output_folder", into.toFile()));
		all.addAll(List.of(more));
		return all.toArray();
	}

	private static Set<String> files(final Path folder) throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(RunFiles.NAME)).collect(Collectors
				.toCollection(TreeSet::new));
		}
	}

	@Test
	@NeedsNetworks
	void itTrainsAndGoesOn() throws Exception {
		final Path once = folder.resolve("once"), network = once.resolve("columns.safetensors");
		Commands.succeed(TrainNetwork.class, inputs(once));
		assertEquals(Set.of("checkpoint.safetensors", "columns.safetensors", "summary.txt", "training.csv",
			"training.png", "training.svg"), files(once));
		assertEquals(2, CsvTable.read(once.resolve("training.csv")).size());
		final String summary = Files.readString(once.resolve("summary.txt"));
		assertTrue(summary.contains("Epochs:     2 of 2, 4 steps.") && summary.contains(
			"run(\"Train Network...\""), summary);
		final byte[] bytes = Files.readAllBytes(network);
		try (ColumnNetwork read = ColumnNetwork.read(network, 0.28)) {
			assertEquals(32 * 32, read.probabilities(new float[32 * 32], 32, 32).length);
		}
		// All epochs are done: nothing changes.
		Commands.succeed(TrainNetwork.class, inputs(once));
		assertArrayEquals(bytes, Files.readAllBytes(network));
		// From a checkpoint elsewhere, with more epochs.
		final Path on = folder.resolve("on");
		final File checkpoint = once.resolve("checkpoint.safetensors").toFile();
		Commands.succeed(TrainNetwork.class, inputs(on, "epochs", 3, "checkpoint", checkpoint));
		assertEquals(3, CsvTable.read(on.resolve("training.csv")).size());
		Commands.refuse(TrainNetwork.class, new String[] { "more than the 2", "raise epochs" }, inputs(on));
		Commands.refuse(TrainNetwork.class, new String[] { "seed 1" }, inputs(once, "seed", 2L));
		Commands.refuse(TrainNetwork.class, new String[] { "trained on something else" }, inputs(once,
			"lattice", "Fe-100"));
	}

	@Test
	void whatMakesNoSenseIsRefused() throws Exception {
		refuse("fewer than the batch of 8", "batch", 8);
		refuse("multiple of 4 px", "image_size", 30);
		refuse("noise_high", "noise_low", 2.0);
		refuse("spacing_high", "spacing_low", 20.0);
		refuse("learning_rate", "learning_rate", 0.0);
		refuse("lattice_file must name", "lattice", "custom");
		refuse("choose a file that exists", "checkpoint", folder.resolve("none.safetensors").toFile());
		refuse("no safetensors file", "checkpoint", Files.writeString(folder.resolve("a.safetensors"),
			"what").toFile());
		Commands.refuse(TrainNetwork.class, new String[] { "output_folder is missing" });
		assertTrue(files(folder).equals(Set.of("a.safetensors")), files(folder).toString());
	}

	private void refuse(final String words, final Object... more) throws Exception {
		Commands.refuse(TrainNetwork.class, new String[] { words }, inputs(folder, more));
	}

	@Test
	void theDialogSaysWhatToExpect() {
		final NetworkSettings settings = new NetworkSettings(SceneSettings.mixed(32, 0, 1), 10, 2, 3, 4, 0.002,
			new NetworkShape(4, 3), 1);
		final Outlook outlook = NetworkForms.outlook(settings);
		assertEquals("2 an epoch, 6 in all", outlook.facts().get(0).text());
		assertTrue(outlook.warning().contains("32 px wide"), outlook.warning());
		assertEquals("8.0 to 9.0 px apart", outlook.facts().get(4).text());
	}

	@Test
	@NeedsNetworks
	void cancelsAreHeard() {
		for (int i = 0; i < 3; i++) {
			final Path into = folder.resolve("" + i);
			final var outcome = Cancels.cancel(new TrainNetwork(), 0.05 * (1 << 2 * i), inputs(into, "epochs",
				1000));
			assertTrue(outcome.seconds() < 5, outcome.toString());
		}
	}
}
