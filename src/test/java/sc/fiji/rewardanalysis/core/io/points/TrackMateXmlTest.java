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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;

class TrackMateXmlTest {

	/** Elements and attributes as TrackMate's TmXmlKeys names them. */
	private static final String SAVED = """
		<?xml version="1.0" encoding="UTF-8"?>
		<TrackMate version="7.11.1">
		  <Model spatialunits="nm" timeunits="sec">
		    <AllSpots nspots="3">
		      <SpotsInFrame frame="0">
		        <Spot ID="0" name="ID0" FRAME="0" POSITION_X="5.0" POSITION_Y="2.5" VISIBILITY="1" />
		        <Spot ID="1" name="ID1" FRAME="0" POSITION_X="6.0" POSITION_Y="3.0" VISIBILITY="1" />
		        <Spot ID="2" name="ID2" FRAME="0" POSITION_X="7.0" POSITION_Y="3.0" VISIBILITY="0" />
		      </SpotsInFrame>
		    </AllSpots>
		  </Model>
		  <Settings><ImageData filename="a.tif" width="200" height="100" pixelwidth="0.05" pixelheight="0.05" /></Settings>
		</TrackMate>
		""", TRACKS = """
		<?xml version="1.0" encoding="UTF-8"?>
		<Tracks nTracks="1" spaceUnits="micron" frameInterval="1.0">
		  <particle nSpots="2"><detection t="0" x="0.005" y="0.0025" z="0.0" /><detection t="1" x="0.006" y="0.003" z="0.0" /></particle>
		</Tracks>
		""";

	private static final OracleFrame FRAME = new OracleFrame("image", 200, 100, 0.05, 1, 1);

	@TempDir
	private Path folder;

	private ReadPoints read(final String text, final OracleFrame frame) throws IOException {
		return TrackMateXml.read(Files.writeString(folder.resolve("t.xml"), text),
			OracleColumns.AUTOMATIC, frame);
	}

	private String complaint(final String text, final OracleFrame frame) {
		return assertThrows(RewardAnalysisException.class, () -> read(text, frame)).getMessage();
	}

	private static void near(final List<OraclePoint> expected, final List<OraclePoint> found) {
		assertEquals(expected.size(), found.size());
		for (int i = 0; i < found.size(); i++) {
			assertEquals(expected.get(i).x(), found.get(i).x(), 1e-9);
			assertEquals(expected.get(i).y(), found.get(i).y(), 1e-9);
		}
	}

	@Test
	void visibleSpotsAreDividedByThePixelSizeOfTheFile() throws IOException {
		near(List.of(new OraclePoint(100, 50), new OraclePoint(120, 60)), read(SAVED, FRAME).points());
		final OracleFrame unknown = new OracleFrame("image", 200, 100, Double.NaN, 1, 1);
		near(List.of(new OraclePoint(100, 50), new OraclePoint(120, 60)), read(SAVED.replace("\"nm\"",
			"\"parsec\""), unknown).points());
	}

	@Test
	void aPixelWithoutSizeIsRefused() {
		for (final String size : new String[] { "0", "-0.05", "1e-300" })
			assertTrue(complaint(SAVED.replace("pixelheight=\"0.05\"", "pixelheight=\"" + size + "\""), FRAME).contains(
				"has \"" + size + "\" as pixelheight; give the image its pixel size in TrackMate"));
	}

	@Test
	void aFileOfAnotherImageIsRefused() {
		assertTrue(complaint(SAVED.replace("width=\"200\"", "width=\"256\""), FRAME).contains(
			"a width of 256 px, but that of \"image\" is 200 px"));
	}

	@Test
	void exportedTracksAreLengths() throws IOException {
		near(List.of(new OraclePoint(120, 60)), read(TRACKS, new OracleFrame("stack", 200, 100, 0.05, 2, 2))
			.points());
		assertTrue(complaint(TRACKS, FRAME).contains("2 frames"));
		assertTrue(complaint(TRACKS.replace("t=\"1\"", "t=\"0\"").replace("micron", "furlong"), FRAME)
			.contains("choose oracle_unit"));
	}

	@Test
	void otherXmlIsRefused() {
		assertTrue(complaint("<html><body/></html>", FRAME).contains("no file of TrackMate's"));
		assertTrue(complaint("<TrackMate><Model>", FRAME).contains("no complete XML"));
		assertTrue(complaint("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><TrackMate>&b;</TrackMate>",
			FRAME).contains("no complete XML"));
	}

	/** Neither a file nor a server is asked for, whichever way a file names them. */
	@Test
	void nothingElseIsOpened() throws IOException {
		final Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
		final String begin = TRACKS.strip().replaceFirst("<\\?.*?\\?>\\s*", "");
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			server.setSoTimeout(300);
			final String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.dtd";
			final List<String> documents = new ArrayList<>();
			for (final String target : List.of(secret.toUri().toString(), url)) {
				documents.add("<!DOCTYPE Tracks SYSTEM \"" + target + "\">" + begin);
				documents.add("<!DOCTYPE Tracks [<!ENTITY e SYSTEM \"" + target + "\">]>" + begin.replace("micron",
					"&e;"));
				documents.add("<!DOCTYPE Tracks [<!ENTITY e SYSTEM \"" + target + "\">]>" + begin.replace("</Tracks>",
					"&e;</Tracks>"));
				documents.add("<!DOCTYPE Tracks [<!ENTITY % p SYSTEM \"" + target + "\"> %p;]>" + begin);
				documents.add(begin.replace("</Tracks>", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" +
					target + "\" parse=\"text\"/></Tracks>"));
				documents.add(begin.replace("<Tracks", "<Tracks xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" " +
					"xsi:noNamespaceSchemaLocation=\"" + target + "\""));
				documents.add("<?xml-stylesheet type=\"text/xsl\" href=\"" + target + "\"?>" + begin);
			}
			for (final String document : documents)
				try {
					final String read = read(document, FRAME).toString();
					assertFalse(read.contains("TOP-SECRET"), document);
				}
				catch (final RewardAnalysisException exc) {
					assertFalse(exc.getMessage().contains("TOP-SECRET"), document);
				}
			assertThrows(SocketTimeoutException.class, server::accept, "somebody was called");
		}
	}

	/** A billion times the same text would take all memory. */
	@Test
	void entitiesAreNotMultiplied() {
		final StringBuilder entities = new StringBuilder("<!ENTITY a0 \"lol\">");
		for (int i = 1; i < 12; i++)
			entities.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
		final String begin = TRACKS.strip().replaceFirst("<\\?.*?\\?>\\s*", "");
		for (final String document : List.of(begin.replace("</Tracks>", "&a11;</Tracks>"), begin.replace("micron",
			"&a11;")))
			try {
				read("<!DOCTYPE Tracks [" + entities + "]>" + document, FRAME);
			}
			catch (final RewardAnalysisException | IOException exc) {
				assertTrue(exc.getMessage().length() < 500, exc.getMessage());
			}
	}
}
