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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.PixelSize;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/**
 * The same image in the formats that ImageJ opens by itself has the same atoms and the same
 * pixel size, or a sentence that says why there is none. The figures are in {@code docs/formats.md}.
 */
class ImageFormatsTest {

	/** How far fitted positions may be from those of 32 bits, px. */
	private static final double SAME = 1e-6, OF_16_BITS = 1e-3, OF_8_BITS = 0.1;

	@TempDir
	static Path folder;

	private static Context context;
	private static UnseenAnalysis findAtoms;
	private static SavedImages files;
	private static List<Blob> reference;

	@BeforeAll
	static void prepare() throws IOException {
		context = new Context(UnseenAnalysis.services().toArray(new Class[0]));
		findAtoms = new UnseenAnalysis(context, "Find Atoms...",
			"min_sigma=3 max_sigma=8 threshold=0.05 refine=gaussian");
		// Less noise than usual, or atoms that are none come and go with the last digit.
		final ImagePlus image = SimulatedImages.toImagePlus(ImageSimulator.simulate(SimulationParameters
			.builder(Ybco.LATTICE).size(Ybco.SIZE, Ybco.SIZE).pixelSize(Ybco.PIXEL).noise(0.03).seed(1)
			.build(), Progress.NONE), "ybco");
		files = new SavedImages(image, folder);
		reference = atoms(image);
		assertTrue(reference.size() > 20, "there are atoms: " + reference.size());
	}

	@AfterAll
	static void close() {
		context.close();
	}

	private static List<Blob> atoms(final ImagePlus image) throws IOException {
		final Path into = Files.createTempDirectory(folder, "atoms");
		findAtoms.run(image, into, Map.of(), n -> {}, Progress.NONE);
		final CsvTable table = CsvTable.read(into.resolve("atoms.csv"));
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < table.size(); i++)
			atoms.add(new Blob(table.number(i, "x_px"), table.number(i, "y_px"), 4, 1));
		return atoms;
	}

	private static ImagePlus open(final Path file) {
		return IJ.openImage(file.toString());
	}

	private static void assertSameAtoms(final ImagePlus image, final double tolerance)
		throws IOException
	{
		final List<Blob> atoms = atoms(image);
		assertEquals(reference.size(), atoms.size());
		assertEquals(reference.size(), pairs(atoms, tolerance), "closer than " + tolerance + " px");
	}

	private static long pairs(final List<Blob> atoms, final double tolerance) {
		return Arrays.stream(Matching.match(atoms, reference, tolerance, Ybco.AREA).partner()).filter(
			p -> p >= 0).count();
	}

	private static double tolerance(final int bits) {
		return bits == 8 ? OF_8_BITS : bits == 16 ? OF_16_BITS : SAME;
	}

	@ParameterizedTest
	@CsvSource({ "8, false", "16, false", "16, true", "32, false", "32, true" })
	void tiffOfImageJ(final int bits, final boolean littleEndian) throws IOException {
		final ImagePlus image = open(files.imageJTiff(bits, littleEndian, "nm", 0.015));
		assertEquals(bits, image.getBitDepth());
		assertEquals(0.015, PixelSize.ofImage(image), 1e-9);
		assertSameAtoms(image, tolerance(bits));
	}

	@ParameterizedTest
	@CsvSource({ "nm, 0.015", "\u00C5, 0.15", "Angstrom, 0.15", "pm, 15", "micron, 1.5e-5",
		"\u00B5m, 1.5e-5", "\u03BCm, 1.5e-5", "um, 1.5e-5", "mm, 1.5e-8" })
	void unitsSurviveImageJsTiff(final String unit, final double pixel) throws IOException {
		assertEquals(0.015, PixelSize.ofImage(open(files.imageJTiff(16, false, unit, pixel))), 1e-6);
	}

	/** The rational number in the file can't be so large; it must not become a pixel of 1 m. */
	@Test
	void metresAreLostByImageJsTiff() throws IOException {
		final ImagePlus image = open(files.imageJTiff(16, false, "m", 1.5e-11));
		assertRefused(() -> PixelSize.ofImage(image), "1 m = 1000000000 nm", "0.2 nm", "Image > Properties");
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "ZLib", "Deflate", "PackBits" })
	void compressedTiff(final String compression) throws IOException {
		assertSameAtoms(open(files.foreignTiff(8, compression, 1, null)), OF_8_BITS);
		assertSameAtoms(open(files.foreignTiff(16, compression, 1, null)), OF_16_BITS);
	}

	/** What programs write that know no microscope. */
	@ParameterizedTest
	@CsvSource({ "2, 72", "2, 96", "2, 300", "3, 28", "3, 118" })
	void aPrintersResolutionIsNoPixelSize(final int unit, final long dots) throws IOException {
		final ImagePlus image = open(files.foreignTiff(8, null, unit, new long[] { dots, 1 }));
		if (image.getCalibration().scaled()) assertRefused(() -> PixelSize.ofImage(image), dots +
			" dots per " + (unit == 2 ? "inch" : "centimetre"), "printer", "Image > Properties");
		else assertRefused(() -> PixelSize.ofImage(image), "no pixel size");
		assertSameAtoms(image, OF_8_BITS);
	}

	/** What programs write that do: 0.015 nm are 1 / (666 666 667 cm). */
	@Test
	void aMicroscopesResolutionIs() throws IOException {
		assertEquals(0.015, PixelSize.ofImage(open(files.foreignTiff(16, null, 3, new long[] { 666666667L,
			1 }))), 1e-9);
		assertEquals(0.015, PixelSize.ofImage(open(files.foreignTiff(16, null, 2, new long[] { 1693333333L,
			1 }))), 1e-9);
	}

	@Test
	void png() throws IOException {
		final ImagePlus small = open(files.png(8)), large = open(files.png(16));
		assertEquals(8, small.getBitDepth());
		assertEquals(16, large.getBitDepth());
		assertSameAtoms(small, OF_8_BITS);
		assertSameAtoms(large, OF_16_BITS);
		assertRefused(() -> PixelSize.ofImage(large), "no pixel size", "Image > Properties");
	}

	/** ImageJ makes one grey image of it, if all three are the same. */
	@Test
	void greyPngInColours() throws IOException {
		final ImagePlus image = open(files.colourPng());
		if (image.getType() == ImagePlus.COLOR_RGB) assertRefused(() -> atoms(image), "RGB",
			"Image > Type");
		else assertSameAtoms(image, OF_8_BITS);
	}

	@ParameterizedTest
	@CsvSource({ FileInfo.GRAY8 + ", false, 8", FileInfo.GRAY16_UNSIGNED + ", true, 16",
		FileInfo.GRAY16_SIGNED + ", true, 16", FileInfo.GRAY16_SIGNED + ", false, 16",
		FileInfo.GRAY32_FLOAT + ", true, 32" })
	void raw(final int type, final boolean littleEndian, final int bits) throws IOException {
		final ImagePlus image = files.raw(type, littleEndian);
		assertSameAtoms(image, tolerance(bits));
		assertRefused(() -> PixelSize.ofImage(image), "no pixel size");
	}

	@Test
	void ofAStackTheShownSlice() throws IOException {
		final ImagePlus stack = open(files.stack("nm", 0.015));
		stack.setSlice(2);
		assertSameAtoms(stack, OF_16_BITS);
		assertEquals(0.015, PixelSize.ofImage(stack), 1e-9);
	}

	/** Values count, not how they are shown. */
	@Test
	void aLookUpTableChangesNothing() throws IOException {
		final ImageProcessor inverted = files.processor(8);
		inverted.invertLut();
		final ImagePlus image = open(files.save(new ImagePlus("inverted", inverted), false, "nm", 0.015));
		assertTrue(image.isInvertedLut());
		assertSameAtoms(image, OF_8_BITS);
	}

	@Test
	void notANumberIsLeftOut() throws IOException {
		final ImageProcessor pixels = files.processor(32);
		final Blob first = reference.get(0);
		pixels.setf((int) first.x(), (int) first.y(), Float.NaN);
		final ImagePlus image = open(files.save(new ImagePlus("nan", new FloatProcessor(Ybco.SIZE, Ybco.SIZE,
			(float[]) pixels.getPixels())), true, "nm", 0.015));
		final long same = pairs(atoms(image), 0.05);
		assertTrue(same >= reference.size() - 6 && same < reference.size(), same + " of " + reference
			.size());
	}

	/** A unit that is taken for another by a factor of 10 or 1000. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"nm | 0.15 | at least 3 px are needed. Check the pixel size and its unit",
		"\u00C5 | 0.015 | check the pixel size", "micron | 0.015 | Is it 0.015 nm",
		"pm | 0.015 | Is it 0.015 nm" })
	void aWrongUnitIsRefusedBeforeASearch(final String unit, final double pixel, final String said)
		throws IOException
	{
		final ImagePlus image = open(files.imageJTiff(16, false, unit, pixel));
		final UnseenAnalysis search = new UnseenAnalysis(context, "Optimize Atom Finding...",
			"lattice=YBa2Cu3O7-100");
		assertRefused(() -> search.run(image, folder.resolve("search"), Map.of(), n -> {}, Progress.NONE),
			said);
	}
}
