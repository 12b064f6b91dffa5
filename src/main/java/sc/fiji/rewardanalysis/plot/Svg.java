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
import java.awt.Rectangle;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Charts as SVG 1.0, for print: text stays text in a generic font, pictures are inside. The
 * same chart gives the same bytes, on one machine; elsewhere fonts may be wider.
 */
public final class Svg {

	private Svg() {}

	/** Puts pictures into the document by the JDK's encoder: Batik's own is a library apart. */
	private static final class PngHandler extends ImageHandlerBase64Encoder {

		@Override
		public void encodeImage(final RenderedImage image, final OutputStream out)
			throws SVGGraphics2DIOException
		{
			try {
				ImageIO.write(image, "png", out);
			}
			catch (final IOException exc) {
				throw new SVGGraphics2DIOException(exc.getMessage(), exc);
			}
		}
	}

	/**
	 * A chart as a document.
	 *
	 * @param size px; the document scales
	 */
	public static String of(final JFreeChart chart, final Dimension size) {
		final SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
		final SVGGeneratorContext.GraphicContextDefaults defaults =
			new SVGGeneratorContext.GraphicContextDefaults();
		// AWT's own default would be called Dialog, which no other program knows.
		defaults.setFont(Style.FONT);
		context.setGraphicContextDefaults(defaults);
		context.setComment("Reward Analysis");
		context.setImageHandler(new PngHandler());
		final SVGGraphics2D g = new SVGGraphics2D(context, false);
		g.setSVGCanvasSize(size);
		chart.draw(g, new Rectangle(size));
		final Element root = g.getRoot();
		// Without it, programs crop the chart instead of scaling it.
		root.setAttributeNS(null, "viewBox", "0 0 " + size.width + " " + size.height);
		final StringWriter text = new StringWriter();
		try {
			g.stream(root, text, false, false);
		}
		catch (final IOException exc) {
			// Into memory: it can't happen.
			throw new UncheckedIOException(exc);
		}
		finally {
			g.dispose();
		}
		return text.toString();
	}

	private static Document document() {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
				.createDocument("http://www.w3.org/2000/svg", "svg", null);
		}
		catch (final ParserConfigurationException exc) {
			// Of a parser that is configured in no way.
			throw new IllegalStateException(exc);
		}
	}
}
