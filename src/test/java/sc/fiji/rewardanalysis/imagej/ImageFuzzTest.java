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

package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.fuzz.ByteMutator;
import sc.fiji.rewardanalysis.fuzz.Findings;
import sc.fiji.rewardanalysis.fuzz.Fuzz;

/**
 * Image files and ROIs that were damaged, through ImageJ: what Process Folder opens, and oracles.
 * ImageJ may make something of them; otherwise they are refused in a sentence.
 */
class ImageFuzzTest {

	@TempDir
	Path folder;

	private interface Reader {

		void read(Path file);
	}

	private static byte[] tiff(final ImagePlus image) {
		return new FileSaver(image).serialize();
	}

	private static List<byte[]> tiffs() {
		final FloatProcessor floats = new FloatProcessor(12, 10);
		for (int i = 0; i < 120; i++)
			floats.setf(i, i / 120f);
		final ImageStack stack = new ImageStack(12, 10);
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ShortProcessor(12, 10));
		return List.of(tiff(new ImagePlus("a", floats)), tiff(new ImagePlus("b", new ByteProcessor(12, 10))), tiff(
			new ImagePlus("c", stack)));
	}

	private void tryAll(final String kind, final String name, final int share, final List<byte[]> files,
		final Reader reader) throws IOException
	{
		final Path file = folder.resolve(name);
		for (final byte[] whole : files)
			reader.read(Files.write(file, whole));
		final ByteMutator mutator = new ByteMutator(Fuzz.random(kind), false);
		final Findings findings = new Findings(kind);
		final int cases = Fuzz.cases(share);
		for (int i = 0; i < cases; i++) {
			final byte[] damaged = mutator.damaged(files);
			Files.write(file, damaged);
			findings.attempt(damaged, () -> {
				reader.read(file);
				return null;
			});
			assertArrayEquals(damaged, Files.readAllBytes(file), "left as it was");
		}
		findings.check();
	}

	@Test
	void tiffsAreOpenedOrRefused() throws IOException {
		tryAll("TIFF", "a.tif", 600, tiffs(), file -> ImageFiles.open(file, Progress.NONE).flush());
	}

	@Test
	void picturesAreOpenedOrRefused() throws IOException {
		final ByteArrayOutputStream png = new ByteArrayOutputStream(), bmp = new ByteArrayOutputStream(), jpeg =
			new ByteArrayOutputStream();
		final BufferedImage image = new BufferedImage(12, 10, BufferedImage.TYPE_BYTE_GRAY);
		ImageIO.write(image, "png", png);
		ImageIO.write(image, "bmp", bmp);
		ImageIO.write(image, "jpg", jpeg);
		tryAll("PNG", "a.png", 200, List.of(png.toByteArray()), file -> ImageFiles.open(file, Progress.NONE).flush());
		tryAll("BMP", "a.bmp", 200, List.of(bmp.toByteArray()), file -> ImageFiles.open(file, Progress.NONE).flush());
		tryAll("JPEG", "a.jpg", 200, List.of(jpeg.toByteArray()), file -> ImageFiles.open(file, Progress.NONE).flush());
		tryAll("PGM", "a.pgm", 200, List.of("P5\n4 3\n255\nabcdefghijkl".getBytes()), file -> ImageFiles.open(file,
			Progress.NONE).flush());
	}

	@Test
	void mapsOfOraclesAreOpenedOrRefused() throws IOException {
		tryAll("probability map", "a.tif", 500, tiffs(), file -> OracleMap.open(file).flush());
	}

	@Test
	void roisAreReadOrRefused() throws IOException {
		final byte[] points = RoiEncoder.saveAsByteArray(new PointRoi(new float[] { 1, 2.5f }, new float[] { 3, 4 }, 2));
		final byte[] oval = RoiEncoder.saveAsByteArray(new OvalRoi(1, 2, 3, 4));
		final ImagePlus image = new ImagePlus("a", new ByteProcessor(12, 10));
		tryAll("ROI", "a.roi", 500, List.of(points, oval), file -> RoiPoints.of(RoiPoints.read(file), image, 1));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final byte[] roi : List.of(points, oval)) {
				zip.putNextEntry(new ZipEntry(roi.length + ".roi"));
				zip.write(roi);
				zip.closeEntry();
			}
		}
		tryAll("ROIs", "a.zip", 300, List.of(bytes.toByteArray()), file -> RoiPoints.of(RoiPoints.read(file), image, 1));
	}
}
