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

package sc.fiji.rewardanalysis.command.amorphous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.run.NoteEvent;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.AtomSource;
import sc.fiji.rewardanalysis.imagej.ImageAtoms;
import sc.fiji.rewardanalysis.imagej.MaskRoi;
import sc.fiji.rewardanalysis.imagej.RegionOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

class FindAmorphousRegionsTest {

	private static final Set<String> FILES = Set.of("atoms.csv", "overlay.png", "probability.png",
		"probability.tif", "regions.csv", "regions.json", "regions.tif", "scores.png", "scores.svg",
		"summary.txt");

	private static final SimulatedImage RING = AmorphousYbco.image(AmorphousShape.RING),
			PERFECT = AmorphousYbco.image(null);

	@TempDir
	Path folder;

	private final List<String> notes = new ArrayList<>();

	/** Hears what would go to ImageJ's log. */
	private final Object listener = new Object() {

		@EventHandler
		void onEvent(final NoteEvent event) {
			notes.add(event.text());
			event.consume();
		}
	};

	/** An image with its true atoms in the overlay. */
	private static ImagePlus image(final SimulatedImage simulated) {
		final ImagePlus image = SimulatedImages.toImagePlus(simulated, "ring");
		show(image, AmorphousYbco.atoms(simulated));
		return image;
	}

	private static void show(final ImagePlus image, final List<Blob> atoms) {
		AtomOverlay.show(AnalysedImage.of(image), atoms, new int[0]);
	}

	private void run(final ImagePlus image, final Progress progress, final Object... inputs) {
		try (Context context = Commands.context()) {
			context.service(EventService.class).subscribe(listener);
			final FindAmorphousRegions command = new FindAmorphousRegions();
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(FindAmorphousRegions.class),
				command);
			module.setInput("image", image);
			for (int i = 0; i < inputs.length; i += 2)
				module.setInput((String) inputs[i], inputs[i + 1]);
			command.analyse(progress);
		}
	}

	private void refuse(final String[] words, final ImagePlus image, final Object... inputs) {
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> run(image, Progress.NONE,
			inputs)).getMessage(), words);
	}

	private static String[] words(final String... words) {
		return words;
	}

	/** As it comes, with nothing but the atoms. */
	@ParameterizedTest
	@ValueSource(strings = { "disc", "band", "ring" })
	void findsTheZonesOfTheSamples(final String name) throws Exception {
		final ImagePlus image = Commands.sample("ybco-" + name);
		final File truth = new File("sample-data/ybco-" + name + "_truth.csv");
		run(image, Progress.NONE, "atoms_file", truth);
		assertEquals(1, RegionOverlay.rois(image).size());
		final Mask found = new Mask(512, 512, MaskRoi.mask(RegionOverlay.rois(image).get(0), 512, 512, 0,
			0));
		assertTrue(MaskAgreement.of(found, mask(Commands.sample("ybco-" + name + "_zones"))).iou() > 0.88,
			name);
		assertTrue(notes.get(0).matches("1 amorphous region, 2\\d\\.\\d % .*"), notes.toString());
	}

	private static Mask mask(final ImagePlus image) {
		final boolean[] pixels = new boolean[image.getWidth() * image.getHeight()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = image.getProcessor().get(i) > 0;
		return new Mask(image.getWidth(), image.getHeight(), pixels);
	}

	@Test
	void leavesFilesAndOverlay() throws Exception {
		final ImagePlus image = image(RING);
		run(image, Progress.NONE, "lattice", "YBa2Cu3O7-100", "output_folder", folder.resolve("new")
			.toFile());
		assertEquals(FILES, CommandImages.names(folder.resolve("new")));
		final CsvTable atoms = CsvTable.read(folder.resolve("new/atoms.csv"));
		assertEquals(AtomOverlay.count(image), atoms.size());
		final String summary = Files.readString(folder.resolve("new/summary.txt"));
		assertTrue(summary.contains("YBa2Cu3O7-100") && summary.contains("overlay of \"ring\"") && summary
			.contains("run(\"Find Amorphous Regions...\", \"atoms_from=automatic"), summary);
		// The same again from the classes that it left.
		run(image, Progress.NONE, "lattice", "YBa2Cu3O7-100");
		assertEquals(2, notes.size());
		assertEquals(notes.get(0), notes.get(1));
	}

	/** No error, but the numbers that decided; and nothing of an earlier run is left. */
	@Test
	void aPerfectCrystalHasNone() throws Exception {
		for (final String name : FILES)
			Files.writeString(folder.resolve(name), "of an earlier run");
		final ImagePlus image = image(PERFECT);
		run(image, Progress.NONE, "output_folder", folder.toFile(), "features", "geometry");
		final String last = notes.get(notes.size() - 1);
		assertTrue(last.startsWith("No amorphous region: ") && last.matches(".*\\d.*"), last);
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains(last));
		assertEquals(0, CsvTable.read(folder.resolve("regions.csv")).size());
		assertEquals(0, mask(IJ.openImage(folder.resolve("regions.tif").toString())).area());
		assertEquals(List.of(), RegionOverlay.rois(image));
		// Without windows there are no principal components.
		assertFalse(Files.exists(folder.resolve("scores.png")));
		assertFalse(Files.exists(folder.resolve("scores.svg")));
	}

	/** A part of the image: positions are those of the image. */
	@Test
	void selectionsAreAnalysedAlone() throws Exception {
		final ImagePlus image = image(RING);
		image.setRoi(new Roi(40, 20, 200, 220));
		run(image, Progress.NONE);
		final ImageAtoms atoms = ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null);
		assertTrue(atoms.atoms().stream().allMatch(a -> a.x() >= 39.5 && a.y() < 239.5));
		final boolean[] found = MaskRoi.mask(RegionOverlay.rois(image).get(0), AmorphousYbco.SIZE,
			AmorphousYbco.SIZE, 0, 0);
		assertTrue(MaskAgreement.of(new Mask(AmorphousYbco.SIZE, AmorphousYbco.SIZE, found), new Mask(
			AmorphousYbco.SIZE, AmorphousYbco.SIZE, RING.amorphous())).iou() > 0.5);
	}

	@Test
	void everyOptionWorks() {
		final ImagePlus image = image(RING);
		final Object[][] options = { { "features", "pixels", "covariance", "full", "normalization",
			"standard", "dimensions", 1 }, { "features", "geometry", "model", "kmeans", "amorphous", "spread",
				"dilation", 0.1 }, { "covariance", "diagonal", "normalization", "none", "amorphous", "rarest",
					"mask", "boxes", "window", 0.4 }, { "covariance", "spherical", "components", 5, "smoothing",
						0.0, "lattice", "SrTiO3-001" } };
		for (final Object[] option : options)
			run(image, Progress.NONE, option);
		assertEquals(options.length, notes.size());
	}

	@Test
	void onlyTheShownSliceOfAStack() {
		final ImagePlus one = image(RING);
		final var stack = one.getImageStack().duplicate();
		stack.addSlice(one.getProcessor().duplicate());
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setCalibration(one.getCalibration());
		image.setSlice(2);
		show(image, AmorphousYbco.atoms(RING));
		run(image, Progress.NONE);
		assertEquals("Only slice 2 of 2 is analysed.", notes.get(0));
		assertTrue(RegionOverlay.rois(image).stream().allMatch(r -> r.getPosition() == 2));
	}

	@Test
	void whatCannotBeDoneIsExplained() throws Exception {
		final ImagePlus bare = SimulatedImages.toImagePlus(RING, "bare");
		refuse(words("\"bare\" has no atoms in its overlay", "Find atoms first"), bare);
		final ImagePlus image = image(RING);
		refuse(words("window", "larger than the image"), image, "window", 6.0);
		refuse(words("window", "2"), image, "window", 0.01);
		refuse(words("threshold", "1"), image, "threshold", 1.5);
		refuse(words("components", "8"), image, "components", 9);
		refuse(words("custom", "lattice_file"), image, "lattice", "custom");
		final File own = Files.writeString(folder.resolve("atoms.csv"), "x_px,y_px\n1,1\n").toFile();
		refuse(words("atoms.csv", "another output_folder"), image, "atoms_file", own, "output_folder",
			folder.toFile());
		final ImagePlus uncalibrated = image(RING);
		uncalibrated.setCalibration(null);
		refuse(words("no pixel size", "pixel_size"), uncalibrated);
		final List<Blob> atoms = AmorphousYbco.atoms(RING);
		show(image, atoms.subList(0, 5));
		refuse(words("5 atoms", "8"), image);
		show(image, atoms.subList(0, 20));
		refuse(words("20", "fewer components"), image, "components", 8, "covariance", "full", "features",
			"geometry");
		show(image, atoms.stream().filter(a -> a.y() < 10).toList());
		refuse(words("atoms has a window", "smaller window"), image, "window", 1.0);
		final ImagePlus flat = new ImagePlus("flat", new FloatProcessor(256, 256));
		flat.setCalibration(image.getCalibration());
		show(flat, atoms);
		refuse(words("looks the same", "atoms"), flat, "features", "pixels");
		final ImagePlus pointed = SimulatedImages.toImagePlus(RING, "pointed");
		pointed.setRoi(new PointRoi(30, 30));
		refuse(words("1 atom"), pointed);
	}

	/** At any moment, and then nothing of an earlier run passes for one of this. */
	@Test
	void cancelsAreHeard() throws Exception {
		final ImagePlus image = image(RING);
		for (final String name : FILES)
			Files.writeString(folder.resolve(name), "of an earlier run");
		for (final String moment : List.of("Measuring", "Telling", "Mapping", "Writing")) {
			final ImagePlus fresh = image(RING);
			final Progress progress = new Progress() {

				private volatile boolean now;

				@Override
				public void update(final double fraction, final String message) {
					now |= message.startsWith(moment);
				}

				@Override
				public boolean isCanceled() {
					return now;
				}
			};
			assertThrows(CancellationException.class, () -> run(fresh, progress, "output_folder", folder
				.toFile()), moment);
			assertEquals(List.of(), RegionOverlay.rois(fresh));
		}
		assertFalse(CommandImages.names(folder).contains("regions.csv"));
		assertFalse(CommandImages.names(folder).contains("overlay.png"));
	}
}
