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
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.OutcomeColours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Outcome;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Pair;

/**
 * A grey image with what an oracle says of its atoms: circles are hits, crosses false alarms,
 * squares misses; a scale bar, and what the colours mean below it.
 */
public final class OraclePicture {

	private static final Color HIT = new Color(OutcomeColours.HIT), ALARM = new Color(
		OutcomeColours.FALSE_ALARM), MISS = new Color(OutcomeColours.MISS);

	private OraclePicture() {}

	/**
	 * @param image two-dimensional, origin (0, 0)
	 * @param comparison in its coordinates
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> image,
		final OracleComparison comparison, final double pixelSize)
	{
		final GreyGround ground = new GreyGround(image);
		final List<Pair> pairs = comparison.pairs();
		final Legend legend = new Legend(List.of(entry("hits", pairs, Outcome.HIT, HIT), entry(
			"false alarms", pairs, Outcome.FALSE_ALARM, ALARM), entry("misses", pairs, Outcome.MISS, MISS)),
			ground.width());
		final BufferedImage picture = new BufferedImage(ground.width(), ground.height() + legend.height(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		ground.draw(g);
		g.setClip(0, 0, ground.width(), ground.height());
		final double zoom = ground.zoom(), radius = Math.max(3, comparison.tolerance() * zoom);
		for (final Pair pair : pairs)
			mark(g, comparison, pair, zoom, radius);
		if (pixelSize > 0) ScaleBar.draw(g, ground.width(), ground.height(), pixelSize / zoom);
		g.setClip(null);
		legend.draw(g, ground.height());
		g.dispose();
		return picture;
	}

	private static Legend.Entry entry(final String name, final List<Pair> pairs,
		final Outcome outcome, final Color colour)
	{
		return new Legend.Entry(name + " (" + pairs.stream().filter(p -> p.outcome() == outcome).count() +
			")", colour, outcome == Outcome.MISS ? Legend.Mark.SQUARE : outcome == Outcome.HIT ? Legend.Mark.DISC
				: Legend.Mark.CROSS);
	}

	private static void mark(final Graphics2D g, final OracleComparison comparison, final Pair pair,
		final double zoom, final double r)
	{
		if (pair.outcome() == Outcome.OUTSIDE) return;
		final Position p = pair.found() >= 0 ? comparison.found().get(pair.found()) : comparison.oracle()
			.points().get(pair.oracle());
		// A pixel's centre is half a pixel from the corner where Java2D counts from.
		final double x = (p.x() + 0.5) * zoom, y = (p.y() + 0.5) * zoom;
		final boolean hit = pair.outcome() == Outcome.HIT, miss = pair.outcome() == Outcome.MISS;
		final Shape shape = hit ? new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r) : miss
			? new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r) : Legend.cross(x - r, y - r, 2 * r);
		g.setStroke(new BasicStroke(hit ? 1.8f : 3f));
		g.setColor(hit ? HIT : miss ? MISS : ALARM);
		g.draw(shape);
	}
}
