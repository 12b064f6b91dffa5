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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

class ClassifyAtomsTest {

	private static final SimulatedImage YBCO = ImageSimulator.simulate(SimulationParameters.builder(
		Lattices.get("YBa2Cu3O7-100")).size(224, 224).pixelSize(0.02).noise(0.1).seed(1).build(),
		Progress.NONE);

	@TempDir
	Path folder;

	/** With its true columns in the overlay. */
	private static ImagePlus image() {
		final ImagePlus image = SimulatedImages.toImagePlus(YBCO, "ybco");
		AtomOverlay.show(AnalysedImage.of(image), YBCO.columns().stream().map(c -> new Blob(c.x(), c
			.y(), 3, 1)).toList(), new int[0]);
		return image;
	}

	@Test
	void classesAreOnTheImageAndInTheFiles() throws Exception {
		final ImagePlus image = image();
		Commands.succeed(ClassifyAtoms.class, "image", image, "lattice", "YBa2Cu3O7-100", "components", 4,
			"split_class", "brightest", "output_folder", folder.toFile());
		assertEquals(new TreeSet<>(Set.of("atoms.csv", "classes.csv", "summary.txt", "patches.png",
			"overlay.png", "scores.png", "scores_second.png")), CommandImages.names(folder));
		final ImageAtoms read = ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null);
		final ImageAtoms file = ImageAtoms.of(image, 1, null, AtomSource.FILE, folder.resolve("atoms.csv"));
		assertEquals(Set.of("Ba1", "Ba2", "Y", "Cu1", "Cu2"), Set.copyOf(read.names()));
		assertEquals(Set.copyOf(read.names()), Set.copyOf(file.names()));
		assertEquals(read.atoms().size(), file.atoms().size());
		for (int i = 0; i < read.atoms().size(); i++)
			assertEquals(read.labels()[i] < 0 ? "" : read.names().get(read.labels()[i]), file
				.labels()[i] < 0 ? "" : file.names().get(file.labels()[i]));
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("run(\"Classify Atoms...\""));
	}

	@Test
	void namesComeFromAFile() throws Exception {
		final Path names = Files.writeString(folder.resolve("names.csv"), "class,name\n1,heavy\n");
		final Path out = folder.resolve("out");
		Commands.succeed(ClassifyAtoms.class, "image", image(), "components", 4, "names_file", names.toFile(),
			"output_folder", out.toFile());
		final CsvTable classes = CsvTable.read(out.resolve("classes.csv"));
		assertEquals(List.of("heavy", "class 2"), List.of(classes.get(0, "name"), classes.get(1, "name")));
	}

	@Test
	void withoutAPixelSizeTheWindowIsInPixels() throws Exception {
		final ImagePlus image = image();
		image.setCalibration(null);
		Commands.succeed(ClassifyAtoms.class, "image", image, "components", 4);
		Commands.succeed(ClassifyAtoms.class, "image", image, "components", 4, "window", 24, "window_unit",
			"px");
		refuse(List.of("no pixel size", "pixel_size"), "image", image, "window", 0.5);
	}

	@Test
	void whatCannotBeDoneIsSaid() throws Exception {
		final ImagePlus bare = CommandImages.ybco();
		refuse(List.of("no atoms", "Find atoms first"), "image", bare);
		final ImagePlus image = image();
		refuse(List.of("larger than the image"), "image", image, "window", 5.0);
		refuse(List.of("at least", "fewer components"), "image", image, "dimensions", 50,
			"components", 8);
		refuse(List.of("split_class is 6", "4 classes"), "image", image, "components", 4, "split_class", "6");
		refuse(List.of("components", "between 2 and 8"), "image", image, "components", 1);
		final File atoms = folder.resolve("atoms.csv").toFile();
		Files.writeString(atoms.toPath(), "x_px,y_px\n1,1\n12,1\n25,1\n");
		refuse(List.of("over which", "output_folder"), "image", image, "atoms_file", atoms,
			"output_folder", folder.toFile());
		refuse(List.of("None of 3 atoms", "smaller window"), "image", image, "atoms_file", atoms);
	}

	private static void refuse(final List<String> words, final Object... inputs) throws Exception {
		Commands.refuse(ClassifyAtoms.class, words.toArray(String[]::new), inputs);
	}

	/** At whatever it is doing, and nothing is half written. */
	@Test
	void cancelsAreHeard() throws Exception {
		final ImagePlus image = image();
		for (int polls = 0; polls < 200; polls += 40) {
			final int most = polls;
			final int[] asked = { 0 };
			assertThrows(CancellationException.class, () -> run(image, () -> asked[0]++ >= most));
		}
		assertEquals(Set.of(), CommandImages.names(folder));
	}

	private void run(final ImagePlus image, final BooleanSupplier cancelled) {
		try (Context context = Commands.context()) {
			final ClassifyAtoms command = new ClassifyAtoms();
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(ClassifyAtoms.class), command);
			module.setInput("image", image);
			module.setInput("output_folder", folder.toFile());
			command.analyse(new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return cancelled.getAsBoolean();
				}
			});
		}
	}
}
