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

package sc.fiji.rewardanalysis.command.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimation;
import sc.fiji.rewardanalysis.core.io.PhysicsFiles;
import sc.fiji.rewardanalysis.core.io.PhysicsRun;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.MaskRoi;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

class EstimatePhysicsTest {

	private static final int SIZE = 256;

	@TempDir
	Path folder;

	private static double value(final CsvTable table, final String quantity, final String column) {
		for (int row = 0; row < table.size(); row++)
			if (table.get(row, "quantity").equals(quantity)) return table.number(row, column);
		throw new AssertionError("no " + quantity);
	}

	@Test
	void filesSayWhatIsSeenAndNothingIsChanged() throws Exception {
		final ImagePlus image = CommandImages.particle();
		image.setRoi(new PointRoi(3, 4));
		Commands.succeed(EstimatePhysics.class, "image", image, "lattice", "SrTiO3-001", "output_folder",
			folder.toFile());
		assertEquals(new TreeSet<>(Set.of("physics.json", "physics.csv", "crystals.csv", "summary.txt",
			"spectrum.png", "motif.png", "sample.png", "sample.tif", "sample.roi")), CommandImages.names(
				folder));
		final CsvTable physics = CsvTable.read(folder.resolve("physics.csv"));
		assertEquals(0.015, value(physics, "pixel_size", "value"), 1e-4);
		assertEquals(2, value(physics, "columns_per_cell", "value"));
		assertTrue(value(physics, "pixel_size", "sigma") < 1e-4);
		assertEquals("SrTiO3-001", CsvTable.read(folder.resolve("crystals.csv")).get(0, "crystal"));
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("run(\"Estimate Physics...\""), summary);
		assertTrue(summary.matches("(?s).*Pixel size: 0\\.01(49|50).*"), summary);
		assertTrue(image.getRoi() instanceof PointRoi, "the selection is the user's");
		assertFalse(image.getCalibration().scaled(), "and so is the calibration");
		final ImagePlus mask = IJ.openImage(folder.resolve("sample.tif").toString());
		assertEquals(255, mask.getProcessor().get(80, 80));
		assertEquals(0, mask.getProcessor().get(220, 80));
		final Roi roi = RoiDecoder.open(folder.resolve("sample.roi").toString());
		final boolean[] pixels = MaskRoi.mask(roi, SIZE, SIZE, 0, 0);
		for (int i = 0; i < pixels.length; i++)
			assertEquals(mask.getProcessor().get(i) > 0, pixels[i]);
	}

	@Test
	void theSampleBecomesTheSelectionIfAsked() throws Exception {
		final ImagePlus image = CommandImages.particle();
		image.setRoi(new Roi(20, 10, 230, 240));
		Commands.succeed(EstimatePhysics.class, "image", image, "select_sample", true, "output_folder",
			folder.toFile());
		final AnalysedImage sample = AnalysedImage.of(image);
		assertEquals(20, sample.x());
		assertEquals(150 * 240, sample.area().size(), 0.04 * 150 * 240);
		assertEquals(sample.area().size(), value(CsvTable.read(folder.resolve("physics.csv")),
			"sample_area", "value"));
	}

	@Test
	void withoutALatticeTheFigureIsSaidAndOldFilesGo() throws Exception {
		Files.writeString(folder.resolve("motif.png"), "old");
		Files.writeString(folder.resolve("crystals.csv"), "old");
		final ImagePlus noise = new ImagePlus("noise", new FloatProcessor(SIZE, SIZE, CommandImages.noise(
			SIZE * SIZE)));
		Commands.succeed(EstimatePhysics.class, "image", noise, "lattice", "Si-110", "select_sample", true,
			"output_folder", folder.toFile());
		assertEquals(new TreeSet<>(Set.of("physics.json", "physics.csv", "summary.txt", "spectrum.png")),
			CommandImages.names(folder));
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("none is seen"));
		assertNull(noise.getRoi());
	}

	@Test
	void badInputIsRefused() throws Exception {
		final ImagePlus image = CommandImages.particle();
		Commands.refuse(EstimatePhysics.class, new String[] { "lattice_file" }, "image", image, "lattice",
			"custom");
		Commands.refuse(EstimatePhysics.class, new String[] { "contrast", "grey" }, "image", image,
			"contrast", "grey");
		Commands.refuse(EstimatePhysics.class, new String[] { "pixel_size", "-1" }, "image", image,
			"pixel_size", -1.0);
		Commands.refuse(EstimatePhysics.class, new String[] { "pixel_unit", "inch" }, "image", image,
			"pixel_size", 1.0, "pixel_unit", "inch");
		Commands.refuse(EstimatePhysics.class, new String[] { "20 x 20", "Select more" }, "image",
			new ImagePlus("small", new FloatProcessor(20, 20)));
		Commands.refuse(EstimatePhysics.class, new String[] { "are the same" }, "image", new ImagePlus(
			"blank", new FloatProcessor(64, 64)));
		Commands.refuse(EstimatePhysics.class, new String[] { "RGB" }, "image", IJ.createImage("rgb", "RGB",
			64, 64, 1));
	}

	@Test
	void theDialogShowsTheSpectrum() {
		final ImagePlus image = CommandImages.particle();
		final EstimatePhysics command = new EstimatePhysics();
		assertEquals("estimate-physics", command.form().anchor());
		final Outlook outlook = PhysicsForms.outlook(AnalysedImage.of(image),
			Contrast.BRIGHT, Lattices.get("SrTiO3-001"), 0.017, true,
			Progress.NONE);
		assertNotNull(outlook.drawing().picture());
		assertTrue(outlook.warning().matches(".*suggests 0\\.01(49|50).*"), outlook.warning());
		assertTrue(outlook.facts().stream().anyMatch(f -> f.text().startsWith("26.0")));
	}

	@Test
	void aPixelSizeIsSetInNanometres() {
		final ImagePlus image = CommandImages.particle();
		assertTrue(Double.isNaN(PixelSize.known(image)));
		PixelSize.set(image, 0.0123);
		assertEquals(0.0123, PixelSize.known(image));
		assertEquals("nm", image.getCalibration().getUnit());
	}

	private static PhysicsReport report(final ImagePlus image) {
		final AnalysedImage analysed = AnalysedImage.of(image);
		final Lattice crystal = Lattices.get("SrTiO3-001");
		return new PhysicsReport(analysed, PhysicsFiles.of(PhysicsEstimation.of(analysed.pixels(), analysed
			.area(), Contrast.BRIGHT, Progress.NONE), crystal, List.of(crystal), new PhysicsRun(analysed.run(
				analysed.hash(), System.nanoTime(), ""), Contrast.BRIGHT, Double.NaN, "as given")));
	}

	@Test
	void thePixelSizeIsSetOnlyAfterAYes() {
		final ImagePlus image = CommandImages.particle();
		final PhysicsReport report = report(image);
		assertEquals(5, report.tabs().size());
		final RunPanel.Action size = report.actions().get(0);
		assertTrue(size.isEnabled());
		assertEquals("", size.does().apply(question -> !question.contains("which suits SrTiO3-001?")));
		assertTrue(Double.isNaN(PixelSize.known(image)));
		assertTrue(size.does().apply(question -> true).contains("is set"));
		assertEquals(0.015, PixelSize.known(image), 1e-4);
		report.actions().get(1).does().apply(question -> false);
		assertNotNull(image.getRoi());
	}

	@Test
	void withoutALatticeThereIsNothingToUse() {
		final PhysicsReport report = report(new ImagePlus("noise", new FloatProcessor(SIZE, SIZE,
			CommandImages.noise(SIZE * SIZE))));
		assertEquals(1, report.tabs().size());
		assertTrue(report.actions().stream().noneMatch(RunPanel.Action::isEnabled));
	}
}
