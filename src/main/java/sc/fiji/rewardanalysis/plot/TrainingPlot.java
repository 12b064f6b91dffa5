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
import java.util.Arrays;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;

/** How a training went: its values over the epochs, those of one unit in a panel. */
public final class TrainingPlot {

	/** At which charts are readable, px. */
	public static final Dimension SIZE = new Dimension(820, 560);

	private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.VERMILLION,
		Palette.GREEN, Palette.PURPLE, Palette.GREY);

	/** Part of the values' range that stays free above and below. */
	private static final double ROOM = 0.06;

	/** Fewer epochs are marked one by one. */
	private static final int MARKED = 40;

	/**
	 * Curves that share an axis.
	 *
	 * @param label of the axis, with its unit
	 * @param names columns of the history; those that it doesn't have are left out
	 */
	public record Panel(String label, List<String> names) {}

	/** Of so many epochs each has a number. */
	private static final int FEW = 10;

	private TrainingPlot() {}

	/**
	 * @param panels from above to below; those without any value are left out
	 * @param epochs to which the axis goes, at least as many as the history has
	 */
	public static JFreeChart chart(final TrainingHistory history, final List<Panel> panels,
		final int epochs, final String subtitle)
	{
		final int last = Math.max(2, Math.max(epochs, history.size()));
		final NumberAxis axis = Style.axis("Epoch", 0, last);
		// There are no halves.
		if (last <= FEW) axis.setTickUnit(Style.steps(1));
		final CombinedDomainXYPlot all = new CombinedDomainXYPlot(axis);
		all.setGap(12);
		int colour = 0;
		final LegendItemCollection legend = new LegendItemCollection();
		for (final Panel panel : panels) {
			final XYSeriesCollection data = new XYSeriesCollection();
			final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, history
				.size() < MARKED);
			for (final String name : panel.names) {
				final XYSeries series = series(history, name);
				if (series.isEmpty()) continue;
				final Color paint = COLOURS.get(colour++ % COLOURS.size());
				renderer.setSeriesPaint(data.getSeriesCount(), paint);
				renderer.setSeriesStroke(data.getSeriesCount(), new BasicStroke(2f));
				renderer.setSeriesShape(data.getSeriesCount(), Style.circle(0.8 * Style.DOT));
				data.addSeries(series);
				legend.add(Style.line(name, paint, 2f));
			}
			if (data.getSeriesCount() == 0) continue;
			final XYPlot plot = Style.plot(null, axis(panel.label, data));
			plot.setDataset(data);
			plot.setRenderer(renderer);
			all.add(plot);
		}
		all.setFixedLegendItems(legend);
		return Style.chart("Training", all, subtitle, true);
	}

	private static XYSeries series(final TrainingHistory history, final String name) {
		final XYSeries series = new XYSeries(name, false);
		if (!history.names().contains(name)) return series;
		final double[] values = history.column(name);
		for (int i = 0; i < values.length; i++)
			if (Double.isFinite(values[i])) series.add(i + 1, values[i]);
		return series;
	}

	private static NumberAxis axis(final String label, final XYSeriesCollection data) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int s = 0; s < data.getSeriesCount(); s++) {
			final double[] values = data.getSeries(s).toArray()[1];
			low = Math.min(low, Arrays.stream(values).min().orElse(0));
			high = Math.max(high, Arrays.stream(values).max().orElse(1));
		}
		final double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
		return Style.axis(label, low - ROOM * span, high + ROOM * span);
	}

	/**
	 * Writes {@code training.png} and {@code training.svg}.
	 *
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final TrainingHistory history,
		final List<Panel> panels, final String subtitle, final Progress progress)
	{
		return Charts.write(folder, "training", () -> chart(history, panels, history.size(), subtitle),
			SIZE, true, progress);
	}
}
