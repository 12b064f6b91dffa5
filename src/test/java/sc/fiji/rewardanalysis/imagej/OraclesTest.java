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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.io.points.PointUnit;

class OraclesTest {

	@TempDir
	private Path folder;

	private ImagePlus image;

	@BeforeEach
	void make() {
		image = new ImagePlus("image", new FloatProcessor(64, 48));
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.05;
		image.getCalibration().setUnit("nm");
	}

	private Oracle read(final OracleRequest request) {
		return Oracles.read(AnalysedImage.of(image), 0.05, request);
	}

	private Oracle read(final Path file) {
		return read(OracleRequest.of(file));
	}

	private static OracleRequest from(final OracleSource source) {
		return new OracleRequest(source, null, "", OracleColumns.AUTOMATIC, 0.5, 0, false);
	}

	private String complaint(final OracleRequest request) {
		return assertThrows(RewardAnalysisException.class, () -> read(request)).getMessage();
	}

	@Test
	void pointsCountFromTheCentreAndAreasFromTheCorner() {
		image.setRoi(new PointRoi(new float[] { 10.25f, 20 }, new float[] { 5, 6 }));
		assertEquals(List.of(new OraclePoint(10.25, 5), new OraclePoint(20, 6)), read(from(
			OracleSource.AUTOMATIC)).points());
		image.setRoi(new Roi(4, 4, 3, 3));
		assertTrue(complaint(from(OracleSource.SELECTION)).contains("no points selected"));
		image.setOverlay(new Overlay(new Roi(4, 4, 3, 3)));
		assertEquals(List.of(new OraclePoint(5, 5)), read(from(OracleSource.OVERLAY)).points());
	}

	@Test
	void countersAreClasses() {
		final PointRoi points = new PointRoi(10, 10);
		points.setCounter(1);
		points.addPoint(20, 20);
		image.setRoi(points);
		assertEquals(List.of("counter 0", "counter 1"), read(from(OracleSource.SELECTION)).kinds());
	}

	@Test
	void foreignOverlaysAreReadToo() {
		image.setOverlay(new Overlay(new OvalRoi(4, 4, 3, 3)));
		image.getOverlay().add(new Line(1, 1, 9, 9));
		assertEquals(List.of(new OraclePoint(5, 5)), read(from(OracleSource.OVERLAY)).points());
	}

	@Test
	void roisOfFilesAreRead() throws IOException {
		final Path zip = folder.resolve("set.zip"), roi = folder.resolve("a.roi");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (int i = 0; i < 3; i++) {
				out.putNextEntry(new ZipEntry(i + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(i == 2 ? new PointRoi(30.5, 7.5) : new OvalRoi(4 + 10 * i,
					4, 5, 5)));
			}
		}
		assertEquals(List.of(new OraclePoint(6, 6), new OraclePoint(16, 6), new OraclePoint(30.5, 7.5)), read(
			zip).points());
		Files.write(roi, RoiEncoder.saveAsByteArray(new PointRoi(3, 4)));
		assertEquals(List.of(new OraclePoint(3, 4)), read(roi).points());
		Files.write(roi, new byte[70]);
		assertTrue(complaint(OracleRequest.of(roi)).contains("can't be read"));
		Files.write(zip, new byte[] { 1, 2, 3 });
		assertTrue(complaint(OracleRequest.of(zip)).contains("has no ROIs"));
	}

	/** 17 kB that become 17 MB, or as many GB. */
	@Test
	void aZipThatBecomesHugeIsRefused() throws IOException {
		final Path zip = folder.resolve("bomb.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			out.putNextEntry(new ZipEntry("a.roi"));
			for (int i = 0; i < 17; i++)
				out.write(new byte[1 << 20]);
		}
		final String complaint = complaint(OracleRequest.of(zip));
		assertTrue(complaint.contains("a.roi has more than 16 MB"), complaint);
	}

	private Path map(final ImageProcessor processor) {
		final Path file = folder.resolve("map.tif");
		IJ.saveAsTiff(new ImagePlus("map", processor), file.toString());
		return file;
	}

	/** A square of 4 px around (20.5, 10.5), as large as a type's 1. */
	private static <P extends ImageProcessor> P square(final P processor, final double one) {
		for (int y = 9; y < 13; y++)
			for (int x = 19; x < 23; x++)
				processor.setf(x, y, (float) one);
		return processor;
	}

	@Test
	void probabilitiesOfAllTypesAreRead() {
		for (final ImageProcessor p : List.of(square(new ByteProcessor(64, 48), 255), square(
			new ShortProcessor(64, 48), 65535), square(new FloatProcessor(64, 48), 1)))
			assertEquals(List.of(new OraclePoint(20.5, 10.5)), read(map(p)).points());
		assertTrue(complaint(OracleRequest.of(map(square(new ByteProcessor(64, 48), 100)))).contains(
			"its largest value is 100.0"));
	}

	@Test
	void aMapOfAnotherSizeIsScaledOnlyIfAsked() {
		final Path file = map(square(new FloatProcessor(32, 24), 1));
		assertTrue(complaint(OracleRequest.of(file)).contains("oracle_scaled"));
		final OracleRequest scaled = new OracleRequest(OracleSource.FILE, file, "",
			OracleColumns.AUTOMATIC, 0.5, 0, true);
		assertEquals(List.of(new OraclePoint(41.5, 21.5)), read(scaled).points(),
			"the square's corners are twice as far from the image's");
		final OracleRequest skewed = scaled.withFile(map(square(new FloatProcessor(32, 32), 1)));
		assertTrue(complaint(new OracleRequest(OracleSource.FILE, skewed.file(), "",
			OracleColumns.AUTOMATIC, 0.5, 0, true)).contains("another shape"));
	}

	/** ImageJ would open dialogs, and end the macro. */
	@Test
	void damagedImagesAreRefused() throws IOException {
		final byte[] whole = Files.readAllBytes(map(square(new FloatProcessor(64, 48), 1)));
		final byte[] garbage = new byte[300];
		new Random(1).nextBytes(garbage);
		for (final byte[] bytes : List.of(new byte[0], garbage, Arrays.copyOf(whole, 6), Arrays.copyOf(whole,
			60)))
			for (final String ending : List.of("tif", "png", "jpg")) {
				final Path file = Files.write(folder.resolve("damaged." + ending), bytes);
				assertTrue(complaint(OracleRequest.of(file)).contains("can't be opened as an image"), ending);
			}
	}

	/** ImageJ would take what is missing for zeros. */
	@Test
	void aMapThatIsCutShortIsRefused() throws IOException {
		final byte[] whole = Files.readAllBytes(map(square(new FloatProcessor(64, 48), 1)));
		final Path file = Files.write(folder.resolve("short.tif"), Arrays.copyOf(whole, whole.length * 6 / 10));
		Complaints.assertSays(complaint(OracleRequest.of(file)), "short.tif", "cut short");
	}

	/** Headless, as a macro that measures has them. */
	@Test
	void theTableOfResultsIsRead() {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.reset();
		try {
			for (final double[] p : new double[][] { { 0.2561728394506, 0.3 }, { 1, 1.5125 } }) {
				table.addRow();
				table.addValue("X", p[0]);
				table.addValue("Y", p[1]);
			}
			assertTrue(complaint(from(OracleSource.TABLE)).contains("Choose oracle_unit"));
			final Oracle oracle = read(new OracleRequest(OracleSource.TABLE, null, "", new OracleColumns("",
				"", "", PointUnit.parse("nm")), 0.5, 0, false));
			assertEquals("\"Results\"", oracle.origin());
			assertEquals(5.123456789012, oracle.points().get(0).x(), 1e-12, "with all digits");
			assertEquals(30.25, oracle.points().get(1).y(), 1e-12);
		}
		finally {
			table.reset();
		}
	}

	@Test
	void areasOfResultsLoseHalfAPixel() throws IOException {
		final Path file = Files.writeString(folder.resolve("Results.csv"),
			" ,Area,X (nm),Y (nm)\n1,2.25,0.275,0.525\n");
		final OraclePoint p = read(file).points().get(0);
		assertEquals(5, p.x(), 1e-9);
		assertEquals(10, p.y(), 1e-9);
	}

	@Test
	void whatIsMissingIsNamed() throws IOException {
		assertTrue(complaint(from(OracleSource.AUTOMATIC)).contains("oracle_file"));
		assertTrue(complaint(from(OracleSource.FILE)).contains("oracle_file"));
		assertTrue(complaint(from(OracleSource.OVERLAY)).contains("no points"));
		assertTrue(complaint(from(OracleSource.TABLE)).contains("oracle_title"));
		assertTrue(complaint(from(OracleSource.MAP)).contains("oracle_title"));
		assertTrue(complaint(OracleRequest.of(folder.resolve("none.csv"))).contains("There is no file"));
		final Path other = Files.writeString(folder.resolve("a.pdf"), "x");
		assertTrue(complaint(OracleRequest.of(other)).contains("can't be an oracle"));
		assertTrue(complaint(OracleRequest.of(Files.writeString(folder.resolve("e.csv"), "x_px,y_px\n")))
			.contains("no points"));
	}
}
