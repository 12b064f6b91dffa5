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

package sc.fiji.rewardanalysis.core.io.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;

class OracleTableTest {

	private static final OracleFrame FRAME = new OracleFrame("image", 200, 100, 0.05, 1, 1),
			PLAIN = new OracleFrame("image", 200, 100, Double.NaN, 1, 1);

	/** TrackMate's spots, as its documentation and exports have them. */
	private static final String TRACKMATE = """
		LABEL,ID,TRACK_ID,QUALITY,POSITION_X,POSITION_Y,POSITION_Z,POSITION_T,FRAME,RADIUS,VISIBILITY
		Label,Spot ID,Track ID,Quality,X,Y,Z,T,Frame,Radius,Visibility
		Label,Spot ID,Track ID,Quality,X,Y,Z,T,Frame,R,Visibility
		,,,(quality),(%1$s),(%1$s),(%1$s),(frame),,(%1$s),
		ID1,1,,3.3,5.0,2.5,0.0,0.0,0,5.0,1
		ID2,2,,3.1,6.0,3.0,0.0,0.0,%2$s,5.0,1
		""";

	private static ReadPoints read(final String text, final OracleColumns columns,
		final OracleFrame frame)
	{
		return OracleTable.points(PointTable.parse(text, "points.csv"), columns, frame);
	}

	private static OracleColumns columns(final String x, final String y, final String unit) {
		return new OracleColumns(x, y, "", unit.isEmpty() ? Optional.empty() : PointUnit.parse(unit));
	}

	private static String complaint(final String text, final OracleColumns columns,
		final OracleFrame frame)
	{
		return assertThrows(RewardAnalysisException.class, () -> read(text, columns, frame)).getMessage();
	}

	/** All of these are the point (120, 60) px of an image of 0.05 nm per px. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "x_px,y_px|120,60", "id;x (px);y (px)|7;120;60",
		"x_nm,y_nm|6,3", "X (nm)\tY (nm)|6\t3", "X [\u00B5m],Y [\u00B5m]|0.006,0.003",
		"x_A,y_A|60,30", "x (\u00C5),y (\u00C5)|60,30", "x_pm,y_pm|6000,3000", "row,col|60,120",
		"label,centroid-0,centroid-1|1,60,120", "weighted_centroid-0,weighted_centroid-1|60,120",
		"x,y|120,60", "x y|120 60", "x_nm,y_nm,x_px,y_px|99,99,120,60", "\"x_px\",\"y_px\"|\"120\",\"60\"",
		"x_position_px,y_position_px|120,60", "\uFEFFx_px,y_px|120,60" })
	void headingsSayWhatIsMeant(final String header, final String row) {
		final OraclePoint p = read(header + "\n" + row + "\n", OracleColumns.AUTOMATIC, FRAME).points()
			.get(0);
		assertEquals(120, p.x(), 1e-9);
		assertEquals(60, p.y(), 1e-9);
	}

	@Test
	void truthOfSimulationsHasSpecies() {
		final ReadPoints read = OracleTable.points(PointTable.read(Path.of(
			"sample-data/srtio3_truth.csv")), OracleColumns.AUTOMATIC, new OracleFrame("srtio3", 256, 256,
				0.014, 1, 1));
		assertEquals(new OraclePoint(58.29165319400383, 1.8963142793336014, "Sr"), read.points().get(0));
		assertEquals(2, read.points().stream().map(OraclePoint::kind).distinct().count());
	}

	@Test
	void columnsMayBeNamedOrNumbered() {
		final OracleColumns named = columns("b", "a", "nm");
		assertEquals(List.of(new OraclePoint(40, 20)), read("a,b\n1,2\n", named, FRAME).points());
		assertEquals(List.of(new OraclePoint(2, 1)), read("1 2\n", columns("2", "1", "px"), FRAME)
			.points());
		assertEquals(List.of(new OraclePoint(1, 2)), read("# x y\n1 2\n", OracleColumns.AUTOMATIC, FRAME)
			.points());
		assertTrue(complaint("a,b\n1,2\n", columns("c", "a", ""), FRAME).contains(
			"oracle_x is \"c\"; the columns of points.csv are a, b"));
	}

	@Test
	void aUnitThatIsGivenCountsMoreThanTheHeading() {
		assertEquals(List.of(new OraclePoint(20, 40)), read("x_px,y_px\n1,2\n", columns("", "", "nm"), FRAME)
			.points());
	}

	@Test
	void resultsOfImageJAreAskedAbout() {
		final String points = " ,Area,Mean,X,Y\n1,0,7,5,2.5\n", areas = points.replace(",0,", ",2.25,");
		assertTrue(complaint(points, OracleColumns.AUTOMATIC, FRAME).endsWith("Choose oracle_unit."));
		final ReadPoints inUnit = read(points, columns("", "", "nm"), FRAME);
		assertEquals(List.of(new OraclePoint(100, 50)), inUnit.points());
		assertFalse(inUnit.fromCorner(), "points count from the centre");
		assertTrue(read(areas, columns("", "", "nm"), FRAME).fromCorner(), "areas from the corner");
		assertEquals(List.of(new OraclePoint(5, 2.5)), read(points, OracleColumns.AUTOMATIC, PLAIN)
			.points(), "without a calibration there is but one unit");
	}

	@Test
	void trackMateHasThreeRowsOfHeadingsMore() {
		assertEquals(List.of(new OraclePoint(100, 50), new OraclePoint(120, 60)), read(TRACKMATE
			.formatted("nm", "0"), OracleColumns.AUTOMATIC, FRAME).points());
		assertEquals(List.of(new OraclePoint(5, 2.5), new OraclePoint(6, 3)), read(TRACKMATE.formatted(
			"pixel", "0"), OracleColumns.AUTOMATIC, FRAME).points());
		assertTrue(complaint(TRACKMATE.formatted("parsec", "0"), OracleColumns.AUTOMATIC, FRAME).contains(
			"(parsec), which is no unit"));
		assertTrue(complaint(TRACKMATE.formatted("nm", "0").replaceAll("(?m)^,,,.*\n", ""),
			OracleColumns.AUTOMATIC, FRAME).endsWith("Choose oracle_unit."));
		assertTrue(complaint(TRACKMATE.formatted("nm", "1"), OracleColumns.AUTOMATIC, FRAME).contains(
			"2 slices or frames"));
		assertEquals(List.of(new OraclePoint(120, 60)), read(TRACKMATE.formatted("nm", "1"),
			OracleColumns.AUTOMATIC, new OracleFrame("stack", 200, 100, 0.05, 2, 3)).points());
	}

	@Test
	void lengthsNeedAPixelSize() {
		assertTrue(complaint("x_nm,y_nm\n1,2\n", OracleColumns.AUTOMATIC, PLAIN).contains(
			"give pixel_size and pixel_unit"));
	}

	@Test
	void lengthsThatAreTakenForPixelsAreSeen() {
		final String text = "x,y\n1,1\n2,2\n3,3\n9.9,4.9\n";
		assertTrue(complaint(text, OracleColumns.AUTOMATIC, FRAME).contains("choose oracle_unit"));
		assertEquals(4, read(text, columns("", "", "px"), FRAME).points().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|is empty", "1,2|has no headings", "a,b\\n1,2|oracle_x and oracle_y",
		"x,y\\n1,|Row 1 of points.csv has no y", "x,y\\n1,NaN|must be a finite number",
		"x;y\\n1,500;2|decimal point", "x;y\\n1,5;2.5|decimal point", "x,y\\n1,5,2,5|decimal points",
		"x,y\\n1,2,3|has 3 fields", "x,y\\n1,two|must be a finite number" })
	void whatCannotBeReadIsSaid(final String text, final String words) {
		final String said = complaint(text.replace("\\n", "\n"), OracleColumns.AUTOMATIC, FRAME);
		assertTrue(said.contains(words), said);
	}

	@Test
	void decimalCommasAreReadAndSaid() {
		final ReadPoints read = read("x_px;y_px\n1,5;2\n10,125;20,75\n-0,5;1,5e1\n", OracleColumns.AUTOMATIC,
			FRAME);
		assertEquals(List.of(new OraclePoint(1.5, 2), new OraclePoint(10.125, 20.75), new OraclePoint(-0.5,
			15)), read.points());
		assertTrue(read.notes().contains("Its numbers have decimal commas."));
		assertEquals(2, read("1,5;2,5\n3;4\n", columns("1", "2", "px"), FRAME).points().size(),
			"the first row is no heading");
		assertEquals(List.of(new OraclePoint(1.5, 2.5)), read("x_px,y_px\n\"1,5\",\"2,5\"\n",
			OracleColumns.AUTOMATIC, FRAME).points());
	}

	@Test
	void oldProgramsWriteAngstromAsOneByte(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("a.csv");
		Files.write(file, "x (\u00C5),y (\u00C5)\n10,20\n".getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(List.of(new OraclePoint(20, 40)), OracleTable.points(PointTable.read(file),
			OracleColumns.AUTOMATIC, FRAME).points());
	}

	@Test
	void halfOfTheColumnsIsNone() {
		assertThrows(RewardAnalysisException.class, () -> columns("x", "", ""));
	}
}
