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
import java.awt.Polygon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;

/**
 * What the study believes of each objective along each parameter through the picked
 * solution: a column a parameter, a row an objective.
 */
public final class SlicePlot {

	/** Points of a smooth line. */
	private static final int POINTS = 80;

	/** What the labels of the first column and the last row need, px, and what all cells do. */
	private static final double LABELS = 62, FOOT = 52, RIM = 8;

	/** The width of a choice's box, as a part of what it owns of the axis. */
	private static final double BOX = 0.6;

	private static final int PICKED = 0, FRONT = 1, OTHERS = 2, BEYOND = 3;

	/** An evaluation above the axis. */
	private static final Polygon TRIANGLE = new Polygon(new int[] { -4, 4, 0 }, new int[] { 7, 7, 0 },
		3);

	private SlicePlot() {}

	/**
	 * @param surrogate of the study
	 * @param picked where the slices cross
	 * @param axes which of the space's axes to show, most important first
	 */
	public static JFreeChart chart(final Study study, final Surrogate surrogate,
		final Evaluation picked, final Collection<Integer> axes)
	{
		final List<Integer> shown = axes.stream().sorted().toList();
		final List<JFreeChart> cells = new ArrayList<>();
		final int rows = study.objectives().size();
		for (int objective = 0; objective < rows; objective++)
			for (final int axis : shown)
				cells.add(Style.cell(cell(study, surrogate, picked, axis, objective, axis == shown.get(0),
					objective == rows - 1)));
		final int all = study.space().dimension();
		final String meaning = Labels.meaning(study.objectives());
		return Style.chart("What changing one parameter of the picked solution would do", new GridPlot(cells,
			shown.size(), LABELS - RIM, FOOT - RIM, legend()), Style.extent(study) + (shown.size() < all
				? "; the " + shown.size() + " most important of " + all + " parameters" : "") +
				"; dots are evaluations, whatever their other parameters" + (meaning.isEmpty() ? "" : "\n" +
					meaning), true);
	}

	private static LegendItemCollection legend() {
		final LegendItemCollection items = new LegendItemCollection();
		items.add(Style.line("Median of the model", Palette.BLUE, 2));
		items.add(Style.area("Quartiles", translucent(110)));
		items.add(Style.area("5 to 95 %", translucent(45)));
		items.add(Style.point("Picked", Style.RING - 3, Palette.VERMILLION, false));
		items.add(Style.point("Pareto front", Style.DOT - 1, Palette.INK, true));
		items.add(Style.point("Other evaluations", Style.DOT - 1, Palette.GREY, true));
		items.add(Style.mark("Beyond the axis", TRIANGLE, Palette.GREY));
		return items;
	}

	private static Color translucent(final int alpha) {
		return new Color(Palette.SKY.getRed(), Palette.SKY.getGreen(), Palette.SKY.getBlue(), alpha);
	}

	private static XYPlot cell(final Study study, final Surrogate surrogate,
		final Evaluation picked, final int axis, final int objective, final boolean first,
		final boolean last)
	{
		final Parameter parameter = study.space().axes().get(axis);
		final ObjectiveRange range = ObjectiveRange.of(study, objective);
		final UnitAxis x = new UnitAxis(parameter);
		x.setLabelFont(Style.SMALL);
		if (!picked.configuration().names().contains(parameter.name())) x.setLabel(x.getLabel() +
			" – not used");
		final NumberAxis y = Style.axis(Labels.brief(study.objectives().get(objective)), range.from(),
			range.to());
		y.setTickLabelFont(Style.SMALL);
		final XYPlot plot = Style.plot(x, y);
		// Line and bands below, dots above.
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		final Bands bands = bands(surrogate, picked, axis, objective);
		plot.setDataset(0, bands.wide);
		plot.setRenderer(0, band(bands.wide.getSeriesCount(), false));
		plot.setDataset(1, bands.half);
		plot.setRenderer(1, band(bands.half.getSeriesCount(), true));
		plot.setDataset(2, dots(study, picked, axis, objective, range.to()));
		plot.setRenderer(2, dots());
		plot.setFixedRangeAxisSpace(space(first ? LABELS : RIM, true));
		plot.setFixedDomainAxisSpace(space(last ? FOOT : RIM, false));
		y.setVisible(first);
		x.setVisible(last);
		plot.setInsets(new RectangleInsets(2, 2, 2, 16));
		return plot;
	}

	private static AxisSpace space(final double size, final boolean left) {
		final AxisSpace space = new AxisSpace();
		if (left) space.setLeft(size);
		else space.setBottom(size);
		return space;
	}

	/** The model's quantiles: with the median in half, without it in wide. */
	private record Bands(YIntervalSeriesCollection wide, YIntervalSeriesCollection half) {}

	/** A series for each piece that is connected: the whole axis, or a value of a stepped one. */
	private static Bands bands(final Surrogate surrogate, final Evaluation picked,
		final int axis, final int objective)
	{
		final Parameter parameter = surrogate.space().axes().get(axis);
		final YIntervalSeriesCollection wide = new YIntervalSeriesCollection(), half =
			new YIntervalSeriesCollection();
		final int pieces = parameter.step() > 0 ? (int) Math.rint(1 / parameter.step()) : 1;
		final double part = parameter.isCategorical() ? BOX : 1;
		for (int piece = 0; piece < pieces; piece++) {
			final YIntervalSeries outer = new YIntervalSeries("wide " + piece), inner = new YIntervalSeries(
				"half " + piece);
			final int points = parameter.step() > 0 ? 2 : POINTS;
			for (int i = 0; i < points; i++) {
				final double centre = (piece + 0.5) / pieces;
				final double position = centre + part * (i / (points - 1.0) - 0.5) / pieces;
				final double[] unit = picked.unit();
				unit[axis] = parameter.step() > 0 ? centre : position;
				final Surrogate.Outlook o = surrogate.at(unit, objective);
				outer.add(position, o.median(), o.low(), o.high());
				inner.add(position, o.median(), o.lowerQuartile(), o.upperQuartile());
			}
			wide.addSeries(outer);
			half.addSeries(inner);
		}
		return new Bands(wide, half);
	}

	private static DeviationRenderer band(final int pieces, final boolean inner) {
		final DeviationRenderer renderer = new DeviationRenderer(inner, false);
		renderer.setAlpha((inner ? 110 : 45) / 255f);
		for (int piece = 0; piece < pieces; piece++) {
			renderer.setSeriesFillPaint(piece, Palette.SKY);
			renderer.setSeriesPaint(piece, Palette.BLUE);
			renderer.setSeriesStroke(piece, new BasicStroke(2));
		}
		return renderer;
	}

	/** Evaluations that use the parameter and have the objective. */
	private static XYSeriesCollection dots(final Study study, final Evaluation picked,
		final int axis, final int objective, final double top)
	{
		final Parameter parameter = study.space().axes().get(axis);
		final XYSeries chosen = new XYSeries("Picked"), front = new XYSeries("Front"), others =
			new XYSeries("Others"), beyond = new XYSeries("Beyond");
		final List<Evaluation> onFront = study.front();
		for (final Evaluation e : study.evaluations()) {
			final double value = e.objectives()[objective];
			if (!Double.isFinite(value) || !e.configuration().names().contains(parameter.name())) continue;
			final double x = e.unit()[axis] + Style.apart(parameter, e.id());
			if (value > top) beyond.add(x, top);
			else (onFront.contains(e) ? front : others).add(x, value);
			if (e.id() == picked.id()) chosen.add(x, value);
		}
		final XYSeriesCollection dots = new XYSeriesCollection();
		dots.addSeries(chosen);
		dots.addSeries(front);
		dots.addSeries(others);
		dots.addSeries(beyond);
		return dots;
	}

	private static XYLineAndShapeRenderer dots() {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		Style.points(renderer, PICKED, Style.RING - 3, Palette.VERMILLION, false);
		Style.points(renderer, FRONT, Style.DOT - 1, Palette.INK, true);
		Style.points(renderer, OTHERS, Style.DOT - 2, Palette.GREY, true);
		Style.points(renderer, BEYOND, Style.DOT, Palette.GREY, true);
		renderer.setSeriesShape(BEYOND, TRIANGLE);
		return renderer;
	}
}
