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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

class ContactSheetTest {

	@TempDir
	Path folder;

	private static BufferedImage plain(final int width, final int height, final Color colour) {
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(colour);
		g.fillRect(0, 0, width, height);
		g.dispose();
		return picture;
	}

	private static ImageOutcome outcome(final int i, final String failure) {
		return new ImageOutcome("image " + i + ".tif", "image " + i, failure, Map.of("atoms", i), 1);
	}

	private Set<String> sheets() throws Exception {
		try (var files = Files.list(folder)) {
			return new TreeSet<>(files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith("contact"))
				.toList());
		}
	}

	@Test
	void pagesShowPicturesAndReasonsAndNoneIsLeftOver() throws Exception {
		Pictures.write(folder.resolve("image 0/overlay.png"), plain(1000, 500, Color.RED));
		Files.createDirectories(folder.resolve("image 2"));
		Files.writeString(folder.resolve("image 2/overlay.png"), "no picture");
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 31; i++)
			outcomes.add(outcome(i, i == 1 ? "It is damaged; copy it again." : ""));
		Files.writeString(folder.resolve("contact-sheet-003.png"), "of an earlier run");
		Files.writeString(folder.resolve("contact-sheet-notes.png"), "of a person");
		assertEquals(List.of("contact-sheet-001.png", "contact-sheet-002.png"), ContactSheet.write(folder,
			outcomes, Progress.NONE));
		assertEquals(Set.of("contact-sheet-001.png", "contact-sheet-002.png", "contact-sheet-notes.png"),
			sheets());
		final BufferedImage page = ImageIO.read(folder.resolve("contact-sheet-001.png").toFile());
		assertEquals(16 + 6 * 256, page.getWidth());
		// In the middle of the first picture, above it, and in the second box.
		assertEquals(0xFFFF0000, page.getRGB(16 + 120, 40 + 120));
		assertEquals(0xFFE8E8E8, page.getRGB(16 + 120, 40 + 20));
		assertEquals(0xFFE8E8E8, page.getRGB(16 + 256 + 5, 40 + 5));
		assertTrue(ImageIO.read(folder.resolve("contact-sheet-002.png").toFile()).getHeight() == page.getHeight());
		assertEquals(List.of(), ContactSheet.write(folder, List.of(), Progress.NONE));
		assertEquals(Set.of("contact-sheet-notes.png"), sheets());
	}

	@Test
	void theSameTwice() throws Exception {
		final List<ImageOutcome> outcomes = List.of(outcome(0, "No."), outcome(1, ""));
		ContactSheet.write(folder, outcomes, Progress.NONE);
		final byte[] once = Files.readAllBytes(folder.resolve("contact-sheet-001.png"));
		ContactSheet.write(folder, outcomes, Progress.NONE);
		assertArrayEquals(once, Files.readAllBytes(folder.resolve(
			"contact-sheet-001.png")));
	}

	@Test
	void aLongNameLosesItsMiddle() {
		final FontMetrics metrics = Legend.metrics(Style.FONT);
		assertEquals("short.tif", ContactSheet.elided("short.tif", metrics, 240));
		final String long_ = "session 2026-11-22 of the second sample/overview/image_0001_after_annealing.tif";
		final String elided = ContactSheet.elided(long_, metrics, 240);
		assertTrue(metrics.stringWidth(elided) <= 240, elided);
		assertTrue(elided.startsWith("sess") && elided.endsWith("annealing.tif") && elided.contains("…"), elided);
	}

	/** Each pixel of a large picture counts alike; a thin circle's colour stays. */
	@Test
	void smallPicturesAreMeansInWhichColourStays() throws Exception {
		final BufferedImage large = new BufferedImage(4096, 2048, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 2048; y++)
			for (int x = 0; x < 4096; x++)
				large.setRGB(x, y, 0x10101 * (int) Math.round(x * 255 / 4095.0));
		Pictures.write(folder.resolve("a/overlay.png"), large);
		final BufferedImage small = ImageIO.read(Thumbnail.write(folder.resolve("a")).get().toFile());
		assertEquals(240, small.getWidth());
		assertEquals(120, small.getHeight());
		for (int x = 0; x < 240; x++)
			assertEquals((x + 0.5) * 255 / 240, small.getRGB(x, 60) & 0xFF, 1.5);
		final BufferedImage line = plain(960, 960, Color.GRAY);
		for (int y = 0; y < 960; y++)
			line.setRGB(480, y, 0x56B4E9);
		Pictures.write(folder.resolve("b/phases.png"), line);
		final Color seen = new Color(ImageIO.read(Thumbnail.write(folder.resolve("b")).get().toFile()).getRGB(120,
			50));
		assertTrue(seen.getBlue() - seen.getRed() > 80, seen.toString());
	}

	@Test
	void aSmallPictureStaysAsItIsAndIsDrawnAnewWhenItIsOld() throws Exception {
		final Path run = folder.resolve("a"), overlay = run.resolve("overlay.png");
		assertRefused(() -> {
			Files.createDirectories(run);
			Files.writeString(overlay, "no picture");
			Thumbnail.write(run);
		}, "overlay.png", "can't be read");
		Pictures.write(overlay, plain(50, 30, Color.GREEN));
		final Path small = Thumbnail.write(run).get();
		assertEquals(50, ImageIO.read(small.toFile()).getWidth());
		final FileTime time = FileTime.fromMillis(Files.getLastModifiedTime(overlay).toMillis() + 5000);
		Files.setLastModifiedTime(small, time);
		Thumbnail.write(run);
		assertEquals(time, Files.getLastModifiedTime(small));
		Pictures.write(overlay, plain(60, 30, Color.GREEN));
		Files.setLastModifiedTime(overlay, FileTime.fromMillis(time.toMillis() + 5000));
		assertEquals(60, ImageIO.read(Thumbnail.write(run).get().toFile()).getWidth());
		Files.delete(overlay);
		assertEquals(Optional.empty(), Thumbnail.write(run));
		assertFalse(Files.exists(small));
	}

	@Test
	void chartsAreDrawnOfWhatVaries() throws Exception {
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			outcomes.add(i == 4 ? outcome(i, "Failed.") : new ImageOutcome(i + ".tif", "" + i, "", Map.of(
				"atoms_counted", i == 9 ? 90 : 140 + i % 5, "fewest", 123, "most", 153, "QC", 0, "threshold", Math.pow(
					10, -i % 5)), 1));
		assertEquals("", FolderPlots.write(folder, outcomes, Progress.NONE));
		final String svg = Files.readString(folder.resolve("figures.svg"));
		for (final String words : List.of("atoms counted", "threshold", "20 images", "1 failed", "possible for"))
			assertTrue(svg.contains(words), words);
		assertFalse(svg.contains(">QC<"), "it is the same in all images");
		assertTrue(Files.size(folder.resolve("figures.png")) > 5000);
		FolderPlots.write(folder, List.of(outcome(1, "Failed.")), Progress.NONE);
		assertFalse(Files.exists(folder.resolve("figures.png")) || Files.exists(folder.resolve("figures.svg")));
	}
}
