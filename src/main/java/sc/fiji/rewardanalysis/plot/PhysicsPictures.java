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
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.estimate.IndexedPeak;
import sc.fiji.rewardanalysis.core.estimate.MeanCell;
import sc.fiji.rewardanalysis.core.estimate.PhysicsEstimate;
import sc.fiji.rewardanalysis.core.estimate.SpectrumPeak;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.region.Mask;

/** What an estimate of the physics rests on, to look at. */
public final class PhysicsPictures {

	private static final int SIDE = 640, CELLS = 2;

	/** Values beyond these shares are black and white. */
	private static final double DARK = 0.05, BRIGHT = 5e-4;

	private PhysicsPictures() {}

	/**
	 * The power spectrum, logarithmic, frequency 0 in the middle. Circles are peaks of the
	 * lattice, small squares peaks that are none of it; lines the two shortest reciprocal
	 * vectors.
	 */
	public static BufferedImage spectrum(final PhysicsEstimate estimate) {
		double most = 0.1;
		for (final SpectrumPeak peak : estimate.peaks())
			if (peak.power() > 1e-3 * estimate.peaks().get(0).power()) most = Math.max(most, 1.3 * peak
				.frequency());
		most = Math.min(0.5, most);
		final float[] values = estimate.spectrum().picture(SIDE, most);
		final BufferedImage picture = colour(GreyGround.grey(values, SIDE, SIDE, GreyGround.range(values,
			DARK)[0], GreyGround.range(values, BRIGHT)[1]));
		final Graphics2D g = picture.createGraphics();
		GreyGround.smooth(g);
		final double scale = SIDE / (2 * most), centre = SIDE / 2.0 + 0.5;
		g.setStroke(new BasicStroke(1.6f));
		g.setColor(Palette.VERMILLION);
		for (final SpectrumPeak peak : estimate.peaks())
			for (int sign = -1; sign <= 1 && !isOn(estimate, peak); sign += 2)
				g.draw(new Rectangle2D.Double(centre + sign * scale * peak.x() - 4, centre + sign *
					scale * peak.y() - 4, 8, 8));
		if (estimate.hasLattice()) lattice(g, estimate, scale, centre);
		g.dispose();
		return picture;
	}

	private static boolean isOn(final PhysicsEstimate estimate, final SpectrumPeak peak) {
		return estimate.hasLattice() && estimate.lattice().stream().anyMatch(p -> p.peak() == peak);
	}

	private static void lattice(final Graphics2D g, final PhysicsEstimate estimate,
		final double scale, final double centre)
	{
		g.setColor(Palette.SKY);
		for (final IndexedPeak p : estimate.lattice())
			for (int sign = -1; sign <= 1; sign += 2) {
				final double x = centre + sign * scale * p.peak().x(), y = centre + sign * scale * p.peak().y();
				g.draw(new Ellipse2D.Double(x - 8, y - 8, 16, 16));
			}
		final LatticeVectors r = estimate.translations().reciprocal();
		g.draw(new Line2D.Double(centre, centre, centre + scale * r.ax(), centre + scale * r.ay()));
		g.draw(new Line2D.Double(centre, centre, centre + scale * r.bx(), centre + scale * r.by()));
	}

	/**
	 * Some cells of the mean motif as they lie in the image: circles are columns, the lines
	 * one cell.
	 *
	 * @param pixelSize nm for the scale bar; NaN for none
	 */
	public static BufferedImage motif(final PhysicsEstimate estimate, final double pixelSize) {
		final MeanCell motif = estimate.motif();
		final LatticeVectors cell = motif.translations();
		final double half = CELLS * Math.max(cell.lengthB(), Math.sqrt(cell.area())) / 2 + cell
			.lengthA() / 2, scale = SIDE / (2 * half);
		final float[] values = new float[SIDE * SIDE];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				final double px = (x + 0.5) / scale - half, py = (y + 0.5) / scale - half;
				values[y * SIDE + x] = motif.smooth(cell.fractionA(px, py), cell.fractionB(px, py));
			}
		final float[] ends = GreyGround.range(values, 0);
		final BufferedImage picture = colour(GreyGround.grey(values, SIDE, SIDE, ends[0], ends[1]));
		final Graphics2D g = picture.createGraphics();
		GreyGround.smooth(g);
		columns(g, motif, scale, half);
		g.setStroke(new BasicStroke(2f));
		g.setColor(Palette.VERMILLION);
		final Path2D outline = new Path2D.Double();
		final double[][] corners = { { -0.5, -0.5 }, { 0.5, -0.5 }, { 0.5, 0.5 }, { -0.5, 0.5 } };
		for (int c = 0; c < corners.length; c++) {
			final double x = (cell.x(corners[c][0], corners[c][1]) + half) * scale, y = (cell.y(
				corners[c][0], corners[c][1]) + half) * scale;
			if (c == 0) outline.moveTo(x, y);
			else outline.lineTo(x, y);
		}
		outline.closePath();
		g.draw(outline);
		if (pixelSize > 0) ScaleBar.draw(g, SIDE, SIDE, pixelSize / scale);
		g.dispose();
		return picture;
	}

	private static void columns(final Graphics2D g, final MeanCell motif, final double scale,
		final double half)
	{
		final LatticeVectors cell = motif.translations();
		g.setStroke(new BasicStroke(1.8f));
		g.setColor(Palette.SKY);
		final double r = 0.12 * Math.sqrt(cell.area() / Math.max(1, motif.maxima().size())) * scale;
		// The picture's corners may be some cells away.
		final int reach = (int) Math.ceil(3 * half / cell.lengthA());
		for (final double[] m : motif.maxima())
			for (int j = -reach; j <= reach; j++)
				for (int i = -reach; i <= reach; i++) {
					final double x = (cell.x(m[0] + i, m[1] + j) + half) * scale, y = (cell.y(m[0] + i, m[1] +
						j) + half) * scale;
					if (x > -r && y > -r && x < SIDE + r && y < SIDE + r) g.draw(new Ellipse2D.Double(x - r, y -
						r, 2 * r, 2 * r));
				}
	}

	/**
	 * The analysed box with what is no sample shaded.
	 *
	 * @param pixelSize nm for the scale bar; NaN for none
	 */
	public static BufferedImage sample(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Mask sample, final double pixelSize)
	{
		final GreyGround ground = new GreyGround(image);
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		final double zoom = ground.zoom();
		final Color shade = Palette.VERMILLION;
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++) {
				final int px = (int) Math.min(sample.width() - 1, x / zoom), py = (int) Math.min(sample
					.height() - 1, y / zoom);
				if (!sample.get(px, py)) picture.setRGB(x, y, mixed(picture.getRGB(x, y), shade.getRGB()));
			}
		if (pixelSize > 0) ScaleBar.draw(g, picture.getWidth(), picture.getHeight(), pixelSize / zoom);
		g.dispose();
		return picture;
	}

	private static int mixed(final int one, final int other) {
		// Half of each channel, the lowest bits don't matter.
		return (one >> 1 & 0x7F7F7F) + (other >> 1 & 0x7F7F7F);
	}

	private static BufferedImage colour(final BufferedImage grey) {
		final BufferedImage colour = new BufferedImage(grey.getWidth(), grey.getHeight(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = colour.createGraphics();
		g.drawImage(grey, 0, 0, null);
		g.dispose();
		return colour;
	}
}
