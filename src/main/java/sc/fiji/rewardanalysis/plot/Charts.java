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

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/** Charts as images and files. */
public final class Charts {

	/** Dots of an image's side for each pixel of a chart's size: text is readable in print. */
	private static final double PRINT = 2;

	private Charts() {}

	/**
	 * A chart as an image.
	 *
	 * @param size px of a screen with one dot a pixel
	 * @param scale how many dots a pixel the image shall have
	 */
	public static BufferedImage image(final JFreeChart chart, final Dimension size,
		final double scale)
	{
		// Without an alpha channel, which files would carry.
		final BufferedImage image = new BufferedImage((int) Math.ceil(scale * size.width), (int) Math.ceil(
			scale * size.height), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.scale(scale, scale);
		chart.draw(g, new Rectangle(size));
		g.dispose();
		return image;
	}

	/**
	 * Writes a chart as PNG and as SVG, in place of what is there.
	 *
	 * @param name of the files, without an ending
	 * @param chart makes it, on another thread
	 * @param vectors whether there shall be an SVG
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final String name,
		final Supplier<JFreeChart> chart, final Dimension size, final boolean vectors,
		final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve(name + ".png"), () -> image(chart.get(), size, PRINT),
			progress);
		final Path svg = folder.resolve(name + ".svg");
		AtomicFile.delete(svg);
		return vectors ? Pictures.writeVectors(svg, () -> Svg.of(chart.get(), size), progress) : "";
	}
}
