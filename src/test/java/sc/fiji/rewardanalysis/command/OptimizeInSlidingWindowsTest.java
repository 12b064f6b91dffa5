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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Optimize In Sliding Windows, without a display: 192 × 160 px in windows of 120 px. */
class OptimizeInSlidingWindowsTest {

	private static final int WIDTH = 192, HEIGHT = 160;

	private static final Object[] QUICK = { "window_size", 1.8, "stride", 0.9, "refine", "none" };

	@TempDir
	Path folder;

	private static ImagePlus image() {
		return SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE)
			.size(WIDTH, HEIGHT).pixelSize(Ybco.PIXEL).noise(0.1).seed(4).build(), Progress.NONE), "image");
	}

	private Path optimize(final ImagePlus image, final String name, final Object... inputs)
		throws Exception
	{
		final List<Object> all = new ArrayList<>(List.of("image", image, "output_folder", folder.resolve(
			name).toFile()));
		all.addAll(Arrays.asList(QUICK));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(OptimizeInSlidingWindows.class, all.toArray());
		return folder.resolve(name);
	}

	private static String summary(final Path run) throws IOException {
		return Files.readString(run.resolve("summary.txt"));
	}

	@Test
	void itWritesWhatItPromises() throws Exception {
		final ImagePlus image = image();
		Files.createDirectories(folder.resolve("run"));
		Files.writeString(folder.resolve("run/pareto.csv"), "of an earlier run");
		final Path run = optimize(image, "run");
		assertEquals(Set.of("atoms.csv", "citations.bib", "maps.tif", "methods.txt", "overlay.png", "study.json",
			"summary.txt", "windows.csv", "windows.jsonl", "windows.png"), names(run));
		final CsvTable windows = CsvTable.read(run.resolve("windows.csv")), atoms = CsvTable.read(run.resolve(
			"atoms.csv"));
		assertEquals(6, windows.size());
		assertEquals(AtomOverlay.count(image), atoms.size());
		for (int i = 0; i < atoms.size(); i++)
			assertTrue(atoms.number(i, "window") >= 1 && atoms.number(i, "window") <= 6);
		assertEquals(120, windows.number(0, "width_px"));
		assertEquals(WIDTH - 120, windows.number(2, "left_px"));
		assertTrue(windows.number(0, "confidence") > 0.8);
		assertTrue(summary(run).contains("6 windows of 1.8 nm, 0.9 nm apart (120 and 60 px)"), summary(run));
		assertTrue(summary(run).contains("Macro:      run(\"Optimize In Sliding Windows...\", \"window_size=1.8 "),
			summary(run));
		final ImagePlus maps = new Opener().openImage(run.resolve("maps.tif").toString());
		assertEquals(WIDTH, maps.getWidth());
		assertEquals(Ybco.PIXEL, maps.getCalibration().pixelWidth, 1e-9);
		maps.setPosition(maps.getStackSize(), 1, 1);
		assertEquals(0.95, maps.getDisplayRangeMin(), 1e-6, "each map has its own");
		assertTrue(Files.readString(run.resolve("methods.txt")).contains(
			"Then 6 windows of 1.8 nm (120 px), 0.9 nm (60 px) apart, were searched"));
		assertEquals("min_sigma (px)", maps.getStack().getSliceLabel(1));
		assertEquals("confidence", maps.getStack().getSliceLabel(maps.getStackSize()));
		assertEquals(windows.number(0, "confidence"), maps.getStack().getVoxel(3, 3, maps.getStackSize() - 1),
			1e-6);
	}

	/** Windows lie in the selection, atoms in the image. */
	@Test
	void aSelectionIsAnalysedAlone() throws Exception {
		final ImagePlus image = image();
		image.setRoi(new Roi(40, 20, 130, 130));
		final Path run = optimize(image, "selection");
		final CsvTable windows = CsvTable.read(run.resolve("windows.csv")), atoms = CsvTable.read(run.resolve(
			"atoms.csv"));
		assertEquals(40, windows.number(0, "left_px"));
		for (int i = 0; i < atoms.size(); i++)
			assertTrue(atoms.number(i, "x_px") >= 39.5 && atoms.number(i, "y_px") < 149.5);
		final ImagePlus maps = new Opener().openImage(run.resolve("maps.tif").toString());
		assertEquals(130, maps.getWidth());
		// A pixel has the same place in nm as in the image.
		assertEquals(40 * Ybco.PIXEL, maps.getCalibration().getX(0), 1e-6);
	}

	@Test
	void aSmallImageIsOneWindow() throws Exception {
		final Path run = optimize(image(), "one", "window_size", 5.0, "stride", 0.0, "engine", "sobol",
			"evaluations", 12);
		assertEquals(1, CsvTable.read(run.resolve("windows.csv")).size());
		assertTrue(summary(run).contains("1 window of 4.995 nm"), summary(run));
		assertTrue(names(run).contains("journal.jsonl"), "the whole's");
	}

	/** Noise that hides the columns at the right. */
	@Test
	void doubtfulWindowsAreToldAndFramed() throws Exception {
		final ImagePlus image = SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters
			.builder(Ybco.LATTICE).size(WIDTH, HEIGHT).pixelSize(Ybco.PIXEL).noise(1).noiseGradient(0.9).seed(
				4).build(), Progress.NONE), "image");
		final Path run = optimize(image, "doubt");
		final CsvTable windows = CsvTable.read(run.resolve("windows.csv"));
		int doubtful = 0;
		for (int i = 0; i < windows.size(); i++) {
			final boolean low = windows.number(i, "confidence") < 0.995;
			assertEquals(low ? 1 : 0, windows.number(i, "doubtful"));
			if (low) doubtful++;
		}
		assertTrue(doubtful > 0);
		assertTrue(summary(run).contains(doubtful + " of 6 windows"), summary(run));
		final List<Roi> frames = Arrays.stream(image.getOverlay().toArray()).filter(r -> r.getName()
			.startsWith("window ")).toList();
		assertEquals(doubtful, frames.size());
		Commands.succeed(RemoveOverlay.class, "image", image);
		assertNull(image.getOverlay(), "they are ours");
	}

	@Test
	void aJournalInUseIsNotTouched() throws Exception {
		final Path out = Files.createDirectories(folder.resolve("used"));
		try (FileChannel other = FileChannel.open(out.resolve("windows.jsonl"),
			StandardOpenOption.CREATE, StandardOpenOption.WRITE))
		{
			other.lock(Long.MAX_VALUE - 1, 1, false);
			final List<Object> all = new ArrayList<>(List.of("image", image(), "output_folder", out.toFile()));
			all.addAll(Arrays.asList(QUICK));
			Commands.refuse(OptimizeInSlidingWindows.class, new String[] { "windows.jsonl is in use",
				"another folder" }, all.toArray());
		}
		assertEquals(Set.of("windows.jsonl"), names(out));
	}

	@Test
	void anInterruptedSearchIsResumed() throws Exception {
		final Object[] sobol = { "engine", "sobol", "evaluations", 6 };
		final Path run = optimize(image(), "cut", sobol);
		final String atoms = Files.readString(run.resolve("atoms.csv"));
		final Path journal = run.resolve("windows.jsonl");
		final List<String> lines = Files.readAllLines(journal);
		assertEquals(7, lines.size());
		Files.write(journal, lines.subList(0, 4));
		optimize(image(), "cut", sobol);
		assertEquals(atoms, Files.readString(run.resolve("atoms.csv")));
		final List<String> again = Files.readAllLines(journal);
		assertEquals(lines.subList(0, 4), again.subList(0, 4), "those are not done again");
		assertEquals(7, again.size());
		optimize(image(), "cut", "engine", "sobol", "evaluations", 6, "seed", 2L);
		assertTrue(names(run).contains("windows-1.jsonl"), "of another run");
	}

	@Test
	void aCancelLeavesNothingHalf() throws Exception {
		final ImagePlus image = image();
		final Set<String> messages = new HashSet<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				messages.add(message);
			}

			@Override
			public boolean isCanceled() {
				return messages.contains("Window 3 of 6");
			}
		};
		try (Context context = Commands.context()) {
			final OptimizeInSlidingWindows command = new OptimizeInSlidingWindows();
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(OptimizeInSlidingWindows.class),
				command);
			final Map<String, Object> inputs = new HashMap<>(Map.of("image", image, "output_folder", folder
				.toFile()));
			for (int i = 0; i < QUICK.length; i += 2)
				inputs.put((String) QUICK[i], QUICK[i + 1]);
			module.setInputs(inputs);
			assertThrows(CancellationException.class, () -> command.analyse(progress));
		}
		assertEquals(Set.of("windows.jsonl"), names(folder));
		assertNull(image.getOverlay());
	}

	@Test
	void itRefusesInOneSentence() throws Exception {
		final ImagePlus image = image();
		final ImagePlus blank = new ImagePlus("blank", new FloatProcessor(WIDTH, HEIGHT));
		blank.setCalibration(image.getCalibration());
		final ImagePlus bare = image();
		bare.getCalibration().setUnit("pixel");
		final Object[][] cases = { //
			{ "30 are needed", "window_size at least 1.77 nm", "window_size", 1.0 }, //
			{ "longer than a window", "make stride at most", "stride", 4.0 }, //
			{ "less than a pixel", "stride", "stride", 0.001 }, //
			{ "window_size", "0", "window_size", -1.0 }, //
			{ "window_size", "number", "window_size", Double.NaN }, //
			{ "engine", "bayesian", "engine", "magic" }, //
			{ "lattice_file", "json", "lattice", "custom" }, //
			{ "evaluations", "at least 1", "evaluations", 0 }, //
			{ "constant", "choose another", "image", blank }, //
			{ "pixel_size", "nm", "image", bare }, //
			{ "3 px", "Check the pixel size", "pixel_size", 0.5 } };
		for (final Object[] c : cases) {
			final Map<String, Object> inputs = new HashMap<>(Map.of("image", image, "window_size", 1.8,
				"output_folder", folder.resolve("out").toFile()));
			inputs.put((String) c[2], c[3]);
			final List<Object> all = new ArrayList<>();
			inputs.forEach((k, v) -> all.addAll(List.of(k, v)));
			Commands.refuse(OptimizeInSlidingWindows.class, new String[] { (String) c[0], (String) c[1] }, all
				.toArray());
		}
		assertFalse(Files.exists(folder.resolve("out").resolve("study.json")));
	}
}
