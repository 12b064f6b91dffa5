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

import java.awt.Color;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

import sc.fiji.rewardanalysis.core.optimize.Importance;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** How much each parameter matters to each objective: Sobol' indices as bars. */
public final class ImportancePlot {

	private static final String MAIN = "by itself (main effect)", TOTAL =
		"with interactions (total effect)";

	private ImportancePlot() {}

	/** @param importance of the study's parameters */
	public static JFreeChart chart(final Study study, final Importance importance) {
		final CategoryAxis parameters = new CategoryAxis();
		Style.font(parameters, Style.FONT);
		parameters.setMaximumCategoryLabelWidthRatio(0.5f);
		parameters.setMaximumCategoryLabelLines(2);
		final CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(parameters);
		plot.setGap(22);
		for (int j = 0; j < study.objectives().size(); j++)
			plot.add(panel(study, importance.effects().get(j), j));
		plot.setOrientation(PlotOrientation.HORIZONTAL);
		final String meaning = Labels.meaning(study.objectives());
		return Style.chart("How much each parameter matters, over all its range", plot, Style.extent(study) +
			"; Sobol' indices of the model that was learnt" + (meaning.isEmpty() ? "" : "\n" + meaning),
			true);
	}

	private static CategoryPlot panel(final Study study, final List<Importance.Effect> effects,
		final int objective)
	{
		final DefaultCategoryDataset data = new DefaultCategoryDataset();
		for (int i = 0; i < effects.size(); i++) {
			final String name = Labels.of(study.space().axes().get(i));
			data.addValue(effects.get(i).main(), MAIN, name);
			data.addValue(effects.get(i).total(), TOTAL, name);
		}
		final NumberAxis axis = Style.axis("part of the variance of " + Labels.name(study.objectives().get(
			objective)), 0, 1);
		axis.setTickUnit(Style.steps(study.objectives().size() > 2 ? 0.5 : 0.2));
		final CategoryPlot plot = new CategoryPlot(data, null, axis, renderer(objective == 0));
		plot.setBackgroundPaint(Color.WHITE);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setOutlinePaint(Palette.GREY);
		return plot;
	}

	private static BarRenderer renderer(final boolean inLegend) {
		final BarRenderer renderer = new BarRenderer();
		renderer.setBarPainter(new StandardBarPainter());
		renderer.setShadowVisible(false);
		renderer.setItemMargin(0);
		renderer.setMaximumBarWidth(0.12);
		renderer.setSeriesPaint(0, Palette.BLUE);
		renderer.setSeriesPaint(1, Palette.SKY);
		for (int series = 0; series < 2; series++)
			renderer.setSeriesVisibleInLegend(series, inLegend);
		return renderer;
	}
}
