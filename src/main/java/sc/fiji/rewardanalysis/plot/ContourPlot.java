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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;

/**
 * What the study believes of each objective over two parameters, all others as picked: a
 * panel an objective.
 */
public final class ContourPlot {

	/** Series of dots, in their drawing order, front to back. */
	private static final int PICKED = 0, RIM = 1, FEASIBLE = 2, INFEASIBLE = 3;

	/** Panels side by side. */
	static final int COLUMNS = 2;

	private ContourPlot() {}

	/**
	 * @param surrogate of the study
	 * @param picked what the other parameters are
	 * @param first the horizontal axis, one of the space's
	 * @param second the vertical axis, another one
	 */
	public static JFreeChart chart(final Study study, final Surrogate surrogate,
		final Evaluation picked, final int first, final int second)
	{
		final SurrogateMap map = new SurrogateMap(surrogate, picked.unit(), first, second);
		final List<JFreeChart> panels = new ArrayList<>();
		for (int objective = 0; objective < study.objectives().size(); objective++)
			panels.add(panel(study, map, picked, objective));
		final List<Parameter> axes = study.space().axes();
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.point("Picked", Style.RING, Palette.VERMILLION, false));
		legend.add(Style.point("Evaluations", Style.DOT, Palette.INK, true));
		if (study.evaluations().stream().anyMatch(e -> !e.feasible())) legend.add(Style.point(
			"Infeasible evaluations", Style.DOT, Palette.INK, false));
		if (map.isBounded()) legend.add(Style.area("Probably infeasible", SurrogateMap.hatch()));
		final String meaning = Labels.meaning(study.objectives());
		return Style.chart("What the model expects over " + Labels.name(axes.get(
			first)) + " and " + Labels.name(axes.get(second)), new GridPlot(panels, Math.min(COLUMNS, panels.size()), 0, 0, legend), Style.extent(
				study) + "; medians, the other parameters as picked" + (meaning.isEmpty() ? "" : "\n" + meaning),
			true);
	}

	private static JFreeChart panel(final Study study, final SurrogateMap map,
		final Evaluation picked, final int objective)
	{
		final List<Parameter> axes = study.space().axes();
		final XYPlot plot = Style.plot(new UnitAxis(axes.get(map.first())), new UnitAxis(axes.get(map
			.second())));
		plot.setDataset(dots(study, map, picked));
		final XYLineAndShapeRenderer renderer = dots();
		final SurrogateMap.Picture picture = map.picture(objective, study.reference()[objective]);
		renderer.addAnnotation(new XYDataImageAnnotation(picture.image(), 0, 0, 1, 1), Layer.BACKGROUND);
		plot.setRenderer(renderer);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		final JFreeChart chart = Style.cell(plot);
		chart.setPadding(new RectangleInsets(4, 4, 4, 4));
		final PaintScaleLegend bar = Style.bar(picture.colours(), Labels.brief(study.objectives().get(
			objective)));
		bar.setMargin(6, 8, 44, 4);
		if (picture.capped()) Style.openAbove((NumberAxis) bar.getAxis());
		chart.addSubtitle(bar);
		return chart;
	}

	private static XYSeriesCollection dots(final Study study, final SurrogateMap map,
		final Evaluation picked)
	{
		final XYSeries chosen = new XYSeries("Picked"), rim = new XYSeries("Rim"), feasible =
			new XYSeries("Evaluations"), infeasible = new XYSeries("Infeasible");
		final Parameter first = study.space().axes().get(map.first()), second = study.space().axes().get(map
			.second());
		for (final Evaluation e : study.evaluations()) {
			// Where a parameter isn't used there is no place for the evaluation.
			if (!e.configuration().names().containsAll(Set.of(first.name(), second.name()))) continue;
			final double x = e.unit()[map.first()] + Style.apart(first, e.id());
			// Another irrational step, or dots would lie on a line.
			final double y = e.unit()[map.second()] + Style.apart(second, e.id() * e.id());
			(e.feasible() ? feasible : infeasible).add(x, y);
			if (e.id() != picked.id()) continue;
			chosen.add(x, y);
			rim.add(x, y);
		}
		final XYSeriesCollection dots = new XYSeriesCollection();
		for (final XYSeries series : List.of(chosen, rim, feasible, infeasible))
			dots.addSeries(series);
		return dots;
	}

	private static XYLineAndShapeRenderer dots() {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		renderer.setUseFillPaint(true);
		renderer.setUseOutlinePaint(true);
		// Dark in white and white in dark stand out from any of the map's colours.
		Style.points(renderer, PICKED, Style.RING, Palette.VERMILLION, false);
		Style.points(renderer, RIM, Style.RING, Color.WHITE, false);
		renderer.setSeriesOutlinePaint(PICKED, Palette.VERMILLION);
		renderer.setSeriesOutlinePaint(RIM, Color.WHITE);
		renderer.setSeriesOutlineStroke(RIM, new BasicStroke(5f));
		Style.points(renderer, FEASIBLE, Style.DOT, Color.WHITE, true);
		renderer.setSeriesFillPaint(FEASIBLE, Palette.INK);
		renderer.setSeriesOutlinePaint(FEASIBLE, Color.WHITE);
		Style.points(renderer, INFEASIBLE, Style.DOT, Color.WHITE, true);
		renderer.setSeriesFillPaint(INFEASIBLE, Color.WHITE);
		renderer.setSeriesOutlinePaint(INFEASIBLE, Palette.INK);
		renderer.setSeriesOutlineStroke(INFEASIBLE, new BasicStroke(1.2f));
		return renderer;
	}
}
