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
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The same piece of an image with less and more noise, side by side. */
public final class NoiseTiles {

	/** Sides of a tile in the picture and, at most, in the image, px. */
	private static final int SIDE = 300, PIECE = 128;

	private static final int GAP = 8, CAPTION = 44;

	/**
	 * A piece of the picture.
	 *
	 * @param image two-dimensional, origin (0, 0)
	 * @param caption below it
	 */
	public record Tile(RandomAccessibleInterval<? extends RealType<?>> image, String caption) {}

	private NoiseTiles() {}

	/** The middle of each, in grey values of its own. */
	public static BufferedImage draw(final List<Tile> tiles) {
		final BufferedImage picture = new BufferedImage(tiles.size() * (SIDE + GAP) - GAP, SIDE + CAPTION,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		for (int i = 0; i < tiles.size(); i++) {
			final int x = i * (SIDE + GAP);
			g.drawImage(grey(tiles.get(i).image), x, 0, SIDE, SIDE, null);
			GreyGround.smooth(g);
			g.setColor(Palette.INK);
			g.setFont(Style.FONT.deriveFont(28f));
			final FontMetrics metrics = g.getFontMetrics();
			g.drawString(tiles.get(i).caption, x + (SIDE - metrics.stringWidth(tiles.get(i).caption)) / 2,
				SIDE + CAPTION - 12);
		}
		g.dispose();
		return picture;
	}

	private static BufferedImage grey(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final long side = Math.min(PIECE, Math.min(image.dimension(0), image.dimension(1)));
		final long x = (image.dimension(0) - side) / 2, y = (image.dimension(1) - side) / 2;
		final GreyGround ground = new GreyGround(Views.zeroMin(Views.interval(image, new long[] { x, y },
			new long[] { x + side - 1, y + side - 1 })));
		final BufferedImage grey = new BufferedImage(ground.width(), ground.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = grey.createGraphics();
		ground.draw(g);
		g.dispose();
		return grey;
	}
}
