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
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;

import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** Upright axes side by side, and lines from one to the next. */
final class ParallelAxes extends Plot {

	private static final long serialVersionUID = 1L;

	/** Room for labels above and below the axes, on the left and the right, px. */
	private static final double TOP = 68, BOTTOM = 16, SIDE = 70;

	/** Where "not used" is below the axis' end, and where values beyond its top are, of its length. */
	private static final double UNUSED = -0.09, BEYOND = 1.06;

	/** Pixels of the axis that a tick needs. */
	private static final int TICK = 48;

	private final transient List<Axis> axes;
	private final transient List<Line> lines;
	private final LegendItemCollection legend;

	/**
	 * An axis from 0 to 1.
	 *
	 * @param ticks for as many as there is room for
	 * @param optional whether some lines have no value there because they don't use it
	 * @param objective whether values may be above 1, and lines without a value end
	 */
	record Axis(String label, IntFunction<List<Ticks.Tick>> ticks, boolean optional,
		boolean objective)
	{}

	/** How a line is drawn. */
	enum Rank {
			DOMINATED, FRONT, PICKED
	}

	/** @param values one an axis; NaN for none */
	record Line(double[] values, Rank rank) {}

	/** @param lines in the order in which they are drawn */
	ParallelAxes(final List<Axis> axes, final List<Line> lines,
		final LegendItemCollection legend)
	{
		this.axes = axes;
		this.lines = lines;
		this.legend = legend;
	}

	@Override
	public String getPlotType() {
		return "Parallel coordinates";
	}

	@Override
	public LegendItemCollection getLegendItems() {
		return legend;
	}

	@Override
	public void draw(final Graphics2D g, final Rectangle2D area, final Point2D anchor,
		final PlotState parent, final PlotRenderingInfo info)
	{
		if (info != null) info.setPlotArea(area);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		final double foot = axes.stream().anyMatch(Axis::optional) ? -UNUSED : 0;
		final double height = (area.getHeight() - TOP - BOTTOM) / (1 + foot + BEYOND - 1);
		final Frame frame = new Frame(area.getX() + SIDE, (area.getWidth() - 2 * SIDE) / Math.max(
			1, axes.size() - 1), area.getY() + TOP + (BEYOND - 1) * height, height);
		for (final Line line : lines)
			draw(g, line, frame);
		for (int i = 0; i < axes.size(); i++)
			draw(g, axes.get(i), i, frame);
	}

	/** Where axes are, px: the first one's x, their distance, their top's y, their length. */
	private record Frame(double left, double gap, double top, double length) {

		double x(final int axis) {
			return left + axis * gap;
		}

		double y(final double value) {
			return top + (1 - value) * length;
		}
	}

	private void draw(final Graphics2D g, final Line line, final Frame frame) {
		final Path2D path = new Path2D.Double();
		boolean connected = false;
		for (int i = 0; i < axes.size(); i++) {
			final double value = shown(line.values[i], axes.get(i));
			if (Double.isNaN(value)) {
				connected = false;
				continue;
			}
			if (connected) path.lineTo(frame.x(i), frame.y(value));
			else path.moveTo(frame.x(i), frame.y(value));
			connected = true;
		}
		g.setPaint(colour(line.rank));
		g.setStroke(new BasicStroke(switch (line.rank) {
			case DOMINATED -> 1f;
			case FRONT -> 1.4f;
			case PICKED -> 3f;
		}, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		g.draw(path);
	}

	private static double shown(final double value, final Axis axis) {
		if (Double.isNaN(value)) return axis.optional ? UNUSED : Double.NaN;
		return Math.min(value, BEYOND);
	}

	/** The more lines of a kind, the fainter each. */
	private Color colour(final Rank rank) {
		final long n = lines.stream().filter(l -> l.rank == rank).count();
		final Color colour = switch (rank) {
			case DOMINATED -> Palette.GREY;
			case FRONT -> Palette.BLUE;
			case PICKED -> Palette.VERMILLION;
		};
		final int alpha = (int) Math.max(16, Math.min(255, (rank == Rank.DOMINATED ? 6000 : 9000) / Math
			.max(1, n)));
		return rank == Rank.PICKED ? colour : new Color(colour.getRed(), colour.getGreen(), colour
			.getBlue(), Math.min(alpha, rank == Rank.DOMINATED ? 120 : 210));
	}

	private void draw(final Graphics2D g, final Axis axis, final int index, final Frame frame) {
		final double x = frame.x(index);
		g.setStroke(new BasicStroke(1.2f));
		g.setPaint(Palette.INK);
		g.draw(new Line2D.Double(x, frame.y(1), x, frame.y(0)));
		g.setFont(Style.SMALL);
		for (final Ticks.Tick tick : axis.ticks.apply((int) Math.max(2, frame.length / TICK)))
			tick(g, x, frame.y(tick.position()), tick.label(), frame.gap - 8);
		if (axis.optional) tick(g, x, frame.y(UNUSED), "not used", frame.gap - 8);
		if (lines.stream().anyMatch(l -> l.values[index] > 1)) tick(g, x, frame.y(BEYOND), "more",
			frame.gap - 8);
		g.setFont(Style.FONT);
		final FontMetrics metrics = g.getFontMetrics();
		final List<String> words = Labels.wrapped(axis.label, metrics, frame.gap - 10);
		for (int i = 0; i < words.size(); i++) {
			final String row = words.get(words.size() - 1 - i);
			g.drawString(row, (float) (x - 0.5 * metrics.stringWidth(row)), (float) (frame.y(BEYOND) - 14 - i *
				metrics.getHeight()));
		}
	}

	private static void tick(final Graphics2D g, final double x, final double y,
		final String label, final double room)
	{
		final FontMetrics metrics = g.getFontMetrics();
		final String text = Labels.shortened(label, metrics, Math.min(room, SIDE));
		final double width = metrics.stringWidth(text), height = metrics.getAscent();
		g.setPaint(new Color(255, 255, 255, 200));
		g.fill(new Rectangle2D.Double(x - 8 - width, y - 0.5 * height - 1, width + 3, height + 2));
		g.setPaint(Palette.INK);
		g.draw(new Line2D.Double(x - 4, y, x, y));
		g.drawString(text, (float) (x - 6 - width), (float) (y + 0.5 * height - 1));
	}
}
