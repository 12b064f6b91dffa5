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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/** The same image in another form has the same solutions: bits a pixel, units, file. */
class SameImageTest {

	@TempDir
	static Path folder;

	private static ImagePlus image;
	private static List<List<String>> expected;

	/** Of 8 bits, calibrated in nm. */
	@BeforeAll
	static void analyseOnce() throws Exception {
		final ImageProcessor pixels = CommandImages.ybco().getProcessor().convertToByteProcessor(true);
		image = new ImagePlus("ybco", pixels);
		calibrate("nm", 1);
		expected = solutions(image);
	}

	private static void calibrate(final String unit, final double inNm) {
		final Calibration c = image.getCalibration();
		c.pixelWidth = c.pixelHeight = Ybco.PIXEL / inNm;
		c.setUnit(unit);
	}

	/** Atoms and evaluations; numbers to ten digits, for units are multiplied. */
	private static List<List<String>> solutions(final ImagePlus image, final Object... more)
		throws Exception
	{
		final Path run = Files.createTempDirectory(folder, "run");
		final List<Object> inputs = new ArrayList<>(List.of("image", image, "lattice", Ybco.LATTICE.name(),
			"output_folder", run.toFile()));
		inputs.addAll(List.of(more));
		Commands.succeed(OptimizeAtomFinding.class, inputs.toArray());
		final List<List<String>> rows = new ArrayList<>(CommandImages.rows(run));
		final CsvTable atoms = CsvTable.read(run.resolve("atoms.csv"));
		for (int i = 0; i < atoms.size(); i++) {
			final int row = i;
			rows.add(atoms.header().stream().map(column -> atoms.get(row, column)).toList());
		}
		return rows.stream().map(row -> row.stream().map(SameImageTest::shortened).toList()).toList();
	}

	private static String shortened(final String cell) {
		return cell.matches("-?\\d+\\.\\d+(E-?\\d+)?") ? String.format(Locale.ROOT, "%.10g", Double.parseDouble(
			cell)) : cell;
	}

	@ParameterizedTest
	@CsvSource({ "16", "32" })
	void bitsAPixelDontMatter(final int bits) throws Exception {
		final ImageProcessor p = image.getProcessor();
		final ImagePlus other = new ImagePlus("ybco", bits == 16 ? p.convertToShort(false) : p
			.convertToFloat());
		calibrate("nm", 1);
		other.setCalibration(image.getCalibration());
		assertEquals(expected, solutions(other));
	}

	@ParameterizedTest
	@CsvSource({ "Angstrom, 0.1", "pm, 1e-3", "µm, 1e3", "m, 1e9" })
	void theUnitOfThePixelSizeDoesntMatter(final String unit, final double inNm) throws Exception {
		calibrate(unit, inNm);
		assertEquals(expected, solutions(image));
	}

	@Test
	void thePixelSizeMayBeSaidInsteadOfCalibrated() throws Exception {
		final ImagePlus other = new ImagePlus("ybco", image.getProcessor());
		assertEquals(expected, solutions(other, "pixel_size", 10 * Ybco.PIXEL, "pixel_unit", "Angstrom"));
	}

	/** TIFF keeps the pixels; its resolution is a fraction of whole numbers. */
	@Test
	void aFileHasTheSameAtoms() throws Exception {
		calibrate("nm", 1);
		final String file = folder.resolve("ybco.tif").toString();
		IJ.saveAsTiff(image.duplicate(), file);
		final ImagePlus opened = IJ.openImage(file);
		opened.getCalibration().pixelWidth = opened.getCalibration().pixelHeight = Ybco.PIXEL;
		assertEquals(expected, solutions(opened));
	}
}
