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

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;

/**
 * Spots of a TrackMate file: one that it saves, or tracks that it exports. A spot's place is a
 * length from the centre of the first pixel. Spots that TrackMate's filters hide don't count.
 */
public final class TrackMateXml {

	private static final double SIZE = 1e-3;

	/** Of a pixel, in whichever unit: a picometre in metres. */
	private static final double SMALLEST = 1e-12;

	private final String name;
	private final Map<String, String> image = new HashMap<>();
	private final List<Map<String, String>> spots = new ArrayList<>();
	private String root = "", unit = "";

	private TrackMateXml(final String name) {
		this.name = name;
	}

	/**
	 * Reads the spots.
	 *
	 * @param wanted of which the unit is used
	 * @param frame the image that they are of
	 * @throws RewardAnalysisException if it is no such file, of an image of another size, in an
	 *           unknown unit, or of several frames
	 */
	public static ReadPoints read(final Path file, final OracleColumns wanted,
		final OracleFrame frame)
	{
		final TrackMateXml xml = new TrackMateXml(file.getFileName().toString());
		try {
			xml.parse(WholeFile.bytes(file));
		}
		catch (final XMLStreamException exc) {
			throw new RewardAnalysisException(exc, "%s is no complete XML file; save it again.", xml.name);
		}
		return xml.points(wanted, frame);
	}

	private void parse(final byte[] bytes) throws XMLStreamException {
		final XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		// Whatever reader there is, nothing else is opened.
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("It refers to another file.");
		});
		// Else what is wrong with a damaged file goes to the console, too.
		factory.setXMLReporter((message, type, about, where) -> {});
		final XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(bytes)));
		while (reader.hasNext())
			if (reader.next() == XMLStreamConstants.START_ELEMENT) element(reader.getLocalName(), attributes(
				reader));
		reader.close();
	}

	/** In UTF-8, as TrackMate writes it, or UTF-16 with its mark; else every byte is a letter. */
	private static String text(final byte[] bytes) {
		try {
			// The reader of XML would complain of a damaged letter on the console.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replaceFirst(
				"^\uFEFF", "");
		}
		catch (final CharacterCodingException exc) {
			final boolean wide = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe;
			return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
		}
	}

	private static Map<String, String> attributes(final XMLStreamReader reader) {
		final Map<String, String> attributes = new HashMap<>();
		for (int i = 0; i < reader.getAttributeCount(); i++)
			attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		return attributes;
	}

	private void element(final String element, final Map<String, String> attributes) {
		if (root.isEmpty()) root = element;
		switch (element) {
			case "Model" -> unit = attributes.getOrDefault("spatialunits", "");
			case "Tracks" -> unit = attributes.getOrDefault("spaceUnits", "");
			case "ImageData" -> image.putAll(attributes);
			case "Spot" -> {
				if (!attributes.getOrDefault("VISIBILITY", "1").equals("0")) spots.add(Map.of("x", attribute(
					attributes, "POSITION_X"), "y", attribute(attributes, "POSITION_Y"), "t", attributes
						.getOrDefault("FRAME", "0")));
			}
			case "detection" -> spots.add(Map.of("x", attribute(attributes, "x"), "y", attribute(attributes,
				"y"), "t", attributes.getOrDefault("t", "0")));
			default -> {
				// All else is no place.
			}
		}
	}

	private String attribute(final Map<String, String> attributes, final String key) {
		return Optional.ofNullable(attributes.get(key)).orElseThrow(() -> new RewardAnalysisException(
			"A spot of %s has no %s; save it again with TrackMate.", name, key));
	}

	private ReadPoints points(final OracleColumns wanted, final OracleFrame frame) {
		if (!root.equals("TrackMate") && !root.equals("Tracks")) throw new RewardAnalysisException(
			"%s is no file of TrackMate's: it begins with <%s>.", name, root);
		checkSize("width", frame.width(), frame);
		checkSize("height", frame.height(), frame);
		final double[] scale = scale(wanted, frame);
		final List<OraclePoint> points = new ArrayList<>();
		final long frames = spots.stream().map(s -> number(s, "t")).distinct().count();
		if (frame.slices() == 1 && frames > 1) throw new RewardAnalysisException(
			"%s has spots of %d frames, but \"%s\" is a single image; save those of one.", name, frames, frame
				.title());
		for (final Map<String, String> spot : spots)
			if (frame.slices() == 1 || number(spot, "t") + 1 == frame.slice()) points.add(new OraclePoint(
				scale[0] * number(spot, "x"), scale[1] * number(spot, "y")));
		return new ReadPoints(points, false, true, List.of("Spots of TrackMate, in " + (wanted.unit()
			.isPresent() ? wanted.unit().get().label() : unit) + "."));
	}

	private void checkSize(final String side, final int own, final OracleFrame frame) {
		if (image.containsKey(side) && Math.abs(number(image, side) - own) > SIZE)
			throw new RewardAnalysisException(
				"%s is of an image with a %s of %s px, but that of \"%s\" is %d px; choose the file of this image.",
				name, side, image.get(side), frame.title(), own);
	}

	/** TrackMate knows the pixel size that it multiplied with, whatever the unit is called. */
	private double[] scale(final OracleColumns wanted, final OracleFrame frame) {
		if (wanted.unit().isEmpty() && image.containsKey("pixelwidth") && image.containsKey(
			"pixelheight")) return new double[] { 1 / pixel("pixelwidth"), 1 / pixel("pixelheight") };
		final double px = wanted.unit().or(() -> PointUnit.parse(unit)).orElseThrow(
			() -> new RewardAnalysisException(
				"The spots of %s are in \"%s\", which is no unit of length that is known; choose oracle_unit.",
				name, unit)).px(frame, name);
		return new double[] { px, px };
	}

	private double pixel(final String key) {
		final double size = number(image, key);
		if (!(size >= SMALLEST)) throw new RewardAnalysisException(
			"%s has \"%s\" as %s; give the image its pixel size in TrackMate, or choose oracle_unit.", name, image.get(key),
			key);
		return size;
	}

	private double number(final Map<String, String> attributes, final String key) {
		final String value = attributes.get(key);
		final double number = PointTable.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
		if (!Double.isFinite(number)) throw new RewardAnalysisException(
			"%s has \"%s\" as %s; it must be a finite number.", name, value, key);
		return number;
	}
}
