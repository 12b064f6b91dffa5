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
import java.awt.Dimension;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.HistogramDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Pair;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleFront;
import sc.fiji.rewardanalysis.core.workflow.oracle.OracleSolution;

/** What a comparison with an oracle looks like: errors of places, and fronts. */
public final class OraclePlots {

	/** At which they are readable, px; offsets are as far down as across. */
	public static final Dimension SIZE = new Dimension(760, 560), SQUARE = new Dimension(640, 690);

	private static final int BINS = 25;

	/** How much of what is below a dot hides, of 255. */
	private static final int SOLID = 150;

	private static final double MARGIN = 1.06, ON_FRONT = 11, DOT = 7;

	/** Axes of fronts reach so many times as far as most solutions, and at least so far. */
	private static final double MOST = 0.8, REACH = 1.5, LEAST = 0.02;

	private static final BasicStroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
		BasicStroke.JOIN_ROUND, 1, new float[] { 6, 4 }, 0);

	private OraclePlots() {}

	/**
	 * How far hits are from the oracle's points.
	 *
	 * @param pixelSize nm; NaN for lengths in px
	 */
	public static JFreeChart errors(final OracleComparison comparison, final double pixelSize) {
		final double unit = unit(pixelSize), tolerance = comparison.tolerance() * unit;
		final double[] distances = comparison.hits().stream().mapToDouble(p -> p.distance() * unit)
			.toArray();
		final HistogramDataset data = new HistogramDataset();
		int most = 1;
		if (distances.length > 0) {
			data.addSeries("hits", distances, BINS, 0, tolerance);
			for (int bin = 0; bin < BINS; bin++)
				most = Math.max(most, (int) data.getYValue(0, bin));
		}
		final XYPlot plot = Style.plot(Style.axis("Distance to the oracle (" + name(pixelSize) + ")", 0,
			tolerance * 1.02), Style.axis("Hits", 0, most * MARGIN));
		plot.setDataset(data);
		final XYBarRenderer bars = new XYBarRenderer(0.08);
		bars.setBarPainter(new StandardXYBarPainter());
		bars.setShadowVisible(false);
		bars.setSeriesPaint(0, Palette.SKY);
		plot.setRenderer(bars);
		final double rmsd = comparison.match().rmsd() * unit;
		if (rmsd > 0) plot.addDomainMarker(new ValueMarker(rmsd, Palette.VERMILLION, new BasicStroke(2)));
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.area("hits (" + distances.length + ")", Palette.SKY));
		if (rmsd > 0) legend.add(Style.line(String.format(Locale.ROOT, "RMSD %.3g %s", rmsd, name(
			pixelSize)), Palette.VERMILLION, 2));
		plot.setFixedLegendItems(legend);
		return Style.chart("Errors of positions", plot, String.format(Locale.ROOT,
			"pairs may be up to %.3g %s apart", tolerance, name(pixelSize)), true);
	}

	/** Where hits lie, seen from the oracle's points, by class of the oracle. */
	public static JFreeChart offsets(final OracleComparison comparison, final double pixelSize) {
		final double unit = unit(pixelSize), reach = comparison.tolerance() * unit;
		final XYPlot plot = Style.plot(Style.axis("Δx to the right (" + name(pixelSize) + ")", -reach *
			MARGIN, reach * MARGIN), Style.axis("Δy downwards (" + name(pixelSize) + ")", -reach * MARGIN,
				reach * MARGIN));
		plot.getRangeAxis().setInverted(true);
		final List<String> kinds = new ArrayList<>(comparison.oracle().kinds());
		if (comparison.oracle().points().stream().anyMatch(p -> p.kind().isEmpty())) kinds.add("");
		final XYSeriesCollection data = new XYSeriesCollection();
		final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
		final LegendItemCollection legend = new LegendItemCollection();
		for (int k = 0; k < kinds.size(); k++) {
			final String kind = kinds.get(k);
			final Color colour = kinds.size() == 1 ? Palette.BLUE : kind.isEmpty() ? Palette.GREY
				: new Color(ClassColours.rgb(k));
			final XYSeries series = new XYSeries(kind, false, true);
			for (final Pair p : comparison.hits())
				if (comparison.oracle().points().get(p.oracle()).kind().equals(kind)) series.add(p.dx() * unit, p
					.dy() * unit);
			Style.points(dots, k, 5, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), SOLID),
				true);
			dots.setSeriesOutlinePaint(k, colour);
			data.addSeries(series);
			legend.add(Style.point((kind.isEmpty() ? "hits" : kind) + " (" + series.getItemCount() + ")", 8,
				colour, true));
		}
		plot.setDataset(data);
		plot.setRenderer(dots);
		for (final boolean vertical : new boolean[] { true, false }) {
			final ValueMarker zero = new ValueMarker(0, Palette.GREY, new BasicStroke(1));
			if (vertical) plot.addDomainMarker(zero);
			else plot.addRangeMarker(zero);
		}
		plot.addAnnotation(new XYShapeAnnotation(new Ellipse2D.Double(-reach, -reach, 2 * reach, 2 * reach),
			DASHED, Palette.GREY));
		legend.add(Style.line("tolerance", Palette.GREY, DASHED));
		final double x = comparison.match().biasX() * unit, y = comparison.match().biasY() * unit;
		if (Double.isFinite(x)) {
			plot.addAnnotation(new XYShapeAnnotation(new Ellipse2D.Double(x - 0.03 * reach, y - 0.03 * reach,
				0.06 * reach, 0.06 * reach), new BasicStroke(3), Palette.VERMILLION));
			legend.add(Style.point(String.format(Locale.ROOT, "mean (%.2g, %.2g) %s", x, y, name(
				pixelSize)), 9, Palette.VERMILLION, false));
		}
		plot.setFixedLegendItems(legend);
		return Style.chart("Found position − oracle", plot, comparison.hits().size() + " hits", true);
	}

	private static double unit(final double pixelSize) {
		return pixelSize > 0 ? 1000 * pixelSize : 1;
	}

	private static String name(final double pixelSize) {
		return pixelSize > 0 ? "pm" : "px";
	}

	/**
	 * The solutions of a search as an oracle sees them: QC and ER relative to its count, F1 as the
	 * colour. Source: Barakati et al. 2024, Fig. 1C and D.
	 *
	 * @param oracle its index
	 * @param name what it is called, such as A
	 */
	public static JFreeChart front(final OracleFront front, final int oracle, final String name) {
		final ToDoubleFunction<OracleSolution> qc = s -> s.judged().get(oracle).rewards().count(), er = s -> s
			.judged().get(oracle).rewards().spacing(), f1 = s -> s.judged().get(oracle).match().f1();
		final double right = top(front.solutions(), qc), top = top(front.solutions(), er);
		// The best last, so that they are on top.
		final List<OracleSolution> solutions = front.solutions().stream().filter(s -> qc.applyAsDouble(
			s) <= right && er.applyAsDouble(s) <= top).sorted(Comparator.comparingDouble(f1).thenComparingInt(
				OracleSolution::id)).toList();
		final double worst = solutions.stream().mapToDouble(f1).min().orElse(0), best = solutions.stream()
			.mapToDouble(f1).max().orElse(1);
		final XYPlot plot = Style.plot(Style.axis("QC: |n − n of the oracle| / n of the oracle", -0.02 *
			right, right), Style.axis("ER: atoms too close / n of the oracle", -0.02 * top, top));
		final Viridis colours = new Viridis(worst, best);
		plot.setDataset(0, series(solutions, qc, er));
		plot.setRenderer(0, dots(solutions, f1, colours));
		plot.setDataset(1, series(solutions.stream().filter(s -> s.judged().get(oracle).onFront()).sorted(
			Comparator.comparingDouble(qc)).toList(), qc, er));
		final XYStepRenderer stairs = new XYStepRenderer();
		stairs.setSeriesPaint(0, Palette.INK);
		stairs.setSeriesStroke(0, new BasicStroke(1.5f));
		plot.setRenderer(1, stairs);
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.point("on our front", ON_FRONT, Palette.VERMILLION, false));
		legend.add(Style.point("other solutions", DOT, Palette.GREY, true));
		legend.add(Style.line("front of this oracle", Palette.INK, 1.5f));
		plot.setFixedLegendItems(legend);
		final int beyond = front.solutions().size() - solutions.size();
		final JFreeChart chart = Style.chart("Pareto front with respect to oracle " + name, plot, String
			.format(Locale.ROOT, "%s%s, %s of the oracle", Words.count(front.solutions().size(), "solution"),
				beyond == 0 ? "" : ", " + beyond + " beyond the axes", Words.count(front.oracles().get(oracle)
					.size(), "point")), true);
		chart.setPadding(new RectangleInsets(2, 2, 2, 14));
		final PaintScaleLegend bar = Style.bar(colours, "F1");
		bar.setMargin(6, 8, 46, 4);
		chart.addSubtitle(bar);
		return chart;
	}

	/** As far as most solutions reach; the worst would squeeze them into a corner. */
	private static double top(final List<OracleSolution> solutions,
		final ToDoubleFunction<OracleSolution> value)
	{
		final double[] sorted = solutions.stream().mapToDouble(value).sorted().toArray();
		final double most = sorted[(int) (MOST * (sorted.length - 1))];
		return Math.max(LEAST, Math.min(MARGIN * sorted[sorted.length - 1], REACH * most));
	}

	private static XYSeriesCollection series(final List<OracleSolution> solutions,
		final ToDoubleFunction<OracleSolution> x, final ToDoubleFunction<OracleSolution> y)
	{
		final XYSeries series = new XYSeries("solutions", false, true);
		solutions.forEach(s -> series.add(x.applyAsDouble(s), y.applyAsDouble(s)));
		return new XYSeriesCollection(series);
	}

	/** Filled by F1; those of our front have a rim. */
	private static XYLineAndShapeRenderer dots(final List<OracleSolution> solutions,
		final ToDoubleFunction<OracleSolution> f1, final Viridis colours)
	{
		final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true) {

			private static final long serialVersionUID = 1L;

			@Override
			public Paint getItemFillPaint(final int row, final int column) {
				return colours.getPaint(f1.applyAsDouble(solutions.get(column)));
			}

			@Override
			public Paint getItemOutlinePaint(final int row, final int column) {
				return solutions.get(column).onFront() ? Palette.VERMILLION : Palette.GREY;
			}

			@Override
			public Shape getItemShape(final int row, final int column) {
				return Style.circle(solutions.get(column).onFront() ? ON_FRONT : DOT);
			}

			@Override
			public Stroke getItemOutlineStroke(final int row, final int column) {
				return new BasicStroke(solutions.get(column).onFront() ? 2.5f : 0.8f);
			}
		};
		dots.setUseFillPaint(true);
		dots.setUseOutlinePaint(true);
		dots.setDrawOutlines(true);
		return dots;
	}
}
