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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;
import ij.io.FileSaver;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.Cancels.Job;
import sc.fiji.rewardanalysis.command.Cancels.Outcome;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.ProjectCrystal;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.many.WatchFolder;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/** A cancel at any moment ends a run; how soon exactly is what CancelStudy measures. */
class CancelTest {

	/** Far above what it takes, for machines that are busy. */
	private static final double SECONDS = 20;

	static Stream<Job> jobs() {
		return Stream.of(new Job(Cancels.image(256, 1), SearchEngine.EXACT, 60, false, null), new Job(Cancels
			.image(256, 1), SearchEngine.BAYESIAN, 400, false, null), new Job(Cancels.image(128, 3),
				SearchEngine.BAYESIAN, 400, true, null));
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void cancelsAreHeard(final Job job, @TempDir final Path folder) {
		final Job writing = new Job(job.image(), job.engine(), job.evaluations(), job.stack(), folder);
		for (int i = 0; i < 8; i++) {
			final Outcome outcome = Cancels.cancel(i % 2 == 0 ? job : writing, 0.01 * (1 << i) / 2);
			assertTrue(outcome.seconds() < SECONDS, outcome + " in " + job);
		}
	}

	@Test
	void findAtomsHearsCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 3);
		for (int i = 0; i < 8; i++) {
			final Outcome outcome = Cancels.cancelFindAtoms(image, i % 2 == 0 ? null : folder, 0.01 * (1 << i) /
				2);
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void windowsHearCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 1);
		for (int i = 0; i < 6; i++) {
			final Outcome outcome = Cancels.cancelWindows(image, i % 2 == 0 ? null : folder.resolve("" + i),
				0.03 * (1 << i));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void seriesHearCancels(@TempDir final Path folder) {
		final ImagePlus stack = Cancels.image(256, 4);
		for (int i = 0; i < 6; i++) {
			final Outcome outcome = Cancels.cancelSeries(stack, i % 2 == 0 ? null : folder.resolve("" + i),
				0.05 * (1 << i));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void estimatesHearCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(512, 1);
		for (int i = 0; i < 6; i++) {
			final Path into = folder.resolve("" + i);
			final Outcome outcome = Cancels.cancel(new EstimatePhysics(), 0.01 * (1 << i), "image", image,
				"lattice", "YBa2Cu3O7-100", "output_folder", (i % 2 == 0 ? new File("") : into.toFile()));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void projectionsHearCancels(@TempDir final Path folder) throws Exception {
		final StringBuilder cif = new StringBuilder("data_x\n_cell_length_a 100\n_cell_length_b 100\n_cell_length_c 100\n" +
			"_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n_space_group_name_H-M_alt 'P 1'\nloop_\n" +
			"_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n");
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 4000; i++)
			cif.append("Si ").append(random.nextDouble()).append(' ').append(random.nextDouble()).append(" 0\n");
		final Path file = Files.writeString(folder.resolve("glass.cif"), cif.toString());
		for (int i = 0; i < 6; i++) {
			final Path into = folder.resolve("" + i);
			final Outcome outcome = Cancels.cancel(new ProjectCrystal(), 0.01 * (1 << i), "cif_file", file.toFile(),
				"output_folder", (i % 2 == 0 ? new File("") : into.toFile()));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void comparisonsHearCancels(@TempDir final Path folder) throws Exception {
		final ImagePlus image = Cancels.image(128, 1);
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "lattice", "YBa2Cu3O7-100", "engine",
			"sobol", "evaluations", 8, "output_folder", folder.toFile());
		for (int i = 0; i < 6; i++) {
			final Path into = folder.resolve("" + i);
			final Outcome outcome = Cancels.cancel(new CompareWithOracle(), 0.01 * (1 << i), "image", image,
				"oracle_from", "file", "oracle_file", folder.resolve("atoms.csv").toFile(), "duplicates", "merge",
				"study_folder", folder.toFile(), "output_folder", (i % 2 == 0 ? new File("") : into.toFile()));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
			assertFalse(outcome.seconds() > 0 && Files.exists(into.resolve("comparison.png")) && !Files.exists(
				into.resolve("offsets.svg")), "pictures are all there or none is");
		}
	}

	@Test
	void foldersHearCancels(@TempDir final Path folder) throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 4; i++)
			new FileSaver(Cancels.image(256, 1)).saveAsTiff(images.resolve(i + ".tif").toString());
		for (int i = 0; i < 6; i++) {
			final Path into = folder.resolve("" + i);
			final Outcome outcome = Cancels.cancel(new ProcessFolder(), 0.03 * (1 << i), "input_folder", images
				.toFile(), "output_folder", into.toFile(), "parameters_of", i % 3 == 2 ? "shared" : "own",
				"options", "evaluations=400 engine=bayesian");
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
			if (Files.exists(into)) try (Stream<Path> left = Files.list(into)) {
				assertTrue(left.noneMatch(f -> f.getFileName().toString().startsWith(".") && !f.endsWith(RunFiles.NAME)),
					outcome.toString());
			}
		}
	}

	/** Before a file comes, while one is analysed, and while pictures are drawn. */
	@Test
	void watchesHearCancels(@TempDir final Path folder) throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 4; i++)
			new FileSaver(Cancels.image(256, 1)).saveAsTiff(images.resolve(i + ".tif").toString());
		for (int i = 0; i < 6; i++) {
			final Path into = folder.resolve("" + i);
			final Outcome outcome = Cancels.cancel(new WatchFolder(), 0.05 * (1 << i), "input_folder", images
				.toFile(), "output_folder", into.toFile(), "existing", i > 0, "rest", 0.1, "options",
				"evaluations=400 engine=bayesian");
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
			if (Files.exists(into)) try (Stream<Path> left = Files.list(into)) {
				assertTrue(left.noneMatch(f -> f.getFileName().toString().startsWith(".") && !f.endsWith(RunFiles.NAME)),
					outcome.toString());
			}
		}
	}

	/** While PyTorch starts, in a step, while it is examined and when files are written. */
	@Test
	@NeedsNetworks
	void trainingsHearCancels(@TempDir final Path folder) {
		for (int i = 0; i < 6; i++) {
			final Outcome outcome = Cancels.cancel(new TrainNetwork(), 0.02 * (1 << i), "epochs", 3, "images",
				16, "held_out", 8, "image_size", 32, "channels", 4, "output_folder", folder.resolve("" + i)
					.toFile());
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	@NeedsNetworks
	void networksHearCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 1), small = Cancels.image(96, 1);
		for (int i = 0; i < 5; i++) {
			final Outcome found = Cancels.cancel(new FindAtomsWithNetwork(), 0.02 * (1 << i), "image", image),
					mapped = Cancels.cancel(new MapLatentPhases(), 0.04 * (1 << i), "image", small, "epochs", 3,
						"output_folder", folder.resolve("" + i).toFile());
			assertTrue(found.seconds() < SECONDS, found.toString());
			assertTrue(mapped.seconds() < SECONDS, mapped.toString());
		}
	}
}
