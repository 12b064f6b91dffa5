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

package sc.fiji.rewardanalysis.command.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.PhaseFiles;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.latent.FakeTrainer;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.PhaseOverlay;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/** {@link MapLatentPhases} and {@link OptimizeLatentPhases}, most of it without a network. */
class MapLatentPhasesTest {

	private static final int SIDE = 72;

	@TempDir
	Path folder;

	private final List<String> notes = new ArrayList<>();

	/** A bright square, 0.1 nm per pixel. */
	static ImagePlus image() {
		final float[] pixels = new float[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % SIDE, y = i / SIDE;
			pixels[i] = (x > 26 && x < 58 && y > 18 && y < 50 ? 30 : 10) + (x * 7 + y * 3) % 5;
		}
		final ImagePlus image = new ImagePlus("square", new FloatProcessor(SIDE, SIDE, pixels));
		final Calibration calibration = image.getCalibration();
		calibration.setUnit("nm");
		calibration.pixelWidth = calibration.pixelHeight = 0.1;
		return image;
	}

	static PhaseSettings settings(final int epochs) {
		return new PhaseSettings(new PatchOptions(8, 2, PatchScale.ALL), VaeSettings.DEFAULTS.withEpochs(
			epochs).withBatch(20).withPhysics(PhysicsLoss.differentiable(1)), new SegmentationOptions(
				SegmentationOptions.Method.OTSU, 2, 0, 1, 0.3, 1));
	}

	private PhaseRequest request(final ImagePlus image, final int epochs, final Path earlier,
		final Path into)
	{
		final AnalysedImage analysed = AnalysedImage.of(image);
		return new PhaseRequest(PhaseInputs.of(analysed, settings(epochs).patches(), "automatic", null, 0,
			"nm"), settings(epochs), earlier, true, into, "run(\"Map Latent Phases...\", \"\");");
	}

	private void run(final PhaseRequest request) {
		try (ProgressWindow window = ProgressWindow.open("test")) {
			request.run(new FakeTrainer(), window, notes::add, Progress.NONE);
		}
	}

	@Test
	void filesMapsAndOverlayAreThereAndAgree() throws Exception {
		final ImagePlus image = image();
		image.setRoi(new Roi(4, 6, 64, 60));
		run(request(image, 3, null, folder));
		assertEquals(new TreeSet<>(Set.of("phases.json", "phases.csv", "patches.csv", "latents.csv",
			"training.csv", "summary.txt", "methods.txt", "citations.bib", "phases.png", "latents.png",
			"manifold.png", "training.png", "training.svg", "latents.tif", "phases.tif", "phases.zip",
			"network.safetensors")), CommandImages.names(folder));
		final CsvTable patches = CsvTable.read(folder.resolve("patches.csv"));
		final ImagePlus latents = IJ.openImage(folder.resolve("latents.tif").toString());
		assertEquals(29, latents.getWidth());
		assertEquals(27, latents.getHeight());
		assertEquals("dx (px)", latents.getStack().getSliceLabel(1));
		assertEquals("z1", latents.getStack().getSliceLabel(3));
		final Calibration calibration = latents.getCalibration();
		assertEquals(0.2, calibration.pixelWidth, 1e-12);
		// A pixel's middle is the patch's centre in the image.
		for (final int i : new int[] { 0, 5, 29 * 27 - 1 }) {
			assertEquals((patches.number(i, "x_px") + 0.5) * 0.1, calibration.getX(i % 29 + 0.5), 1e-9);
			assertEquals((patches.number(i, "y_px") + 0.5) * 0.1, calibration.getY(i / 29 + 0.5), 1e-9);
			assertEquals(patches.number(i, "z1"), latents.getStack().getProcessor(3).getf(i % 29, i / 29),
				1e-6);
		}
		final ImagePlus phases = IJ.openImage(folder.resolve("phases.tif").toString());
		assertEquals(SIDE, phases.getWidth());
		assertEquals(0, phases.getProcessor().get(2, 2));
		assertEquals(2, phases.getProcessor().get(42, 34));
		assertEquals(1, phases.getProcessor().get(14, 34));
		final List<Roi> rois = PhaseOverlay.rois(image);
		assertEquals(List.of("phase 1", "phase 2"), rois.stream().map(Roi::getName).toList());
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				for (int k = 0; k < 2; k++)
					assertEquals(phases.getProcessor().get(x, y) == k + 1, rois.get(k).contains(x, y));
		final CsvTable table = CsvTable.read(folder.resolve("phases.csv"));
		// Patches with more than half of the square: 31 px wide and high.
		assertEquals(4 * 3.1, table.number(1, "boundary_nm"), 1.2);
		assertEquals(3.1 * 3.1, table.number(1, "area_nm2"), 1.0);
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("every 2 px (29 x 27)") && summary.contains("run(\"Map Latent"), summary);
		assertEquals(4, CsvTable.read(folder.resolve("training.csv")).size() + 1);
		final String methods = Files.readString(folder.resolve("methods.txt"));
		for (final String word : List.of("2104.10180", "acf6a9", "783 patches", "mean squared difference", "multi-level Otsu"))
			assertTrue(methods.contains(word), word + " in " + methods);
		assertTrue(Files.readString(folder.resolve("citations.bib")).contains("2104.10180"));
		try (ZipFile zip = new ZipFile(folder.resolve("phases.zip").toFile())) {
			assertEquals(List.of("phase 1.roi", "phase 2.roi"), zip.stream().map(ZipEntry::getName).toList());
		}
	}

	@Test
	void trainingContinuesFromItsFile() throws Exception {
		final Path first = folder.resolve("first"), more = folder.resolve("more"), once = folder.resolve(
			"once");
		run(request(image(), 2, null, first));
		run(request(image(), 5, first.resolve(PhaseFiles.NETWORK), more));
		run(request(image(), 5, null, once));
		for (final String name : List.of("network.safetensors", "training.csv", "patches.csv",
			"phases.csv"))
			assertArrayEquals(Files.readAllBytes(once.resolve(name)), Files.readAllBytes(more.resolve(name)),
				name);
		assertTrue(Files.readString(more.resolve("summary.txt")).contains("continued from"));
	}

	@Test
	void theWeightIsSearchedAndTheSearchGoesOn() throws Exception {
		search(3);
		final CsvTable three = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals(3, three.size());
		search(5);
		final CsvTable five = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals(5, five.size());
		assertTrue(notes.stream().anyMatch(note -> note.startsWith("Resumed after 3 evaluations")), notes
			.toString());
		for (int i = 0; i < 3; i++)
			assertEquals(three.get(i, "physics_weight"), five.get(i, "physics_weight"));
		try (var files = Files.list(folder.resolve("networks"))) {
			assertEquals(5, files.count());
		}
		// The larger the weight, the shorter the boundary, and the worse the drawing.
		double low = 0, high = 0;
		for (int i = 1; i < 5; i++) {
			if (five.number(i, "physics_weight") < five.number((int) low, "physics_weight")) low = i;
			if (five.number(i, "physics_weight") > five.number((int) high, "physics_weight")) high = i;
		}
		assertTrue(five.number((int) low, "boundary") >= five.number((int) high, "boundary"));
		assertTrue(five.number((int) low, "reconstruction") < five.number((int) high, "reconstruction"));
		assertTrue(CommandImages.names(folder).containsAll(Set.of("pareto.csv", "study.json",
			"journal.jsonl", "summary.txt", "phases.tif", "pareto.png")), CommandImages.names(folder)
				.toString());
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("physics_weight="));
	}

	private void search(final int evaluations) {
		final ImagePlus image = image();
		final AnalysedImage analysed = AnalysedImage.of(image);
		try (ProgressWindow window = ProgressWindow.open("test")) {
			new PhaseOptimization(PhaseInputs.of(analysed, settings(2).patches(), "automatic", null, 0, "nm"),
				settings(2), new Range(0.05, 10), new SearchRequest(SearchEngine.SOBOL, new StopRule(evaluations,
					false), Pick.EUCLIDEAN, 1, folder, null, "run(\"Optimize Latent Phases...\", \"\");"), "",
				new FakeTrainer(), window, notes::add).run(Progress.NONE);
		}
	}

	/** The network itself, as small as can be. */
	@Test
	@NeedsNetworks
	void aNetworkIsTrainedAndContinued() throws Exception {
		final Object[] small = { "image", image(), "patch_size", 8, "stride", 6, "epochs", 2, "batch_size", 20,
			"hidden_width", 8, "hidden_layers", 1, "output_folder", folder.resolve("once").toFile() };
		Commands.succeed(MapLatentPhases.class, small);
		small[7] = 1;
		small[15] = folder.resolve("half").toFile();
		Commands.succeed(MapLatentPhases.class, small);
		Commands.succeed(MapLatentPhases.class, "image", image(), "patch_size", 8, "stride", 6, "epochs", 2,
			"continue_from", folder.resolve("half/network.safetensors").toFile(), "output_folder", folder
				.resolve("more").toFile());
		for (final String name : List.of("patches.csv", "training.csv"))
			assertEquals(Files.readString(folder.resolve("once").resolve(name)), Files.readString(folder
				.resolve("more").resolve(name)), name);
	}

	/** A rate so large that not even one epoch succeeds, and one that only drives latents away. */
	@Test
	void aLearningRateThatIsTooLargeIsSaid() throws Exception {
		final String rate = "Lower the learning rate";
		refuse(List.of("Nothing was learnt", "no number any more in epoch 1", rate), "epochs", 2,
			"patch_size", 8, "batch_size", 20, "learning_rate", 1e30);
		Commands.succeed(MapLatentPhases.class, "image", image(), "epochs", 1, "patch_size", 8,
			"batch_size", 20, "learning_rate", 1e9, "output_folder", folder.toFile());
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("lower the learning rate"));
	}

	@Test
	void whatCannotBeDoneIsSaid() throws Exception {
		refuse(List.of("larger than the image", "smaller patches"), "patch_size", 80);
		refuse(List.of("fewer than a batch of 64", "stride"), "patch_size", 30, "stride", 9);
		refuse(List.of("Fewer than 2 patches of 60 px", "smaller stride"), "patch_size", 60, "stride", 40);
		refuse(List.of("stride", "at least 1"), "stride", 0);
		refuse(List.of("no atoms", "Find atoms first"), "patches_from", "atoms");
		refuse(List.of("16 patches", "too few to tell 5 phases apart by 3 latents", "smaller stride"),
			"patch_size", 32, "stride", 13, "batch_size", 2, "classes", 5, "content_latents", 3);
		refuse(List.of("number of classes", "between 2 and 5"), "classes", 7);
		final Path text = Files.writeString(folder.resolve("a.safetensors"), "no network");
		refuse(List.of(text.getFileName().toString()), "continue_from", text.toFile());
		refuse(List.of("nothing.safetensors"), "continue_from", folder.resolve("nothing.safetensors")
			.toFile());
		final ImagePlus flat = new ImagePlus("flat", new FloatProcessor(200, 200));
		Commands.refuse(MapLatentPhases.class, new String[] { "constant" }, "image", flat);
		Commands.refuse(OptimizeLatentPhases.class, new String[] { "weight_low" }, "image", image(),
			"weight_low", 3.0, "weight_high", 1.0);
		Commands.refuse(OptimizeLatentPhases.class, new String[] { "weight_low", "above 0" }, "image",
			image(), "weight_low", 0.0, "weight_high", 1.0);
		// Before anything is trained for it.
		Commands.refuse(OptimizeLatentPhases.class, new String[] { "no latent z64", "the network has 2" }, "image",
			image(), "latent", 64);
		Commands.refuse(MapLatentPhases.class, new String[] { "no latent z64", "the network has 2" }, "image",
			image(), "latent", 64);
	}

	private static void refuse(final List<String> words, final Object... inputs) throws Exception {
		final Object[] all = new Object[inputs.length + 2];
		all[0] = "image";
		all[1] = image();
		System.arraycopy(inputs, 0, all, 2, inputs.length);
		Commands.refuse(MapLatentPhases.class, words.toArray(String[]::new), all);
	}
}
