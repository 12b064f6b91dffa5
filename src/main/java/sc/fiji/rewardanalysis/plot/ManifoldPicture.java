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

import sc.fiji.rewardanalysis.core.latent.Manifold;
import sc.fiji.rewardanalysis.core.latent.PatchSet;

/** The patches of a manifold side by side, in the same greys, with what changes along the axes. */
public final class ManifoldPicture {

	/** Side of a patch at least, px: ten are about as wide as a column of a journal. */
	private static final int SIDE = 96;

	/** Samples of patches, and about how large each is, px. */
	private static final int SAMPLES = 32, SMALL = 72;

	private static final int GAP = 4, MARGIN = 12;

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 26);

	private ManifoldPicture() {}

	/** Some patches of many, evenly taken, in rows as of a page; a point a pixel and more. */
	public static BufferedImage samples(final PatchSet patches) {
		final int count = Math.min(SAMPLES, patches.count()), size = patches.size();
		final int columns = (int) Math.ceil(Math.sqrt(2.0 * count)), rows = (count + columns - 1) / columns;
		final int side = Math.max(1, SMALL / size) * size;
		final BufferedImage picture = new BufferedImage(columns * (side + 2) - 2, rows * (side + 2) - 2,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		for (int i = 0; i < count; i++)
			g.drawImage(GreyGround.grey(patches.patches()[(int) ((i + 0.5) * patches.count() / count)], size,
				size, 0, 1), i % columns * (side + 2), i / columns * (side + 2), side, side, null);
		g.dispose();
		return picture;
	}

	/** Black is the least value of all patches, white the largest. */
	public static BufferedImage draw(final Manifold manifold) {
		final int size = manifold.size(), side = (SIDE + size - 1) / size * size;
		final FontMetrics metrics = Legend.metrics(FONT);
		final int left = MARGIN + (manifold.up().isEmpty() ? 0 : metrics.getHeight());
		final int width = manifold.columns() * (side + GAP) - GAP, height = manifold.rows() * (side +
			GAP) - GAP;
		final BufferedImage picture = new BufferedImage(left + width + MARGIN, MARGIN + height + metrics
			.getHeight() + MARGIN, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		GreyGround.smooth(g);
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float[] patch : manifold.patches())
			for (final float value : patch) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		for (int i = 0; i < manifold.patches().length; i++)
			g.drawImage(GreyGround.grey(manifold.patches()[i], size, size, low, high), left + i % manifold
				.columns() * (side + GAP), MARGIN + i / manifold.columns() * (side + GAP), side, side, null);
		g.setFont(FONT);
		g.setColor(Palette.INK);
		final String across = manifold.across() + ", 5 % to 95 % of its prior";
		g.drawString(across, left + (width - metrics.stringWidth(across)) / 2, MARGIN + height + metrics
			.getAscent() + MARGIN / 2);
		if (!manifold.up().isEmpty()) {
			final String up = manifold.up() + ", 5 % to 95 % of its prior";
			g.rotate(-Math.PI / 2);
			g.drawString(up, -(MARGIN + (height + metrics.stringWidth(up)) / 2), metrics.getAscent() + MARGIN /
				3);
		}
		g.dispose();
		return picture;
	}
}
