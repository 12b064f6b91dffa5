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
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection.Candidate;

/** Information criteria over the number of components, with the number that is suggested. */
public final class ModelSelectionPlot {

	/** At which it is readable, px. */
	public static final Dimension SIZE = new Dimension(760, 460);

	private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.GREEN, Palette.PURPLE,
		Palette.SKY);

	/** Part of the values' range that stays free above and below. */
	private static final double MARGIN = 0.07;

	private ModelSelectionPlot() {}

	/**
	 * A criterion over the numbers of components.
	 *
	 * @param name BIC, AIC, ICL
	 * @param values by number of components, lower is better; NaN where there is none
	 */
	public record Curve(String name, double[] values) {}

	/** All criteria of a selection. */
	public static JFreeChart chart(final ModelSelection selection) {
		return chart(selection.candidates().stream().mapToInt(Candidate::components).toArray(), List.of(
			curve("BIC", selection, Candidate::bic), curve("AIC", selection, Candidate::aic), curve("ICL",
				selection, Candidate::icl)), selection.suggested(), selection.criterion().name());
	}

	private static Curve curve(final String name, final ModelSelection selection,
		final ToDoubleFunction<Candidate> value)
	{
		return new Curve(name, selection.candidates().stream().mapToDouble(value).toArray());
	}

	/**
	 * @param components the numbers of components that were tried, ascending
	 * @param criteria at most four, each with as many values
	 * @param suggested one of the numbers
	 * @param by the name of the criterion that suggests it
	 */
	public static JFreeChart chart(final int[] components, final List<Curve> criteria,
		final int suggested, final String by)
	{
		final XYSeriesCollection data = new XYSeriesCollection();
		for (final Curve criterion : criteria) {
			if (criterion.values.length != components.length) throw new RewardAnalysisException(
				"%s has %d values for %d numbers of components.", criterion.name, criterion.values.length,
				components.length);
			final XYSeries series = new XYSeries(criterion.name);
			for (int i = 0; i < components.length; i++)
				if (Double.isFinite(criterion.values[i])) series.add(components[i], criterion.values[i]);
			data.addSeries(series);
		}
		final XYSeries ring = new XYSeries("suggested");
		criteria.stream().filter(c -> c.name.equals(by)).forEach(c -> IntStream.range(0, components.length)
			.filter(i -> components[i] == suggested && Double.isFinite(c.values[i])).forEach(i -> ring.add(
				suggested, c.values[i])));
		data.addSeries(ring);
		final XYPlot plot = Style.plot(numbers(components), values(criteria));
		plot.setDataset(data);
		plot.setRenderer(renderer(criteria.size()));
		plot.setDomainGridlinesVisible(false);
		final BasicStroke dashed = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1,
			new float[] { 5, 4 }, 0);
		plot.addDomainMarker(new ValueMarker(suggested, Palette.VERMILLION, dashed), Layer.BACKGROUND);
		plot.setFixedLegendItems(legend(criteria, suggested, by));
		return Style.chart("How many components the data support", plot,
			"lower is better: each criterion weighs the fit against the number of parameters", true);
	}

	private static NumberAxis numbers(final int[] components) {
		final NumberAxis axis = Style.axis("Number of components", components[0] - 0.4,
			components[components.length - 1] + 0.4);
		axis.setTickUnit(Style.steps(1));
		return axis;
	}

	private static NumberAxis values(final List<Curve> criteria) {
		final double[] finite = criteria.stream().flatMapToDouble(c -> Arrays.stream(c.values)).filter(
			Double::isFinite).sorted().toArray();
		final double low = finite.length == 0 ? 0 : finite[0], high = finite.length == 0 ? 1
			: finite[finite.length - 1];
		final double margin = high > low ? MARGIN * (high - low) : 1;
		return Style.axis("Information criterion", low - margin, high + margin);
	}

	private static XYLineAndShapeRenderer renderer(final int criteria) {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
		for (int i = 0; i < criteria; i++) {
			renderer.setSeriesPaint(i, COLOURS.get(i));
			renderer.setSeriesShape(i, Style.mark(i));
			renderer.setSeriesStroke(i, new BasicStroke(1.8f));
		}
		Style.points(renderer, criteria, Style.RING, Palette.VERMILLION, false);
		return renderer;
	}

	private static LegendItemCollection legend(final List<Curve> criteria, final int suggested,
		final String by)
	{
		final LegendItemCollection legend = new LegendItemCollection();
		for (int i = 0; i < criteria.size(); i++) {
			final LegendItem item = Style.mark(criteria.get(i).name, Style.mark(i), COLOURS.get(i));
			legend.add(item);
		}
		legend.add(Style.point(suggested + " suggested by " + by, Style.RING, Palette.VERMILLION, false));
		return legend;
	}
}
