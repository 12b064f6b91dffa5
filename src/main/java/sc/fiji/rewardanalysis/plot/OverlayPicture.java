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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * A grey image with its atoms as circles and a scale bar: what is seen in ImageJ, for a
 * page. {@link GreyGround} says how large it is.
 */
public final class OverlayPicture {

	private OverlayPicture() {}

	/**
	 * @param image two-dimensional, origin (0, 0)
	 * @param atoms px, in the image's coordinates
	 * @param errors indices of atoms to mark
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> image,
		final List<Blob> atoms, final int[] errors, final double pixelSize)
	{
		final GreyGround ground = new GreyGround(image);
		final double zoom = ground.zoom();
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setStroke(new BasicStroke(zoom > 1 ? 1.8f : 1.2f));
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < isError.length; i++)
			circle(g, atoms.get(i), zoom, isError[i] ? Palette.VERMILLION : Palette.SKY);
		if (pixelSize > 0) ScaleBar.draw(g, picture.getWidth(), picture.getHeight(), pixelSize / zoom);
		g.dispose();
		return picture;
	}

	static void circle(final Graphics2D g, final Blob atom, final double zoom,
		final Color colour)
	{
		final double r = atom.sigma() * Math.sqrt(2);
		g.setColor(colour);
		// A pixel's centre is half a pixel from the corner where Java2D counts from.
		g.draw(new Ellipse2D.Double((atom.x() + 0.5 - r) * zoom, (atom.y() + 0.5 - r) * zoom, 2 * r *
			zoom, 2 * r * zoom));
	}
}
