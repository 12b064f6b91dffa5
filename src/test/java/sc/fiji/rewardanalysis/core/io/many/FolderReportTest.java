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

package sc.fiji.rewardanalysis.core.io.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

class FolderReportTest {

	private static final String EVIL = "a \"b\" 'c' <script>alert(1)</script> & %41 #x?y Å€😀\u0001\uFFFF\uD800.tif";

	@TempDir
	Path folder;

	private static FolderRun run() {
		return new FolderRun("Folder " + EVIL, Map.of("Options", "search=[<&>]", "Nothing", ""),
			"run(\"Process Folder...\", \"folder=[" + EVIL + "]\");", 4521);
	}

	private static ImageOutcome done(final int i, final Object... more) {
		final Map<String, Object> figures = new LinkedHashMap<>(Map.of("atoms", 140 + i % 7));
		for (int k = 0; k < more.length; k += 2)
			figures.put((String) more[k], more[k + 1]);
		return new ImageOutcome("image " + i + ".tif", "image " + i, "", figures, 1.25);
	}

	/** The page, which is well-formed; without style and script, which needn't be. */
	private Document page(final List<ImageOutcome> outcomes) throws Exception {
		FolderReport.write(folder, run(), outcomes, Progress.NONE);
		final String text = text().replaceAll("(?s)<(style|script)>.*?</\\1>", "");
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text
			.getBytes(StandardCharsets.UTF_8)));
	}

	private String text() throws Exception {
		return Files.readString(folder.resolve("report.html"));
	}

	private static List<Element> all(final Document page, final String tag) {
		final NodeList nodes = page.getElementsByTagName(tag);
		return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
	}

	private static List<Element> rows(final Document page) {
		return all(page, "tr").stream().filter(row -> row.hasAttribute("id")).toList();
	}

	@Test
	void namesAreTextAndLinksLeadToFiles() throws Exception {
		final String image = "sub/" + EVIL, own = "sub/a \"b\" 'c' <s> & %41 #x?y Å€😀";
		Files.createDirectories(folder.resolve(own));
		for (final String name : List.of("thumbnail.png", "overlay.png", "summary.txt", "atoms.csv"))
			Files.writeString(folder.resolve(own).resolve(name), "");
		for (final String name : List.of("contact-sheet-001.png", "contact-sheet-002.png",
			"contact-sheet-1000.png", "figures.png", "results.csv"))
			Files.writeString(folder.resolve(name), "");
		final Document page = page(List.of(new ImageOutcome(image, own, "", Map.of("atoms", 3, "check", "<i>" +
			EVIL), 1), new ImageOutcome(EVIL, "nowhere", "Why? <b>" + EVIL, Map.of(), 0)));
		assertEquals(2, text().split("<script", -1).length, "one script, which isn't in a name");
		assertFalse(text().contains("\u0001"));
		final String shown = EVIL.replaceAll("[\u0001\uFFFF\uD800]", "?");
		assertEquals("Folder " + shown, all(page, "title").get(0).getTextContent());
		assertTrue(all(page, "pre").get(0).getTextContent().contains("[" + shown + "]"));
		assertEquals("sub/" + shown, all(rows(page).get(0), "a", 1).getTextContent());
		int files = 0;
		for (final Element a : all(page, "a")) {
			final String link = a.getAttribute("href");
			if (link.startsWith("#")) assertTrue(all(page, "*").stream().anyMatch(e -> e.getAttribute("id").equals(
				link.substring(1))), link);
			else {
				assertTrue(Files.exists(folder.resolve(URLDecoder.decode(link, StandardCharsets.UTF_8))), link);
				files++;
			}
		}
		assertTrue(files > 8, files + " links to files");
		final Element picture = all(page, "img").get(0);
		assertTrue(picture.getAttribute("alt").contains(shown));
		assertTrue(Files.exists(folder.resolve(URLDecoder.decode(picture.getAttribute("src"),
			StandardCharsets.UTF_8))));
		assertTrue(text().indexOf("contact-sheet-002") < text().indexOf("contact-sheet-1000"));
	}

	private static Element all(final Element in, final String tag, final int i) {
		return (Element) in.getElementsByTagName(tag).item(i);
	}

	/** Nothing from elsewhere, and nothing that goes there. */
	@Test
	void thePageNeedsNothingElse() throws Exception {
		page(List.of(done(1), done(2)));
		assertFalse(text().matches("(?s).*(https?:|//[a-z]|@import|<link|url\\().*"));
	}

	@Test
	void failedImagesComeFirstByReason() throws Exception {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 50; i++)
			outcomes.add(new ImageOutcome(i + ".tif", "" + i, i % 10 == 0 ? "It has no pixel size."
				: "It is damaged.", Map.of(), 0));
		final Document page = page(outcomes);
		assertEquals(50, rows(page).size());
		assertTrue(rows(page).stream().allMatch(row -> row.getAttribute("class").equals("failed")));
		final String section = all(page, "section").get(0).getTextContent();
		assertTrue(section.indexOf("It is damaged.45:") < section.indexOf("It has no pixel size.5:"), section);
		assertTrue(section.contains("and 15 more"), section);
		assertEquals(List.of(), all(page, "svg"), "nothing to draw");
	}

	@Test
	void aFolderWithoutImagesHasAPageToo() throws Exception {
		final Document page = page(List.of());
		assertEquals(List.of(), rows(page));
		assertTrue(all(page, "header").get(0).getTextContent().contains("0 images"));
	}

	@Test
	void whatIsUnlikeIsNamedAndMarked() throws Exception {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			outcomes.add(i == 13 ? done(i, "ER", 0.5, "contrast", "bright") : i == 20 ? done(i, "ER", 0.0, "check",
				"Is the pixel size right?") : done(i, "ER", 0.0));
		final Document page = page(outcomes);
		final Element first = all(page, "section").get(0);
		assertEquals("first", first.getAttribute("id"));
		assertTrue(first.getTextContent().matches("(?s).*image 20.*Is the pixel size right\\?.*image 13.*ER 0.5; the median is 0.*"), first
			.getTextContent());
		assertEquals(List.of("look", "look"), List.of(rows(page).get(13).getAttribute("class"), rows(page).get(20)
			.getAttribute("class")));
		assertEquals("", rows(page).get(14).getAttribute("class"));
		assertEquals(2, all(page, "svg").size());
		assertEquals(40, all(page, "circle").stream().filter(c -> c.getTextContent().matches(
			"image \\d+\\.tif: 0(\\.5)?")).count(), "a dot an image");
		assertEquals(1, all(page, "circle").stream().filter(c -> c.getAttribute("class").equals("unlike")).count());
		assertTrue(all(page, "th").stream().filter(th -> !th.hasAttribute("scope")).toList().isEmpty());
	}

	/** The same page in every country, twice the same, and no larger than a browser likes. */
	@Test
	void aThousandImagesArePlainHtml() throws Exception {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			final Object[] more = new Object[80];
			for (int k = 0; k < 40; k++) {
				more[2 * k] = "figure " + k;
				more[2 * k + 1] = 0.1 * i + k;
			}
			outcomes.add(done(i, more));
		}
		assertEquals(1000, rows(page(outcomes)).size());
		final String text = text();
		assertTrue(text.length() < 3_000_000, text.length() + " characters");
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG"));
			page(outcomes);
		}
		finally {
			Locale.setDefault(before);
		}
		assertEquals(text, text());
	}

	@Test
	void aCancelLeavesWhatWasThere() throws Exception {
		Files.writeString(folder.resolve("report.html"), "earlier");
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> FolderReport.write(folder, run(), List.of(done(1)), canceled));
		assertEquals("earlier", text());
	}
}
