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

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * Many images with their results, small and side by side, on pages: {@code contact-sheet-001.png} and so
 * on. Failed images are grey boxes with the reason. One picture is in memory at a time.
 */
public final class ContactSheet {

	/** Of a page. */
	static final int COLUMNS = 6, ROWS = 5;

	/** All pages. */
	private static final String PAGES = "contact-sheet-[0-9][0-9][0-9]*.png";

	private static final int GAP = 16, HEAD = 40;

	private static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 13), TEXT = Style.FONT;

	private static final int LINE = 18, LINES = 2, CELL = Thumbnail.SIZE + 6 + LINES * LINE;

	private static final Color BOX = new Color(0xE8E8E8), BAD = new Color(0xA33C00);

	private ContactSheet() {}

	/** The name of a page, from 0. */
	static String name(final int page) {
		return String.format(Locale.ROOT, "contact-sheet-%03d.png", page + 1);
	}

	/**
	 * Draws and writes all pages, and deletes those of an earlier run that had more.
	 *
	 * @param folder in which each image has a folder
	 * @return the pages' names, in order; empty if there are no images
	 * @throws java.util.concurrent.CancellationException if cancelled; the pages that are written are whole
	 */
	public static List<String> write(final Path folder, final List<ImageOutcome> outcomes,
		final Progress progress)
	{
		final List<String> pages = new ArrayList<>();
		final int each = COLUMNS * ROWS, count = (outcomes.size() + each - 1) / each;
		final Figures figures = new Figures(outcomes);
		for (int page = 0; page < count; page++) {
			final Progress part = progress.part((double) page / count, (page + 1.0) / count);
			Pictures.write(folder.resolve(name(page)), page(folder, figures, page, count, part));
			pages.add(name(page));
		}
		try (var files = Files.newDirectoryStream(folder, PAGES)) {
			for (final Path file : files)
				if (!pages.contains(file.getFileName().toString())) AtomicFile.delete(file);
		}
		catch (final java.io.IOException | java.nio.file.DirectoryIteratorException exc) {
			throw new RewardAnalysisException(exc, "Cannot list %s (%s); choose another folder.", folder, exc
				.getMessage());
		}
		return List.copyOf(pages);
	}

	private static BufferedImage page(final Path folder, final Figures figures, final int page,
		final int pages, final Progress progress)
	{
		final int first = page * COLUMNS * ROWS, n = Math.min(COLUMNS * ROWS, figures.outcomes().size() -
			first);
		final int rows = pages == 1 ? (n + COLUMNS - 1) / COLUMNS : ROWS;
		final BufferedImage picture = new BufferedImage(GAP + COLUMNS * (Thumbnail.SIZE + GAP), HEAD + rows *
			(CELL + GAP), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		GreyGround.smooth(g);
		g.setFont(TEXT);
		g.setColor(Palette.INK);
		g.drawString(String.format(Locale.ROOT, "Images %d to %d of %d", first + 1, first + n, figures
			.outcomes().size()), GAP, 26);
		if (pages > 1) {
			final String number = String.format(Locale.ROOT, "page %d of %d", page + 1, pages);
			g.drawString(number, picture.getWidth() - GAP - g.getFontMetrics().stringWidth(number), 26);
		}
		for (int i = 0; i < n; i++) {
			progress.checkCanceled();
			progress.update((double) i / n, "Drawing " + name(page));
			cell(g, folder, figures, first + i, GAP + i % COLUMNS * (Thumbnail.SIZE + GAP), HEAD + i / COLUMNS *
				(CELL + GAP));
		}
		g.dispose();
		return picture;
	}

	private static void cell(final Graphics2D g, final Path folder, final Figures figures,
		final int image, final int x, final int y)
	{
		final ImageOutcome outcome = figures.outcomes().get(image);
		final String doubt = figures.doubts(image).isEmpty() && figures.unlike(image).isEmpty() ? ""
			: "look: ";
		if (outcome.isDone()) picture(g, folder.resolve(outcome.folder()), x, y);
		else box(g, outcome.failure(), x, y);
		g.setFont(NAME);
		g.setColor(outcome.isDone() ? Palette.INK : BAD);
		g.drawString(elided(outcome.image(), g.getFontMetrics(), Thumbnail.SIZE), x, y + Thumbnail.SIZE + 6 + LINE -
			5);
		g.setFont(TEXT);
		g.setColor(doubt.isEmpty() && outcome.isDone() ? Palette.INK : BAD);
		final String words = outcome.isDone() ? doubt + FigureWords.brief(outcome) : "failed";
		g.drawString(Labels.shortened(words, g.getFontMetrics(), Thumbnail.SIZE), x, y + Thumbnail.SIZE + 6 + 2 *
			LINE - 5);
	}

	private static void picture(final Graphics2D g, final Path folder, final int x, final int y) {
		try {
			final var file = Thumbnail.write(folder);
			if (file.isEmpty()) box(g, "This analysis has no picture.", x, y);
			else {
				final BufferedImage picture = Thumbnail.read(file.get(), Thumbnail.SIZE);
				g.setColor(BOX);
				g.fillRect(x, y, Thumbnail.SIZE, Thumbnail.SIZE);
				g.drawImage(picture, x + (Thumbnail.SIZE - picture.getWidth()) / 2, y + (Thumbnail.SIZE - picture
					.getHeight()) / 2, null);
			}
		}
		catch (final RewardAnalysisException exc) {
			// One picture less is no reason to show none.
			box(g, exc.getMessage(), x, y);
		}
	}

	private static void box(final Graphics2D g, final String words, final int x, final int y) {
		g.setColor(BOX);
		g.fillRect(x, y, Thumbnail.SIZE, Thumbnail.SIZE);
		g.setColor(Palette.INK);
		g.setFont(TEXT);
		final FontMetrics metrics = g.getFontMetrics();
		final List<String> rows = Labels.lines(words, metrics, Thumbnail.SIZE - 2 * GAP, (Thumbnail.SIZE - 2 *
			GAP) / LINE);
		for (int i = 0; i < rows.size(); i++)
			g.drawString(rows.get(i), x + GAP, y + (Thumbnail.SIZE - rows.size() * LINE) / 2 + LINE * (i + 1) -
				5);
	}

	/** A path without its middle: how it ends tells most, then how it begins. */
	static String elided(final String path, final FontMetrics metrics, final int room) {
		if (metrics.stringWidth(path) <= room) return path;
		int left = path.length() / 2, right = left;
		while (left > 0 && metrics.stringWidth(path.substring(0, left) + "…" + path.substring(right)) > room)
			if (path.length() - right > 2 * left && right < path.length()) right++;
			else left--;
		return path.substring(0, left) + "…" + path.substring(right);
	}
}
