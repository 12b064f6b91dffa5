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

package sc.fiji.rewardanalysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;

class SvgTest {

	private final Study study = PlotStudies.mixed(2, 20);

	private final Evaluation picked = Pick.EUCLIDEAN.choose(study.front(), study.reference());

	/** Without looking for the document type on the network. */
	private static Document parse(final String svg) throws Exception {
		final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		final DocumentBuilder builder = factory.newDocumentBuilder();
		builder.setEntityResolver((name, system) -> new InputSource(new StringReader("")));
		return builder.parse(new InputSource(new StringReader(svg)));
	}

	private static List<Element> elements(final Document document, final String name) {
		final NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
		final List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++)
			elements.add((Element) nodes.item(i));
		return elements;
	}

	private String pareto() {
		return Svg.of(ParetoPlot.chart(study, picked, "what was expected: QC < 1 & ER"), new Dimension(900,
			640));
	}

	@Test
	void theParetoPlotIsTextAndLines() throws Exception {
		final Document document = parse(pareto());
		assertEquals("0 0 900 640", document.getDocumentElement().getAttribute("viewBox"));
		assertEquals("900", document.getDocumentElement().getAttribute("width"));
		final String text = String.join("\n", elements(document, "text").stream().map(Element::getTextContent)
			.toList());
		assertTrue(text.contains("what was expected: QC < 1 & ER"), text);
		assertTrue(text.contains("Pareto front") && text.contains("20 evaluations"), text);
		assertTrue(elements(document, "image").isEmpty(), "nothing is made of pixels");
	}

	/** Vermillion is the legend's mark, and the ring around what is picked. */
	@Test
	void thePickedSolutionHasItsColour() {
		final String svg = Svg.of(ParetoPlot.chart(study, null, ""), new Dimension(900, 640));
		assertEquals(vermillion(svg) + 1, vermillion(pareto()));
	}

	private static int vermillion(final String svg) {
		final Color c = Palette.VERMILLION;
		return svg.split(Pattern.quote(String.format("rgb(%d,%d,%d)", c.getRed(), c.getGreen(), c.getBlue())),
			-1).length - 1;
	}

	@ParameterizedTest
	@EnumSource
	void chartsAreTheSameEachTimeInGenericFonts(final StudyPlots.Kind kind) throws Exception {
		final StudyPlots plots = StudyPlots.of(study);
		final String svg = Svg.of(plots.chart(kind, picked), plots.size(kind));
		assertEquals(svg, Svg.of(StudyPlots.of(study).chart(kind, picked), plots.size(kind)));
		final TreeSet<String> fonts = new TreeSet<>();
		final NodeList all = parse(svg).getElementsByTagName("*");
		for (int i = 0; i < all.getLength(); i++)
			fonts.add(((Element) all.item(i)).getAttribute("font-family"));
		fonts.remove("");
		assertEquals(Set.of("sans-serif"), fonts);
	}

	@Test
	void everyChartIsWrittenTwice(@TempDir final Path folder) throws Exception {
		StudyPlots.of(study).write(folder, picked, Progress.NONE);
		ParetoPlot.write(folder, () -> ParetoPlot.chart(study, picked, ""), Progress.NONE);
		for (final StudyPlots.Kind kind : StudyPlots.Kind.values())
			parse(Files.readString(folder.resolve(kind.vectorFile())));
		parse(Files.readString(folder.resolve("pareto.svg")));
		try (var files = Files.list(folder)) {
			assertEquals(2 * 6, files.count());
		}
	}

	/** As in a Fiji without TrackMate: the class is found missing on the thread that draws. */
	@Test
	void withoutBatikTheReasonIsTold(@TempDir final Path folder) {
		final Path file = folder.resolve("pareto.svg");
		assertEquals("", Pictures.writeVectors(file, this::pareto, Progress.NONE));
		final String reason = Pictures.writeVectors(file, () -> {
			throw new NoClassDefFoundError("org/apache/batik/ext/awt/g2d/GraphicContext");
		}, Progress.NONE);
		assertTrue(reason.contains("Batik") && reason.contains("ext/awt"), reason);
		assertFalse(Files.exists(file), "that of an earlier run would be out of date");
	}
}
