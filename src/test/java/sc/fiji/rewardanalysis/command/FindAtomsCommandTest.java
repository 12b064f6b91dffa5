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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.noise;
import static sc.fiji.rewardanalysis.command.CommandImages.series;
import static sc.fiji.rewardanalysis.command.CommandImages.withoutNumbers;
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.SimulationFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

class FindAtomsCommandTest {

	@TempDir
	Path folder;

	private static String[] words(final String... words) {
		return words;
	}

	/** Without output_folder: what is left out has its default and no dialog is asked for. */
	@Test
	void findAtomsNeedsNothingButAnImage() throws Exception {
		final ImagePlus image = Commands.sample("ybco-noise0.1");
		final float[] before = ((float[]) image.getProcessor().getPixels()).clone();
		Commands.succeed(FindAtoms.class, "image", image, "threshold", 0.1);
		assertTrue(AtomOverlay.count(image) > 100);
		assertArrayEquals(before, (float[]) image.getProcessor().getPixels());
	}

	@Test
	void findAtomsFindsTheColumnsOfTheSample() throws Exception {
		final ImagePlus image = Commands.sample("ybco-noise0.1");
		final Path out = folder.resolve("new/folder");
		Commands.succeed(FindAtoms.class, "image", image, "min_sigma", 3, "max_sigma", 4.5, "threshold",
			0.05, "output_folder", out.toFile());
		assertEquals(Set.of("atoms.csv", "overlay.png", "summary.txt"), names(out));
		final CsvTable atoms = CsvTable.read(out.resolve("atoms.csv"));
		assertEquals(AtomOverlay.count(image), atoms.size());
		final List<Blob> found = new ArrayList<>();
		for (int i = 0; i < atoms.size(); i++) {
			found.add(new Blob(atoms.number(i, "x_px"), atoms.number(i, "y_px"), 1, 1));
			assertEquals(atoms.number(i, "x_px") * 0.015, atoms.number(i, "x_nm"), 1e-6,
				"the sample is calibrated");
		}
		final List<Column> truth = SimulationFile.readTruth(Path.of(
			"sample-data/ybco-noise0.1_truth.csv"));
		final Match match = Matching.match(found, truth, 3, Area.image(256, 256).inset(7));
		assertTrue(match.f1() > 0.95, match.toString());
	}

	/** Positions get better, and nothing else changes. */
	@Test
	void refinedAtomsAreTheSameAtomsBetterPlaced() throws Exception {
		final List<Column> truth = SimulationFile.readTruth(Path.of("sample-data/srtio3_truth.csv"));
		final Map<String, Double> rmsd = new LinkedHashMap<>();
		final Set<Integer> counts = new TreeSet<>();
		for (final String refine : List.of("none", "quadratic", "gaussian")) {
			final ImagePlus image = Commands.sample("srtio3");
			final Path out = folder.resolve(refine);
			Commands.succeed(FindAtoms.class, "image", image, "min_sigma", 3, "max_sigma", 4.5,
				"refine", refine, "output_folder", out.toFile());
			final CsvTable atoms = CsvTable.read(out.resolve("atoms.csv"));
			counts.add(atoms.size());
			assertEquals(!refine.equals("none"), atoms.header().contains("refined"));
			assertEquals(refine.equals("gaussian"), atoms.header().contains("fit_height"));
			final List<Blob> found = new ArrayList<>();
			for (int i = 0; i < atoms.size(); i++)
				found.add(new Blob(atoms.number(i, "x_px"), atoms.number(i, "y_px"), 1, 1));
			rmsd.put(refine, Matching.match(found, truth, 3, Area.image(256, 256).inset(7)).rmsd());
		}
		assertEquals(1, counts.size(), counts.toString());
		assertTrue(rmsd.get("quadratic") < 0.8 * rmsd.get("none"), rmsd.toString());
		assertTrue(rmsd.get("gaussian") < 0.9 * rmsd.get("quadratic"), rmsd.toString());
		Commands.refuse(FindAtoms.class, words("refine", "choose"), "image", ybco(), "refine", "much");
	}

	@Test
	void findAtomsStaysInTheSelection() throws Exception {
		final ImagePlus image = Commands.sample("ybco-noise0.1");
		final OvalRoi oval = new OvalRoi(60, 80, 120, 120);
		image.setRoi(oval);
		Commands.succeed(FindAtoms.class, "image", image, "threshold", 0.1);
		final int count = AtomOverlay.count(image);
		assertTrue(count > 15 && count < 80, count + " atoms");
		for (final var roi : image.getOverlay().toArray()) {
			final var bounds = roi.getFloatBounds();
			assertTrue(oval.containsPoint(bounds.getCenterX(), bounds.getCenterY()) || oval.contains(
				(int) bounds.getCenterX(), (int) bounds.getCenterY()));
		}
	}

	/** Thresholds are fractions of the strongest blob: an image twice as bright has the same. */
	@Test
	void findAtomsFindsDarkAtomsInTheInvertedImage() throws Exception {
		final ImagePlus bright = ybco(), dark = ybco();
		dark.getProcessor().multiply(-2);
		Commands.succeed(FindAtoms.class, "image", bright);
		Commands.succeed(FindAtoms.class, "image", dark, "contrast", "dark");
		assertTrue(AtomOverlay.count(bright) > 20);
		assertEquals(AtomOverlay.count(bright), AtomOverlay.count(dark));
	}

	@Test
	void findAtomsTakesTheSliceThatIsShownOrAllOfThem() throws Exception {
		final ImagePlus single = ybco(), series = series();
		Commands.succeed(FindAtoms.class, "image", single);
		final int n = AtomOverlay.count(single);
		series.setSlice(3);
		Commands.succeed(FindAtoms.class, "image", series);
		assertEquals(n, AtomOverlay.count(series));
		assertEquals(3, series.getOverlay().get(0).getPosition());
		Commands.succeed(FindAtoms.class, "image", series, "slices", "all", "output_folder", folder
			.toFile());
		assertEquals(2 * n, AtomOverlay.count(series), "and none in the empty slice");
		assertEquals(Set.of("atoms.csv", "overlay_0001.png", "overlay_0003.png", "summary.txt"), names(folder));
		final CsvTable table = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals("slice", table.header().get(0));
		assertEquals(2 * n, table.size());
		assertEquals(1, table.number(n - 1, "slice"));
		assertEquals(3, table.number(n, "slice"));
		assertEquals(table.get(0, "x_px"), table.get(n, "x_px"));
		assertEquals("1", table.get(n, "id"));
	}

	@Test
	void pixelsThatAreNoNumbersAreLeftOutWithTheirSurroundings() throws Exception {
		final ImagePlus sound = ybco(), dead = ybco();
		Commands.succeed(FindAtoms.class, "image", sound);
		// A dead pixel in the middle of an atom, and a dead line at the edge.
		final var atom = sound.getOverlay().get(0).getFloatBounds();
		dead.getProcessor().setf((int) atom.getCenterX(), (int) atom.getCenterY(), Float.NaN);
		for (int x = 0; x < dead.getWidth(); x++)
			dead.getProcessor().setf(x, 0, Float.NEGATIVE_INFINITY);
		Commands.succeed(FindAtoms.class, "image", dead);
		final int lost = AtomOverlay.count(sound) - AtomOverlay.count(dead);
		assertTrue(lost > 0 && lost < 0.15 * AtomOverlay.count(sound), lost + " lost");
		Commands.succeed(OptimizeAtomFinding.class, "image", dead, "evaluations", 4, "output_folder",
			folder.toFile());
		final String left = dead.getWidth() + 1 + " pixels are NaN or infinite";
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains(left));
	}

	@Test
	void findAtomsRefusesInOneSentence() throws Exception {
		final Path out = folder.resolve("out");
		final Object[][] cases = { //
			{ "RGB", "Image > Type", "image", new ImagePlus("rgb", new ColorProcessor(64, 64)) }, //
			{ "constant", "choose", "image", new ImagePlus("flat", new ByteProcessor(200, 200)) }, //
			{ "NaN", "nothing", "image", withoutNumbers() }, //
			{ "slices", "one of current, all", "image", ybco(), "slices", "some" }, //
			{ "kernel", "lower max_sigma", "image", new ImagePlus("small", new FloatProcessor(30, 200,
				noise(6000))) }, //
			{ "min_sigma", "above max_sigma", "image", ybco(), "min_sigma", 5, "max_sigma", 4 }, //
			{ "min_sigma", "above 0", "image", ybco(), "min_sigma", -1 }, //
			{ "num_sigma", "at least 1", "image", ybco(), "num_sigma", 0 }, //
			{ "threshold", "at least 0", "image", ybco(), "threshold", -0.1 }, //
			{ "threshold_rel", "between", "image", ybco(), "threshold_rel", 2 }, //
			{ "overlap", "between 0 and 1", "image", ybco(), "overlap", 1.5 }, //
			{ "exclude_border", "at least 0", "image", ybco(), "exclude_border", -1 }, //
			{ "contrast", "bright, dark", "image", ybco(), "contrast", "grey" }, //
			{ "normalization", "min-max, noise, none", "image", ybco(), "normalization", "log" } };
		for (final Object[] c : cases) {
			final List<Object> inputs = new ArrayList<>(List.of(c).subList(2, c.length));
			inputs.addAll(List.of("output_folder", out.toFile()));
			Commands.refuse(FindAtoms.class, words((String) c[0], (String) c[1]), inputs.toArray());
			assertFalse(Files.exists(out), "nothing is written");
		}
	}
}
