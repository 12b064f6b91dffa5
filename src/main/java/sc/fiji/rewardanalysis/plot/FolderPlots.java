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
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.workflow.many.FigureWords;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/** The figures of many images over the images' numbers, for print: a panel a figure. */
public final class FolderPlots {

	/** Of its files, without an ending. */
	public static final String NAME = "figures";

	/** Most panels that are readable below each other. */
	private static final int PANELS = 8;

	private static final int WIDTH = 1000, PANEL = 130, FRAME = 130;

	/** Of more dots, a file of lines would be too large for programs that draw. */
	private static final int VECTORS = 4000;

	/** Parts of the values' range that stay free, above for the figure's name. */
	private static final double BELOW = 0.08, ABOVE = 0.5;

	private static final Color POSSIBLE = new Color(0xCFE5F2), BEHIND = new Color(255, 255, 255, 215);

	private FolderPlots() {}

	/** The figures that have a panel, the main ones first. */
	public static List<String> names(final Figures figures) {
		return figures.varying(PANELS);
	}

	/**
	 * A chart of some figures.
	 *
	 * @param names some of {@link #names}, in order
	 * @throws IllegalArgumentException if there are none
	 */
	public static JFreeChart chart(final Figures figures, final List<String> names) {
		if (names.isEmpty()) throw new IllegalArgumentException("There are no figures.");
		final List<ImageOutcome> outcomes = figures.outcomes();
		final NumberAxis images = Style.axis("Image", 0, outcomes.size() + 1);
		images.setStandardTickUnits(Style.plain(NumberAxis.createIntegerTickUnits()));
		images.setAutoTickUnitSelection(true);
		final CombinedDomainXYPlot all = new CombinedDomainXYPlot(images);
		all.setGap(10);
		boolean band = false;
		for (final String name : names) {
			final XYPlot plot = panel(figures, name);
			if (figures.hasBand(name)) {
				addBand(plot, figures);
				band = true;
			}
			all.add(plot);
		}
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.point("an image", Style.DOT, Palette.BLUE, true));
		legend.add(Style.point("unlike the others", 2 * Style.DOT, Palette.VERMILLION, false));
		legend.add(Style.line("median", Palette.GREY, 1f));
		if (band) legend.add(Style.area("possible for the crystal", POSSIBLE));
		all.setFixedLegendItems(legend);
		final long failed = outcomes.stream().filter(o -> !o.isDone()).count();
		final JFreeChart chart = Style.chart("Figures of " + Words.count(outcomes.size(), "image"), all, failed == 0
			? "all done" : failed + " failed", true);
		// For half of the last image's number.
		chart.setPadding(new RectangleInsets(2, 2, 2, 14));
		return chart;
	}

	/** The size at which the chart is readable, px. */
	public static Dimension size(final Figures figures) {
		return new Dimension(WIDTH, FRAME + PANEL * names(figures).size());
	}

	/**
	 * Writes {@code figures.png} and {@code figures.svg}, in place of those of an earlier run.
	 *
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final List<ImageOutcome> outcomes,
		final Progress progress)
	{
		AtomicFile.delete(folder, NAME + ".{png,svg}");
		final Figures figures = new Figures(outcomes);
		final List<String> names = names(figures);
		return names.isEmpty() ? "" : Charts.write(folder, NAME, () -> chart(figures, names), size(figures),
			names.size() * outcomes.size() <= VECTORS, progress);
	}

	private static XYPlot panel(final Figures figures, final String name) {
		final double[] values = figures.values(name);
		final XYSeries like = new XYSeries("like"), unlike = new XYSeries("unlike");
		for (int i = 0; i < values.length; i++)
			if (Double.isFinite(values[i])) {
				like.add(i + 1, values[i]);
				if (figures.isUnlike(i, name)) unlike.add(i + 1, values[i]);
			}
		final XYSeriesCollection data = new XYSeriesCollection(unlike);
		data.addSeries(like);
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		Style.points(renderer, 0, 2 * Style.DOT, Palette.VERMILLION, false);
		Style.points(renderer, 1, dot(values.length), Palette.BLUE, true);
		final XYPlot plot = Style.plot(null, axis(figures, name, values));
		plot.setDataset(data);
		plot.setRenderer(renderer);
		plot.addRangeMarker(new ValueMarker(figures.median(name), Palette.GREY, new BasicStroke(1f)),
			Layer.BACKGROUND);
		// Beside the axis a long name would reach into the next panel.
		final TextTitle title = new TextTitle(FigureWords.label(name), Style.FONT);
		title.setPaint(Palette.INK);
		title.setBackgroundPaint(BEHIND);
		title.setPadding(1, 4, 1, 4);
		plot.addAnnotation(new XYTitleAnnotation(0.004, 0.97, title, RectangleAnchor.TOP_LEFT));
		return plot;
	}

	/** Many dots are small ones. */
	private static double dot(final int images) {
		return images > 300 ? 0.5 * Style.DOT : images > 100 ? 0.7 * Style.DOT : Style.DOT;
	}

	private static ValueAxis axis(final Figures figures, final String name, final double[] values) {
		final double[] ends = figures.hasBand(name) ? DoubleStream.concat(Arrays.stream(values), DoubleStream
			.concat(Arrays.stream(figures.values(Figures.FEWEST_POSSIBLE)), Arrays.stream(figures.values(Figures.MOST_POSSIBLE)))).toArray()
			: values;
		final double low = Arrays.stream(ends).filter(Double::isFinite).min().orElse(0), high = Arrays.stream(
			ends).filter(Double::isFinite).max().orElse(1);
		if (figures.isWide(name)) {
			final LogarithmicAxis axis = new Powers();
			axis.setRange(low * Math.pow(low / high, BELOW), high * Math.pow(high / low, ABOVE));
			axis.setExpTickLabelsFlag(true);
			Style.font(axis, Style.SMALL);
			return axis;
		}
		final double span = high - low;
		final NumberAxis axis = Style.axis(null, low - BELOW * span, high + ABOVE * span);
		axis.setStandardTickUnits(Style.plain(axis.getStandardTickUnits()));
		axis.setAutoTickUnitSelection(true);
		Style.font(axis, Style.SMALL);
		return axis;
	}

	/** Labelled alike in every country. */
	private static final class Powers extends LogarithmicAxis {

		private static final long serialVersionUID = 1L;

		Powers() {
			super(null);
			if (numberFormatterObj instanceof final DecimalFormat format) format.setDecimalFormatSymbols(
				DecimalFormatSymbols.getInstance(Locale.ROOT));
		}
	}

	/** Behind the dots, for each image of its own. */
	private static void addBand(final XYPlot plot, final Figures figures) {
		final YIntervalSeries series = new YIntervalSeries("possible");
		final double[] low = figures.values(Figures.FEWEST_POSSIBLE), high = figures.values(Figures.MOST_POSSIBLE);
		for (int i = 0; i < low.length; i++)
			if (Double.isFinite(low[i])) series.add(i + 1, 0.5 * (low[i] + high[i]), low[i], high[i]);
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		data.addSeries(series);
		final XYErrorRenderer bars = new XYErrorRenderer();
		bars.setDrawXError(false);
		bars.setCapLength(0);
		bars.setErrorPaint(POSSIBLE);
		bars.setErrorStroke(new BasicStroke((float) Math.max(1.5, Math.min(12, 700.0 / low.length)),
			BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
		bars.setSeriesShapesVisible(0, false);
		plot.setDataset(1, data);
		plot.setRenderer(1, bars);
	}
}
