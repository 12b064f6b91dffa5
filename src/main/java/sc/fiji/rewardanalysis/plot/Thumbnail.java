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
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * The small picture of an analysis: that of its pictures which tells most, so small that a thousand of
 * them fit into a page.
 */
public final class Thumbnail {

	/** The name of its file, in the analysis's folder. */
	public static final String NAME = "thumbnail.png";

	/** Its longer side, px. */
	public static final int SIZE = 240;

	/** An analysis's picture; the first one that is there. */
	private static final List<String> PICTURES = List.of("overlay.png", "phases.png", "comparison.png",
		"strain.png", "spectrum.png", "noise_f1.png", "overlay_0001.png");

	/** While it is read, a picture is so many times as large: what is averaged then looks smooth. */
	private static final int FINER = 4;

	/** How much a grey pixel weighs; one of the purest colour weighs 255 more. */
	private static final int GREY = 24;

	private Thumbnail() {}

	/** The picture of an analysis; empty if it has none. */
	public static Optional<Path> picture(final Path folder) {
		return PICTURES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
	}

	/**
	 * Writes an analysis's small picture, unless there is one that is newer than what it shows.
	 *
	 * @param folder of the analysis
	 * @return the small picture; empty if the analysis has no picture
	 * @throws RewardAnalysisException if its picture can't be read
	 */
	public static Optional<Path> write(final Path folder) {
		final Path file = folder.resolve(NAME);
		final Optional<Path> picture = picture(folder);
		if (picture.isEmpty()) {
			AtomicFile.delete(file);
			return Optional.empty();
		}
		if (!isNewer(file, picture.get())) Pictures.write(file, read(picture.get(), SIZE));
		return Optional.of(file);
	}

	private static boolean isNewer(final Path file, final Path than) {
		try {
			return Files.isRegularFile(file) && Files.getLastModifiedTime(file).compareTo(Files
				.getLastModifiedTime(than)) >= 0;
		}
		catch (final IOException exc) {
			// Then it is drawn, which says what is wrong.
			return false;
		}
	}

	/**
	 * Reads a picture no larger than is needed, and without ever having more of it in memory than some times
	 * that.
	 *
	 * @param size its longer side, px; a smaller picture stays as it is
	 */
	public static BufferedImage read(final Path file, final int size) {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = in == null ? List.<ImageReader> of().iterator() : ImageIO
				.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException("it is no picture");
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				final int longer = Math.max(reader.getWidth(0), reader.getHeight(0)), step = Math.max(1, longer /
					(FINER * size));
				final ImageReadParam param = reader.getDefaultReadParam();
				param.setSourceSubsampling(step, step, step / 2, step / 2);
				return shrunk(reader.read(0, param), size);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); analyse the image again.", file, exc
				.getMessage());
		}
	}

	/**
	 * Each pixel is the mean of those that it stands for, in which coloured ones weigh more than grey ones:
	 * the circles around atoms are thin.
	 */
	private static BufferedImage shrunk(final BufferedImage picture, final int size) {
		final int fromWidth = picture.getWidth(), fromHeight = picture.getHeight();
		final double factor = Math.min(1, (double) size / Math.max(fromWidth, fromHeight));
		final int width = Math.max(1, (int) Math.round(factor * fromWidth)), height = Math.max(1, (int) Math
			.round(factor * fromHeight));
		final int[] pixels = onWhite(picture).getRGB(0, 0, fromWidth, fromHeight, null, 0, fromWidth);
		final BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				small.setRGB(x, y, mean(pixels, fromWidth, x * fromWidth / width, Math.max(x * fromWidth / width +
					1, (x + 1) * fromWidth / width), y * fromHeight / height, Math.max(y * fromHeight / height + 1, (y +
						1) * fromHeight / height)));
		return small;
	}

	/** Of a box of pixels, 0xRRGGBB. */
	private static int mean(final int[] pixels, final int rowLength, final int left, final int right,
		final int top, final int bottom)
	{
		long red = 0, green = 0, blue = 0, weights = 0;
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++) {
				final int c = pixels[y * rowLength + x], r = c >> 16 & 0xFF, g = c >> 8 & 0xFF, b = c & 0xFF;
				final int weight = GREY + Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
				red += (long) weight * r;
				green += (long) weight * g;
				blue += (long) weight * b;
				weights += weight;
			}
		final long half = weights / 2;
		return (int) ((red + half) / weights) << 16 | (int) ((green + half) / weights) << 8 | (int) ((blue +
			half) / weights);
	}

	/** What is transparent becomes white. */
	private static BufferedImage onWhite(final BufferedImage picture) {
		final BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = drawn.createGraphics();
		g.drawImage(picture, 0, 0, Color.WHITE, null);
		g.dispose();
		return drawn;
	}
}
