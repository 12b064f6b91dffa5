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

package sc.fiji.rewardanalysis.command.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

class CompareWithOracleTest {

	private static final File TRUTH = new File("sample-data/srtio3_truth.csv");

	@TempDir
	Path folder;

	private ImagePlus image;

	/** Three of the truth's atoms are missing, one is false, all are off by half a pixel. */
	@BeforeEach
	void make() throws Exception {
		image = IJ.openImage("sample-data/srtio3.tif");
		final CsvTable truth = CsvTable.read(TRUTH.toPath());
		final StringBuilder text = new StringBuilder("x_px,y_px,class\n");
		for (int row = 0; row < truth.size(); row++)
			if (row % 30 != 15) text.append(truth.number(row, "x_px") + 0.5).append(',').append(truth.number(
				row, "y_px")).append(',').append(truth.get(row, "species")).append('\n');
		text.append("100,100,Sr\n");
		Files.writeString(folder.resolve("found.csv"), text.toString());
	}

	private Object[] inputs(final Object... more) {
		final Object[] all = new Object[more.length + 6];
		System.arraycopy(new Object[] { "image", image, "atoms_file", folder.resolve("found.csv").toFile(),
			"oracle_file", TRUTH }, 0, all, 0, 6);
		System.arraycopy(more, 0, all, 6, more.length);
		return all;
	}

	private static void refuse(final String[] words, final Object... inputs) throws Exception {
		Commands.refuse(CompareWithOracle.class, words, inputs);
	}

	private static String[] words(final String... words) {
		return words;
	}

	@Test
	void agreementIsInTheFilesAndOnTheImage() throws Exception {
		final Path out = folder.resolve("out");
		Commands.succeed(CompareWithOracle.class, inputs("lattice", "SrTiO3-001", "second_classes", "Sr",
			"output_folder", out.toFile()));
		assertEquals(new TreeSet<>(Set.of("comparison.csv", "comparison_b.csv", "comparison.json",
			"comparison.png", "summary.txt", "errors.png", "errors.svg", "offsets.png", "offsets.svg")),
			CommandImages.names(out));
		final CsvTable table = CsvTable.read(out.resolve("comparison.csv"));
		int misses = 0, alarms = 0;
		for (int row = 0; row < table.size(); row++) {
			final String outcome = table.get(row, "outcome");
			if (outcome.equals("miss")) misses++;
			if (outcome.equals("false alarm")) alarms++;
			if (outcome.equals("hit")) {
				assertEquals(0.5, table.number(row, "dx_px"), 1e-9);
				assertEquals(7, table.number(row, "distance_pm"), 1e-6, "0.5 px of 0.014 nm");
				assertEquals(table.get(row, "oracle_class"), table.get(row, "class"));
			}
		}
		assertEquals(1, alarms);
		assertTrue(misses > 1 && misses < 8, "some at the border don't count: " + misses);
		final String summary = Files.readString(out.resolve("summary.txt"));
		for (final String word : Set.of("RMSD 0.500 px (7.0 pm)", "Sr:", "Ti:", "Classes of the oracle",
			"Oracle B", "QC ", "run(\"Compare With Oracle...\""))
			assertTrue(summary.contains(word), word + " in " + summary);
		assertEquals(6, image.getOverlay().size(), "three kinds of marks, three lines of a legend");
		AtomOverlay.clear(image);
		assertEquals(null, image.getOverlay());
	}

	@Test
	void anEarlierStudyIsJudged() throws Exception {
		final Path study = folder.resolve("study"), out = folder.resolve("out");
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "lattice", "SrTiO3-001", "engine",
			"sobol", "evaluations", 4, "output_folder", study.toFile());
		Commands.succeed(CompareWithOracle.class, "image", image, "oracle_file", TRUTH, "study_folder", study
			.toFile(), "second_classes", "Ti", "lattice", "SrTiO3-001", "output_folder", out.toFile());
		final CsvTable front = CsvTable.read(out.resolve("front_oracle.csv")), known = CsvTable.read(study
			.resolve("evaluations.csv"));
		assertEquals(known.size(), front.size());
		for (int row = 0; row < front.size(); row++)
			for (final String column : Set.of("QC", "ER", "atoms_counted", "overlap", "threshold"))
				assertEquals(known.number(row, column), front.number(row, column), 1e-12, column);
		assertTrue(front.header().containsAll(Set.of("QC_oracle_A", "ER_oracle_A", "F1_A", "QC_oracle_B",
			"ER_oracle_B", "F1_B")));
		assertTrue(Files.exists(out.resolve("front_oracle_a.png")) && Files.exists(out.resolve(
			"front_oracle_b.svg")));
		assertTrue(Files.readString(out.resolve("summary.txt")).contains("all have as many atoms"));
		refuse(words("neither a study.json"), inputs("study_folder", folder.toFile()));
	}

	@Test
	void aSelectionRestrictsIt() throws Exception {
		image.setRoi(new Roi(20, 30, 120, 100));
		final Path out = folder.resolve("out");
		Commands.succeed(CompareWithOracle.class, inputs("output_folder", out.toFile()));
		final CsvTable table = CsvTable.read(out.resolve("comparison.csv"));
		int hits = 0;
		for (int row = 0; row < table.size(); row++)
			if (table.get(row, "outcome").equals("hit")) {
				hits++;
				assertEquals(0.5, table.number(row, "dx_px"), 1e-9);
				assertTrue(table.number(row, "oracle_x_px") > 20 && table.number(row, "oracle_x_px") < 140);
			}
		assertTrue(hits > 10);
		image.setRoi(new Roi(0, 0, 3, 3));
		refuse(words("lies in the selection"), inputs());
	}

	@Test
	void badOraclesAreRefused() throws Exception {
		final Path file = folder.resolve("oracle.csv");
		final CsvTable truth = CsvTable.read(TRUTH.toPath());
		final StringBuilder twice = new StringBuilder("x_px,y_px\n"), large = new StringBuilder(
			"x_px,y_px\n"), nm = new StringBuilder("x,y\n");
		for (int row = 0; row < truth.size(); row++) {
			final double x = truth.number(row, "x_px"), y = truth.number(row, "y_px");
			twice.append(x + "," + y + "\n");
			if (row < 3) twice.append(x + 0.5 + "," + y + "\n");
			large.append(2 * x + "," + 2 * y + "\n");
			nm.append(0.014 * x + "," + 0.014 * y + "\n");
		}
		Files.writeString(file, twice.toString());
		final Object[] duplicate = inputs("oracle_from", "file");
		duplicate[5] = file.toFile();
		refuse(words("3 of the points", "duplicates=merge"), duplicate);
		final Object[] merged = inputs("duplicates", "merge");
		merged[5] = file.toFile();
		Commands.succeed(CompareWithOracle.class, merged);
		Files.writeString(file, large.toString());
		refuse(words("lie outside \"srtio3.tif\"", "another size", "oracle_unit"), duplicate);
		Files.writeString(file, nm.toString());
		refuse(words("no unit is given", "oracle_unit"), duplicate);
		Files.writeString(file, "x_px,y_px\n");
		refuse(words("no points"), duplicate);
		Files.writeString(file, "x_px,y_px\n10,NaN\n");
		refuse(words("finite number"), duplicate);
		final Path map = folder.resolve("map.tif");
		IJ.saveAsTiff(new ImagePlus("map", new FloatProcessor(64, 64)), map.toString());
		duplicate[5] = map.toFile();
		refuse(words("64 x 64 px", "oracle_scaled"), duplicate);
	}

	@Test
	void badInputsAreRefused() throws Exception {
		refuse(words("no atoms", "Find atoms first"), "image", image, "oracle_file", TRUTH);
		refuse(words("There is no file"), inputs("second_oracle", folder.resolve("none.csv").toFile()));
		refuse(words("no class \"Xe\"", "Sr, Ti"), inputs("second_classes", "Xe"));
		refuse(words("Only one of oracle_x and oracle_y"), inputs("oracle_x", "x_px"));
		refuse(words("oracle_y is \"z\""), inputs("oracle_x", "x_px", "oracle_y", "z"));
		refuse(words("no points selected", "oracle_file"), inputs("oracle_from", "selection"));
		refuse(words("pixel_size"), inputs("pixel_size", -1.0));
		image.setCalibration(null);
		refuse(words("match_distance is in nm", "pixel_size"), inputs("match_distance", 0.05));
		Commands.succeed(CompareWithOracle.class, inputs());
		assertFalse(image.getOverlay().size() == 0, "without a pixel size all is in px");
	}
}
