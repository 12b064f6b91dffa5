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
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** What the atoms of each class look like: their mean patches side by side, in the same greys. */
public final class PatchMontage {

	/** Side of a patch, at least, px: five and their gaps are about as wide as a column of a journal. */
	private static final int SIDE = 200;

	private static final int COLUMNS = 5, GAP = 22, STRIP = 12;

	private static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 26), TEXT = new Font(
		Font.SANS_SERIF, Font.PLAIN, 23);

	private PatchMontage() {}

	/**
	 * The mean of a class.
	 *
	 * @param name of the class
	 * @param label of the class, from 0, which says its colour; below 0 for none
	 * @param atoms how many it has
	 * @param side of the square patch, px
	 * @param mean row by row; shared, not to be changed
	 */
	public record Patch(String name, int label, int atoms, int side, float[] mean) {

		public Patch {
			if (side < 1 || mean.length != (long) side * side) throw new RewardAnalysisException(
				"A patch of %d x %d px has %d values.", side, side, mean.length);
		}
	}

	/**
	 * @param patches at least one
	 * @param pixelSize nm per px; NaN if unknown, so that sizes are in px
	 */
	public static BufferedImage draw(final List<Patch> patches, final double pixelSize) {
		return draw(patches, patches.stream().map(p -> pixelSize > 0 ? nanometres(p.side * pixelSize)
			: String.format(Locale.ROOT, "%1$d × %1$d px", p.side)).toList());
	}

	/**
	 * Patches whose points aren't pixels.
	 *
	 * @param window side of all patches, px of the image
	 * @param pixelSize nm per px of the image; NaN if unknown
	 */
	public static BufferedImage draw(final List<Patch> patches, final double window,
		final double pixelSize)
	{
		final String size = pixelSize > 0 ? nanometres(window * pixelSize) : String.format(Locale.ROOT,
			"%1$.1f × %1$.1f px", window);
		return draw(patches, patches.stream().map(p -> size).toList());
	}

	/** @param sizes what to say of each patch's size */
	private static BufferedImage draw(final List<Patch> patches, final List<String> sizes) {
		if (patches.isEmpty()) throw new RewardAnalysisException(
			"There is no class to show; find at least one.");
		final int rows = (patches.size() + COLUMNS - 1) / COLUMNS, columns = (patches.size() + rows - 1) /
			rows;
		final int largest = patches.stream().mapToInt(Patch::side).max().orElse(1);
		final int side = (SIDE + largest - 1) / largest * largest;
		final FontMetrics name = Legend.metrics(NAME), text = Legend.metrics(TEXT);
		final int tile = side + STRIP + name.getHeight() + 2 * text.getHeight() + GAP;
		final BufferedImage picture = new BufferedImage(GAP + columns * (side + GAP), GAP + rows * tile,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		GreyGround.smooth(g);
		final float[] ends = ends(patches);
		final int all = patches.stream().mapToInt(Patch::atoms).sum();
		for (int i = 0; i < patches.size(); i++) {
			final Patch patch = patches.get(i);
			final int x = GAP + i % columns * (side + GAP), y = GAP + i / columns * tile;
			g.drawImage(GreyGround.grey(patch.mean, patch.side, patch.side, ends[0], ends[1]), x, y, side,
				side, null);
			g.setColor(new Color(ClassColours.rgb(patch.label)));
			g.fillRect(x, y + side, side, STRIP);
			int base = y + side + STRIP + name.getAscent();
			line(g, patch.name, NAME, x, base, side);
			base += name.getDescent() + text.getAscent();
			line(g, atoms(patch.atoms, all), TEXT, x, base, side);
			line(g, sizes.get(i), TEXT, x, base + text.getHeight(), side);
		}
		g.dispose();
		return picture;
	}

	/**
	 * The patches alone, all in the same greys, enlarged.
	 *
	 * @param size side at least, px
	 */
	public static List<BufferedImage> pictures(final List<Patch> patches, final int size) {
		final float[] ends = ends(patches);
		return patches.stream().map(patch -> {
			final int side = (size + patch.side - 1) / patch.side * patch.side;
			final BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
			final Graphics2D g = picture.createGraphics();
			GreyGround.smooth(g);
			g.drawImage(GreyGround.grey(patch.mean, patch.side, patch.side, ends[0], ends[1]), 0, 0, side,
				side, null);
			g.dispose();
			return picture;
		}).toList();
	}

	private static void line(final Graphics2D g, final String text, final Font font, final int x,
		final int base, final int room)
	{
		g.setFont(font);
		g.setColor(Palette.INK);
		g.drawString(Labels.shortened(text, g.getFontMetrics(), room), x, base);
	}

	private static float[] ends(final List<Patch> patches) {
		final float[] all = new float[patches.stream().mapToInt(p -> p.mean.length).sum()];
		int n = 0;
		for (final Patch patch : patches) {
			System.arraycopy(patch.mean, 0, all, n, patch.mean.length);
			n += patch.mean.length;
		}
		return GreyGround.range(all, 0);
	}

	private static String atoms(final int atoms, final int all) {
		return String.format(Locale.ROOT, "%d atom%s, %.0f %%", atoms, atoms == 1 ? "" : "s", all == 0 ? 0
			: 100.0 * atoms / all);
	}

	private static String nanometres(final double size) {
		return String.format(Locale.ROOT, "%1$.2f × %1$.2f nm", size);
	}
}
