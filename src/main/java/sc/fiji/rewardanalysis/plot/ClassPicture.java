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
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A grey image with its atoms in the colours of their classes, its regions filled and
 * outlined, a scale bar, and what the colours mean below it.
 */
public final class ClassPicture {

	private static final Color REGION = new Color(ClassColours.AMORPHOUS);

	private ClassPicture() {}

	/**
	 * Atoms in the image.
	 *
	 * @param atoms px of the image
	 * @param labels the class of each atom, from 0; below 0 for none
	 * @param names of the classes; those without atoms are not in the legend
	 * @param colours of the classes, 0xRRGGBB
	 */
	public record Classes(List<Blob> atoms, int[] labels, List<String> names, int[] colours) {

		public Classes {
			if (labels.length != atoms.size() || Arrays.stream(labels).anyMatch(c -> c >= names.size()))
				throw new RewardAnalysisException(
					"%d atoms need as many classes of %d; there are %d, up to number %d.", atoms.size(), names
						.size(), labels.length, 1 + Arrays.stream(labels).max().orElse(-1));
		}

		/** In the usual colours. */
		public Classes(final List<Blob> atoms, final int[] labels, final List<String> names) {
			this(atoms, labels, names, IntStream.range(0, names.size()).map(ClassColours::rgb).toArray());
		}

		/**
		 * Crystalline and amorphous atoms.
		 *
		 * @param amorphous whether each atom is
		 */
		public static Classes amorphous(final List<Blob> atoms, final boolean[] amorphous) {
			return new Classes(atoms, IntStream.range(0, amorphous.length).map(i -> amorphous[i] ? 1 : 0)
				.toArray(), List.of("crystalline", "amorphous"), new int[] { ClassColours.CRYSTALLINE,
					ClassColours.AMORPHOUS });
		}

		private Color colour(final int label) {
			return new Color(label < 0 ? ClassColours.NONE : colours[label]);
		}

		private long count(final int label) {
			return Arrays.stream(labels).filter(c -> Math.max(-1, c) == label).count();
		}
	}

	/**
	 * Regions of the image.
	 *
	 * @param labels of the image's pixels, row by row: the region from 1, 0 for none
	 * @param name what they are
	 */
	public record Regions(int[] labels, String name) {}

	/**
	 * @param image two-dimensional, origin (0, 0)
	 * @param classes null for no atoms
	 * @param regions null for none
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Classes classes, final Regions regions, final double pixelSize)
	{
		final int imageWidth = (int) image.dimension(0), imageHeight = (int) image.dimension(1);
		if (regions != null && regions.labels.length != (long) imageWidth * imageHeight)
			throw new RewardAnalysisException("The image is %d x %d px, its regions have %d.", imageWidth,
				imageHeight, regions.labels.length);
		final GreyGround ground = new GreyGround(image);
		final Legend legend = new Legend(entries(classes, regions), ground.width());
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height() + legend.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setClip(0, 0, ground.width(), ground.height());
		if (regions != null) draw(g, regions, imageWidth, imageHeight, ground.zoom());
		if (classes != null) draw(g, classes, ground.zoom());
		if (pixelSize > 0) ScaleBar.draw(g, ground.width(), ground.height(), pixelSize / ground.zoom());
		g.setClip(null);
		legend.draw(g, ground.height());
		g.dispose();
		return picture;
	}

	private static List<Legend.Entry> entries(final Classes classes, final Regions regions) {
		final List<Legend.Entry> entries = new ArrayList<>();
		if (classes != null) for (int i = 0; i <= classes.names.size(); i++) {
			final int label = i < classes.names.size() ? i : -1;
			final long count = classes.count(label);
			final String name = label < 0 ? "no class" : classes.names.get(label);
			if (count > 0) entries.add(new Legend.Entry(name + " (" + count + ")", classes.colour(label),
				false));
		}
		if (regions != null) {
			final int count = Arrays.stream(regions.labels).max().orElse(0);
			entries.add(new Legend.Entry(regions.name + " (" + (count == 0 ? "none" : count + (count == 1
				? " region" : " regions")) + ")", REGION, true));
		}
		return entries;
	}

	private static void draw(final Graphics2D g, final Classes classes, final double zoom) {
		g.setStroke(new BasicStroke(zoom > 1 ? 2.2f : 1.2f));
		for (int i = 0; i < classes.labels.length; i++) {
			final Blob atom = classes.atoms.get(i);
			final double r = atom.sigma() * Math.sqrt(2);
			final Color colour = classes.colour(classes.labels[i]);
			g.setColor(Legend.veiled(colour));
			g.fill(new Ellipse2D.Double((atom.x() + 0.5 - r) * zoom, (atom.y() + 0.5 - r) * zoom, 2 * r *
				zoom, 2 * r * zoom));
			OverlayPicture.circle(g, atom, zoom, colour);
		}
	}

	private static void draw(final Graphics2D g, final Regions regions, final int width,
		final int height, final double zoom)
	{
		// No finer than the picture.
		final int step = (int) Math.max(1, Math.round(1 / zoom));
		final int columns = (width + step - 1) / step, rows = (height + step - 1) / step;
		final BufferedImage fill = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		final int veiled = Legend.veiled(REGION).getRGB();
		final int[] shown = new int[columns * rows];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				shown[y * columns + x] = regions.labels[y * step * width + x * step];
				if (shown[y * columns + x] > 0) fill.setRGB(x, y, veiled);
			}
		final double scale = zoom * step;
		g.drawImage(fill, 0, 0, (int) Math.round(columns * scale), (int) Math.round(rows * scale), null);
		g.setColor(REGION);
		g.setStroke(new BasicStroke(zoom > 1 ? 3f : 2f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		g.draw(outlines(shown, columns, rows, scale));
	}

	/** Lines along the edges between pixels of different regions, and along the image's. */
	static Path2D outlines(final int[] labels, final int width, final int height,
		final double scale)
	{
		final Path2D path = new Path2D.Double();
		for (int y = 0; y <= height; y++)
			for (int x = 0, from = 0; x <= width; x++) {
				if (x < width && differ(labels, width, height, x, y - 1, x, y)) continue;
				if (x > from) line(path, from * scale, y * scale, x * scale, y * scale);
				from = x + 1;
			}
		for (int x = 0; x <= width; x++)
			for (int y = 0, from = 0; y <= height; y++) {
				if (y < height && differ(labels, width, height, x - 1, y, x, y)) continue;
				if (y > from) line(path, x * scale, from * scale, x * scale, y * scale);
				from = y + 1;
			}
		return path;
	}

	private static boolean differ(final int[] labels, final int width, final int height,
		final int x1, final int y1, final int x2, final int y2)
	{
		final int first = x1 < 0 || y1 < 0 ? 0 : labels[y1 * width + x1];
		return first != (x2 < width && y2 < height ? labels[y2 * width + x2] : 0);
	}

	private static void line(final Path2D path, final double x1, final double y1, final double x2,
		final double y2)
	{
		path.moveTo(x1, y1);
		path.lineTo(x2, y2);
	}
}
