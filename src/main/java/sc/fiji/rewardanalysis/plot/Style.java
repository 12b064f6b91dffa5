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
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** What all charts have in common: white, plain, one font. */
final class Style {

	static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13), SMALL = new Font(
		Font.SANS_SERIF, Font.PLAIN, 11), TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

	/** Diameters of an evaluation's dot and of the ring around the picked one. */
	static final double DOT = 6, RING = 15;

	/** Most labels of an axis. */
	private static final int TICKS = 8;

	private Style() {}

	/**
	 * A chart with a title and a subtitle.
	 *
	 * @param title what one sees
	 */
	static JFreeChart chart(final String title, final Plot plot, final String subtitle,
		final boolean legend)
	{
		final JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
		plain(chart);
		chart.getTitle().setPaint(Palette.INK);
		final TextTitle text = new TextTitle(subtitle, FONT);
		text.setPaint(Palette.INK);
		chart.addSubtitle(text);
		return chart;
	}

	/** A chart without a title: the window or the file has one. */
	static JFreeChart untitled(final Plot plot, final String subtitle) {
		final JFreeChart chart = new JFreeChart(null, TITLE, plot, true);
		plain(chart);
		// For half of the last tick's label.
		chart.setPadding(new RectangleInsets(2, 2, 2, 14));
		final TextTitle text = new TextTitle(subtitle, FONT);
		text.setPaint(Palette.INK);
		chart.addSubtitle(text);
		return chart;
	}

	/** A chart to be put into a grid: the plot and nothing else. */
	static JFreeChart cell(final Plot plot) {
		final JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
		plain(chart);
		return chart;
	}

	private static void plain(final JFreeChart chart) {
		chart.setBackgroundPaint(Color.WHITE);
		chart.setAntiAlias(true);
		if (chart.getLegend() != null) {
			chart.getLegend().setItemFont(FONT);
			chart.getLegend().setItemPaint(Palette.INK);
		}
	}

	/** Number of evaluations and the seed. */
	static String extent(final Study study) {
		final int n = study.evaluations().size();
		return String.format(Locale.ROOT, "%d evaluation%s, seed %d", n, n == 1 ? "" : "s", study
			.seed());
	}

	/** An empty plot with these axes. */
	static XYPlot plot(final ValueAxis x, final ValueAxis y) {
		final XYPlot plot = new XYPlot(null, x, y, null);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Palette.GRID);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setOutlinePaint(Palette.GREY);
		return plot;
	}

	/** A linear axis of an objective. */
	static NumberAxis axis(final String label, final double low, final double high) {
		final NumberAxis axis = new NumberAxis(label);
		axis.setRange(low, high);
		axis.setTickUnit(new NumberTickUnit(Ticks.step(high - low, TICKS), format(Ticks.step(high - low,
			TICKS))));
		font(axis, FONT);
		return axis;
	}

	private static DecimalFormat format(final double step) {
		final int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
		return new DecimalFormat(decimals == 0 ? "0" : decimals > 6 ? "0E0" : "0." + "0".repeat(decimals),
			DecimalFormatSymbols.getInstance(Locale.ROOT));
	}

	/** Has the label at an axis' upper end, if there is one, say that it stands for all beyond. */
	static void openAbove(final NumberAxis axis) {
		final double top = axis.getUpperBound(), step = axis.getTickUnit().getSize();
		final DecimalFormat plain = format(step);
		axis.setTickUnit(new NumberTickUnit(step, new DecimalFormat(plain.toPattern(), plain
			.getDecimalFormatSymbols())
		{

			private static final long serialVersionUID = 1L;

			@Override
			public StringBuffer format(final double value, final StringBuffer to,
				final FieldPosition position)
			{
				if (value > top - 1e-6 * step) to.append("≥ ");
				return super.format(value, to, position);
			}
		}));
	}

	/** An axis' steps, labelled alike in every country. */
	static TickUnitSource plain(final TickUnitSource steps) {
		return new TickUnitSource() {

			@Override
			public TickUnit getLargerTickUnit(final TickUnit unit) {
				return labelled(steps.getLargerTickUnit(unit));
			}

			@Override
			public TickUnit getCeilingTickUnit(final TickUnit unit) {
				return labelled(steps.getCeilingTickUnit(unit));
			}

			@Override
			public TickUnit getCeilingTickUnit(final double size) {
				return labelled(steps.getCeilingTickUnit(size));
			}
		};
	}

	/** Steps of this size, labelled alike in every country. */
	static NumberTickUnit steps(final double size) {
		return labelled(new NumberTickUnit(size));
	}

	private static NumberTickUnit labelled(final TickUnit unit) {
		final double step = unit.getSize();
		final int decimals = BigDecimal.valueOf(step).stripTrailingZeros().scale();
		return new NumberTickUnit(step, new DecimalFormat(decimals <= 0 ? "0" : decimals > 6 ? "0.##E0"
			: "0." + "0".repeat(decimals), DecimalFormatSymbols.getInstance(Locale.ROOT)), unit
				.getMinorTickCount());
	}

	static void font(final Axis axis, final Font font) {
		axis.setLabelFont(font);
		axis.setTickLabelFont(font);
		axis.setLabelPaint(Palette.INK);
		axis.setTickLabelPaint(Palette.INK);
	}

	static Shape circle(final double size) {
		return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
	}

	/** A disc, a square, triangles, a diamond: told apart in black and white, too. */
	static Shape mark(final int i) {
		final double r = 0.6 * DOT;
		return switch (i % 5) {
			case 0 -> circle(1.25 * DOT);
			case 1 -> new Rectangle2D.Double(-r, -r, 2 * r, 2 * r);
			case 2 -> polygon(0, -1.3 * r, 1.2 * r, r, -1.2 * r, r);
			case 3 -> polygon(0, -1.4 * r, 1.4 * r, 0, 0, 1.4 * r, -1.4 * r, 0);
			default -> polygon(0, 1.3 * r, 1.2 * r, -r, -1.2 * r, -r);
		};
	}

	private static Shape polygon(final double... corners) {
		final Path2D path = new Path2D.Double();
		path.moveTo(corners[0], corners[1]);
		for (int k = 2; k < corners.length; k += 2)
			path.lineTo(corners[k], corners[k + 1]);
		path.closePath();
		return path;
	}

	/** How far to move the dot of an evaluation so that those of one value are side by side. */
	static double apart(final Parameter parameter, final int id) {
		// The golden ratio spreads them evenly.
		final double golden = 0.6180339887498949 * id;
		return 0.5 * parameter.step() * (golden - Math.floor(golden) - 0.5);
	}

	/** Makes a series discs, or rings. */
	static void points(final XYLineAndShapeRenderer renderer, final int series, final double size,
		final Color colour, final boolean filled)
	{
		renderer.setSeriesLinesVisible(series, false);
		renderer.setSeriesShapesVisible(series, true);
		renderer.setSeriesShape(series, circle(size));
		renderer.setSeriesPaint(series, colour);
		renderer.setSeriesShapesFilled(series, filled);
		final BasicStroke stroke = new BasicStroke(filled ? 1f : size > DOT ? 2.5f : 1.5f);
		renderer.setSeriesOutlineStroke(series, stroke);
		renderer.setSeriesStroke(series, stroke);
		renderer.setDrawOutlines(true);
	}

	/** A legend's entry: a disc or a ring. */
	static LegendItem point(final String text, final double size, final Color colour,
		final boolean filled)
	{
		return new LegendItem(text, null, null, null, true, circle(size), filled, colour, true, colour,
			new BasicStroke(filled ? 1f : size > DOT ? 2.5f : 1.5f), false, circle(1), new BasicStroke(),
			colour);
	}

	/** A legend's entry: a filled shape. */
	static LegendItem mark(final String text, final Shape shape, final Color colour) {
		return new LegendItem(text, null, null, null, shape, colour);
	}

	/** A legend's entry: a line. */
	static LegendItem line(final String text, final Color colour, final float width) {
		return line(text, colour, new BasicStroke(width));
	}

	/** The same with dashes, for instance. */
	static LegendItem line(final String text, final Color colour, final BasicStroke stroke) {
		return new LegendItem(text, null, null, null, new Line2D.Double(-9, 0, 9, 0), stroke, colour);
	}

	/** A bar at the right that tells which colour is which value. */
	static PaintScaleLegend bar(final Viridis colours, final String label) {
		final NumberAxis axis = axis(label, colours.getLowerBound(), colours.getUpperBound());
		axis.setTickLabelFont(SMALL);
		final PaintScaleLegend bar = new PaintScaleLegend(colours, axis);
		bar.setPosition(RectangleEdge.RIGHT);
		bar.setStripWidth(12);
		bar.setSubdivisionCount(200);
		bar.setStripOutlineVisible(false);
		bar.setBackgroundPaint(Color.WHITE);
		return bar;
	}

	/** A legend's entry: an area. */
	static LegendItem area(final String text, final Paint fill) {
		return new LegendItem(text, null, null, null, new Rectangle2D.Double(-9, -5, 18, 10),
			fill);
	}
}
