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
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.crystal.Defect;
import sc.fiji.rewardanalysis.core.crystal.LatticeAnalysis;
import sc.fiji.rewardanalysis.core.crystal.LatticeMaps;
import sc.fiji.rewardanalysis.core.crystal.LatticeMarks;

/** A lattice's displacements, defects and strains for a page. */
public final class LatticePictures {

	/** The reference arrow is at most this part of the picture's width. */
	private static final double LONGEST = 0.12;

	/** Maps are smooth; more pixels than these along a side show no more of them. */
	private static final int MAP_SIZE = 1100;

	private LatticePictures() {}

	/**
	 * The image with an arrow of each displacement, and marks of defects.
	 *
	 * @param scale by which arrows are longer than displacements
	 */
	public static BufferedImage displacements(final RandomAccessibleInterval<? extends RealType<?>> image,
		final LatticeAnalysis found, final double scale)
	{
		final GreyGround ground = new GreyGround(image);
		final Legend legend = new Legend(entries(found, scale), ground.width());
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height() + legend.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setClip(0, 0, ground.width(), ground.height());
		final float width = ground.zoom() > 1 ? 2f : 1.2f;
		g.setColor(new Color(LatticeMarks.ARROW));
		g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		LatticeMarks.arrows(found, scale).forEach(line -> g.draw(path(line, ground.zoom())));
		g.setStroke(new BasicStroke(1.6f * width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
		for (final Defect d : found.defects()) {
			g.setColor(new Color(LatticeMarks.rgb(d.kind())));
			g.draw(path(LatticeMarks.mark(d, found), ground.zoom()));
		}
		if (found.picometres() > 0) ScaleBar.draw(g, ground.width(), ground.height(), found.settings().pixelSize() /
			ground.zoom());
		reference(g, ground, found, scale, width);
		g.setClip(null);
		legend.draw(g, ground.height());
		g.dispose();
		return picture;
	}

	/** An arrow of a round length in the lower right corner, with what it stands for. */
	private static void reference(final Graphics2D g, final GreyGround ground,
		final LatticeAnalysis found, final double scale, final float width)
	{
		final double unit = found.picometres() > 0 ? found.picometres() : 1, zoom = scale * ground.zoom() /
			unit;
		final int margin = Math.max(6, ground.width() / 30);
		final double length = ScaleBar.roundLength(LONGEST * ground.width() / zoom);
		final double x = ground.width() - margin - length * zoom, y = ground.height() - margin;
		final double[] arrow = LatticeMarks.arrow(0, 0, length * zoom, 0);
		final Path2D shape = new Path2D.Double();
		shape.moveTo(x, y);
		for (int i = 2; i < arrow.length; i += 2)
			shape.lineTo(x + arrow[i], y + arrow[i + 1]);
		ScaleBar.labelled(g, shape, new BigDecimal(length).round(new MathContext(1)).toPlainString() + (found
			.picometres() > 0 ? " pm" : " px"), x + length * zoom / 2, ground, 2 * width, new Color(
				LatticeMarks.ARROW));
	}

	private static List<Legend.Entry> entries(final LatticeAnalysis found, final double scale) {
		final boolean pm = found.picometres() > 0;
		final List<Legend.Entry> entries = new ArrayList<>(List.of(new Legend.Entry(String.format(Locale.ROOT,
			"displacement × %s, median %.3g %s", LatticeMarks.words(scale), LatticeMarks.medianLength(
				found) * (pm ? found.picometres() : 1), pm ? "pm" : "px"), new Color(LatticeMarks.ARROW),
			Legend.Mark.ARROW)));
		for (final Defect.Kind kind : Defect.Kind.values())
			if (found.count(kind) > 0) entries.add(new Legend.Entry(switch (kind) {
				case VACANCY -> "vacancy";
				case INTERSTITIAL -> "interstitial";
				case DOUBLE -> "two on a site";
			} + " (" + found.count(kind) + ")", new Color(LatticeMarks.rgb(kind)), switch (kind) {
				case VACANCY -> Legend.Mark.SQUARE;
				case INTERSTITIAL -> Legend.Mark.DIAMOND;
				case DOUBLE -> Legend.Mark.TRIANGLE;
			}));
		return entries;
	}

	private static Path2D path(final double[] line, final double zoom) {
		final Path2D path = new Path2D.Double();
		for (int i = 0; i < line.length; i += 2) {
			// A pixel's centre is half a pixel from the corner where Java2D counts from.
			final double x = (line[i] + 0.5) * zoom, y = (line[i + 1] + 0.5) * zoom;
			if (i == 0) path.moveTo(x, y);
			else path.lineTo(x, y);
		}
		return path;
	}

	/** The maps of strain and rotation, each with its colours; strains have one range. */
	public static List<BufferedImage> panels(final List<LatticeMaps.Layer> layers, final int width,
		final int height, final double pixelSize)
	{
		final List<LatticeMaps.Layer> shown = layers.stream().filter(LatticeMaps.Layer::isStrain).toList();
		final double range = LatticeMaps.largest(shown.stream().filter(l -> l.unit().equals("%")).toList());
		final int step = (Math.max(width, height) + MAP_SIZE - 1) / MAP_SIZE;
		return shown.stream().map(layer -> HeatPicture.drawAroundZero(thinned(layer.values(), width, height,
			step), (width + step - 1) / step, (height + step - 1) / step, layer.symbol() + " (" + layer.unit() +
				")", step * pixelSize, layer.unit().equals("%") ? range : LatticeMaps.largest(List.of(layer))))
			.toList();
	}

	/** These {@link #panels}, two in a row. */
	public static BufferedImage strains(final List<LatticeMaps.Layer> layers, final int width,
		final int height, final double pixelSize)
	{
		final List<BufferedImage> panels = panels(layers, width, height, pixelSize);
		return Pictures.inRows(panels, 2, panels.isEmpty() ? 0 : panels.get(0).getWidth() / 40);
	}

	/** Each {@code step}-th value of each {@code step}-th row. */
	private static float[] thinned(final float[] values, final int width, final int height,
		final int step)
	{
		if (step == 1) return values;
		final int columns = (width + step - 1) / step, rows = (height + step - 1) / step;
		final float[] thinned = new float[columns * rows];
		for (int i = 0; i < thinned.length; i++)
			thinned[i] = values[i / columns * step * width + i % columns * step];
		return thinned;
	}

	/**
	 * Writes {@code displacement.png} and {@code strain.png}.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(final Path folder,
		final RandomAccessibleInterval<? extends RealType<?>> image, final LatticeAnalysis found,
		final List<LatticeMaps.Layer> layers, final double scale, final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve("displacement.png"), () -> displacements(image, found, scale),
			progress);
		Pictures.writeForPrint(folder.resolve("strain.png"), () -> strains(layers, (int) image.dimension(0),
			(int) image.dimension(1), found.settings().pixelSize()), progress);
	}
}
