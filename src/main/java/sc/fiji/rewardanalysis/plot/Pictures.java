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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/** Writes pictures, whole or not at all. */
public final class Pictures {

	/** Threads that write none. */
	private static final ThreadLocal<Boolean> LEFT_OUT = ThreadLocal.withInitial(() -> false);

	private Pictures() {}

	/**
	 * Does something on this thread without writing pictures, which take longer than the numbers of
	 * a small image. Those of an earlier run are deleted as if they were written anew.
	 */
	public static void leftOut(final Runnable work) {
		final boolean before = LEFT_OUT.get();
		LEFT_OUT.set(true);
		try {
			work.run();
		}
		finally {
			if (before) LEFT_OUT.set(true);
			else LEFT_OUT.remove();
		}
	}

	/**
	 * Pictures in rows on white.
	 *
	 * @param all at least one
	 * @param columns how many stand in a row
	 * @param gap between them, px
	 */
	static BufferedImage inRows(final List<BufferedImage> all, final int columns, final int gap) {
		final int width = all.stream().mapToInt(BufferedImage::getWidth).max().orElse(1), height = all
			.stream().mapToInt(BufferedImage::getHeight).max().orElse(1);
		final int rows = (all.size() + columns - 1) / columns;
		final BufferedImage picture = new BufferedImage(columns * width + (columns - 1) * gap, rows *
			height + (rows - 1) * gap, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		for (int i = 0; i < all.size(); i++)
			g.drawImage(all.get(i), i % columns * (width + gap), i / columns * (height + gap), null);
		g.dispose();
		return picture;
	}

	/** Dots an inch of pictures for print. */
	private static final int RESOLUTION = 300;

	/** Writes a PNG file. */
	public static void write(final Path file, final BufferedImage picture) {
		AtomicFile.write(file, png(picture, null));
	}

	/**
	 * Draws and writes a PNG file, in place of what is there under its name. Drawing can't hear of
	 * a cancel, so nobody waits for it then.
	 *
	 * @param drawing draws it, on another thread
	 * @throws java.util.concurrent.CancellationException if cancelled; there is no file then
	 */
	public static void write(final Path file, final Supplier<BufferedImage> drawing,
		final Progress progress)
	{
		bytes(file, () -> png(drawing.get(), null), progress);
	}

	/** Writes a PNG file that says of itself that it is to be printed at 300 dots an inch. */
	public static void writeForPrint(final Path file, final BufferedImage picture) {
		AtomicFile.write(file, png(picture, resolution()));
	}

	/** The same as {@link #write(Path, Supplier, Progress)} does, for print. */
	public static void writeForPrint(final Path file, final Supplier<BufferedImage> drawing,
		final Progress progress)
	{
		bytes(file, () -> png(drawing.get(), resolution()), progress);
	}

	/**
	 * Draws and writes an SVG file, if all of Batik is there: a Fiji out of which TrackMate was
	 * taken may lack some of it.
	 *
	 * @param drawing draws it by {@link Svg}, on another thread
	 * @return why there is no such file; empty if there is one
	 */
	static String writeVectors(final Path file, final Supplier<String> drawing,
		final Progress progress)
	{
		try {
			bytes(file, () -> drawing.get().getBytes(StandardCharsets.UTF_8), progress);
			return "";
		}
		catch (final LinkageError exc) {
			return "The charts' .svg are left out: Fiji lacks a part of Batik, which draws them (" + exc +
				"); TrackMate brings it, by Help > Update....";
		}
	}

	/** Makes a file's content on another thread, for which nobody waits once cancelled. */
	private static void bytes(final Path file, final Supplier<byte[]> content, final Progress progress) {
		AtomicFile.delete(file);
		if (!LEFT_OUT.get()) AtomicFile.write(file, Waiting.unlessCancelled(content, progress));
	}

	private static IIOMetadataNode resolution() {
		final IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
		final String perMetre = Long.toString(Math.round(RESOLUTION / 0.0254));
		resolution.setAttribute("pixelsPerUnitXAxis", perMetre);
		resolution.setAttribute("pixelsPerUnitYAxis", perMetre);
		resolution.setAttribute("unitSpecifier", "meter");
		return resolution;
	}

	/** @param more a node of PNG's own metadata; null for none */
	private static byte[] png(final BufferedImage picture, final IIOMetadataNode more) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final ImageWriteParam smallest = writer.getDefaultWriteParam();
			smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			smallest.setCompressionQuality(0);
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier
				.createFromRenderedImage(picture), smallest);
			if (more != null) {
				final IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
				root.appendChild(more);
				metadata.mergeTree(root.getNodeName(), root);
			}
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, metadata), smallest);
		}
		catch (final IOException exc) {
			// Into memory: it can't happen.
			throw new UncheckedIOException(exc);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
