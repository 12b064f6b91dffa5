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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.command.Cancels;
import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.RemoveOverlay;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.LatticeFit;
import sc.fiji.rewardanalysis.core.crystal.LatticeSettings;
import sc.fiji.rewardanalysis.core.crystal.ReferenceKind;
import sc.fiji.rewardanalysis.core.crystal.StrainKind;
import sc.fiji.rewardanalysis.core.crystal.Strains;
import sc.fiji.rewardanalysis.core.crystal.Sublattice;
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

class FitLatticeTest {

	private static final SimulationParameters PARAMETERS = SimulationParameters.builder(Lattices.get(
		"SrTiO3-001")).size(256, 256).pixelSize(0.02).noise(0.05).vacancies(0.02).rotation(8).drift(0.1, 0.05)
		.seed(3).build();
	private static final SimulatedImage IMAGE = ImageSimulator.simulate(PARAMETERS, Progress.NONE);

	@TempDir
	Path folder;

	/** With its true columns in the overlay. */
	private static ImagePlus image() {
		final ImagePlus image = SimulatedImages.toImagePlus(IMAGE, "sto");
		AtomOverlay.show(AnalysedImage.of(image), IMAGE.columns().stream().map(c -> new Blob(c.x(), c
			.y(), c.sigma(), 1)).toList(), new int[0]);
		return image;
	}

	/** Simulate, find, fit: species, vacancies and the drift's strain. */
	@Test
	void fromAnImageToItsDefects() throws Exception {
		final ImagePlus image = SimulatedImages.toImagePlus(IMAGE, "sto");
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "lattice", "SrTiO3-001", "refine",
			"gaussian");
		Commands.succeed(FitLattice.class, "image", image, "lattice", "SrTiO3-001", "output_folder", folder
			.toFile());
		assertEquals(new TreeSet<>(Set.of("atoms.csv", "defects.csv", "lattice.json", "summary.txt",
			"displacement.png", "strain.png", "strain.tif")), CommandImages.names(folder));
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		int right = 0, placed = 0;
		for (int row = 0; row < atoms.size(); row++) {
			final double x = atoms.number(row, "x_px"), y = atoms.number(row, "y_px");
			final String species = atoms.get(row, "class");
			if (IMAGE.columns().stream().anyMatch(c -> Math.hypot(c.x() - x, c.y() - y) < 2 && c.species().equals(
				species))) right++;
			if (atoms.get(row, "status").equals("indexed")) placed++;
		}
		assertTrue(placed > 0.97 * atoms.size(), placed + " of " + atoms.size());
		assertTrue(right > 0.98 * placed, right + " of " + placed);
		assertVacancies(CsvTable.read(folder.resolve("defects.csv")));
		final JsonObject grain = JsonParser.parseString(Files.readString(folder.resolve("lattice.json")))
			.getAsJsonObject().getAsJsonArray("grains").get(0).getAsJsonObject();
		assertEquals(8, grain.getAsJsonObject("rotation_deg").get("value").getAsDouble(), 1);
		// Drift of 0.1 nm over 5.1 nm shears by as much, half of it strain; in the crystal's axes nearly so.
		assertEquals(0.5 * 0.1 / 5.12, grain.getAsJsonObject("strain_shear").get("value").getAsDouble(), 0.002);
		final ImagePlus maps = IJ.openImage(folder.resolve("strain.tif").toString());
		assertEquals(8, maps.getStackSize());
		assertEquals("strain xx (%)", maps.getStack().getSliceLabel(3));
		maps.setC(3);
		final double most = maps.getDisplayRangeMax();
		assertEquals(-most, maps.getDisplayRangeMin(), 1e-9);
		assertTrue(most > 0.5 && most < 5, "of the strain, in percent, not of the displacement: " + most);
		assertEquals("nm", maps.getCalibration().getUnit());
		assertEquals(0.02, maps.getCalibration().pixelWidth, 1e-12);
		final String summary = Files.readString(folder.resolve("summary.txt"));
		for (final String part : List.of("run(\"Fit Lattice...\"", "SrTiO3-001", "±", "vacancies", "Version:"))
			assertTrue(summary.contains(part), part);
	}

	/** Those of the specimen without vacancies that are gone in the one with; none else well inside. */
	private static void assertVacancies(final CsvTable defects) {
		final SimulatedImage full = ImageSimulator.simulate(PARAMETERS.toBuilder().vacancies(0).build(),
			Progress.NONE);
		int found = 0;
		for (int row = 0; row < defects.size(); row++) {
			if (!defects.get(row, "kind").equals("vacancy")) continue;
			final double x = defects.number(row, "x_px"), y = defects.number(row, "y_px");
			assertTrue(full.columns().stream().anyMatch(c -> Math.hypot(c.x() - x, c.y() - y) < 3), "a site");
			assertFalse(IMAGE.columns().stream().anyMatch(c -> Math.hypot(c.x() - x, c.y() - y) < 3), "empty");
			assertTrue(defects.number(row, "confidence") > 0.6);
			found++;
		}
		final long inside = full.columns().stream().filter(c -> Math.min(Math.min(c.x(), 255 - c.x()), Math.min(c
			.y(), 255 - c.y())) > 32 && IMAGE.columns().stream().noneMatch(d -> Math.hypot(c.x() - d.x(), c.y() - d
				.y()) < 1)).count();
		assertTrue(inside > 2 && found >= inside, found + " of " + inside);
	}

	@Test
	void theOverlayHasSpeciesArrowsAndMarks() throws Exception {
		final ImagePlus image = image();
		for (int run = 0; run < 2; run++) {
			Commands.succeed(FitLattice.class, "image", image, "lattice", "SrTiO3-001", "arrow_scale", 7);
			final List<String> names = List.of(image.getOverlay().toArray()).stream().map(r -> r.getName()).toList();
			assertEquals(1, names.stream().filter("displacements, times 7"::equals).count());
			assertTrue(names.stream().anyMatch(n -> n.startsWith("vacancy")));
			final ImageAtoms read = ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null);
			assertEquals(Set.of("Sr", "Ti"), Set.copyOf(read.names()));
			assertEquals(IMAGE.columns().size(), read.atoms().size());
		}
		Commands.succeed(RemoveOverlay.class, "image", image);
		assertEquals(null, image.getOverlay());
	}

	@Test
	void theSelectionIsTheRegionOrTheReference() throws Exception {
		final ImagePlus image = image();
		image.setRoi(20, 30, 120, 100);
		Commands.succeed(FitLattice.class, "image", image, "output_folder", folder.toFile());
		final CsvTable part = CsvTable.read(folder.resolve("atoms.csv"));
		assertTrue(part.size() < 0.3 * IMAGE.columns().size());
		final ImagePlus again = image();
		again.setRoi(20, 30, 120, 100);
		Commands.succeed(FitLattice.class, "image", again, "reference", "region", "output_folder", folder.resolve(
			"region").toFile());
		final CsvTable region = CsvTable.read(folder
			.resolve("region/atoms.csv"));
		assertEquals(IMAGE.columns().size(), region.size());
		assertTrue(Math.abs(mean(region, 20, 140, 30, 130)) < 0.2, "pm, in the region");
	}

	private static double mean(final CsvTable t, final double x0, final double x1, final double y0,
		final double y1)
	{
		double sum = 0;
		int n = 0;
		for (int row = 0; row < t.size(); row++) {
			final double x = t.number(row, "x_px"), y = t.number(row, "y_px"), u = t.number(row, "ux_pm");
			if (x < x0 || x > x1 || y < y0 || y > y1 || Double.isNaN(u)) continue;
			sum += u;
			n++;
		}
		return sum / n;
	}

	@Test
	void withoutAPixelSizeLengthsAreInPixels() throws Exception {
		final ImagePlus image = image();
		image.setCalibration(null);
		Commands.succeed(FitLattice.class, "image", image, "output_folder", folder.toFile());
		assertTrue(CsvTable.read(folder.resolve("atoms.csv")).header().contains("ux_px"));
		refuse(List.of("no pixel size", "pixel_size"), "image", image, "lattice", "SrTiO3-001");
	}

	@Test
	void whatCannotBeDoneIsSaid() throws Exception {
		refuse(List.of("no atoms", "Find atoms first"), "image", CommandImages.ybco());
		refuse(List.of("no area selected", "rectangle"), "image", image(), "reference", "region");
		refuse(List.of("needs the crystal"), "image", image(), "reference", "ideal");
		refuse(List.of("reference is \"best\"", "global"), "image", image(), "reference", "best");
		refuse(List.of("offset_of is \"Ti\"", "lightest"), "image", image(), "offset_of", "Ti");
		refuse(List.of("translations of YBa2Cu3O7-100", "pixel size"), "image", image(), "lattice", "YBa2Cu3O7-100",
			"pixel_size", 0.05);
		refuse(List.of("tolerance", "0.5"), "image", image(), "tolerance", 0.7);
		refuse(List.of("strain_radius"), "image", image(), "strain_radius", 0.5);
		refuse(List.of("pixel_size", "above 0"), "image", image(), "pixel_size", -1.0);
		final File atoms = folder.resolve("atoms.csv").toFile();
		Files.writeString(atoms.toPath(), "x_px,y_px\n1,1\n12,1\n25,1\n");
		refuse(List.of("3 atoms", "at least 8"), "image", image(), "atoms_file", atoms);
		refuse(List.of("over which", "output_folder"), "image", image(), "atoms_file", atoms, "output_folder",
			folder.toFile());
		final ImagePlus row = image();
		row.setOverlay(null);
		row.setRoi(new PointRoi(new float[] { 9, 19, 29, 39, 49, 59, 69, 79, 89 }, new float[9]));
		refuse(List.of("repeat in no two directions"), "image", row);
	}

	/** Many atoms; a cancelled run leaves no files. */
	@Test
	void latticeFitsHearCancels(@TempDir final Path folder) throws Exception {
		final ImagePlus image = new ImagePlus("many", new FloatProcessor(900, 900));
		final List<Blob> atoms = new ArrayList<>();
		for (int y = 5; y < 895; y += 10)
			for (int x = 5; x < 895; x += 10)
				atoms.add(new Blob(x + 0.3 * Math.sin(y), y + 0.3 * Math.cos(3 * x), 2, 1));
		AtomOverlay.show(AnalysedImage.of(image), atoms, new int[0]);
		final LatticeSettings settings = new LatticeSettings(null, Double.NaN, ReferenceKind.GLOBAL,
			StrainKind.SMALL, Strains.RADIUS, LatticeFit.TOLERANCE, Sublattice.LIGHTEST);
		for (int i = 0; i < 6; i++) {
			final Path own = Files.createDirectory(folder.resolve("" + i));
			final Path into = i % 2 == 0 ? null : own;
			final Cancels.Outcome outcome = Cancels.cancelWork(progress -> {
				final LatticeScene scene = LatticeScene.of(AnalysedImage.of(image), false, AtomSource.OVERLAY, new File(""),
					null, Double.NaN);
				new LatticeReport(scene, scene.fit(settings, progress.part(0, 0.6)), 0, "macro").of(into, true, () -> 0,
					text -> {}, Optional::empty, progress.part(0.6, 1));
			}, 0.02 * (1 << i));
			assertTrue(outcome.seconds() < 20, outcome.toString());
			try (Stream<Path> left = Files.list(own)) {
				final long n = left.count();
				assertTrue(n == 0 || n == 7, n + " files");
			}
		}
	}

	private static void refuse(final List<String> words, final Object... inputs) throws Exception {
		Commands.refuse(FitLattice.class, words.toArray(String[]::new), inputs);
	}
}
